"""Turn one text, from a form or a CSV cell, into one commune, or say in French why not."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from .gazetteer import get_gazetteer
from .places import Commune
from .wording import Wording

MAX_CANDIDATES = 20
MAX_SUGGESTIONS = 5
MAX_QUOTED = 60


def resolve_cell(text: str) -> Commune:
    """Return the commune of a CSV cell: INSEE code, name, "name (département)", postcode + name.

    A bare number that is an INSEE code is that code, since this is what exports write; many INSEE
    codes are also the postcode of another commune.

    Raises ValidationError, in French: `unknown_commune` or `ambiguous_commune` with candidates.
    """
    return get_gazetteer().commune(text.strip()) or resolve_typed(text)


def resolve_typed(text: str) -> Commune:
    """Return the commune that a person typed; a bare number may be INSEE code or postcode.

    Raises ValidationError, in French: `unknown_commune` or `ambiguous_commune` with candidates.
    """
    text = text.strip()
    candidates = _candidates(text)
    if not candidates:
        raise ValidationError(_unknown(text), code="unknown_commune")
    if len(candidates) > 1:
        raise ValidationError(_ambiguous(text, candidates), code="ambiguous_commune")
    return candidates[0]


def resolve_typed_or_none(text: str) -> Commune | None:
    """Return the commune that a person typed, or None when it is not one commune."""
    candidates = _candidates(text.strip())
    return candidates[0] if len(candidates) == 1 else None


def validate_commune_code(code: str) -> None:
    """Django validator of an INSEE code; an empty text is accepted."""
    if code and get_gazetteer().commune(code) is None:
        raise ValidationError(
            f"Le code INSEE {_quoted(code)} n’est pas celui d’une commune actuelle "
            "de Bourgogne-Franche-Comté.",
            code="unknown_commune",
        )


def _candidates(text: str) -> Sequence[Commune]:
    gazetteer = get_gazetteer()
    number = Wording.read(text).number
    if not number:
        return gazetteer.named(text)
    by_code = gazetteer.commune(number)
    by_postcode = sorted(gazetteer.with_postcode(number), key=lambda one: -one.population)
    return tuple(dict.fromkeys([by_code, *by_postcode] if by_code else by_postcode))


def _unknown(text: str) -> str:
    message = f"Commune inconnue en Bourgogne-Franche-Comté\u00a0: {_quoted(text)}."
    suggestions = get_gazetteer().search(text, MAX_SUGGESTIONS)
    if suggestions:
        labels = ", ".join(commune.label for commune in suggestions)
        message += f" Vouliez-vous dire\u00a0: {labels}\u00a0?"
    return message


def _ambiguous(text: str, candidates: Sequence[Commune]) -> str:
    labels = ", ".join(commune.label for commune in candidates[:MAX_CANDIDATES])
    more = "…" if len(candidates) > MAX_CANDIDATES else ""
    return (
        f"{_quoted(text)} désigne plusieurs communes\u00a0: {labels}{more}. "
        "Précisez le nom et le département."
    )


def _quoted(text: str) -> str:
    shown = text if len(text) <= MAX_QUOTED else f"{text[:MAX_QUOTED]}…"
    return f"«\u00a0{shown}\u00a0»"
