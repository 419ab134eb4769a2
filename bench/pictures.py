"""Take pictures of every template of a running site, narrow and wide, light and dark.

    .venv/bin/python bench/pictures.py --url http://127.0.0.1:8000 [--out docs/pictures]

Finds the pages in the sitemap, the fiches with the most and the least to say among them; writes one
contact sheet per family of templates and `home.webp`, all small enough for the repository. Ends
with status 1 where a template is missing, or where a page is wider than its screen. Needs Chromium.
"""

import argparse
import json
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Literal
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = (1280, 768, 320)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
HEIGHT = 800
DEEPEST = 2200  # of a page; what is below says no more in a contact sheet
SCALE = 0.3
GAP = 16
GROUND = (150, 150, 150)
MAX_SHEET, MAX_HOME = 150_000, 120_000
MAX_FICHES = 200
STANDARD = ("/contact/", "/mentions-legales/", "/donnees-personnelles/", "/ressources/")
LOAD_PICTURES = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
  await document.fonts.ready;
}"""


@dataclass(frozen=True)
class Shown:
    """A page as the server sends it."""

    path: str
    html: str

    @property
    def kind(self) -> str:
        """The type of its first structured data that is not its trail."""
        data = re.findall(
            r'<script type="application/ld\+json"[^>]*>(.*?)</script>', self.html, re.S
        )
        kinds = [str(json.loads(one).get("@type")) for one in data]
        return next((kind for kind in kinds if kind != "BreadcrumbList"), "")

    @property
    def title_length(self) -> int:
        """How long its heading 1 is."""
        title = re.search(r"<h1[^>]*>(.*?)</h1>", self.html, re.S)
        return len(re.sub(r"<[^>]+>", "", title[1])) if title else 0


@dataclass
class Site:
    """A running site: its addresses, and its pages once they are read."""

    url: str
    paths: list[str] = field(default_factory=list)
    read: dict[str, Shown] = field(default_factory=dict)

    def get(self, path: str) -> Shown:
        """Return a page, read once; a page that says 404 is one too."""
        if path not in self.read:
            try:
                with urlopen(self.url + path) as answer:  # noqa: S310
                    body = answer.read()
            except HTTPError as error:
                body = error.read()
            self.read[path] = Shown(path, body.decode("utf-8", "replace"))
        return self.read[path]

    def discover(self) -> None:
        """Read the sitemaps. The host they name may be another than the one that answers."""
        parts = [self.get(path).html for path in locations(self.get("/sitemap.xml").html)]
        self.paths = [path for part in parts for path in locations(part)]

    def under(self, prefix: str) -> Iterator[Shown]:
        """Yield the pages under an address, itself left out."""
        below = [path for path in self.paths if path.startswith(prefix) and path != prefix]
        yield from (self.get(path) for path in below[:MAX_FICHES])

    def first(self, prefix: str, accepts: Callable[[Shown], bool] | None = None) -> str:
        """Return the address of the first page under another that is accepted, or ""."""
        pages = (page for page in self.under(prefix) if accepts is None or accepts(page))
        return next((page.path for page in pages), "")


def locations(sitemap: str) -> list[str]:
    """Return the paths that a sitemap, or an index of sitemaps, names."""
    return [urlsplit(address).path for address in re.findall(r"<loc>(.*?)</loc>", sitemap)]


def of_kind(*kinds: str) -> Callable[[Shown], bool]:
    """Return what tells the pages of these types (schema.org)."""
    return lambda page: page.kind in kinds


def is_report(page: Shown) -> bool:
    """Tell whether a page stands under an event, itself neither an event nor a series."""
    return page.kind not in {"Event", "CollectionPage"}


def longest(pages: Iterable[Shown]) -> str:
    """Return the address of the page with the longest title, the longest page among equals."""
    most = max(pages, key=lambda one: (one.title_length, len(one.html)), default=None)
    return most.path if most else ""


def families(site: Site, options: argparse.Namespace) -> dict[str, dict[str, str]]:
    """Return the addresses to take by family and template; "" where the site has no such page."""
    fiches = list(site.under("/initiatives/"))
    least = min(fiches, key=lambda one: len(one.html), default=None)
    events, publications = "/evenements/", "/publications/"
    return {
        "accueil": {"home": "/"},
        "initiatives": {
            "list": "/initiatives/",
            "longest fiche": options.longest or longest(fiches),
            "poorest fiche": options.poorest or (least.path if least else ""),
            "no answer": "/initiatives/?q=zzzxqw",
        },
        "laureats": {"laureates": "/laureats/", "story": site.first("/laureats/")},
        "evenements": {
            "list": events,
            "event": site.first(events, of_kind("Event")),
            "series": site.first(events, of_kind("CollectionPage")),
            "report": longest(filter(is_report, site.under(events))),
        },
        "publications": {
            "carnet": site.first(publications, lambda page: "carnet" in page.path),
            "bilan": site.first(publications, lambda page: "bilan" in page.path),
            "video": site.first("/videos/"),
        },
        "themes": {
            "theme": site.first("/themes/"),
            "term": site.first("/vocabulaires/"),
            "organisation": site.first("/organisations/"),
        },
        "pages": {
            "standard": next((p for p in site.paths if p in STANDARD), ""),
            "plan": "/plan-du-site/",
            "accessibility": "/accessibilite/",
            "not found": "/cette-page-n-existe-pas/",
        },
    }


class Camera:
    """Takes pages in Chromium, and keeps what it noticed on the way."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.url = url
        self.too_wide: list[str] = []
        self.tabs = {
            (width, scheme): browser.new_page(
                viewport={"width": width, "height": HEIGHT},
                color_scheme=scheme,
                reduced_motion="reduce",
                locale="fr-FR",
            )
            for scheme in SCHEMES
            for width in WIDTHS
        }

    def open(self, path: str, width: int, scheme: Scheme) -> Page:
        """Return the tab of a width and scheme on a page, all its pictures loaded."""
        tab = self.tabs[width, scheme]
        tab.goto(self.url + path, wait_until="load")
        tab.evaluate(LOAD_PICTURES)
        return tab

    def take(self, path: str, width: int, scheme: Scheme) -> Image.Image:
        """Return a whole page, cut at a depth, scaled down; note one wider than its screen."""
        tab = self.open(path, width, scheme)
        taken = tab.evaluate("document.documentElement.scrollWidth")
        if taken > width:
            self.too_wide.append(f"{path} at {width} px ({scheme}): {taken} px")
        height = min(tab.evaluate("document.documentElement.scrollHeight"), DEEPEST)
        shot = tab.screenshot(
            full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height}
        )
        picture = Image.open(BytesIO(shot)).convert("RGB")
        size = (round(picture.width * SCALE), round(picture.height * SCALE))
        return picture.resize(size, Image.Resampling.LANCZOS)

    def row(self, path: str) -> Image.Image:
        """Return a page at every width, light then dark."""
        cells = [self.take(path, width, scheme) for scheme in SCHEMES for width in WIDTHS]
        return paste(cells, across=True)

    def home(self) -> Image.Image:
        """Return what a visitor sees first of the home page."""
        tab = self.open("/", WIDTHS[0], "light")
        shot = tab.screenshot()
        return Image.open(BytesIO(shot)).convert("RGB")


