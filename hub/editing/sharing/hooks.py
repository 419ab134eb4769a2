"""Put the links among the actions of a page, and their making in its history."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.models import Page

from hub.editing.sharing.models import may_share
from hub.editing.sharing.views import REVOKED, SHARED, PreviewLinksView, revoke


class SharePreviewItem(PageMenuItem):
    """Leads from a page to its links."""

    label = "Partager un aperçu"
    icon_name = "view"
    url_name = "preview_links"

    def is_shown(self, user: Any) -> bool:
        """Whether the user may show the draft of the page."""
        return may_share(self.page, user)


@hooks.register("register_page_header_buttons")
def share_from_header(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[SharePreviewItem]:
    """Offer it in the menu of a page, in its editor and in the explorer."""
    yield SharePreviewItem(page=page, priority=40)


@hooks.register("register_admin_urls")
def sharing_urls() -> list[URLPattern]:
    """Mount the pages; Wagtail lets editors in and nobody else."""
    return [
        path("apercus/<int:page_id>/", PreviewLinksView.as_view(), name="preview_links"),
        path("apercus/<int:page_id>/<int:link_id>/revoquer/", revoke, name="preview_link_revoke"),
    ]


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Word what the history of a page says of its links; for whom they are is not kept there."""
    actions.register_action(SHARED, "Partager un aperçu", "Lien d’aperçu créé")
    actions.register_action(REVOKED, "Révoquer un aperçu", "Lien d’aperçu révoqué")
