"""The closed table of columns, in the order in which an export prints them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from initiatives.imports import cells, tags
from initiatives.imports.characterising import columns_of
from initiatives.imports.column import Column
from initiatives.imports.headcounts import HEADCOUNT_COLUMNS
from initiatives.imports.organisations import (
    ECONOMY_COLUMNS,
    SIRET_COLUMN,
    SPOTTER_COLUMN,
    STRUCTURE_COLUMN,
)
from initiatives.imports.places import DERIVED_PLACE_COLUMNS, PLACE_COLUMNS
from initiatives.imports.scalars import (
    assign,
    assign_unless_empty,
    field_of,
    simple,
    term_columns,
    text_column,
    written,
)
from initiatives.imports.sections import SECTION_COLUMNS
from initiatives.imports.verifications import VERIFICATION_COLUMN
from initiatives.models import InitiativePage, Scheme
from initiatives.models.initiative import Nature

KEY = "cle"
TITLE = "titre"


def _required(read: Any) -> Any:
    def read_required(cell: str) -> str:
        value: str = read(cell)
        if not value:
            raise ValidationError("Cette cellule est obligatoire.")
        return value

    return read_required


def key_of(page: InitiativePage) -> str:
    """Return the key of a page: the one it came with or, failing that, its identity."""
    return page.import_key or str(page.uid)


def _modified(page: InitiativePage) -> str:
    """When the public version changed: an export does not tell that somebody prepares another."""
    moment = page.last_published_at
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""


COLUMNS: tuple[Column, ...] = (
    Column(
        KEY,
        "Clé",
        "Identifie la fiche d’un import à l’autre (obligatoire, unique), par exemple "
        "«\u00a0les-delices-bleus\u00a0».",
        write=key_of,
        read=simple(_required(cells.text(field_of("import_key")))),
        fields=("import_key",),
    ),
    Column(
        TITLE,
        "Titre",
        "Nom de l’initiative, obligatoire pour une nouvelle fiche.",
        write=written("title"),
        read=simple(_required(cells.text(field_of("title")))),
        apply=assign(TITLE, "title"),
        fields=("title", "draft_title", "slug"),
    ),
    text_column("titre_cite", "quoted_title", "Titre cité", "Sans guillemets."),
    text_column("resume", "summary", "Résumé", "Une ou deux phrases, 400 caractères au plus."),
    STRUCTURE_COLUMN,
    SIRET_COLUMN,
    *term_columns(
        "statut", "legal_status", Scheme.LEGAL_STATUS, "Statut juridique",
        "Par exemple «\u00a0association\u00a0» ou «\u00a0scop\u00a0».",
    ),
    *ECONOMY_COLUMNS,
    text_column("activite", "activity", "Activité"),
    *term_columns(
        "secteur", "sector", Scheme.SECTOR, "Secteur d’activité",
        "Section de la NAF rév. 2, de A à U.",
    ),
    *HEADCOUNT_COLUMNS,
    *columns_of(
        "centree_sur", Scheme.CENTRED_ON, "Centrée sur",
        "individu, territoire, entreprise\u00a0: un terme au moins.",
    ),
    *columns_of(
        "en_lien_avec", Scheme.LINKED_TO, "En lien avec",
        "procedure, organisation, legislation, conception\u00a0: un terme au moins.",
    ),
    *columns_of("themes", Scheme.THEME, "Thèmes QVCT", "Codes des thèmes."),
    *columns_of("publics", Scheme.PUBLIC, "Publics", "Codes des publics."),
    *columns_of("leviers", Scheme.LEVER, "Leviers", "Codes des leviers."),
    Column(
        "etiquettes",
        "Étiquettes libres",
        "Mots libres, par exemple «\u00a0coworking|mobilité\u00a0».",
        write=tags.write,
        read=tags.read,
        apply=tags.apply,
        fields=("tags",),
    ),
    Column(
        "annee",
        "Année de recensement",
        "De 2012 à 2100\u00a0; vide\u00a0: l’année en cours pour une nouvelle fiche, inchangée "
        "sinon.",
        write=written("year"),
        read=simple(cells.integer(field_of("year"))),
        apply=assign_unless_empty("annee", "year"),
        fields=("year",),
    ),
    *term_columns(
        "maturite", "maturity", Scheme.MATURITY, "Maturité",
        "idee, experimentation, deployee, essaimee ou arretee.",
    ),
    Column(
        "nature",
        "Nature",
        f"{', '.join(Nature.values)}.",
        write=written("nature"),
        read=simple(cells.choice(Nature)),
        apply=assign("nature", "nature"),
        fields=("nature",),
    ),
    Column(
        "nature_libelle",
        "Nature (libellé)",
        "Lu quand «\u00a0nature\u00a0» est vide.",
        write=lambda page: str(page.get_nature_display()),
        label_of="nature",
    ),
    text_column("besoin", "need", "Besoin auquel elle répond", "Une phrase."),
    *PLACE_COLUMNS,
    text_column("site_web", "website", "Site web", "Adresse complète, avec https://."),
    SPOTTER_COLUMN,
    *SECTION_COLUMNS,
    VERIFICATION_COLUMN,
    Column(
        "fictive",
        "Initiative fictive",
        "oui ou non\u00a0; vide\u00a0: non.",
        write=lambda page: "oui" if page.is_fictitious else "non",
        read=simple(cells.yes_or_no),
        apply=assign("fictive", "is_fictitious"),
        fields=("is_fictitious",),
    ),
    *DERIVED_PLACE_COLUMNS,
    Column("uid", "Identifiant", "", write=lambda page: str(page.uid)),
    Column("adresse_page", "Adresse de la page", "", write=lambda page: page.full_url or ""),
    Column("modifiee_le", "Modifiée le", "", write=_modified),
)  # fmt: skip

BY_NAME = {column.name: column for column in COLUMNS}


def column_of_field(field: str) -> str:
    """Return the name of the column that shows the errors of a field, or the field itself."""
    return next((column.name for column in COLUMNS if field in column.fields), field)
