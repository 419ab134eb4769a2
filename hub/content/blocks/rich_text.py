"""Rich text and the features that editors have in it."""

from typing import Any

from wagtail import blocks
from wagtail.rich_text import RichText, expand_db_html

# No heading 1 (the page title), no image (the image block asks for its text and its credit).
INLINE = ("bold", "italic", "superscript", "link", "document-link")
LISTS = ("ol", "ul")
PASSAGE = (*INLINE, *LISTS)
SECTION_PROSE = ("h3", "h4", *PASSAGE, "blockquote", "hr", "embed")
PROSE = ("h2", *SECTION_PROSE)


class RichTextBlock(blocks.RichTextBlock):
    """A rich text whose API form is ready to be shown."""

    def get_api_representation(
        self, value: RichText | None, context: dict[str, Any] | None = None
    ) -> str:
        """Return HTML in which links and embeds have their public form."""
        return str(expand_db_html(value.source)) if value else ""
