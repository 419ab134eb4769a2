"""The base of every page: identity, visibility, what machines read of it."""

import datetime
import uuid
from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar, Self, TypeVar, cast

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page as ListPage
from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import (
    Page,
    PageManager as WagtailPageManager,
    PageQuerySet as WagtailQuerySet,
    PageViewRestriction,
    get_page_models,
)
from wagtail.url_routing import RouteResult

from hub.content.blocks.image_chooser import with_sizes
from hub.content.excerpt import cut_at_a_word, first_text
from hub.content.front_end import front_end_root, links_lead_there
from hub.content.pagination import PER_PAGE, paginate
from hub.content.social.words import ShareWords
from hub.content.text import day_label
from hub.plugins.config import HubPluginConfig
from hub.plugins.roots import plugin_segments

Read = TypeVar("Read")

# What search engines show of a description, about.
DESCRIPTION_LENGTH = 160
# What is kept with one page; a list keeps some parts for each of its pages and searches.
MOST_KEPT = 100
# Wagtail's root is at depth 1 and shown nowhere.
HOME_DEPTH = 2
# Functions of a page and a request that show a preview in the place of our template, or None.
SHOW_PREVIEW = "show_preview"


class Unrestricted(models.Func):
    """Whether no restriction, of any kind, stands on the page of a path or on a page above it.

    Wagtail's `public()` asks for all restrictions first, then writes each into the query.
    """

    template = (
        f"NOT EXISTS (SELECT 1 FROM {PageViewRestriction._meta.db_table} restriction "  # noqa: S608
        f"INNER JOIN {Page._meta.db_table} closed ON closed.id = restriction.page_id "
        "WHERE SUBSTR(%(expressions)s, 1, LENGTH(closed.path)) = closed.path)"
    )
    output_field = models.BooleanField()


class PageQuerySet(WagtailQuerySet):
    """What the public may see is decided here and nowhere else."""

    def visible(self) -> Self:
        """Published, unrestricted and unexpired, even when scheduled publishing is late.

        Pages whose type has left with its plugin have nothing to show.
        """
        unexpired = Q(expire_at=None) | Q(expire_at__gt=timezone.now())
        found = self.filter(unexpired, Unrestricted("path"), live=True)
        return found.filter(content_type__in=present_types()) if self.model is Page else found

    def to_serve(self) -> Self:
        """Pages with what their own templates need of other tables; types extend it."""
        return self.with_pictures()

    def for_cards(self) -> Self:
        """Pages with all that a card shows, in a constant number of queries; types extend it."""
        return self.defer_streamfields().with_pictures()

    def with_pictures(self) -> Self:
        """Pages with their picture in the sizes that are shown, for types that have one."""
        return self.prefetch_related(with_sizes()) if issubclass(self.model, PictureMixin) else self

    def in_this_order(self, keys: Sequence[int]) -> list[Any]:
        """Return the pages with these keys that the public may see, in the order of the keys."""
        if not keys:
            return []
        found = {page.pk: page for page in self.visible().filter(pk__in=keys)}
        return [found[key] for key in keys if key in found]


PageManager = WagtailPageManager.from_queryset(PageQuerySet)


def present_types() -> list[int]:
    """Return the keys of the page types that there are; pages of a disabled plugin have another.

    Django reads them once for each process.
    """
    types = ContentType.objects.get_for_models(*get_page_models())
    return sorted(one.pk for one in types.values())


def visible_pages() -> PageQuerySet:
    """Return the pages of all types that the public may see."""
    return PageQuerySet(Page).order_by("path").visible()


class BasePageForm(WagtailAdminPageForm):
    """Form of every page; a draft may be incomplete, a publication may not."""

    def clean(self) -> dict[str, Any]:
        """Add what only a publication must satisfy, unless the page is saved as a draft."""
        cleaned: dict[str, Any] = super().clean()
        if _is_taken(cleaned.get("slug", ""), self.parent_page):
            self.add_error("slug", "Cette adresse est celle d’un module du site.")
        if not self.is_deferred_validation:
            self.clean_publication(cleaned)
        return cleaned

    def clean_publication(self, cleaned: dict[str, Any]) -> None:
        """Add errors for what a published page of this type needs; nothing by default."""


