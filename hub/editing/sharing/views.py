"""The page where links are made and revoked, and the one that they open."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.models import Page

from hub.content.text import NBSP
from hub.editing.sharing.forms import PreviewLinkForm
from hub.editing.sharing.models import PreviewLink, may_share

SHARED = "hub.preview_link.make"
REVOKED = "hub.preview_link.revoke"
HEADERS = {
    # Wins over what the middleware would send, and keeps it from adding a validator.
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    # The address is the key: no site that the page links to may read it.
    "Referrer-Policy": "no-referrer",
}


class PreviewLinksView(WagtailAdminTemplateMixin, FormView):
    """The links to the draft of a page, and the form that makes one."""

    page_title = "Partager un aperçu"
    header_icon = "view"
    template_name = "editing/preview_links.html"
    form_class = PreviewLinkForm
    page: Page

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the page. Raises PermissionDenied where the user may not show its draft."""
        super().setup(request, *args, **kwargs)
        self.page = page_to_share(request, kwargs["page_id"])

    def get_header_title(self) -> str:
        """The title of the window."""
        return f"{self.page_title}{NBSP}: {self.page.get_admin_display_title()}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here: the page, then this."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": self.page_title},
        ]

    def form_valid(self, form: PreviewLinkForm) -> HttpResponse:
        """Make a link and show its address, this once; Wagtail lets nobody store the answer."""
        PreviewLink.objects.forget_the_old()
        link, token = PreviewLink.make(
            self.page, self.request.user, form.cleaned_data["days"], form.cleaned_data["recipient"]
        )
        log(instance=self.page, action=SHARED)
        address = self.request.build_absolute_uri(reverse("shared_preview", args=[token]))
        context = self.get_context_data(form=self.form_class(), made=link, address=address)
        return self.render_to_response(context)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page and the links that run."""
        running = PreviewLink.objects.running().filter(page=self.page.pk)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {
            "page": self.page,
            "links": running.select_related("created_by"),
            "made": None,
            "address": "",
            **context,
        }


@require_POST
def revoke(request: HttpRequest, page_id: int, link_id: int) -> HttpResponse:
    """End a link to the draft of a page."""
    page = page_to_share(request, page_id)
    link = get_object_or_404(PreviewLink.objects.running().filter(page=page.pk), pk=link_id)
    link.revoke()
    log(instance=page, action=REVOKED)
    messages.success(request, f"Le lien « {link} » est révoqué : il n’ouvre plus l’aperçu.")
    return redirect("preview_links", page.pk)


def page_to_share(request: HttpRequest, page_id: int) -> Page:
    """Return the page of this key; raises PermissionDenied if the user may not show its draft."""
    page: Page = get_object_or_404(Page, pk=page_id).specific
    if not may_share(page, request.user):
        raise PermissionDenied
    return page


@require_safe
def shared_preview(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show the latest draft of the page of a link, as the public would see it published.

    Restrictions of the page do not hold here: the link is the right to read. What stands under the
    page, and all that it links to, opens as it does for anybody.
    """
    link = PreviewLink.objects.opened_by(token)
    response: HttpResponseBase
    if link is None:
        response = _refusal(request, status=404)
    elif not link.is_open:
        response = _refusal(request, status=410)
    else:
        page = link.page.get_latest_revision_as_object()
        # The path, so that what a list says of its other pages leads here too.
        about = {"shared_until": link.expires_at, "GET": request.GET, "path": request.path}
        response = page.make_preview_request(request, page.default_preview_mode, about)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def _refusal(request: HttpRequest, status: int) -> HttpResponse:
    context = {"title": "Aperçu indisponible", "has_ended": status == 410}
    return render(request, "editing/preview_over.html", context, status=status)
