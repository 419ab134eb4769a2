"""The shapes of the answers of the search."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.fields import partial, shape
from hub.content.api.registry import resources
from hub.content.api.schemas import Address


class HighlightJson(TypedDict):
    """Ce qui répond aux mots cherchés, en HTML où ils sont entre `<mark>` et `</mark>`."""

    title: Annotated[str, Field(description="Titre ; vide si aucun mot n’est cherché.")]
    excerpt: Annotated[str, Field(description="Passage ; vide si aucun mot n’est cherché.")]


class ChoiceJson(TypedDict):
    """Valeur d’une facette."""

    code: Annotated[str, Field(description="Code, à donner comme paramètre.")]
    label: Annotated[str, Field(description="Libellé.")]
    count: Annotated[int | None, Field(description="Nombre de résultats ; nul : non compté.")]
    is_chosen: Annotated[bool, Field(description="Choisie dans cette recherche.")]
    parent: Annotated[str, Field(description="Code de la valeur au-dessus, ou vide.")]


class FacetJson(TypedDict):
    """Facette : une façon de restreindre la recherche."""

    name: Annotated[str, Field(description="Nom de son paramètre.", examples=["theme"])]
    label: Annotated[str, Field(description="Libellé.")]
    choices: Annotated[list[ChoiceJson], Field(description="Valeurs qui ont des résultats.")]


class OfferJson(TypedDict):
    """Les mêmes résultats, tous, sous une autre forme."""

    label: Annotated[str, Field(description="Libellé.")]
    media_type: Annotated[str, Field(examples=["application/geo+json"])]
    url: Address


class DoneJson(TypedDict):
    """Ce qui a été fait des mots."""

    words: Annotated[str, Field(description="Mots effectivement cherchés.")]
    is_corrected: Annotated[bool, Field(description="D’autres graphies ont été cherchées.")]
    is_relaxed: Annotated[bool, Field(description="Une partie des mots a suffi.")]
    is_degraded: Annotated[
        bool, Field(description="Le moteur n’a pas répondu : filtres et facettes manquent.")
    ]
    left_out: Annotated[list[str], Field(description="Mots qu’aucune page ne contient.")]


def search_schema() -> type[Any]:
    """Return the shape of a page of results, whose items are those of lists."""
    found = [partial(one.schema) for one in resources()]
    item: Any = found[0]
    for one in found[1:]:
        item |= one
    result = shape(
        "ResultJson",
        {
            "page": Annotated[item, Field(description="La page, comme dans une liste.")],
            "highlight": HighlightJson,
            "distance": Annotated[str, Field(description="Distance au centre, ou vide.")],
        },
        "Résultat.",
    )
    return shape(
        "SearchJson",
        {
            "items": Annotated[
                list[result],  # type: ignore[valid-type]
                Field(description="Résultats de cette page."),
            ],
            "total": Annotated[int, Field(description="Nombre de résultats en tout.")],
            "page": Annotated[int, Field(description="Numéro de cette page.")],
            "pages": Annotated[int, Field(description="Nombre de pages.")],
            "next": Annotated[Address | None, Field(description="Page suivante ; nulle à la fin.")],
            "done": DoneJson,
            "facets": Annotated[
                list[FacetJson], Field(description="Facettes, avec leurs nombres.")
            ],
            "representations": Annotated[list[OfferJson], Field(description="Autres formes.")],
            "url": Address,
        },
        "Résultats d’une recherche.",
    )
