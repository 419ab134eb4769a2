"""The base of every page: identity, visibility, what machines read of it."""

import uuid
from typing import Any, ClassVar, Self

from django.db import models
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager as WagtailPageManager, PageQuerySet as WagtailQuerySet

from hub.content.excerpt import cut_at_a_word, first_text
from hub.content.social.words import ShareWords

# What search engines show of a description, about.
DESCRIPTION_LENGTH = 160


class PageQuerySet(WagtailQuerySet):
    """What the public may see is decided here and nowhere else."""

    def visible(self) -> Self:
        """Published, unrestricted and unexpired, even when scheduled publishing is late."""
        return self.live().public().exclude(expire_at__lte=timezone.now())


PageManager = WagtailPageManager.from_queryset(PageQuerySet)


def visible_pages() -> PageQuerySet:
    """Return the pages of all types that the public may see."""
    return PageQuerySet(Page).order_by("path").visible()


class BasePageForm(WagtailAdminPageForm):
    """Form of every page; a draft may be incomplete, a publication may not."""

    def clean(self) -> dict[str, Any]:
        """Add what only a publication must satisfy, unless the page is saved as a draft."""
        cleaned: dict[str, Any] = super().clean()
        if not self.is_deferred_validation:
            self.clean_publication(cleaned)
        return cleaned

    def clean_publication(self, cleaned: dict[str, Any]) -> None:
        """Add errors for what a published page of this type needs; nothing by default."""


class PictureMixin(models.Model):
    """The main picture of a page; a page without one gets a landscape drawn from its identity."""

    picture = models.ForeignKey(
        "content.HubImage",
        verbose_name="image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Sans image, un paysage est dessiné pour la page.",
    )
    picture_alt = models.CharField(
        "texte alternatif de l’image",
        max_length=255,
        blank=True,
        help_text="Ce que l’image apporte à la page. Vide : l’image est décorative.",
    )

    picture_panels: ClassVar = [
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading="Image")
    ]

    class Meta:
        abstract = True


class BasePage(Page):
    """A page of the hub. Subclasses are declarations: fields, panels, allowed parents."""

    uid = models.UUIDField("identifiant", default=uuid.uuid4, editable=False, unique=True)
    social_image = models.ForeignKey(
        "content.HubImage",
        verbose_name="image de partage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Affichée par les réseaux sociaux (1200 × 630). À défaut, l’image de la page.",
    )

    objects = PageManager()

    base_form_class = BasePageForm
    exclude_fields_in_copy: ClassVar = ["uid"]
    promote_panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel(
                    "seo_title",
                    help_text="Titre affiché par les moteurs de recherche. À défaut, le titre.",
                ),
                FieldPanel(
                    "search_description",
                    help_text="Une ou deux phrases, 160 caractères au plus : le résumé affiché "
                    "sous le titre par les moteurs de recherche.",
                ),
            ],
            heading="Moteurs de recherche",
        ),
        MultiFieldPanel([FieldPanel("social_image")], heading="Réseaux sociaux"),
    ]

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer 404 after the expiry date, even when scheduled publishing is late."""
        expired = self.expire_at is not None and self.expire_at <= timezone.now()
        if expired and not getattr(request, "is_preview", False):
            raise Http404
        response: HttpResponseBase = super().serve(request, *args, **kwargs)
        return response

    @property
    def meta_description(self) -> str:
        """What search engines and social networks show under the title.

        The editor's words, else the beginning of what the page says; empty if it says nothing.
        """
        said = self.search_description or getattr(self, "summary", "") or self.first_words()
        return cut_at_a_word(said, DESCRIPTION_LENGTH)

    def first_words(self) -> str:
        """The first text of the page, where its editor wrote no summary; types extend it."""
        return first_text(getattr(self, "body", None))

    def share_words(self) -> ShareWords:
        """What stands beside the title where the page is shared or found; types extend it."""
        return ShareWords()

    @property
    def last_verified(self) -> Any:
        """The day on which somebody checked that the page is still true, or None."""
        return None

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data of this page (schema.org); types extend it."""
        return {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": self.title,
            "description": self.meta_description,
            "url": self.get_full_url(request),
            "inLanguage": "fr",
            "datePublished": _iso(self.first_published_at),
            "dateModified": _iso(self.last_published_at),
        }


def _iso(moment: Any) -> str | None:
    return timezone.localtime(moment).isoformat() if moment else None
