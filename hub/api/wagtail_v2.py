"""Wagtail's API v2, at `/api/wagtail/v2/` where HUB_WAGTAIL_API asks for it: docs/headless.md.

Only what the public sees: rules that depend on a session, or that other settings of Wagtail would
move, are replaced by ours.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django.core.exceptions import FieldError, ValidationError
from django.db import DataError
from django.db.models import QuerySet
from django.urls import URLPattern, URLResolver, include, path
from rest_framework import permissions
from rest_framework.response import Response
from wagtail.api.v2.filters import (
    AncestorOfFilter,
    ChildOfFilter,
    DescendantOfFilter,
    FieldsFilter,
    OrderingFilter,
)
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import PageHtmlUrlField, PageSerializer
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet
from wagtail.models import Page
from wagtail.utils.urlpatterns import decorate_urlpatterns

from hub.api.public import public
from hub.content.addresses import page_url
from hub.content.collections import in_open_collections
from hub.content.models.page import visible_pages
from hub.content.surroundings import surroundings

NAMESPACE = "wagtail_v2"
LONGEST, GREATEST = 1000, 2**31 - 1
NUMBER = re.compile(r"\s*[+-]?\d[\d_]*\s*")
# The index of the admin, which holds more than the public reads; `/api/v1/recherche` searches.
SEARCHING = frozenset({"search", "search_operator"})
MISUNDERSTOOD = (DataError, FieldError, OverflowError, RecursionError, ValidationError, ValueError)


class PublicViewSet:
    """What all three have in common: no account is read, and no value makes a server error."""

    authentication_classes: ClassVar[list[type]] = []
    permission_classes: ClassVar = [permissions.AllowAny]

    def initial(self, request: Any, *args: Any, **kwargs: Any) -> None:
        """Refuse values that a database would refuse, before any is read."""
        for name, values in request.GET.lists():
            if any(is_refused(value) for value in (name, *values)):
                raise BadRequestError(f"invalid value for {name[:40]!r}")
        super().initial(request, *args, **kwargs)  # type: ignore[misc]

    def handle_exception(self, error: Exception) -> Response:
        """Answer 400 to what Wagtail does not expect in a parameter (stack, API-6)."""
        if isinstance(error, MISUNDERSTOOD):
            return Response({"message": "a parameter has an invalid value"}, status=400)
        answer: Response = super().handle_exception(error)  # type: ignore[misc]
        return answer


def is_refused(text: str) -> bool:
    """Tell whether a text is too long, holds a NUL, or is a number that no column holds."""
    is_long_number = bool(NUMBER.fullmatch(text)) and abs(int(text)) > GREATEST
    return len(text) > LONGEST or "\0" in text or is_long_number


class PublicHtmlUrl(PageHtmlUrlField):
    """The address that people read, which may be that of a front end."""

    def to_representation(self, page: Page) -> str | None:
        """Return it, None outside of the site."""
        return page_url(page, self.context["request"]) or None


class PublicPageSerializer(PageSerializer):
    """Pages under the address that people read."""

    html_url = PublicHtmlUrl(read_only=True)


class PublicPages(PublicViewSet, PagesAPIViewSet):
    """The pages that the public may see, of the site that is asked."""

    base_serializer_class = PublicPageSerializer
    filter_backends: ClassVar = [
        FieldsFilter, ChildOfFilter, AncestorOfFilter, DescendantOfFilter, OrderingFilter,
    ]  # fmt: skip
    known_query_parameters = (
        PagesAPIViewSet.known_query_parameters - SEARCHING - {"site", "locale", "translation_of"}
    )
    # The page that an alias repeats may be hidden.
    meta_fields: ClassVar = [one for one in PagesAPIViewSet.meta_fields if one != "alias_of"]

    def get_base_queryset(self) -> QuerySet[Page]:
        """Return what the public may see: the same as everywhere else."""
        site = surroundings(self.request).site
        pages = visible_pages()
        return pages.descendant_of(site.root_page, inclusive=True) if site else pages.none()

    def get_queryset(self) -> QuerySet[Page]:
        """Give an order to what has none: pages of one type."""
        found: QuerySet[Page] = super().get_queryset()
        return found if found.ordered else found.order_by("pk")


class PublicFiles(PublicViewSet):
    """Files of the collections that are open to all."""

    filter_backends: ClassVar = [FieldsFilter, OrderingFilter]
    known_query_parameters = BaseAPIViewSet.known_query_parameters - SEARCHING

    def get_queryset(self) -> QuerySet[Any]:
        """Leave out what stands in, or below, a collection that is closed to anybody."""
        model: Any = self.model  # type: ignore[attr-defined]
        return in_open_collections(model.objects.order_by("pk"))


class PublicImages(PublicFiles, ImagesAPIViewSet):
    """Images."""


class PublicDocuments(PublicFiles, DocumentsAPIViewSet):
    """Documents."""


def _patterns() -> list[URLPattern | URLResolver]:
    router = WagtailAPIRouter(NAMESPACE)
    router.register_endpoint("pages", PublicPages)
    router.register_endpoint("images", PublicImages)
    router.register_endpoint("documents", PublicDocuments)
    found: list[URLPattern | URLResolver] = router.get_urlpatterns()
    decorate_urlpatterns(found, public)
    return found


urlpatterns = [path("", include((_patterns(), NAMESPACE), namespace=NAMESPACE))]
