"""Columns of the organisations: who carries the initiative, who spotted it.

`siret`, `economie` and `labels` are facts about the carrier, which other fiches may share: an empty
cell erases nothing, and two rows that disagree about one organisation are refused.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from hub.territory.folding import fold
from initiatives.beside import links_of
from initiatives.imports import cells, lists
from initiatives.imports.column import CellError, Column, Context, Values
from initiatives.imports.directory import name_key
from initiatives.imports.scalars import simple
from initiatives.imports.wording import did_you_mean, quoted
from initiatives.models import (
    Economy,
    InitiativeOrganisation,
    InitiativePage,
    Organisation,
    OrganisationRole,
)

_NAME_LIMIT = Organisation._meta.get_field("name").max_length
_LABEL_NAMES = {
    code: str(Organisation._meta.get_field(field).verbose_name)
    for code, field in Organisation.LABELS.items()
}
_LABEL_CODES = {
    fold(wording): code for code, name in _LABEL_NAMES.items() for wording in (name, code)
}


def read_names(cell: str) -> tuple[str, ...]:
    """Return the names of organisations, each once whatever its spelling."""
    names = [cells.check_length(cells.one_line(name), _NAME_LIMIT) for name in lists.split(cell)]
    return tuple({name_key(name): name for name in reversed(names)}.values())[::-1]


def read_siret(cell: str) -> str:
    """Return 14 digits, or nothing."""
    return cells.text(Organisation._meta.get_field("siret"))("".join(cell.split()))


def read_labels(cell: str) -> frozenset[str]:
    """Return the codes of labels."""
    unknown = [item for item in lists.split(cell) if fold(item) not in _LABEL_CODES]
    if unknown:
        first, accepted = unknown[0], ", ".join(_LABEL_NAMES)
        raise ValidationError(
            f"{quoted(first)} n’est pas un label connu.{did_you_mean(first, _LABEL_NAMES)} "
            f"Valeurs acceptées\u00a0: {accepted}."
        )
    return frozenset(_LABEL_CODES[fold(item)] for item in lists.split(cell))


def _links(page: InitiativePage, role: OrganisationRole) -> list[Any]:
    return [link for link in links_of(page) if link.role == role]


def _carrier(page: InitiativePage) -> Organisation | None:
    return next((link.organisation for link in _links(page, OrganisationRole.CARRIER)), None)


def _link(
    page: InitiativePage, role: OrganisationRole, names: tuple[str, ...], context: Context
) -> None:
    """Give the page these organisations in a role; the other links stay as they are."""
    current = {name_key(link.organisation.name): link for link in _links(page, role)}
    if list(current) == [name_key(name) for name in names]:
        return
    links = [link for link in page.organisation_links.all() if link.role != role]
    for name in names:
        known = current.get(name_key(name))
        organisation = context.directory.called(name)
        links.append(known or InitiativeOrganisation(role=role, organisation=organisation))
    for rank, link in enumerate(links):
        link.sort_order = rank
    page.organisation_links.set(links)


def _apply_carrier(page: InitiativePage, values: Values, context: Context) -> None:
    if "structure" in values:
        _link(page, OrganisationRole.CARRIER, values["structure"], context)
    carrier = _carrier(page)
    if carrier is not None and carrier.pk is None and values.get("statut"):
        carrier.legal_status = values["statut"]
    for column, facts in _facts(values):
        if carrier is None:
            raise CellError(column, "Cette précision porte sur une structure, et il n’y en a pas.")
        if not all(context.directory.change(carrier, *fact) for fact in facts.items()):
            raise CellError(
                column, f"Une autre ligne dit autre chose de la structure {quoted(carrier.name)}."
            )


def _facts(values: Values) -> list[tuple[str, dict[str, Any]]]:
    """Return (column, fields of the organisation) for the cells that are not empty."""
    facts: list[tuple[str, dict[str, Any]]] = []
    if siret := values.get("siret"):
        facts.append(("siret", {"siret": siret}))
    if economy := values.get("economie"):
        facts.append(("economie", {"economy": economy}))
    if labels := values.get("labels"):
        fields = {field: code in labels for code, field in Organisation.LABELS.items()}
        facts.append(("labels", fields))
    return facts


def _apply_spotters(page: InitiativePage, values: Values, context: Context) -> None:
    _link(page, OrganisationRole.SPOTTER, values["reperee_par"], context)


def _names(page: InitiativePage, role: OrganisationRole) -> str:
    return lists.join(link.organisation.name for link in _links(page, role))


def _labels(page: InitiativePage, names: dict[str, str]) -> str:
    carrier = _carrier(page)
    held = (code for code, field in Organisation.LABELS.items() if getattr(carrier, field, False))
    return lists.join(names[code] for code in held)


def _economy_label(page: InitiativePage) -> str:
    carrier = _carrier(page)
    return str(carrier.get_economy_display()) if carrier and carrier.economy else ""


STRUCTURE_COLUMN = Column(
    "structure",
    "Structure porteuse",
    "Nom de l’organisation, créée si elle est inconnue.",
    write=lambda page: _names(page, OrganisationRole.CARRIER),
    read=simple(read_names),
    apply=_apply_carrier,
    fields=("organisation_links",),
)
SIRET_COLUMN = Column(
    "siret",
    "SIRET de la structure",
    "14 chiffres.",
    write=lambda page: getattr(_carrier(page), "siret", ""),
    read=simple(read_siret),
    apply=_apply_carrier,
    in_page=False,
)
ECONOMY_COLUMNS = (
    Column(
        "economie",
        "Économie",
        "«\u00a0ess\u00a0» ou «\u00a0classique\u00a0».",
        write=lambda page: getattr(_carrier(page), "economy", ""),
        read=simple(cells.choice(Economy)),
        apply=_apply_carrier,
        in_page=False,
    ),
    Column(
        "economie_libelle",
        "Économie (libellé)",
        "Lu quand «\u00a0economie\u00a0» est vide.",
        write=_economy_label,
        label_of="economie",
    ),
    Column(
        "labels",
        "Labels de la structure",
        f"Parmi {', '.join(_LABEL_NAMES)}.",
        write=lambda page: _labels(page, {code: code for code in _LABEL_NAMES}),
        read=simple(read_labels),
        apply=_apply_carrier,
        in_page=False,
    ),
    Column(
        "labels_libelles",
        "Labels de la structure (libellés)",
        "Lu quand «\u00a0labels\u00a0» est vide.",
        write=lambda page: _labels(page, _LABEL_NAMES),
        label_of="labels",
    ),
)
SPOTTER_COLUMN = Column(
    "reperee_par",
    "Repérée par",
    "Nom du partenaire repéreur, créé s’il est inconnu.",
    write=lambda page: _names(page, OrganisationRole.SPOTTER),
    read=simple(read_names),
    apply=_apply_spotters,
)
