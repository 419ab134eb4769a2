"""Take pictures of the admin of a running site, for the editor's guide and for a look at them all.

    HUB_PASSWORD=… .venv/bin/python bench/editor_pictures.py --url http://127.0.0.1:8000 --user NAME

Needs Chromium and the demonstration content. Writes one picture per screen, as wide as a desk, and
`admin.webp`: all of them at 1280 and 768 pixels. Ends with status 1 where a screen answers an
error, or is wider than its window.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pictures import ROOT, keep, paste
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

WIDTHS = (1280, 768)
HEIGHT = 860
MAX_PICTURE, MAX_SHEET = 60_000, 400_000
SCALE = 0.4


@dataclass(frozen=True)
class Screen:
    """A screen: its address, or how to find it from the list at that address; what to open there.

    `name` is that of its picture; a screen without a name is only in the sheet.
    """

    path: str
    name: str = ""
    follow: str = ""  # CSS selector of the link to follow from there
    then: Callable[[Page], None] | None = None


def open_menu(page: Page) -> None:
    """Open the menu that holds « Publier »."""
    page.locator("footer").get_by_role("button", name="Plus d").first.click()
    page.wait_for_timeout(800)  # it fades in


def open_preview(page: Page) -> None:
    """Open the page beside its form, and wait for it."""
    page.get_by_role("button", name="Afficher/masquer la prévisualisation").click()
    page.wait_for_timeout(4000)


def open_checks(page: Page) -> None:
    """Open the advice beside the form."""
    page.get_by_role("button", name="À vérifier").first.click()
    page.wait_for_timeout(1500)


def go_down(selector: str) -> Callable[[Page], None]:
    """Return what scrolls to an element."""
    return lambda page: page.locator(selector).first.scroll_into_view_if_needed()


def follow_to(address: str) -> Callable[[Page], None]:
    """Return what opens an address made with the key of the page or object that is open."""

    def open_it(page: Page) -> None:
        key = next(part for part in reversed(page.url.split("/")) if part.isdigit())
        page.goto(page.url.split("/admin/")[0] + address.format(key), wait_until="networkidle")

    return open_it


FICHES, EVENTS = "/admin/contenus/fiches/", "/admin/contenus/evenements/"
EDIT = "table a[href$='/edit/']"
TERMS = "/admin/snippets/initiatives/term/"
BULK = "/admin/bulk/initiatives/initiativepage"
SCREENS = (
    Screen("/admin/", "tableau-de-bord"),
    Screen(FICHES, "liste-des-fiches"),
    Screen(FICHES, "fiche", EDIT),
    Screen(FICHES, "fiche-caracterisation", EDIT, go_down("#id_characterisations-0-tag")),
    Screen(FICHES, "fiche-publier", EDIT, open_menu),
    Screen(FICHES, "fiche-apercu", EDIT, open_preview),
    Screen(FICHES, "fiche-verifier", EDIT, open_checks),
    Screen(EVENTS),
    Screen("/admin/contenus/histoires/"),
    Screen("/admin/contenus/comptes-rendus/"),
    Screen("/admin/contenus/videos/"),
    Screen("/admin/contenus/publications/"),
    Screen("/admin/a-faire/fiches-a-verifier/"),
    Screen(
        "/admin/a-faire/evenements-sans-compte-rendu/",
        "compte-rendu",
        "a[href*='/admin/compte-rendu/']",
    ),
    Screen("/admin/signalements/initiatives/", "signalements"),
    Screen("/admin/signalements/fiches/"),
    Screen(TERMS, "vocabulaires"),
    Screen("/admin/snippets/initiatives/organisation/"),
    Screen("/admin/settings/content/siteidentity/"),
    Screen("/admin/settings/content/sitetheme/"),
    Screen("/admin/rapports/bilan/", "bilan"),
    Screen("/admin/rapports/recherches/", "recherches"),
    Screen("/admin/snippets/search_curation/synonymgroup/"),
    Screen("/admin/snippets/search_curation/synonymgroup/add/?mots=mutuelle"),
    Screen("/admin/snippets/search_curation/promotedresult/add/?mots=mutuelle"),
    Screen(TERMS, "", "table a[href*='/edit/']", follow_to(f"{TERMS}fusionner/{{}}/")),
    Screen(FICHES, "", EDIT, follow_to("/admin/apercus/{}/")),
    Screen(FICHES, "", EDIT, follow_to(f"{BULK}/etiqueter/?id={{}}")),
    Screen(FICHES, "", EDIT, follow_to("/admin/bulk/wagtailcore/page/delete/?id={}")),
    Screen("/admin/corbeille/", "corbeille"),
)


class Desk:
    """The admin in Chromium, for somebody who is signed in, in windows of two widths."""

    def __init__(self, browser: Browser, url: str, user: str, password: str) -> None:
        self.url = url
        self.faults: list[str] = []
        visit = browser.new_context(locale="fr-FR", reduced_motion="reduce")
        self.tab = visit.new_page()
        self.tab.goto(f"{url}/admin/login/")
        self.tab.fill("[name=username]", user)
        self.tab.fill("[name=password]", password)
        self.tab.locator("button[type=submit]").last.click()
        self.tab.wait_for_url(f"{url}/admin/")

    def take(self, screen: Screen, width: int) -> Image.Image:
        """Return the top of a screen; note what is wrong with it."""
        self.tab.set_viewport_size({"width": width, "height": HEIGHT})
        answer = self.tab.goto(self.url + screen.path, wait_until="networkidle")
        if answer is None or not answer.ok:
            self.faults.append(f"{screen.path}: {answer and answer.status}")
        if screen.follow:
            self.tab.locator(screen.follow).first.click()
            self.tab.wait_for_load_state("networkidle")
        if screen.then:
            screen.then(self.tab)
        taken = self.tab.evaluate("document.documentElement.scrollWidth")
        if taken > width:
            self.faults.append(f"{screen.path} at {width} px: {taken} px")
        return Image.open(BytesIO(self.tab.screenshot())).convert("RGB")


def smaller(picture: Image.Image) -> Image.Image:
    """Return a picture at the size of the sheet."""
    size = (round(picture.width * SCALE), round(picture.height * SCALE))
    return picture.resize(size, Image.Resampling.LANCZOS)


def main() -> int:
    """Take all pictures; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--url", default="http://127.0.0.1:8000", help="address of the site")
    parser.add_argument("--user", required=True, help="somebody of the role Administration")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures" / "redaction")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    rows = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        desk = Desk(browser, options.url.rstrip("/"), options.user, os.environ["HUB_PASSWORD"])
        for screen in SCREENS:
            pictures = [desk.take(screen, width) for width in WIDTHS]
            if screen.name:
                keep(pictures[0], options.out / f"{screen.name}.webp", MAX_PICTURE)
            rows.append(paste([smaller(one) for one in pictures], across=True))
        half = (len(rows) + 1) // 2
        columns = [paste(rows[:half], across=False), paste(rows[half:], across=False)]
        keep(paste(columns, across=True), options.out / "admin.webp", MAX_SHEET)
        browser.close()
    for fault in desk.faults:
        print(fault, file=sys.stderr)
    return 1 if desk.faults else 0


if __name__ == "__main__":
    sys.exit(main())
