"""Headings follow one another: 2 for blocks, one more inside a section."""

from typing import Any

from hub.content.blocks.body import BodyBlocks
from hub.content.blocks.section import SectionBlock

ACCORDION = {"title": "Questions", "items": [{"title": "Qui ?", "text": "<p>Tous.</p>"}]}


def render(*children: tuple[str, Any]) -> str:
    body = BodyBlocks()
    return body.render(body.to_python([{"type": name, "value": value} for name, value in children]))


def test_a_block_of_the_page_has_a_heading_2() -> None:
    assert '<h2 class="accordion__title">Questions</h2>' in render(("accordion", ACCORDION))


def test_a_block_inside_a_section_has_a_heading_3() -> None:
    inner = [{"type": "accordion", "value": ACCORDION}]
    section = {"title": "Comprendre", "background": "soft", "content": inner}
    html = render(("section", section), ("accordion", ACCORDION))
    headings = ["<h2 class=section__title>", "<h3 class=accordion__title>", "<h2 class=accordion__"]
    places = [html.replace('"', "").index(heading) for heading in headings]
    assert places == sorted(places)


def test_a_block_inside_a_column_keeps_a_heading_2() -> None:
    columns = {"left": [{"type": "accordion", "value": ACCORDION}], "right": []}
    assert '<h2 class="accordion__title">' in render(("two_columns", columns))


def test_the_text_of_a_section_offers_no_heading_2() -> None:
    features = SectionBlock().child_blocks["content"].child_blocks["text"].features
    assert "h2" not in features
    assert "h3" in features


def test_no_text_offers_a_heading_1_nor_a_bare_image() -> None:
    features = BodyBlocks().child_blocks["text"].features
    assert not {"h1", "image"} & set(features)


def test_an_unknown_background_falls_back_to_a_harmless_class() -> None:
    value = SectionBlock().to_python({"title": "T", "background": '"><script>', "content": []})
    assert "<script>" not in SectionBlock().render(value)
