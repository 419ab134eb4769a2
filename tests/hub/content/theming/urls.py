"""A page that holds nothing but the look of the site, for the browser."""

from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.urls import include, path

PAGE = Template(
    """{% load static theme_tags %}{% theme_stylesheet as css %}<!DOCTYPE html>
    <html lang="fr"><head><meta charset="utf-8"><title>Apparence</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="{% static "site/site.css" %}">
    {% if css %}<link rel="stylesheet" href="{{ css }}">{% endif %}</head>
    <body><main><h1>Apparence</h1><p><a href="#x">Un lien</a></p>
    <p><a class="button" href="#y">Un bouton</a></p></main></body></html>"""
)


def look(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGE.render(Context({"request": request})))


urlpatterns = [path("apparence-seule/", look), path("", include("hub.urls"))]
