"""Terms of the vocabularies as other things carry them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.schemas import CodedValue
from initiatives.models.vocabulary import Scheme, Term


class CharacterisationJson(TypedDict):
    """Terme de la grille donné à une initiative, et pourquoi."""

    scheme: Annotated[CodedValue, Field(description="Vocabulaire.")]
    term: Annotated[CodedValue, Field(description="Terme.")]
    evidence: Annotated[str, Field(description="La phrase qui dit pourquoi il convient.")]


def coded(code: str, label: str) -> CodedValue | None:
    """Return a code with its label, None for an empty code."""
    return {"code": code, "label": label} if code else None


def choice_json(page: Any, field: str) -> CodedValue | None:
    """Return the choice of a field, None where none was made."""
    return coded(getattr(page, field), getattr(page, f"get_{field}_display")())


def term_json(term: Term | None) -> CodedValue | None:
    """Return a term by its code, None for none."""
    return coded(term.slug, term.name) if term else None


def characterisation_json(given: Any) -> CharacterisationJson:
    """Return a term of the grid with its evidence."""
    scheme = Scheme(given.tag.scheme)
    return {
        "scheme": {"code": scheme.value, "label": str(scheme.label)},
        "term": {"code": given.tag.slug, "label": given.tag.name},
        "evidence": given.evidence,
    }
