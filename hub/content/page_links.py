"""Links to pages in a rich text: an address is given of what the public may see, and no other."""

from typing import Any

from django.utils.html import escape
from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from hub.content.models.page import visible_pages


class VisiblePageLinkHandler(PageLinkHandler):
    """Expands links to pages, in one query for a text.

    A draft, a private page or an expired one leaves its words, in a link without address: its slug
    is nobody's business, and the link would lead nowhere.
    """

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, str]]) -> list[Any]:
        """Return the pages, None for what the public may not see."""
        keys = [attrs.get("id", "") for attrs in attrs_list]
        wanted = {int(key) for key in keys if key.isdecimal()}
        found = {str(page.pk): page for page in visible_pages().filter(pk__in=wanted)}
        return [found.get(key) for key in keys]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tags."""
        pages = cls.get_many(attrs_list)
        return [f'<a href="{escape(page.url)}">' if page else "<a>" for page in pages]


def link_to_visible_pages(features: FeatureRegistry) -> None:
    """Put our handler in the place of Wagtail's."""
    features.register_link_type(VisiblePageLinkHandler)


# The registry keeps one handler for each kind: the last one registered.
hooks.register("register_rich_text_features", link_to_visible_pages, order=10)
