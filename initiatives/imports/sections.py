"""Columns of the guided sections; the other blocks of a fiche stay where they are."""

import json
import uuid
from typing import Any

from initiatives.imports import prose
from initiatives.imports.column import Apply, Column, Context, Values, Write
from initiatives.imports.scalars import simple
from initiatives.models import InitiativePage

# Column → (block of the body, label), in the order in which a fiche tells them.
SECTIONS = {
    "section_besoin": ("need", "Besoin"),
    "section_demarche": ("approach", "Démarche"),
    "section_resultats": ("results", "Résultats"),
    "section_conditions": ("conditions", "Conditions de réussite"),
    "section_cout": ("cost", "Coût et durée"),
}
_ORDER = [block for block, _ in SECTIONS.values()]


def _write(block: str) -> Write:
    def write(page: InitiativePage) -> str:
        child = _find(list(page.body.raw_data), block)
        return prose.to_cell(child["value"]) if child else ""

    return write


def _apply(column: str, block: str) -> Apply:
    def apply(page: InitiativePage, values: Values, context: Context) -> None:
        children = list(page.body.raw_data)
        child, source = _find(children, block), values[column]
        if child is not None and prose.without_keys(child["value"]) == source:
            return
        if child is not None and source:
            children[children.index(child)] = {**child, "value": source}
        elif child is not None:
            children.remove(child)
        elif source:
            new = {"type": block, "value": source, "id": str(uuid.uuid4())}
            children.insert(_place_for(children, block), new)
        page.body = json.dumps(children)  # type: ignore[assignment]  # the field reads it

    return apply


def _find(children: list[dict[str, Any]], block: str) -> dict[str, Any] | None:
    return next((child for child in children if child["type"] == block), None)


def _place_for(children: list[dict[str, Any]], block: str) -> int:
    """Return where a new section goes: after those that come before it in a fiche."""
    before = _ORDER[: _ORDER.index(block)]
    ranks = [rank for rank, child in enumerate(children) if child["type"] in before]
    return ranks[-1] + 1 if ranks else 0


SECTION_COLUMNS = tuple(
    Column(
        column,
        label,
        "Texte simple (paragraphes séparés par une ligne vide, listes en «\u00a0-\u00a0») ou HTML.",
        write=_write(block),
        read=simple(prose.to_html),
        apply=_apply(column, block),
        fields=("body",),
    )
    for column, (block, label) in SECTIONS.items()
)
