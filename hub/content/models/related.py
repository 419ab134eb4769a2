"""Pages that an editor puts beside a page."""

from typing import ClassVar

from django.db import models
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import PageChooserBlock
from wagtail.models import Page

from hub.content.blocks.stream import StreamBlock
from hub.content.fields import StreamField
from hub.content.models.page import PageQuerySet


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

    @cached_property
    def related_pages(self) -> list[Page]:
        """The chosen pages that the public may see, in the chosen order."""
        chosen = [one["value"] for one in self.related.raw_data if one["type"] == "page"]
        return PageQuerySet(Page).defer_streamfields().specific().in_this_order(chosen)
