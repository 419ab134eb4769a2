"""The 163 fiches of the demo, through the very import that a programme uses for its own."""

import csv
import io
from collections.abc import Iterable

from home.demo.batch import BATCH, Advance, fill, known
from home.demo.people import EXPIRED_ON, SHOWN_ON
from home.demo.pictures import INITIATIVES, picture_of
from home.demo.streams import Block, figure, figures, quote
from hub.content.models.seed import SeedRecord, remember
from initiatives.imports.service import import_initiatives
from initiatives.models import (
    InitiativeIndexPage,
    InitiativePage,
    Organisation,
    Verification,
)

# A fiche may hold more than the guided sections: one shows how.
MORE_BLOCKS: dict[str, list[Block]] = {
    SHOWN_ON: [
        figures(
            "La semaine du cabinet",
            figure("39", "par semaine, sur cinq jours, avant l’essai", unit="h"),
            figure("35", "par semaine, sur quatre jours, depuis", unit="h"),
        ),
        quote(
            "Le vendredi, le chantier continue sans moi, et c’est très bien ainsi.",
            "Une géomètre imaginaire",
            "exemple fictif",
        ),
    ],
}
PEOPLE = {SHOWN_ON: "personne/camille-exemple", EXPIRED_ON: "personne/dominique-fictif"}


class DemoContentError(Exception):
    """The demo content itself is wrong."""


def load_fiches(advance: Advance) -> None:
    """Import the fiches that were never made here and that no editor has.

    Raises DemoContentError where the import refuses a row.
    """
    index = InitiativeIndexPage.objects.order_by("path").first()
    rows = _missing_rows()
    if index is None or not rows:
        return
    already = set(Organisation.objects.values_list("pk", flat=True))
    report = import_initiatives(_as_csv(rows), parent=index, progress=advance)
    if report.refused:
        raise DemoContentError("\n".join(map(str, report.refused)))
    # Recorded before the fiches that name them: what is taken away goes in the reverse order.
    for carrier in Organisation.objects.exclude(pk__in=already):
        remember(BATCH, f"organisation/{carrier.slug}", carrier)
    pages = InitiativePage.objects.select_related("latest_revision")
    made = pages.in_bulk(report.created.values())
    for key, pk in report.created.items():
        _complete(key, made[pk])
        remember(BATCH, f"fiche/{key}", made[pk])
    _remember_verifications(report.created.values())


def tag_names() -> set[str]:
    """Return the free tags that the fiches of the demo carry."""
    return {name for row in _rows() for name in row["etiquettes"].split("|") if name}


def _rows() -> list[dict[str, str]]:
    with INITIATIVES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _missing_rows() -> list[dict[str, str]]:
    made = SeedRecord.objects.filter(batch=BATCH).values_list("key", flat=True)
    unwanted = {key.removeprefix(f"{BATCH}:fiche/") for key in made}
    standing = set(InitiativePage.objects.values_list("import_key", flat=True))
    return [row for row in _rows() if row["cle"] not in unwanted | standing]


def _as_csv(rows: list[dict[str, str]]) -> io.StringIO:
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    table.seek(0)
    return table


def _complete(key: str, page: InitiativePage) -> None:
    """Give a fiche what no column of the table holds, in its row and in its published revision.

    Publishing it a second time would say the same at four times the price.
    """
    page.picture = picture_of(key)
    page.contact = known(PEOPLE[key]) if key in PEOPLE else None
    more = MORE_BLOCKS.get(key, [])
    if more:
        fill(page, body=[*page.body.raw_data, *more])
    if page.picture or page.contact or more:
        page.save(clean=False, update_fields=["picture", "contact", "body"])
        page.latest_revision.content = page.serializable_data()
        page.latest_revision.save(update_fields=["content"])


def _remember_verifications(pages: Iterable[int]) -> None:
    checks = Verification.objects.filter(initiative__in=list(pages)).select_related("initiative")
    for check in checks:
        key = f"verification/{check.initiative.import_key}/{check.verified_on}"
        remember(BATCH, key, check)
