"""Videos as the API gives them: their addresses, never a player."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.api.context import ApiContext
from hub.content.api.html import clean_html, needs_of_html
from hub.content.api.reading import Need
from hub.content.api.registry import PageResource
from hub.content.api.schemas import Address, CodedValue, Day, PageJson, PageRef
from initiatives.api.history import MeasureJson, day_json, measures_json
from initiatives.api.links import needs_of_pages, refs_in_order, related_keys
from initiatives.api.terms import coded
from initiatives.models import VideoPage


class ChapterJson(TypedDict):
    """Chapitre d’une vidéo."""

    start: Annotated[int, Field(description="Début, en secondes.", examples=[75])]
    title: Annotated[str, Field(description="Titre.")]
    url: Address


class VideoJson(PageJson):
    """Vidéo ; `image` est son affiche, servie par nous."""

    video_url: Annotated[str | None, Field(description="Adresse de la vidéo sur YouTube.")]
    youtube_id: Annotated[str | None, Field(description="Identifiant de la vidéo sur YouTube.")]
    start: Annotated[int, Field(description="Instant de départ, en secondes.")]
    published_on: Annotated[Day | None, Field(description="Date de la vidéo.")]
    duration: Annotated[str | None, Field(description="Durée ISO 8601.", examples=["PT3M20S"])]
    language: Annotated[CodedValue | None, Field(description="Langue dans laquelle on parle.")]
    speakers: Annotated[str, Field(description="Qui parle.")]
    chapters: Annotated[list[ChapterJson], Field(description="Chapitres.")]
    transcript: Annotated[str, Field(description="Transcription, en HTML.")]
    subjects: Annotated[list[PageRef], Field(description="Pages dont parle la vidéo.")]
    measures: Annotated[list[MeasureJson], Field(description="Chiffres datés.")]
    related: Annotated[list[PageRef], Field(description="À lire aussi.")]


def read_videos(pages: Any, ctx: ApiContext) -> Iterable[VideoPage]:
    """Read videos with all that is written of them."""
    found: Iterable[VideoPage] = pages.prefetch_related("subjects", "measures")
    return found


def needs_of_video(page: VideoPage) -> Iterator[Need]:
    """Yield the pages that it leads to, those of its transcript included."""
    yield from needs_of_pages([*_subjects(page), *related_keys(page)])
    yield from needs_of_html(page.transcript)


def write_video(page: VideoPage, ctx: ApiContext) -> dict[str, object]:
    """Return what a video has beyond what every page has."""
    video = page.video
    return {
        "video_url": video.canonical_url if video else None,
        "youtube_id": video.id if video else None,
        "start": video.start_seconds if video else 0,
        "published_on": day_json(page.published_on),
        "duration": page.iso_duration,
        "language": coded(page.language, page.get_language_display()),
        "speakers": page.speakers,
        "chapters": list(_chapters(page)),
        "transcript": clean_html(page.transcript, ctx),
        "subjects": refs_in_order(_subjects(page), ctx),
        "measures": measures_json(page),
        "related": refs_in_order(related_keys(page), ctx),
    }


def _chapters(page: VideoPage) -> Iterator[ChapterJson]:
    video = page.video
    for one in page.chapters.raw_data if video else ():
        if one["type"] == "chapter" and video:
            start, title = one["value"]["start"], one["value"]["title"]
            url = replace(video, start_seconds=start).canonical_url
            yield {"start": start, "title": title, "url": url}


def _subjects(page: VideoPage) -> list[int]:
    return [one.page_id for one in page.subjects.all()]


VIDEO = PageResource(
    name="video",
    model="initiatives.VideoPage",
    schema=VideoJson,
    write=write_video,
    read=read_videos,
    needs=needs_of_video,
    collection="videos",
)
