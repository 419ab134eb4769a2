"""The shapes that the API gives: what is written is checked by the types that describe it.

Names are English, descriptions French: they are read in the documentation of the API.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired

from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

Id = Annotated[
    str,
    Field(
        description="Identifiant permanent : il survit aux changements de titre et d’adresse.",
        examples=["5f0c1f0e-0d6c-4c3e-9c58-8a3f6f7f2b11"],
        json_schema_extra={"format": "uuid"},
    ),
]
Address = Annotated[
    str,
    Field(
        description="Adresse absolue.",
        examples=["https://www.exemple.fr/initiatives/les-delices-bleus/"],
        json_schema_extra={"format": "uri"},
    ),
]
Path = Annotated[
    str,
    Field(
        description="Chemin de l’adresse, à partir de la racine du site.",
        examples=["/initiatives/les-delices-bleus/"],
    ),
]
Moment = Annotated[
    str,
    Field(
        description="Date et heure ISO 8601, avec le décalage de Paris.",
        examples=["2026-03-02T09:30:00+01:00"],
        json_schema_extra={"format": "date-time"},
    ),
]
Day = Annotated[
    str,
    Field(
        description="Date ISO 8601.",
        examples=["2026-03-02"],
        json_schema_extra={"format": "date"},
    ),
]
Type = Annotated[str, Field(description="Type de la page.", examples=["initiative"])]


class CodedValue(TypedDict):
    """Valeur d’une liste : son code stable et son libellé."""

    code: Annotated[str, Field(description="Code stable.", examples=["21"])]
    label: Annotated[str, Field(description="Libellé en français.", examples=["Côte-d’Or"])]


class PageRef(TypedDict):
    """Page vue d’une autre : de quoi faire un lien."""

    id: Id
    type: Type
    title: Annotated[str, Field(description="Titre.", examples=["Les Délices bleus"])]
    path: Path
    url: Address


class RenditionJson(TypedDict):
    """Une taille d’une image, dans un format."""

    url: Address
    width: Annotated[int, Field(description="Largeur en pixels.", examples=[800])]
    height: Annotated[int, Field(description="Hauteur en pixels.", examples=[600])]
    media_type: Annotated[str, Field(description="Type de média.", examples=["image/webp"])]


class ImageJson(TypedDict):
    """Image, avec les tailles où elle est proposée."""

    url: Address
    width: Annotated[int, Field(description="Largeur en pixels.", examples=[800])]
    height: Annotated[int, Field(description="Hauteur en pixels.", examples=[600])]
    alt: Annotated[
        str, Field(description="Texte alternatif à cet endroit ; vide : image décorative.")
    ]
    description: Annotated[str, Field(description="Ce que montre l’image.")]
    credit: Annotated[str, Field(description="Auteur et licence.")]
    renditions: Annotated[list[RenditionJson], Field(description="Tailles et formats proposés.")]


class PageCard(PageRef):
    """Page vue d’une liste : de quoi faire une carte."""

    summary: Annotated[str, Field(description="Résumé ou introduction, en texte.")]
    image: Annotated[ImageJson | None, Field(description="Image principale.")]


class BlockJson(TypedDict):
    """Bloc d’un contenu ; `/api/v1/schemas/blocks` dit la forme de chaque type."""

    type: Annotated[str, Field(description="Type du bloc.", examples=["quote"])]
    id: Annotated[str | None, Field(description="Identifiant du bloc.")]
    value: Annotated[Any, Field(description="Valeur, dont la forme dépend du type.")]


class StreamJson(TypedDict):
    """Contenu, bloc par bloc et en HTML."""

    version: Annotated[int, Field(description="Version du schéma des blocs.", examples=[1])]
    blocks: Annotated[list[BlockJson], Field(description="Blocs, dans leur ordre.")]
    html: Annotated[str, Field(description="Le même contenu en HTML, sans classe ni script.")]


class PageJson(TypedDict):
    """Ce que toute page donne."""

    id: Id
    type: Type
    title: Annotated[str, Field(description="Titre.", examples=["Les Délices bleus"])]
    path: Path
    url: Address
    published_at: Annotated[Moment | None, Field(description="Première publication.")]
    updated_at: Annotated[Moment | None, Field(description="Dernière publication.")]
    summary: Annotated[str, Field(description="Résumé ou introduction, en texte.")]
    search_description: Annotated[
        str, Field(description="Ce que les moteurs de recherche affichent sous le titre.")
    ]
    image: Annotated[ImageJson | None, Field(description="Image principale.")]
    parent: Annotated[
        PageRef | None, Field(description="Page au-dessus, si elle est visible de tous.")
    ]
    body: NotRequired[
        Annotated[
            StreamJson,
            Field(description="Contenu ; dans une liste, seulement si `fields` le demande."),
        ]
    ]
