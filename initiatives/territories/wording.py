"""What is said of a territory in a sentence."""

from __future__ import annotations

from hub.content.text import counted
from hub.territory.prepositions import words_of_departement
from initiatives.territories.territory import Territory

REGION = "Bourgogne-Franche-Comté"


def presented(found: Territory) -> str:
    """Return its communes and inhabitants, and over which départements an EPCI lies."""
    held = counted(len(found.communes), "commune", "communes")
    people = counted(found.population, "habitant", "habitants")
    where = _where(found)
    if found.reaches_beyond:
        return f"{held} et {people} en {REGION}{where} ; d’autres communes hors de la région."
    return f"{held} et {people}{where}."


def described(found: Territory, total: int) -> str:
    """Return what search engines show of its page."""
    if not total:
        return f"{found.title} : {presented(found)} Les initiatives repérées tout autour."
    fiches = counted(total, "initiative repérée", "initiatives repérées")
    return f"{fiches} {found.words.inside} : qui fait quoi, où, les témoignages et les rendez-vous."


def _where(found: Territory) -> str:
    if found.is_departement:
        return ""
    inside = [words_of_departement(one).inside for one in found.departements]
    return f", {', '.join(inside[:-1])} et {inside[-1]}" if len(inside) > 1 else f", {inside[0]}"
