"""Publications as the API gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.context import ApiContext
from hub.content.api.documents import DocumentJson, document_json, read_documents
from hub.content.api.reading import Need, needed
from hub.content.api.registry import PageResource
from hub.content.api.schemas import CodedValue, Day, PageJson, PageRef
from initiatives.api.history import MeasureJson, day_json, measures_json
from initiatives.api.links import needs_of_pages, refs_in_order, related_keys
from initiatives.api.terms import choice_json
from initiatives.models import PublicationPage


class FigureJson(TypedDict):
    """Chiffre clé, tel qu’il était à la parution."""

    value: Annotated[float, Field(description="Valeur.", examples=[163.0])]
    unit: Annotated[str, Field(description="Unité ; vide : un simple nombre.")]
    label: Annotated[str, Field(description="Ce qui est compté.")]
    measured_on: Annotated[Day | None, Field(description="Jour où il était vrai.")]
    source: Annotated[str, Field(description="D’où il vient.")]


class PublicationJson(PageJson):
    """Publication ; `image` est sa couverture."""

    kind: Annotated[CodedValue | None, Field(description="Nature.")]
    number: Annotated[int | None, Field(description="Numéro dans une série.")]
    published_on: Annotated[Day | None, Field(description="Date de parution.")]
    date_label: Annotated[str, Field(description="Date affichée à la place du jour exact.")]
    is_forthcoming: Annotated[bool, Field(description="Annoncée, pas encore parue.")]
    document: Annotated[DocumentJson | None, Field(description="Fichier.")]
    figures: Annotated[list[FigureJson], Field(description="Chiffres clés.")]
    initiatives: Annotated[list[PageRef], Field(description="Initiatives réunies.")]
    measures: Annotated[list[MeasureJson], Field(description="Chiffres datés.")]
    related: Annotated[list[PageRef], Field(description="À lire aussi.")]


def read_publications(pages: Any, ctx: ApiContext) -> Iterable[PublicationPage]:
    """Read publications with all that is written of them."""
    found: Iterable[PublicationPage] = pages.prefetch_related(
        "figures", "initiative_links", "measures"
    )
    return found


def needs_of_publication(page: PublicationPage) -> Iterator[Need]:
    """Yield its file and the pages that it leads to."""
    if page.document_id:
        yield read_documents, page.document_id
    yield from needs_of_pages([*_gathered(page), *related_keys(page)])


def write_publication(page: PublicationPage, ctx: ApiContext) -> dict[str, object]:
    """Return what a publication has beyond what every page has."""
    file = needed(read_documents, page.document_id, ctx) if page.document_id else None
    return {
        "kind": choice_json(page, "kind"),
        "number": page.number,
        "published_on": day_json(page.published_on),
        "date_label": page.date_label,
        "is_forthcoming": page.is_forthcoming,
        "document": document_json(file, ctx),
        "figures": [_figure(one) for one in page.figures.all()],
        "initiatives": refs_in_order(_gathered(page), ctx),
        "measures": measures_json(page),
        "related": refs_in_order(related_keys(page), ctx),
    }


def _figure(one: Any) -> FigureJson:
    return {
        "value": float(one.value),
        "unit": one.unit,
        "label": one.label,
        "measured_on": day_json(one.measured_on),
        "source": one.source,
    }


def _gathered(page: PublicationPage) -> list[int]:
    return [link.initiative_id for link in page.initiative_links.all()]


PUBLICATION = PageResource(
    name="publication",
    model="initiatives.PublicationPage",
    schema=PublicationJson,
    write=write_publication,
    read=read_publications,
    needs=needs_of_publication,
    collection="publications",
)
