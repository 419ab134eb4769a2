"""The node under which deleted pages wait: a second root of the tree, outside every site."""

from typing import Any

from django.db import models
from wagtail.models import Page

from hub.content.freshness.turn import take_turn

SLUG = "corbeille"


class IsBinned(models.Func):
    """Whether the path of a page leads below the bin; no query of its own."""

    template = (
        f"EXISTS (SELECT 1 FROM {Page._meta.db_table} bin WHERE bin.depth = 1 "  # noqa: S608
        f"AND bin.slug = '{SLUG}' AND SUBSTR(%(expressions)s, 1, {Page.steplen}) = bin.path)"
    )
    output_field = models.BooleanField()


def is_binned(page: Any) -> bool:
    """Tell whether a page, or the page of this key, is in the bin."""
    key = getattr(page, "pk", page)
    return binned(Page.objects.order_by()).filter(pk=key).exists()


def binned(pages: Any) -> Any:
    """Keep the pages that are in the bin."""
    return pages.filter(IsBinned("path"))


def outside(pages: Any) -> Any:
    """Keep the pages that are not in the bin."""
    return pages.exclude(IsBinned("path"))


def bin_node() -> Page:
    """Return the node, made at the first deletion; call it in a transaction."""
    # Two first deletions at once wait for one another here.
    take_turn()
    list(Page.objects.select_for_update().order_by().filter(depth=1).values_list("pk"))
    found: Page | None = Page.objects.filter(depth=1, slug=SLUG).first()
    return found or Page.add_root(instance=Page(title="Corbeille", slug=SLUG, live=False))
