"""Every block of an ordinary page previews, renders and has an API form."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template
from wagtail.blocks import Block

from hub.content.blocks.body import BodyBlocks
from hub.content.blocks.stream import StreamBlock
from hub.content.blocks.testing import preview_of, walk
from hub.plugins.registry import contributed_blocks

pytestmark = pytest.mark.django_db

COMPOSITION = BodyBlocks()
TOP_LEVEL = list(walk(COMPOSITION))
OFFERED = [(path, block) for path, block in TOP_LEVEL if "." not in path]
STORED_NAMES = {
    "text", "lead", "quote", "image", "gallery", "video", "key_figure", "key_figures",
    "call_to_action", "accordion", "table", "document", "selection", "programme", "productions",
    "section", "two_columns",
}  # fmt: skip


def named(pairs: list[tuple[str, Block]]) -> list[object]:
    return [pytest.param(block, id=path) for path, block in pairs]


def test_the_stored_names_are_those_that_content_relies_on() -> None:
    assert {path for path, _ in OFFERED} == STORED_NAMES


@pytest.mark.parametrize("block", named(OFFERED))
def test_a_block_previews_in_the_look_of_the_site(block: Block) -> None:
    page = preview_of(block)
    assert "site/site.css" in page
    assert re.sub(r"<[^>]+>|\s", "", page.split('<main class="prose">')[1])


@pytest.mark.parametrize("block", named(OFFERED))
def test_a_block_that_an_editor_left_empty_renders(block: Block) -> None:
    value = block.get_default()
    assert "None" not in block.render(value)


@pytest.mark.parametrize("block", named(OFFERED))
def test_a_block_is_described_to_the_editor(block: Block) -> None:
    assert block.meta.label
    assert block.get_description()
    assert block.meta.group
    assert block.meta.icon != "placeholder"
    assert block.is_previewable


@pytest.mark.parametrize(
    "block", named([one for one in OFFERED if one[0] not in contributed_blocks().owners])
)
def test_the_template_of_a_block_bears_its_name_and_lists_its_inputs(block: Block) -> None:
    template = get_template(block.get_template())
    path = Path(template.origin.name)
    assert path == settings.BASE_DIR / "templates" / "blocks" / f"{block.name}.html"
    assert path.read_text(encoding="utf-8").startswith(("{#", "{% comment %}"))


def test_every_field_has_a_french_label() -> None:
    for path, block in TOP_LEVEL:
        name = path.rsplit(".", 1)[-1]
        assert name == "item" or block.meta.label, path


def test_every_nested_stream_preserves_what_it_does_not_know() -> None:
    streams = [block for _, block in TOP_LEVEL if hasattr(block, "grouped_child_blocks")]
    assert streams
    assert all(isinstance(block, StreamBlock) for block in streams)


def test_a_container_holds_no_container() -> None:
    nested = {path for path, _ in TOP_LEVEL if "." in path}
    assert not {path for path in nested if path.endswith((".section", ".two_columns"))}


def test_no_template_of_a_block_has_an_inline_style_or_script() -> None:
    templates = list((settings.BASE_DIR / "templates" / "blocks").glob("*.html"))
    assert templates
    for path in templates:
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"<(script|style)\b|\sstyle=|\son[a-z]+=", source), path.name
