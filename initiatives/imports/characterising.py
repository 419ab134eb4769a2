"""Columns of the grid, the themes, the publics and the levers, with their evidence."""

from collections.abc import Iterable
from typing import Any

from initiatives.beside import given_to
from initiatives.imports import lists
from initiatives.imports.column import Apply, CellError, Column, Context, Values, Write
from initiatives.imports.terms import code_of, label_of, read_evidence, read_terms
from initiatives.imports.wording import quoted
from initiatives.models import Characterisation, InitiativePage, Scheme
from initiatives.models.vocabulary import CHARACTERISATION_SCHEMES

_RANK = {scheme: rank for rank, scheme in enumerate(CHARACTERISATION_SCHEMES)}


def columns_of(name: str, scheme: Scheme, label: str, description: str) -> tuple[Column, ...]:
    """Return the columns codes, labels and evidence of a vocabulary."""
    evidence = f"{name}_pourquoi"
    apply = _characterise(scheme, name, evidence)
    return (
        Column(
            name,
            label,
            description,
            write=lambda page: lists.join(code_of(one.tag) for one in given(page, scheme)),
            read=read_terms(scheme),
            apply=apply,
            fields=("characterisations",),
        ),
        Column(
            f"{name}_libelles",
            f"{label} (libellés)",
            f"Lu quand «\u00a0{name}\u00a0» est vide.",
            write=lambda page: lists.join(label_of(one.tag) for one in given(page, scheme)),
            label_of=name,
        ),
        Column(
            evidence,
            f"{label}\u00a0: pourquoi",
            "Une phrase par terme\u00a0: «\u00a0code: phrase|code: phrase\u00a0».",
            write=_write_evidence(scheme),
            read=read_evidence(scheme),
            apply=apply,
        ),
    )


def given(page: InitiativePage, scheme: Scheme) -> list[Any]:
    """Return what a page says in a vocabulary, in the editor's order."""
    return [one for one in given_to(page) if one.tag.scheme == scheme]


def _write_evidence(scheme: Scheme) -> Write:
    def write(page: InitiativePage) -> str:
        said = (one for one in given(page, scheme) if one.evidence)
        return lists.join(f"{code_of(one.tag)}: {one.evidence}" for one in said)

    return write


def _characterise(scheme: Scheme, name: str, evidence: str) -> Apply:
    def apply(page: InitiativePage, values: Values, context: Context) -> None:
        current = {one.tag: one for one in given(page, scheme)}
        wanted = values.get(name, tuple(current))
        reasons = values.get(evidence, {})
        for term in reasons:
            if term not in wanted:
                raise CellError(
                    evidence,
                    f"{quoted(code_of(term))} a une phrase mais n’est pas un terme de la fiche.",
                )
        kept = [current.get(term) or Characterisation(tag=term) for term in wanted]
        if evidence in values:
            for one in kept:
                one.evidence = reasons.get(one.tag, "")
        others = (one for one in page.characterisations.all() if one.tag.scheme != scheme)
        page.characterisations.set(_in_order([*others, *kept]))

    return apply


def _in_order(characterisations: Iterable[Characterisation]) -> list[Characterisation]:
    ordered = sorted(characterisations, key=lambda one: _RANK[Scheme(one.tag.scheme)])
    for rank, one in enumerate(ordered):
        one.sort_order = rank
    return ordered
