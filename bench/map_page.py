"""Measure the interactive map of a running site in Chromium, with made-up points.

    .venv/bin/python bench/map_page.py --url http://127.0.0.1:8000 [--points 10000] [--slower 4]
    .venv/bin/python bench/map_page.py --url http://127.0.0.1:8000 --pictures docs/pictures

Each run opens `/carte/` in a new browser context, with the processor slowed. The answer of
`/carte/points.json` is replaced by points at the communes of the gazetteer, the same for all runs;
all the rest is the site’s own, which answers after « first byte ». « ready » is the time from the
navigation to the first mark on the map; « blocking » is what tasks took beyond 50 ms until then.
« after a zoom » is from a press on « Agrandir » to the new marks, without animation. The median of
the runs is printed, with the load of the machine. With `--pictures`,
two pictures are taken instead, with the points of the site.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import sys
from io import BytesIO
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, Page, Route, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hub.territory.gazetteer import get_gazetteer  # noqa: E402

DEGREE = 100_000
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WATCH = """() => {
  window.tasks = [];
  new PerformanceObserver(list => {
    for (const task of list.getEntries()) window.tasks.push([task.startTime, task.duration]);
  }).observe({ type: "longtask", buffered: true });
  new MutationObserver((_, watch) => {
    if (!document.querySelector(".map__canvas .mark")) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.ready = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });
}"""
FIRST = "() => performance.getEntriesByType('navigation')[0].responseStart"
READY = """() => new Promise(done => {
  const look = () => window.ready ? done(window.ready) : setTimeout(look, 50);
  look();
})"""
BLOCKING = """() => window.tasks.filter(([start]) => start < window.ready)
  .reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0)"""
ZOOM = """() => new Promise(done => {
  const start = performance.now();
  document.querySelector(".map__closer").click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""


def made_up(count: int) -> str:
    """Return points at communes drawn by population, four of ten beside their town hall."""
    draw = random.Random(count)
    communes = get_gazetteer().communes
    drawn = draw.choices(communes, [one.population for one in communes], k=count)
    exact = [draw.random() < 0.4 for _ in drawn]

    def near(degrees: float, is_exact: bool) -> int:
        return round((degrees + (draw.gauss(0, 0.01) if is_exact else 0)) * DEGREE)

    places = list(zip(drawn, exact, strict=True))
    columns = {
        "total": count,
        "placed": count,
        "id": list(range(1, count + 1)),
        "lon": [near(one.point.longitude, is_exact) for one, is_exact in places],
        "lat": [near(one.point.latitude, is_exact) for one, is_exact in places],
        "exact": "".join(str(int(is_exact)) for is_exact in exact),
    }
    return json.dumps(columns, separators=(",", ":"))


class Run:
    """A visit of the map on a slowed processor."""

    def __init__(self, browser: Browser, url: str, slower: float, points: str) -> None:
        self.context = browser.new_context(
            viewport={"width": 1280, "height": 900}, locale="fr-FR", reduced_motion="reduce"
        )
        self.foreign: list[str] = []
        self.host = urlsplit(url).netloc
        page = self.context.new_page()
        page.on("request", lambda request: self._note(request.url))
        page.route("**/carte/points.json*", lambda route: self._answer(route, points))
        page.add_init_script(f"({WATCH})()")
        session = self.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        page.goto(f"{url}/carte/", wait_until="load")
        self.figures = self._figures(page)
        self.context.close()

    def _note(self, address: str) -> None:
        if urlsplit(address).netloc not in {self.host, ""}:
            self.foreign.append(address)

    @staticmethod
    def _answer(route: Route, points: str) -> None:
        route.fulfill(body=points, content_type="application/json")

    @staticmethod
    def _figures(page: Page) -> dict[str, float]:
        return {
            "first byte": page.evaluate(FIRST),
            "ready": page.evaluate(READY),
            "blocking": page.evaluate(BLOCKING),
            "after a zoom": page.evaluate(ZOOM),
        }


def take(browser: Browser, url: str, scheme: Scheme, width: int, *, opens: bool) -> Image.Image:
    """Return what the map shows; `opens` presses a cluster, then a pin."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        locale="fr-FR",
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{url}/carte/", wait_until="load")
    page.locator(".map__canvas .mark").first.wait_for()
    if opens:
        page.locator(".map__canvas .mark--cluster").first.click()
        page.locator(".map__canvas .mark--pin").first.click()
    page.locator(".map__bar").evaluate("bar => bar.scrollIntoView()")
    page.wait_for_timeout(1000)
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    context.close()
    return picture


def take_all(browser: Browser, url: str, folder: Path) -> None:
    """Write the map on a wide screen, and on a narrow one, light then dark."""
    wide = take(browser, url, "light", 1280, opens=True)
    wide.save(folder / "carte.webp", quality=70, method=6)
    narrow = [take(browser, url, scheme, 360, opens=False) for scheme in SCHEMES]
    sheet = Image.new("RGB", (720, 800))
    for rank, picture in enumerate(narrow):
        sheet.paste(picture, (360 * rank, 0))
    sheet.save(folder / "carte-360.webp", quality=70, method=6)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", required=True, help="of a running site, without the last /")
    parser.add_argument("--points", type=int, default=10_000)
    parser.add_argument("--slower", type=float, default=4, help="how often the processor is slowed")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pictures", type=Path, help="a folder for pictures, instead of figures")
    return parser.parse_args()


def main() -> None:
    """Measure and print."""
    options = arguments()
    points = made_up(options.points)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        if options.pictures:
            take_all(browser, options.url.rstrip("/"), options.pictures)
            return
        runs = [
            Run(browser, options.url.rstrip("/"), options.slower, points)
            for _ in range(options.runs)
        ]
        browser.close()
    print(f"{options.points:,} points, processor {options.slower:g} times slower,", end=" ")
    print(f"{options.runs} runs, load {os.getloadavg()[0]:.1f}")
    for name in runs[0].figures:
        values = [run.figures[name] for run in runs]
        print(f"{name:>14}: {statistics.median(values):5.0f} ms ({max(values):.0f} at most)")
    foreign = {address for run in runs for address in run.foreign}
    print(f"requests to other hosts: {len(foreign)}", *sorted(foreign))


if __name__ == "__main__":
    main()
