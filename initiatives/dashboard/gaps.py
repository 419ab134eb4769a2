"""What published pages lack."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from initiatives.models import Characterisation, EventPage, EventReportPage, Scheme, VideoPage
from initiatives.models.initiative import InitiativePage

# A letter outside tags: the editor of rich text keeps an empty paragraph where nothing is written.
SAYS_SOMETHING = r"(^|>)[^<]*[^<\s]"


def without_place(fiches: Any) -> QuerySet[InitiativePage]:
    """Keep the published fiches that have neither a commune nor a point."""
    return _by_title(fiches.filter(live=True, commune_code="", latitude=None))


def without_picture(fiches: Any) -> QuerySet[InitiativePage]:
    """Keep the published fiches that show a drawn landscape."""
    return _by_title(fiches.filter(live=True, picture=None))


def without_theme(fiches: Any) -> QuerySet[InitiativePage]:
    """Keep the published fiches that no theme leads to."""
    given = Characterisation.objects.filter(content_object=OuterRef("pk"), tag__scheme=Scheme.THEME)
    return _by_title(fiches.filter(~Exists(given), live=True))


def without_report(events: Any) -> QuerySet[EventPage]:
    """Keep the published events that are over and whose report nobody began, the last one first."""
    reports = EventReportPage.objects.filter(path__startswith=OuterRef("path"))
    found: QuerySet[EventPage] = events.past().filter(~Exists(reports), live=True)
    return found


def without_transcript(videos: Any) -> QuerySet[VideoPage]:
    """Keep the published videos whose words can only be heard."""
    silent = videos.filter(live=True).exclude(transcript__regex=SAYS_SOMETHING)
    found: QuerySet[VideoPage] = silent.order_by("title", "pk")
    return found


def _by_title(fiches: Any) -> QuerySet[InitiativePage]:
    found: QuerySet[InitiativePage] = fiches.by_title()
    return found
