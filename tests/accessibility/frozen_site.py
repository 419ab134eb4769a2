"""The answers of the site, kept: a browser reads them with no server and no database."""

import mimetypes
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from django.contrib.staticfiles import finders
from django.test import Client

ORIGIN = "http://localhost"
STATIC = "/static/"
REFERENCES = {
    "text/html": re.compile(r"""[\s"](/(?:static|media|illustrations|apparence)/[^"\s,]+)"""),
    "text/css": re.compile(r"""url\(["']?([^"')]+)["']?\)"""),
    "text/javascript": re.compile(r"""from\s+["'](\.[^"']+)["']"""),
}


@dataclass(frozen=True)
class Answer:
    """What the site answered to one address."""

    status: int
    kind: str
    body: bytes


@dataclass
class FrozenSite:
    """The answers by their addresses, and the addresses that a browser missed."""

    paths: dict[str, str]
    answers: dict[str, Answer] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)

    def keep(self, address):
        """Ask the site for an address and for all that a browser will ask for with it."""
        if address in self.answers:
            return
        answer = _static(address) if address.startswith(STATIC) else _asked(address)
        self.answers[address] = answer
        if found := REFERENCES.get(answer.kind.partition(";")[0]):
            for reference in found.findall(answer.body.decode()):
                if not reference.startswith("data:"):
                    self.keep(urljoin(address, reference.replace("&amp;", "&")).partition("#")[0])

    def answer(self, route):
        """Answer the browser; whatever was not kept does not exist, and is remembered."""
        url = urlsplit(route.request.url)
        address = f"{url.path}?{url.query}" if url.query else url.path
        kept = self.answers.get(address) if route.request.url.startswith(ORIGIN) else None
        if kept is None:
            self.missed.append(route.request.url)
            route.abort()
        else:
            route.fulfill(status=kept.status, content_type=kept.kind, body=kept.body)


def _asked(address):
    response = Client().get(address)
    body = response.getvalue() if response.streaming else response.content
    return Answer(response.status_code, response.headers["Content-Type"], body)


def _static(address):
    """Read a file that no view serves where debugging is off."""
    found = Path(finders.find(address.removeprefix(STATIC)))
    return Answer(200, mimetypes.guess_type(found)[0] or "font/woff2", found.read_bytes())


def freeze(paths):
    """Return the site with the pages at these addresses, by name, and all they need."""
    site = FrozenSite(paths)
    for path in paths.values():
        site.keep(path)
    return site
