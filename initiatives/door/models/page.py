"""The page on which an initiative is signalled."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from hub.content.blocks.body import BodyBlocks
from hub.content.fields import StreamField
from hub.content.models import BasePage, PictureMixin, RelatedPagesMixin


class ProposalPage(PictureMixin, RelatedPagesMixin, BasePage):
    """An invitation, then the form; the form is sent to `door:propose`."""

    summary = models.TextField(
        "introduction",
        max_length=600,
        blank=True,
        help_text="Quelques mots sous le titre, 600 caractères au plus.",
    )
    body = StreamField(
        BodyBlocks(),
        blank=True,
        verbose_name="contenu",
        help_text="Au-dessus du formulaire : qui peut signaler une initiative, ce qui se passe "
        "ensuite.",
    )

    template = "door/proposal_page.html"
    max_count = 1
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        MultiFieldPanel([*Page.content_panels, FieldPanel("summary")], heading="Présentation"),
        *PictureMixin.picture_panels,
        FieldPanel("body"),
        MultiFieldPanel(RelatedPagesMixin.related_panels, heading="Liens"),
    ]

    class Meta:
        verbose_name = "page pour signaler une initiative"
        verbose_name_plural = "pages pour signaler une initiative"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the form: as it was sent where it must be shown again, else a new one."""
        from initiatives.door.forms import ProposalForm  # made from the models of this package

        context = super().get_context(request, *args, **kwargs)
        return {**context, "form": kwargs.get("form") or ProposalForm()}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the page; each visitor gets a form of their own, which nobody else may be given."""
        response = super().serve(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response
