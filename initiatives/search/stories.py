"""Stories, videos, reports: they have the terms, the place and the organisations of their fiches.

A fiche that the public may not see gives nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Prefetch
from wagtail.models import Page

from hub.plugins.declarations import Described, DocumentSpec
from initiatives.models import (
    EventPage,
    EventReportPage,
    InitiativePage,
    LaureateStoryPage,
    PrizeResult,
    ReportInitiative,
    ReportOrganisation,
    VideoPage,
)
from initiatives.search.fiches import GIVEN_BY, laureate_values
from initiatives.search.inherited import (
    joined,
    names_of,
    place_values,
    point_of,
    shown_fiche,
    values_of,
    visible_fiches,
)
from initiatives.search.texts import each_once, place_names, rich_text, stream_texts

PagesOf = Callable[[Any], Any]


def depends_through(pages_about: PagesOf) -> Mapping[str, PagesOf]:
    """Return what pages depend on through their fiches; takes which pages speak of some fiches."""

    def through(fiches_of: PagesOf) -> PagesOf:
        return lambda changed: pages_about(fiches_of(changed).order_by().values("pk"))

    return {
        "initiatives.InitiativePage": lambda fiche: pages_about([fiche.pk]),
        **{label: through(fiches_of) for label, fiches_of in GIVEN_BY.items()},
    }


def read_stories(stories: Any) -> Any:
    """Add to stories what `describe_story` needs."""
    return stories.select_related("prize_result").prefetch_related(
        Prefetch("prize_result__initiative", visible_fiches())
    )


def describe_story(story: LaureateStoryPage) -> Described:
    """Return the texts of a story, and what its fiche gives."""
    result = story.prize_result
    fiche = shown_fiche(result) if result else None
    texts = [story.summary, story.quote, story.quote_author, *stream_texts(story.body)]
    if result:
        texts.append(result.award_label)
    if fiche:
        texts += [fiche.title, *names_of(fiche)]
    awards = [result] if result and result.is_laureate else []
    return Described(
        texts=each_once(texts),
        values=joined([values_of(fiche) if fiche else {}, laureate_values(awards)]),
        day=(result.awarded_on or datetime.date(result.year, 1, 1)) if result else None,
        point=point_of(fiche) if fiche else None,
    )


def stories_about(fiches: Any) -> Any:
    """Return the stories of fiches."""
    return LaureateStoryPage.objects.filter(prize_result__initiative__in=fiches)


def stories_of(result: PrizeResult) -> Any:
    """Return the stories of a result."""
    return LaureateStoryPage.objects.filter(prize_result=result)


def read_videos(videos: Any) -> list[VideoPage]:
    """Return videos with what `describe_video` needs."""
    read = list(videos.prefetch_related("subjects"))
    keys = {link.page_id for video in read for link in video.subjects.all()}
    found: dict[int, Any] = {one.pk: one for one in visible_fiches().filter(pk__in=keys)}
    found |= {one.pk: one for one in EventPage.objects.visible().filter(pk__in=keys)}
    for video in read:
        links = video.subjects.all()
        video.searched_with = [found[one.page_id] for one in links if one.page_id in found]
    return read


def describe_video(video: VideoPage) -> Described:
    """Return the texts of a video, what is said in it included, and what its subjects give."""
    subjects: list[Any] = video.searched_with
    fiches = [one for one in subjects if isinstance(one, InitiativePage)]
    events = [one for one in subjects if isinstance(one, EventPage)]
    texts = [
        video.summary,
        video.speakers,
        *(str(child.value["title"]) for child in video.chapters if child.block_type == "chapter"),
        rich_text(video.transcript),
        *_given(fiches, events),
    ]
    return Described(
        texts=each_once(texts),
        values=joined([*map(values_of, fiches), *map(place_values, events)]),
        day=video.published_on,
        point=next(filter(None, map(point_of, subjects)), None),
    )


def videos_about(pages: Any) -> Any:
    """Return the videos about these pages."""
    return VideoPage.objects.filter(subjects__page__in=pages)


def read_reports(reports: Any) -> list[EventReportPage]:
    """Return reports with what `describe_report` needs."""
    cited = ReportInitiative.objects.prefetch_related(Prefetch("initiative", visible_fiches()))
    organisations = ReportOrganisation.objects.select_related("organisation")
    read = list(
        reports.prefetch_related(
            Prefetch("initiative_links", cited), Prefetch("organisation_links", organisations)
        )
    )
    above = {one.path[: -Page.steplen] for one in read}
    events = {one.path: one for one in EventPage.objects.visible().filter(path__in=above)}
    for report in read:
        report.searched_with = events.get(report.path[: -Page.steplen])
    return read


def describe_report(report: EventReportPage) -> Described:
    """Return the texts of a report, and what its event and the fiches that it cites give."""
    event = report.searched_with
    events = [event] if event else []
    fiches = [fiche for one in report.initiative_links.all() if (fiche := shown_fiche(one))]
    texts = [
        report.summary,
        report.profiles,
        *stream_texts(report.body),
        *(link.organisation.name for link in report.organisation_links.all()),
        *_given(fiches, events),
    ]
    return Described(
        texts=each_once(texts),
        values=joined([*map(place_values, events), *map(values_of, fiches)]),
        day=event.start_date if event else None,
        point=next(filter(None, map(point_of, [*events, *fiches])), None),
    )


def reports_about(fiches: Any) -> Any:
    """Return the reports that cite fiches."""
    return EventReportPage.objects.filter(initiative_links__initiative__in=fiches)


def _given(fiches: Iterable[InitiativePage], events: Iterable[EventPage]) -> Iterable[str]:
    """Yield the titles of pages that are spoken of, and the names that they give."""
    for fiche in fiches:
        yield fiche.title
        yield from names_of(fiche)
    for event in events:
        yield event.title
        yield from place_names(event)


STORY = DocumentSpec(
    name="laureat",
    singular="histoire de lauréat",
    plural="histoires de lauréats",
    model="initiatives.LaureateStoryPage",
    describe=describe_story,
    read=read_stories,
    cards=lambda pages: pages.for_cards(),
    card="search/cards/laureat.html",
    depends_on={**depends_through(stories_about), "initiatives.PrizeResult": stories_of},
)
VIDEO = DocumentSpec(
    name="video",
    singular="vidéo",
    plural="vidéos",
    model="initiatives.VideoPage",
    describe=describe_video,
    read=read_videos,
    cards=lambda pages: pages.for_cards(),
    card="search/cards/video.html",
    depends_on={
        **depends_through(videos_about),
        "initiatives.EventPage": lambda event: videos_about([event.pk]),
    },
)
REPORT = DocumentSpec(
    name="compte-rendu",
    singular="compte rendu",
    plural="comptes rendus",
    model="initiatives.EventReportPage",
    describe=describe_report,
    read=read_reports,
    cards=lambda pages: pages.for_cards(),
    card="search/cards/compte-rendu.html",
    depends_on={
        **depends_through(reports_about),
        "initiatives.EventPage": EventReportPage.objects.child_of,
        "initiatives.Organisation": lambda one: (
            EventReportPage.objects.filter(organisation_links__organisation=one)
            | reports_about(GIVEN_BY["initiatives.Organisation"](one).values("pk"))
        ),
    },
)
