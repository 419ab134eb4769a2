"""Find the point of an address, and say how exact it is and who knows it."""

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError

from hub.territory.folding import fold
from hub.territory.gazetteer import get_gazetteer
from hub.territory.places import Commune
from hub.territory.point import Point

from .client import GeocoderError, ask_geocoder

logger = logging.getLogger(__name__)

ADDRESS, STREET, COMMUNE = "adresse", "rue", "commune"
NATIONAL, GAZETTEER = "ban", "communes"
# The types of the documented answer; a municipality is better known to the gazetteer.
PRECISIONS = {"housenumber": ADDRESS, "street": STREET, "locality": STREET}
MIN_LETTERS, MAX_LETTERS = 3, 200  # of a question, as the geocoder documents
MIN_SCORE = 0.4
LIMIT = 5
KEPT_SECONDS = 24 * 3600
PAUSE_SECONDS, LONGEST_PAUSE = 30, 600
PAUSED = "territory:geocoder-paused"

SILENT = "Le service national d’adresses ne répond pas\u00a0: voici le point de la commune."
NOT_FOUND = "Adresse introuvable dans la commune\u00a0: voici le point de la commune."
NOT_ASKED = "La recherche d’adresses n’est pas activée\u00a0: voici le point de la commune."


@dataclass(frozen=True, slots=True)
class Located:
    """A place that answers: its label, its point, how exact it is, and who says so."""

    label: str
    citycode: str
    point: Point
    precision: str
    source: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, the likeliest first, and what the editor is to know of it."""

    places: list[Located]
    notice: str = ""


def locate(text: str, commune: Commune | None) -> Answer:
    """Find an address, in this commune if one is given, else anywhere in the region.

    Never raises: what the national geocoder does not tell, the gazetteer does.
    """
    text = " ".join(text.replace("\0", " ").split())[:MAX_LETTERS]
    notice = NOT_ASKED
    if settings.HUB_GEOCODER_URL and len(text) >= MIN_LETTERS:
        try:
            if places := _national(text, commune):
                return Answer(places)
            notice = NOT_FOUND
        except GeocoderError as error:
            logger.warning("The geocoder gives no answer: %s", error)
            notice = SILENT
    communes = [commune] if commune else get_gazetteer().search(text, LIMIT)
    return Answer([_of_commune(one) for one in communes], notice if text and communes else "")


def _national(text: str, commune: Commune | None) -> list[Located]:
    """Return what the geocoder answers, remembered for a day by the folded text."""
    code = commune.code if commune else ""
    digest = hashlib.sha256(f"{settings.HUB_GEOCODER_URL} {code} {fold(text)}".encode())
    key = f"territory:address:{digest.hexdigest()}"
    features = cache.get(key)
    if features is None:
        features = _ask(text, code)
        cache.set(key, features, KEPT_SECONDS)
    return list(_readable(features, code))


def _ask(text: str, code: str) -> list[Any]:
    if cache.get(PAUSED):
        raise GeocoderError("left alone for a moment")
    question = {"q": text, "limit": str(LIMIT), **({"citycode": code} if code else {})}
    try:
        return ask_geocoder(settings.HUB_GEOCODER_URL, question)[:LIMIT]
    except GeocoderError as error:
        cache.set(PAUSED, True, min(error.pause or PAUSE_SECONDS, LONGEST_PAUSE))
        raise


def _readable(features: list[Any], code: str) -> Iterator[Located]:
    """Yield the features that are well formed, likely, and where they were asked for."""
    for feature in features:
        try:
            properties = feature["properties"]
            longitude, latitude = feature["geometry"]["coordinates"][:2]
            point = Point(float(longitude), float(latitude))
            found, label = str(properties["citycode"]), str(properties["label"])[:MAX_LETTERS]
            precision = PRECISIONS.get(properties["type"])
            likely = float(properties["score"]) >= MIN_SCORE
        except (KeyError, TypeError, ValueError, ValidationError):
            continue
        is_asked = found == code if code else get_gazetteer().commune(found) is not None
        if precision and likely and is_asked:
            yield Located(label, found, point, precision, NATIONAL)


def _of_commune(commune: Commune) -> Located:
    return Located(commune.label, commune.code, commune.point, COMMUNE, GAZETTEER)
