"""Rich text and the features that editors have in it."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.rich_text import RichText

from hub.content.document_links import refusals

# No heading 1 (the page title), no image (the image block asks for its text and its credit).
INLINE = ("bold", "italic", "superscript", "link", "document-link")
LISTS = ("ol", "ul")
PASSAGE = (*INLINE, *LISTS)
SECTION_PROSE = ("h3", "h4", *PASSAGE, "blockquote", "hr", "embed")
PROSE = ("h2", *SECTION_PROSE)


class RichTextBlock(blocks.RichTextBlock):
    """A rich text whose API form is ready to be shown."""

    def clean(self, value: RichText) -> RichText:
        """Return the text; raises ValidationError where a publication lacks an equivalent."""
        cleaned: RichText = super().clean(value)
        if not self.is_deferred_validation and (messages := refusals(cleaned.source)):
            raise ValidationError(messages)
        return cleaned
