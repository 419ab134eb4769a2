"""One flat model: a page would add joins."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from wagtail.search import index

SINGLE = (
    "departement", "epci", "secteur", "statut", "effectif", "maturite", "annee", "economie",
    "laureat", "fraicheur", "reperee",
)  # fmt: skip


class PlainFiche(index.Indexed, models.Model):
    """A made-up fiche. Values of which a fiche has several cannot be counted by that search."""

    uid = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=255)
    text = models.TextField()
    latitude = models.FloatField(db_index=True)
    longitude = models.FloatField(db_index=True)
    departement = models.CharField(max_length=40, db_index=True)
    epci = models.CharField(max_length=40, db_index=True)
    secteur = models.CharField(max_length=40, db_index=True)
    statut = models.CharField(max_length=40, db_index=True)
    effectif = models.CharField(max_length=40, db_index=True)
    maturite = models.CharField(max_length=40, db_index=True)
    annee = models.CharField(max_length=40, db_index=True)
    economie = models.CharField(max_length=40, db_index=True)
    laureat = models.CharField(max_length=40, db_index=True)
    fraicheur = models.CharField(max_length=40, db_index=True)
    reperee = models.CharField(max_length=40, db_index=True)

    search_fields: ClassVar[list[Any]] = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("text"),
        index.FilterField("latitude"),
        index.FilterField("longitude"),
        *(index.FilterField(name) for name in SINGLE),
    ]

    class Meta:
        app_label = "plain"

    def __str__(self) -> str:
        return self.title


def plain(fiche: dict[str, Any]) -> PlainFiche:
    """Return the row of a made-up fiche."""
    values = fiche["values"] | {"reperee": fiche["values"]["reperee-par"]}
    latitude, longitude = fiche["point"]
    return PlainFiche(
        uid=fiche["uid"],
        title=fiche["title"],
        text=fiche["text"],
        latitude=latitude,
        longitude=longitude,
        **{name: next(iter(values[name]), "") for name in SINGLE},
    )
