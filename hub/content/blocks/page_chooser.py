"""A page chosen by the editor, shown only where the public may see it."""

from collections.abc import Iterable

from wagtail import blocks
from wagtail.models import Page

from hub.content.models.page import visible_pages

_VISIBLE = "_visible_to_public"


def visible(page: Page | None) -> Page | None:
    """Return the page under its own type where the public may see it, else None.

    Asks the database only for a page that was not read with the others of its stream, as in the
    preview of a form that is not saved.
    """
    if page is None:
        return None
    if not hasattr(page, _VISIBLE):
        return visible_pages().filter(pk=page.pk).specific().first()
    return page if getattr(page, _VISIBLE) else None


class PageChooserBlock(blocks.PageChooserBlock):
    """A page chooser that reads all the pages of a stream in a constant number of queries."""

    def to_python(self, value: int | None) -> Page | None:
        """Take a primary key; return the page, None where it is gone."""
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Page | None]:
        """Take primary keys; return the pages under their own types, None for those gone."""
        keys = list(values)
        wanted = {key for key in keys if key is not None}
        if not wanted:
            return [None for _ in keys]
        found = Page.objects.defer_streamfields().specific().in_bulk(wanted)
        shown = set(visible_pages().filter(pk__in=wanted).values_list("pk", flat=True))
        for page in found.values():
            setattr(page, _VISIBLE, page.pk in shown)
        return [found.get(key) for key in keys]
