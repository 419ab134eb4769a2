"""Columns of the headcount: a number, its year, or a class when the number is not known."""

from initiatives.headcount import headcount_slug
from initiatives.imports import cells
from initiatives.imports.column import Column, Context, Values
from initiatives.imports.scalars import assign, field_of, simple, written
from initiatives.imports.terms import code_of, label_of, read_term
from initiatives.models import InitiativePage, Scheme


def _apply(page: InitiativePage, values: Values, context: Context) -> None:
    """A number decides alone; a class that does not hold the old number replaces it."""
    if "effectif" in values:
        page.headcount = values["effectif"]
    if "tranche" in values and values.get("effectif") is None:
        term = values["tranche"]
        if term is not None and page.headcount is not None:
            slug = headcount_slug(page.headcount)
            page.headcount = page.headcount if term.slug == slug else None
        if page.headcount is None:
            page.headcount_class = term
    if page.headcount is not None:
        slug = headcount_slug(page.headcount)
        page.headcount_class = context.terms.find(Scheme.HEADCOUNT, slug)


def _write_class(page: InitiativePage) -> str:
    return "" if page.headcount is not None else code_of(page.headcount_class)


HEADCOUNT_COLUMNS = (
    Column(
        "effectif",
        "Effectif",
        "Nombre de personnes.",
        write=written("headcount"),
        read=simple(cells.integer(field_of("headcount"))),
        apply=_apply,
        fields=("headcount",),
    ),
    Column(
        "effectif_annee",
        "Année de l’effectif",
        "Année sur quatre chiffres.",
        write=written("headcount_year"),
        read=simple(cells.integer(field_of("headcount_year"))),
        apply=assign("effectif_annee", "headcount_year"),
        fields=("headcount_year",),
    ),
    Column(
        "tranche",
        "Tranche d’effectif",
        "Code INSEE (NN, 00, 01, 02… 53), quand «\u00a0effectif\u00a0» est vide\u00a0; ignoré "
        "sinon.",
        write=_write_class,
        read=read_term(Scheme.HEADCOUNT),
        apply=_apply,
        fields=("headcount_class",),
    ),
    Column(
        "tranche_libelle",
        "Tranche d’effectif (libellé)",
        "Lu quand «\u00a0tranche\u00a0» est vide.",
        write=lambda page: label_of(page.headcount_class),
        label_of="tranche",
    ),
)
