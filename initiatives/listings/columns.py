"""What the lists show of a page, on the screen and in a spreadsheet."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn

UPDATED = "Dernière modification"
# The other columns, as narrow as they can be, leave as much on a screen of 768 pixels.
TITLE_WIDTH = "28%"


def shown_columns(facts: Sequence[Column], title_key: str) -> list[BaseColumn]:
    """Return the columns on the screen: what every type has, around the facts of one type.

    `title_key` is what sorts by title.
    """
    revised = "latest_revision_created_at"
    return [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn(
            "title", label="Titre", sort_key=title_key, classname="title", width=TITLE_WIDTH
        ),
        *facts,
        PageStatusColumn("status", label="État", sort_key="live"),
        DateColumn(revised, label="Modifiée", sort_key=revised),
    ]


def exported_columns(facts: Sequence[Column]) -> list[Column]:
    """Return the columns of the spreadsheet, in the order of the screen."""
    return [
        Column("title", label="Titre", accessor="get_admin_display_title"),
        *facts,
        Column("status", label="État", accessor=state_label),
        Column("updated", label=UPDATED, accessor=updated_on),
    ]


def state_label(page: Any) -> str:
    """Return the state of a page, in the words of the filter."""
    if not page.live:
        return "Brouillon"
    return "Modifications non publiées" if page.has_unpublished_changes else "Publiée"


def updated_on(page: Any) -> datetime.date | None:
    """Return the day, in Paris, of the last revision; None where there is none."""
    moment = page.latest_revision_created_at
    return timezone.localdate(moment) if moment else None


def commune_name(page: Any) -> str:
    """Return the commune of a placed page, or nothing."""
    return page.commune.name if page.commune else ""


COMMUNE = Column("commune", label="Commune", accessor=commune_name)
DEPARTEMENT = Column("departement", label="Département", accessor="departement_label")
# Both in one column: « Flagey (Doubs) ».
PLACE = Column("place", label="Lieu", accessor="place_label", sort_key="departement")


def yes_or_no(answer: Any) -> str:
    """Return how a list says whether something is there."""
    return "Oui" if answer else "Non"
