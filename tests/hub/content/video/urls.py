"""A page that holds nothing but two videos, for the browser."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.urls import include, path

from hub.content.video.address import YouTubeVideo
from hub.content.video.facade import VideoFacade

PAGE = Template(
    """<!DOCTYPE html>
    <html lang="fr"><head><meta charset="utf-8"><title>Vidéos</title>
    <link rel="icon" href="data:,"></head>
    <body><main><h1>Vidéos</h1>
    {% for facade in facades %}
    {% include "components/video.html" with facade=facade only %}
    {% endfor %}
    </main></body></html>"""
)
FACADES = [
    VideoFacade(
        YouTubeVideo("6MSURDccwBk", 3),
        title="L’équipe raconte",
        duration=timedelta(seconds=200),
        transcript="<p>Bonjour.</p>",
    ),
    VideoFacade(YouTubeVideo("abcdefghi-_"), title="Une autre"),
]


def two_videos(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGE.render(Context({"facades": FACADES})))


urlpatterns = [path("deux-videos/", two_videos), path("", include("hub.urls"))]
