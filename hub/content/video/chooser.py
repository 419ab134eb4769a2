"""The window in which an editor pastes the address of a video in a rich text."""

from django import forms
from django.http import HttpRequest, HttpResponse
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.embeds.embeds import get_embed
from wagtail.embeds.exceptions import EmbedException
from wagtail.embeds.format import embed_to_editor_html

from hub.content.video.fields import YouTubeAddressFormField

TEMPLATE = "wagtailembeds/chooser/chooser.html"
PREFIX = "embed-chooser"
NO_FINDER = (
    "Ce site n’insère pas de vidéo pour l’instant : le module « video » n’y est pas activé. "
    "Demandez-le à la personne qui administre le site. Ce que vous avez écrit est conservé."
)


class VideoForm(forms.Form):
    """One address, given back in its canonical form."""

    url = YouTubeAddressFormField(
        label="Adresse de la vidéo YouTube",
        help_text="Par exemple https://youtu.be/6MSURDccwBk ; le début choisi est conservé.",
    )


def chooser(request: HttpRequest) -> HttpResponse:
    """Show the empty window, or the one of the video that is already there."""
    form = VideoForm(initial=request.GET.dict(), prefix=PREFIX)
    return _window(request, form)


def chooser_upload(request: HttpRequest) -> HttpResponse:
    """Insert the video, or say in French why that cannot be."""
    form = VideoForm(request.POST or None, prefix=PREFIX)
    if not form.is_valid():
        return _window(request, form)
    try:
        embed = get_embed(form.cleaned_data["url"])
    except EmbedException:  # the address is a video's: nothing on this site takes it
        form.add_error("url", NO_FINDER)
        return _window(request, form)
    answer = {
        "step": "embed_chosen",
        "embed_html": embed_to_editor_html(embed.url),
        "embed_data": {
            "embedType": embed.type,
            "url": embed.url,
            "providerName": embed.provider_name,
            "authorName": embed.author_name,
            "thumbnail": embed.thumbnail_url,
            "title": embed.title,
        },
    }
    inserted: HttpResponse = render_modal_workflow(request, None, None, None, json_data=answer)
    return inserted


def _window(request: HttpRequest, form: VideoForm) -> HttpResponse:
    window: HttpResponse = render_modal_workflow(
        request, TEMPLATE, None, {"form": form}, json_data={"step": "chooser"}
    )
    return window
