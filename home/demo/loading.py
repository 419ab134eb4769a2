"""Loads the demo, family by family, each in one transaction."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass

from django.db import transaction

from home.demo.batch import BATCH, Advance
from home.demo.console import Teller
from home.demo.documents import load_documents
from home.demo.events import load_events
from home.demo.fiches import load_fiches
from home.demo.front import load_front
from home.demo.measures import load_measures
from home.demo.organisations import load_organisations
from home.demo.people import load_people
from home.demo.pictures import load_pictures
from home.demo.prizes import load_prizes
from home.demo.programme import load_programme
from home.demo.publications import load_publications
from home.demo.reports import load_reports
from home.demo.themes import load_themes
from home.site_tree import set_up_site
from hub.content.models.seed import SeedRecord


@dataclass(frozen=True)
class Step:
    """A family of the demo.

    A step that writes files is not one transaction: undone, it would leave the files behind.
    """

    label: str
    load: Callable[[Advance], None]
    writes_files: bool = False


def _load_tree(advance: Advance) -> None:
    set_up_site()
    advance(1, 1)


# Each step leans on those before it only.
STEPS = (
    Step("Arborescence et vocabulaires", _load_tree),
    Step("Organisations", load_organisations),
    Step("Personnes fictives", load_people),
    Step("Images", load_pictures, writes_files=True),
    Step("Document", load_documents, writes_files=True),
    Step("Initiatives", load_fiches),
    Step("Événements", load_events),
    Step("Prix, vidéos et histoires", load_prizes),
    Step("Publications", load_publications),
    Step("Comptes rendus", load_reports),
    Step("Mesures", load_measures),
    Step("Thèmes", load_themes),
    Step("Le programme", load_programme),
    Step("Accueil et identité", load_front),
)


def load_demo(teller: Teller) -> int:
    """Make what the demo has never made; return how many objects that was.

    Stopped half-way, it leaves whole families, and the next run makes the others.
    """
    before = _made()
    for step in STEPS:
        with (
            teller.step(step.label) as advance,
            nullcontext() if step.writes_files else transaction.atomic(),
        ):
            step.load(advance)
    return _made() - before


def forget_missing() -> int:
    """Forget what the demo made and that is gone, so that it may be made again; return how much."""
    gone = [record.pk for record in SeedRecord.objects.filter(batch=BATCH) if record.made is None]
    return SeedRecord.objects.filter(pk__in=gone).delete()[0]


def _made() -> int:
    return SeedRecord.objects.filter(batch=BATCH).count()