def paste(pictures: list[Image.Image], *, across: bool) -> Image.Image:
    """Return pictures side by side, or one above the other, with a gap around each."""
    widths, heights = [one.width for one in pictures], [one.height for one in pictures]
    gaps = GAP * (len(pictures) - 1)
    size = (sum(widths) + gaps, max(heights)) if across else (max(widths), sum(heights) + gaps)
    sheet = Image.new("RGB", size, GROUND)
    at = 0
    for one in pictures:
        sheet.paste(one, (at, 0) if across else (0, at))
        at += (one.width if across else one.height) + GAP
    return sheet


def keep(picture: Image.Image, path: Path, most: int) -> None:
    """Write a WebP of at most so many bytes: less quality first, then less size."""
    while True:
        for quality in (80, 70, 60, 50, 40):
            content = BytesIO()
            picture.save(content, "WEBP", quality=quality, method=6)
            if content.tell() <= most:
                path.write_bytes(content.getvalue())
                print(f"{path}  {content.tell() / 1000:.0f} kB, quality {quality}", flush=True)
                return
        size = (round(picture.width * 0.85), round(picture.height * 0.85))
        picture = picture.resize(size, Image.Resampling.LANCZOS)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--url", default="http://127.0.0.1:8000", help="address of the site")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--only", nargs="*", help="families, all by default")
    parser.add_argument("--longest", help="path of the fiche with the most to say")
    parser.add_argument("--poorest", help="path of the fiche with the least to say")
    options = parser.parse_args()
    options.url = options.url.rstrip("/")
    return options


def main() -> int:
    """Take all pictures; return the exit status."""
    options = arguments()
    site = Site(options.url)
    site.discover()
    options.out.mkdir(parents=True, exist_ok=True)
    missing = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        camera = Camera(browser, options.url)
        for family, pages in families(site, options).items():
            if options.only and family not in options.only:
                continue
            missing += [f"{family}, {name}" for name, path in pages.items() if not path]
            rows = [camera.row(path) for path in pages.values() if path]
            if rows:
                keep(paste(rows, across=False), options.out / f"{family}.webp", MAX_SHEET)
            print(*(f"  {name}: {path}" for name, path in pages.items()), sep="\n", flush=True)
        keep(camera.home(), options.out / "home.webp", MAX_HOME)
        browser.close()
    for fault in (*(f"no page: {name}" for name in missing), *camera.too_wide):
        print(fault, file=sys.stderr)
    return 1 if missing or camera.too_wide else 0


if __name__ == "__main__":
    sys.exit(main())