def _is_taken(slug: str, parent: Page | None) -> bool:
    """Tell whether a plugin answers at the address that a page would have under another one."""
    return parent is not None and parent.depth == HOME_DEPTH and slug in plugin_segments()


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
    per_page: ClassVar[int] = PER_PAGE  # cards of one page of its list
    holds_a_list: ClassVar[bool] = False  # such a page is not deleted as long as it holds any
    # What tells a page from its namesakes where one is chosen: attributes read without a query.
    choice_facts: ClassVar[tuple[str, ...]] = ()
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

    @classmethod
    def clean_subpage_models(cls) -> list[type[Page]]:
        """Return the types that may stand under this one: those it names, and those of plugins.

        A page type of a plugin names its parents itself: ours cannot know it.
        """
        if cls._clean_subpage_models is None:
            known = super().clean_subpage_models()
            brought = [one for one in get_page_models() if _is_of_a_plugin(one)]
            cls._clean_subpage_models = list(dict.fromkeys([*known, *brought]))
        return cls._clean_subpage_models

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the page; an alias is born with its own identity, not with its source's."""
        if self._state.adding and self.alias_of_id:
            self._identify_as(type(self)())
        super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Return this page with the given content; an alias keeps its own identity."""
        page: Self = super().with_content_json(content)
        if self.alias_of_id:
            page._identify_as(self)
        return page

    def _identify_as(self, other: Self) -> None:
        for name in self.exclude_fields_in_copy:
            setattr(self, name, getattr(other, name))

    def get_url_parts(self, request: Any = None) -> Any:
        """Return the site, the root and the path of the address; the root is the front end's."""
        parts = super().get_url_parts(request)
        root = front_end_root()
        return (parts[0], root, parts[2]) if root and parts and parts[2] else parts

    def get_url(self, request: Any = None, current_site: Any = None) -> Any:
        """Return the address for a link, which stays among our own pages but for the admin's."""
        if links_lead_there():
            return self.get_full_url(request)
        return super().get_url(request, current_site)

    # Wagtail's is bound to its own method.
    url = property(get_url)

    def _get_dummy_header_url(self, original_request: HttpRequest | None = None) -> str | None:
        """Return the address under which our own template shows a preview: never the front end."""
        parts = super().get_url_parts()
        if parts and parts[2]:
            return f"{parts[1]}{parts[2]}"
        other: str | None = super()._get_dummy_header_url(original_request)
        return other

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the page of an address under this one, and whether it is open to all."""
        from hub.content.routing import is_open, page_below  # read what pages are made of

        page = page_below(self, request, path_components) if path_components else self
        if not page.live:
            raise Http404
        page.is_known_open = is_open(page, request)
        return RouteResult(page)

    def kept(self, key: Hashable, read: Callable[[], Any]) -> Any:
        """Return what `read` gives, read once for this very object.

        The process remembers a served page until the content or the day changes: what is kept
        with it may depend on nothing else. An edited page, or its preview, is another object.
        """
        known: dict[Hashable, Any] = self.__dict__.setdefault("_kept", {})
        if key not in known:
            if len(known) >= MOST_KEPT:
                known.clear()
            known[key] = read()
        return known[key]

    def listing(self, request: HttpRequest, items: Any, words: str = "") -> ListPage:
        """Return the page of a list that is asked for, kept with this page.

        `words` are those that narrow the list. Raises Http404 for a page that does not exist.
        """
        key = ("listing", words, request.GET.get("page"))
        found: ListPage = self.kept(key, lambda: paginate(request, items, self.per_page))
        return found

    def get_view_restrictions(self) -> Any:
        """Return what keeps the public from this page: nothing, where `route` has found so."""
        if getattr(self, "is_known_open", False):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer 404 after the expiry date, even when scheduled publishing is late."""
        expired = self.expire_at is not None and self.expire_at <= timezone.now()
        if expired and not getattr(request, "is_preview", False):
            raise Http404
        response: HttpResponseBase = super().serve(request, *args, **kwargs)
        return response

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        """Show the draft by our own template, unless somebody else does (hook `show_preview`)."""
        for show in hooks.get_hooks(SHOW_PREVIEW):
            if shown := show(self, request):
                return cast("HttpResponseBase", shown)
        response: HttpResponseBase = super().serve_preview(request, mode_name)
        return response

    @property
    def choice_note(self) -> str:
        """What a chooser says under the title: place, year, date… where the page has them."""
        facts = [getattr(self, name) for name in self.choice_facts]
        dated = [day_label(fact) if isinstance(fact, datetime.date) else fact for fact in facts]
        return " · ".join(str(fact) for fact in dated if fact)

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

    def publication_faults(self) -> list[str]:
        """What a published page of this type lacks beyond its required fields; types extend it.

        The same rules as `BasePageForm.clean_publication`, read from the page itself.
        """
        return []

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


def kept_with_page(context: Any, key: Hashable, read: Callable[[], Read]) -> Read:
    """Return what `read` gives, kept with the `page` of a template context where there is one."""
    page = context.get("page")
    found: Read = page.kept(key, read) if isinstance(page, BasePage) else read()
    return found


def _is_of_a_plugin(model: type[Page]) -> bool:
    return isinstance(apps.get_app_config(model._meta.app_label), HubPluginConfig)


def _iso(moment: Any) -> str | None:
    return timezone.localtime(moment).isoformat() if moment else None
