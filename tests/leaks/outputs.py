"""Every output of the site: the addresses at which what is hidden might come out.

A new output is a line here; tests/leaks/test_matrix.py asks it of everything that may be hidden.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from hub.contrib.integration.embedding import frame_path

Addresses = Callable[[Any], Iterable[str]]


def plain(body: bytes) -> str:
    """Return what a client reads."""
    return body.decode()


def unzipped(body: bytes) -> str:
    """Return all that the parts of a zipped file hold."""
    with zipfile.ZipFile(io.BytesIO(body)) as file:
        return "\n".join(file.read(name).decode(errors="replace") for name in file.namelist())


@dataclass(frozen=True)
class Output:
    """`addresses` takes the site of the matrix (`tests/leaks/site.py`); `read` a body.

    `shows_titles` says that it gives the titles of pages as long as they are public: the test
    checks it, since an output that never shows anything would leak nothing.
    """

    name: str
    addresses: Addresses
    read: Callable[[bytes], str] = plain
    shows_titles: bool = True


def at(*paths: str) -> Addresses:
    """Ask these addresses, whatever the site."""
    return lambda site: paths


def of_each_page(site: Any) -> list[str]:
    return [page.url for page in site.pages]


def searches(path: str) -> Addresses:
    """Ask an address of search for each of the secrets."""
    return lambda site: [f"{path}?q={secret}" for secret in site.secrets]


API = "/api/v1"
LISTS = ("initiatives", "laureats", "evenements", "videos", "publications")
SUFFIXES = {"csv": plain, "geojson": plain, "xlsx": unzipped}

OUTPUTS = [
    Output("pages", of_each_page),
    Output("home", at("/")),
    Output("lists", at(*(f"/{one}/" for one in LISTS))),
    Output("page of the public", lambda site: [page.url for page in site.around]),
    Output("search", searches("/recherche/")),
    Output("everything", at("/recherche/")),
    Output("suggestions", searches("/recherche/suggestions")),
    Output("terms", lambda site: [site.theme.get_absolute_url()]),
    Output("organisations", lambda site: [site.organisation.get_absolute_url()]),
    Output("territories", at("/territoires/39/")),
    Output("sitemap", at("/sitemap-pages.xml"), shows_titles=False),
    Output("site plan", at("/plan-du-site/"), shows_titles=False),
    Output("map", at("/carte/")),
    Output("points", at("/carte/points.json"), shows_titles=False),
    Output(
        "names",
        lambda site: ["/carte/noms.json?" + "&".join(f"id={page.pk}" for page in site.pages)],
    ),
    Output("route", lambda site: [f"{API}/route?path={page.url}" for page in site.pages]),
    Output("site", at("/api/v1/site"), shows_titles=False),
    Output("API, lists", at(*(f"{API}/{one}?limit=100" for one in (*LISTS, "pages", "themes")))),
    Output("API, bodies", at(f"{API}/pages?limit=100&fields=title,body")),
    Output("API, changes", at(f"{API}/pages?limit=100&updated_since=2020-01-01")),
    Output("API, pages", lambda site: [f"{API}/pages/{page.uid}" for page in site.pages]),
    Output("API, around", lambda site: [f"{API}/pages/{page.uid}" for page in site.around]),
    Output("API, search", searches(f"{API}/recherche")),
    Output("API, suggestions", searches(f"{API}/suggestions")),
    Output("API, departures", at(f"{API}/suppressions?since=2020-01-01"), shows_titles=False),
    Output(
        "API, what pages refer to",
        lambda site: [f"{API}/organisations/{site.organisation.uid}", f"{API}/territoires/39"],
        shows_titles=False,
    ),
    *(Output(suffix, at(f"/initiatives.{suffix}"), read) for suffix, read in SUFFIXES.items()),
    Output(
        "oembed", lambda site: [f"/oembed?url=http://localhost{page.url}" for page in site.pages]
    ),
    Output("frames", lambda site: [frame_path(page) for page in site.pages]),
    Output("frame of the list", at("/integration/initiatives/")),
    Output("feeds", at(*(f"/{one}.atom" for one in LISTS), "/recherche.atom")),
    Output("linked data", at("/recherche.jsonld", "/laureats.jsonld")),
    Output("calendar", at("/evenements.ics")),
    Output("calendars", lambda site: [f"{page.url.rstrip('/')}.ics" for page in site.pages]),
]
