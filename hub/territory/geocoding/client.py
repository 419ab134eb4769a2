"""One question to the geocoder of the setting: GeoJSON as the Géoplateforme documents it.

https://geoservices.ign.fr/documentation/services/services-geoplateforme/geocodage: `search` takes
`q`, `citycode`, `limit`, and answers a FeatureCollection whose properties hold `label`, `citycode`,
`score` and `type`.
"""

import json
import socket
import time
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Timer
from typing import Any
from urllib.parse import urlencode, urlsplit

SECONDS = 2.0
MAX_BYTES = 200_000
CHUNK = 16_384
FOUND = 200
TOO_MANY = 429


class GeocoderError(Exception):
    """The geocoder gave no answer that can be used; `pause` is how long it asks to be left."""

    def __init__(self, why: str, pause: int = 0) -> None:
        super().__init__(why)
        self.pause = pause


def ask_geocoder(address: str, question: dict[str, str]) -> list[Any]:
    """Return the features that the geocoder at this address answers to a question.

    Only this host is spoken to: no redirect is followed. It has two seconds and two hundred
    kilobytes. Raises GeocoderError for anything else than the documented answer.
    """
    try:
        answer = json.loads(_fetch(address, question))
    except (OSError, HTTPException, ValueError, RecursionError) as error:
        raise GeocoderError(f"{type(error).__name__}: {error}") from error
    features = answer.get("features") if isinstance(answer, dict) else None
    if not isinstance(features, list):
        raise GeocoderError("no features in the answer")
    return features


def _fetch(address: str, question: dict[str, str]) -> bytes:
    parts = urlsplit(address)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=SECONDS)
    deadline = time.monotonic() + SECONDS
    # The time-out of a socket begins anew with each byte that drips.
    limit = Timer(SECONDS, _cut, [connection])
    try:
        limit.start()
        target = f"{parts.path}?{urlencode(question)}"
        connection.request("GET", target, headers={"Accept": "application/json"})
        response = connection.getresponse()
        if response.status != FOUND:
            raise GeocoderError(f"status {response.status}", _pause(response))
        return _read(response, deadline)
    finally:
        limit.cancel()
        connection.close()


def _cut(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


def _read(response: HTTPResponse, deadline: float) -> bytes:
    # A server that closes at the end has taken its socket back: there is nothing left to cut.
    body = b""
    while chunk := response.read1(CHUNK):
        body += chunk
        if len(body) > MAX_BYTES:
            raise GeocoderError("the answer is too long")
        if time.monotonic() > deadline:
            raise GeocoderError("the answer is too slow")
    return body


def _pause(response: HTTPResponse) -> int:
    wait = response.getheader("Retry-After") or ""
    return int(wait[:4]) if response.status == TOO_MANY and wait.isdecimal() else 0
