"""What a fiche won, when it was checked, and dated figures: rows that pages show."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.schemas import CodedValue, Day, Id
from initiatives.models import Measure, PrizeResult, Verification


class PrizeJson(TypedDict):
    """Résultat au prix d’une année."""

    id: Id
    year: Annotated[int, Field(description="Édition du prix.", examples=[2022])]
    stage: Annotated[CodedValue, Field(description="Jusqu’où l’initiative est allée.")]
    category: Annotated[str, Field(description="Catégorie.")]
    mention: Annotated[str, Field(description="Rang ou mention.")]
    awarded_on: Annotated[Day | None, Field(description="Jour de la remise.")]


class VerificationJson(TypedDict):
    """Relecture d’une fiche."""

    verified_on: Day
    changes: Annotated[str, Field(description="Ce qui a changé ; vide : rien.")]


class MeasureJson(TypedDict):
    """Chiffre daté."""

    value: Annotated[float, Field(description="Valeur.", examples=[1250.0])]
    unit: Annotated[str, Field(description="Unité.", examples=["vues"])]
    measured_on: Day
    source: Annotated[str, Field(description="Où il a été relevé.")]


def day_json(day: Any) -> str | None:
    """Return a day, None for none."""
    return day.isoformat() if day else None


def prize_json(result: PrizeResult) -> PrizeJson:
    """Return what was won, or nearly."""
    return {
        "id": str(result.uid),
        "year": result.year,
        "stage": {"code": result.stage, "label": result.get_stage_display()},
        "category": result.category,
        "mention": result.mention,
        "awarded_on": day_json(result.awarded_on),
    }


def verification_json(check: Verification) -> VerificationJson:
    """Return a verification; who made it stays with us."""
    return {"verified_on": check.verified_on.isoformat(), "changes": check.changes}


def measures_json(page: Any) -> list[MeasureJson]:
    """Return the dated figures of a page, the newest first."""
    return [
        {
            "value": float(one.value),
            "unit": one.unit,
            "measured_on": one.measured_on.isoformat(),
            "source": one.source,
        }
        for one in _measures(page)
    ]


def _measures(page: Any) -> list[Measure]:
    return list(page.measures.all())
