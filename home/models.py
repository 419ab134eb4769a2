"""Home page, standard pages and doors to a subject."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from home.blocks import HomeBlocks, PageBlocks
from hub.content.blocks.image_chooser import with_sizes
from hub.content.fields import StreamField
from hub.content.models import BasePage, PictureMixin, RelatedPagesMixin
from hub.content.social.words import ShareWords
from hub.content.structured_data import item_list
from initiatives.choices import choice_panel
from initiatives.models import InitiativePage, Scheme, Term, VideoPage
from initiatives.structured_data import term_json_ld
from search.live import LiveAnswers, kept_answers, live_answers
from search.query import SearchQuery
from search.registry import TYPE, registry
from search.saved import saved_address


class HomePage(BasePage):
    """The front door."""

    summary = models.TextField(
        "accroche",
        max_length=300,
        blank=True,
        help_text="La phrase qui dit d’emblée ce que l’on trouve ici, 300 caractères au plus.",
    )
    body = StreamField(
        HomeBlocks(),
        blank=True,
        verbose_name="contenu",
        help_text="Les parties de l’accueil, dans l’ordre où elles sont montrées.",
    )

    template = "home/home_page.html"
    max_count = 1
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = [
        "home.StandardPage",
        "home.ThemeIndexPage",
        "initiatives.InitiativeIndexPage",
        "initiatives.LaureateIndexPage",
        "initiatives.EventIndexPage",
        "initiatives.VideoIndexPage",
        "initiatives.PublicationIndexPage",
        "door.ProposalPage",
    ]
    content_panels: ClassVar = [
        MultiFieldPanel([*Page.content_panels, FieldPanel("summary")], heading="Présentation"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "page d’accueil"
        verbose_name_plural = "pages d’accueil"

    @property
    def opens_with_the_search(self) -> bool:
        """Whether the search comes first: it then carries the heading 1."""
        return bool(self.body) and self.body[0].block_type == "hero_search"

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data: a `WebSite`, and how to search in it."""
        data = super().json_ld(request)
        search = {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{data['url'] or '/'}recherche/?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        }
        return data | {"@type": "WebSite", "potentialAction": search}


class StandardPage(PictureMixin, RelatedPagesMixin, BasePage):
    """A page of text: about, contact, legal notice, resources."""

    summary = models.TextField(
        "introduction",
        max_length=600,
        blank=True,
        help_text="Quelques mots sous le titre, 600 caractères au plus.",
    )
    body = StreamField(
        PageBlocks(),
        blank=True,
        verbose_name="contenu",
        help_text="Le contenu, bloc par bloc : textes, images, chiffres, vidéos, appels à agir.",
    )

    template = "home/standard_page.html"
    parent_page_types: ClassVar = ["home.HomePage", "home.StandardPage"]
    subpage_types: ClassVar = ["home.StandardPage"]
    content_panels: ClassVar = [
        MultiFieldPanel([*Page.content_panels, FieldPanel("summary")], heading="Présentation"),
        *PictureMixin.picture_panels,
        FieldPanel("body"),
        MultiFieldPanel(RelatedPagesMixin.related_panels, heading="Liens"),
    ]

    class Meta:
        verbose_name = "page"
        verbose_name_plural = "pages"


class ThemeIndexPage(BasePage):
    """The list of the doors to a subject."""

    summary = models.TextField(
        "introduction",
        max_length=600,
        blank=True,
        help_text="Quelques mots sous le titre, 600 caractères au plus.",
    )

    holds_a_list = True
    template = "home/theme_index_page.html"
    max_count = 1
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["home.ThemePage"]
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        verbose_name = "liste des thèmes"
        verbose_name_plural = "listes des thèmes"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the visible themes, in the order of the tree."""
        return {**super().get_context(request, *args, **kwargs), "themes": self._themes()}

    def _themes(self) -> list[ThemePage]:
        themes = ThemePage.objects.child_of(self).visible().defer_streamfields()
        with_pictures = themes.prefetch_related(with_sizes()).order_by("path")
        return self.kept("themes", lambda: list(with_pictures))

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data: a `CollectionPage` of themes."""
        themes = self._themes()
        shown = {"mainEntity": item_list(themes, len(themes), request)}
        return super().json_ld(request) | {"@type": "CollectionPage"} | shown


# What a theme lists by itself, or is.
THEME_LISTS = ("initiative", "video", "theme")


class ThemePage(PictureMixin, RelatedPagesMixin, BasePage):
    """The door to a subject: an introduction, chosen pages, then all the fiches of the theme."""

    summary = models.TextField(
        "introduction",
        max_length=600,
        help_text="Pourquoi ce sujet compte, 600 caractères au plus.",
    )
    term = models.ForeignKey(
        Term,
        verbose_name="terme",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        limit_choices_to={"scheme": Scheme.THEME},
        related_name="+",
        help_text="Les fiches et les vidéos de ce thème sont listées d’elles-mêmes.",
    )
    body = StreamField(
        PageBlocks(),
        blank=True,
        verbose_name="contenu",
        help_text="Le contenu, bloc par bloc : textes, images, chiffres, vidéos, appels à agir.",
    )

    template = "home/theme_page.html"
    parent_page_types: ClassVar = ["home.ThemeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        MultiFieldPanel(
            [*Page.content_panels, FieldPanel("summary"), choice_panel("term")],
            heading="Présentation",
        ),
        *PictureMixin.picture_panels,
        FieldPanel("body"),
        MultiFieldPanel(RelatedPagesMixin.related_panels, heading="Pages choisies"),
    ]

    # Its list stands under chosen pages and texts: fewer cards keep the whole light (EcoIndex A).
    per_page: ClassVar[int] = 6

    class Meta:
        verbose_name = "thème"
        verbose_name_plural = "thèmes"

    @property
    def search(self) -> SearchQuery | None:
        """The search of all pages of the theme, whatever their types; None without a theme."""
        term = self.term
        return SearchQuery().with_values(term.scheme, [term.slug]) if term else None

    @property
    def search_address(self) -> str:
        """Its address, empty without a theme."""
        return saved_address(self.search) if self.search else ""

    def answers(self, context: dict[str, Any]) -> LiveAnswers:
        """Return pages of the theme, of the types that have no list of their own here."""
        if self.search is None:
            return LiveAnswers()
        others = [name for name in registry.documents if name not in THEME_LISTS]
        query = self.search.with_values(TYPE, others)
        request = context["request"]
        return kept_answers(context, "answers", lambda: live_answers(query, 3, request))

    def share_words(self) -> ShareWords:
        """That it is the door to a subject."""
        return ShareWords(eyebrow="Thème")

    def json_ld(self, request: HttpRequest) -> dict[str, Any]:
        """Structured data: a `CollectionPage` about a `DefinedTerm`."""
        data = super().json_ld(request) | {"@type": "CollectionPage"}
        return data | ({"about": term_json_ld(self.term, request)} if self.term else {})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add one page of the fiches of the theme, the videos about them, and its other pages."""
        fiches = InitiativePage.objects.none()
        if self.term is not None:
            fiches = InitiativePage.objects.visible().described_by(self.term)
        about = VideoPage.objects.visible().filter(subjects__page__in=fiches.values("pk"))
        videos = about.distinct().prefetch_related(with_sizes()).order_by("title", "pk")
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "listing": self.listing(request, fiches.for_cards().by_title()),
            "videos": self.kept("videos", lambda: videos),
            "answers": self.answers(context),
        }
