"""The fields of a tantivy index, and a document as tantivy takes it."""

from __future__ import annotations

from functools import lru_cache

import tantivy

from hub.territory.point import Point
from search.documents import BODY_ALT, BY_DATE, BY_NAME, TEXT_FIELDS, TITLE_ALT, Document
from search.schema import Schema

UID, KIND = "uid", "kind"
LATITUDE, LONGITUDE = "latitude", "longitude"
# The written point: documents of one place share it, and a circle becomes a set of places.
PLACE = "place"


def tantivy_schema(schema: Schema) -> tantivy.Schema:
    """Return the tantivy schema. Identities are texts: tantivy deletes by no unsigned number."""
    builder = tantivy.SchemaBuilder()
    for name in TEXT_FIELDS:
        option = "freq" if name in {TITLE_ALT, BODY_ALT} else "position"
        builder.add_text_field(name, tokenizer_name="whitespace", index_option=option)
    for name in (UID, KIND):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in (BY_NAME, BY_DATE, PLACE, *schema.values):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in schema.numbers:
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in (LATITUDE, LONGITUDE):
        builder.add_float_field(name, indexed=True, fast=True)
    return builder.build()


def tantivy_document(document: Document, schema: Schema) -> tantivy.Document:
    """Return a document with the fields of the schema; others would be passed over in silence."""
    made = tantivy.Document()
    made.add_text(UID, document.uid)
    made.add_text(KIND, document.kind)
    made.add_text(BY_NAME, document.by_name)
    made.add_text(BY_DATE, document.by_date)
    for name in TEXT_FIELDS:
        made.add_text(name, document.texts[name])
    for name in schema.values:
        for value in document.values.get(name, ()):
            made.add_text(name, value)
    for name in schema.numbers:
        if name in document.numbers:
            made.add_integer(name, document.numbers[name])
    if document.point is not None:
        latitude, longitude = document.point
        made.add_float(LATITUDE, latitude)
        made.add_float(LONGITUDE, longitude)
        made.add_text(PLACE, written_place(latitude, longitude))
    return made


def written_place(latitude: float, longitude: float) -> str:
    """Return a point as one text."""
    return f"{latitude!r},{longitude!r}"


@lru_cache(maxsize=1 << 16)
def point_of(place: str) -> Point:
    """Return the point of a written place; each state of the index has nearly the same ones."""
    latitude, _, longitude = place.partition(",")
    return Point(float(longitude), float(latitude))
