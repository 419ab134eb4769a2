"""Pages that an editor puts beside a page."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import PageChooserBlock
from wagtail.models import Page

from hub.content.blocks.stream import StreamBlock
from hub.content.fields import StreamField
from hub.content.models.page import visible_pages


class RelatedPagesBlocks(StreamBlock):
    """An ordered list of pages."""

    page = PageChooserBlock(label="Page")

    class Meta:
        label = "Pages liées"


class RelatedPagesMixin(models.Model):
    """Adds « À lire aussi », chosen by hand and ordered."""

    related = StreamField(
        RelatedPagesBlocks(),
        blank=True,
        verbose_name="à lire aussi",
        help_text="Six pages au plus, dans l’ordre où elles seront montrées.",
        max_num=6,
    )

    related_panels: ClassVar = [FieldPanel("related")]

    class Meta:
        abstract = True

    @property
    def related_pages(self) -> list[Page]:
        """The chosen pages that the public may see, in the chosen order."""
        chosen = [one["value"] for one in self.related.raw_data if one["type"] == "page"]
        found = {page.pk: page for page in visible_pages().filter(pk__in=chosen).specific()}
        return [found[pk] for pk in chosen if pk in found]
