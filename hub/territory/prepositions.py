"""The words before a place: « dans le Doubs », « en Côte-d’Or », « autour du Creusot »."""

import re
from dataclasses import dataclass

from .places import Commune, Departement, Epci


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """How a territory is called, and said to hold something (« dans le Doubs », « du Doubs »)."""

    title: str
    inside: str
    of: str


# Usage decides, not a rule: one says « en Saône-et-Loire » but « dans l’Yonne ».
_DEPARTEMENTS = {
    "21": ("en Côte-d’Or", "de la Côte-d’Or"),
    "25": ("dans le Doubs", "du Doubs"),
    "39": ("dans le Jura", "du Jura"),
    "58": ("dans la Nièvre", "de la Nièvre"),
    "70": ("en Haute-Saône", "de la Haute-Saône"),
    "71": ("en Saône-et-Loire", "de Saône-et-Loire"),
    "89": ("dans l’Yonne", "de l’Yonne"),
    "90": ("dans le Territoire de Belfort", "du Territoire de Belfort"),
}
# The legal forms, as the gazetteer abbreviates them.
_KINDS = {
    "CC": "communauté de communes",
    "CA": "communauté d’agglomération",
    "CU": "communauté urbaine",
}
_ELIDED = re.compile(r"(?:[AEIOUYÀÂÉÈÊËÎÏÔŒ]|H[éeiy])")


def words_of_departement(departement: Departement) -> PlaceWords:
    """Return how a département is called."""
    inside, of = _DEPARTEMENTS[departement.code]
    return PlaceWords(departement.label, inside, of)


def words_of_epci(epci: Epci) -> PlaceWords:
    """Return how an EPCI is called: its legal form in full letters, then its name."""
    label = " ".join(epci.label.split())
    form, _, name = label.partition(" ")
    kind = _KINDS.get(form)
    if kind is None:  # a métropole bears its name alone
        return PlaceWords(label, f"à {label}", f"de {label}")
    full = f"{kind} {name}"
    return PlaceWords(full[0].upper() + full[1:], f"dans la {full}", f"de la {full}")


def of_commune(commune: Commune) -> str:
    """Return « de Dole », « d’Autun », « du Creusot », « des Rousses », « de La Charité »."""
    name = commune.short_label
    if name.startswith("Le "):
        return f"du {name[3:]}"
    if name.startswith("Les "):
        return f"des {name[4:]}"
    return f"d’{name}" if _ELIDED.match(name) else f"de {name}"
