"""The code on paper says the address that is written beside it."""

import re

import pytest
import zxingcpp
from django.template.loader import render_to_string
from PIL import Image, ImageDraw
from playwright.sync_api import expect

from hub.content.social.qr import MODULE, qr_code

ADDRESS = "https://www.rallynov.fr/initiatives/semaine-de-4-jours/"
STYLES = """<style>.print-only { display: none } @media print { .print-only { display: block } }
</style>"""


def read(picture):
    (code,) = zxingcpp.read_barcodes(picture)
    return code.text


def pixels_of(svg):
    """Draw the strokes of the code, each as a row of its modules."""
    side = int(re.search(r'width="(\d+)"', svg).group(1))
    canvas = Image.new("L", (side, side), 255)
    pencil, x, y = ImageDraw.Draw(canvas), 0.0, 0.0
    strokes = re.search(r'stroke="#000" d="([^"]+)"', svg).group(1)
    for kind, numbers in re.findall(r"([Mmh])([^Mmh]+)", strokes):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if kind == "h":
            box = [x * MODULE, (y - 0.5) * MODULE, (x + values[0]) * MODULE, (y + 0.5) * MODULE]
            pencil.rectangle([box[0], box[1], box[2] - 1, box[3] - 1], 0)
            x += values[0]
        else:
            x, y = (values[0], values[1]) if kind == "M" else (x + values[0], y + values[1])
    return canvas


@pytest.mark.parametrize("address", [ADDRESS, "http://localhost/", ADDRESS + "a" * 400])
def test_a_reader_finds_the_address(address):
    assert read(pixels_of(qr_code(address))) == address


def test_the_code_is_light_and_says_nothing_to_assistive_tools():
    svg = qr_code(ADDRESS)
    assert len(svg) < 3_000
    assert svg.startswith('<svg aria-hidden="true" ')
    assert "style" not in svg


@pytest.mark.browser
def test_the_code_is_seen_on_paper_only_and_can_be_read(browser, tmp_path):
    context = {"address": ADDRESS, "title": "Semaine de <4> jours"}
    tab = browser.new_page()
    tab.set_content(STYLES + render_to_string("components/print_address.html", context))
    code = tab.locator("svg.qr")
    expect(code).to_be_hidden()
    tab.emulate_media(media="print")
    expect(code).to_be_visible()
    expect(tab.locator("body")).to_contain_text(ADDRESS)
    expect(tab.locator("body")).to_contain_text("Semaine de <4> jours")
    tab.screenshot(path=tmp_path / "sheet.png")
    tab.close()
    assert read(Image.open(tmp_path / "sheet.png")) == ADDRESS
