"""Quotations, and the page that shows them all."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from hub.content.blocks.body import BodyBlocks
from hub.content.fields import StreamField
from hub.content.models import BasePage


@register_snippet
class Quote(models.Model):
    """Somebody's words."""

    words = models.TextField(
        "paroles", max_length=500, help_text="Sans guillemets : ils sont ajoutés."
    )
    author = models.CharField(
        "auteur", max_length=120, blank=True, help_text="Par exemple : une cheffe d’équipe."
    )

    panels = [FieldPanel("words"), FieldPanel("author")]

    class Meta:
        verbose_name = "citation"
        verbose_name_plural = "citations"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.words[:60]


class QuoteWallPage(BasePage):
    """A page that shows all quotations under a text."""

    body = StreamField(BodyBlocks(), blank=True, verbose_name="contenu")

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []
    content_panels = [*Page.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = "mur de citations"
        verbose_name_plural = "murs de citations"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the quotations."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["quotes"] = Quote.objects.all()
        return context
