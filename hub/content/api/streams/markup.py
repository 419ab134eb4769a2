"""Streams as clean HTML, made of their JSON alone: what the JSON hides, no HTML shows.

The template of a block is `Meta.api_template`, else `api/blocks/<stored name>.html`; the block of
a plugin that has none is written field by field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.template.exceptions import TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import BaseStreamBlock

from hub.content.api.schemas import BlockJson
from hub.content.blocks.struct import FIRST_HEADING_LEVEL
from hub.content.typography import french_html, french_markup

FOLDER = "api/blocks"
TITLE = "title"
# What templates leave between their tags.
_BETWEEN = re.compile(r"\s*\n\s*")


def blocks_html(stream: Any, given: Iterable[BlockJson], level: int = FIRST_HEADING_LEVEL) -> str:
    """Return the HTML of the blocks of a stream; `level` is that of their headings."""
    parts = [block_html(stream.child_blocks[one["type"]], one["value"], level) for one in given]
    return mark_safe("\n".join(filter(None, parts)))  # noqa: S308 - each is HTML


def block_html(block: Any, value: Any, level: int) -> SafeString:
    """Return the HTML of the JSON value of a block.

    A template gets `value`, `level` and `streams`: the HTML of the streams in it, by name, one
    level lower where the block has a title.
    """
    template = getattr(block.meta, "api_template", None) or _template_named(block.name)
    if template is None:
        return _shape_html(value, level)
    inner = level + (isinstance(value, dict) and TITLE in value)
    streams = {
        name: blocks_html(child, value[name], inner)
        for name, child in getattr(block, "child_blocks", {}).items()
        if isinstance(child, BaseStreamBlock) and name in value
    }
    context = {"value": value, "level": level, "streams": streams}
    html = _BETWEEN.sub("\n", render_to_string(template, context).strip())
    return mark_safe(html)  # noqa: S308 - escaped by the template


@lru_cache
def _template_named(name: str) -> str | None:
    path = f"{FOLDER}/{name}.html"
    try:
        get_template(path)
    except TemplateDoesNotExist:
        return None
    return path


def _shape_html(value: Any, level: int) -> SafeString:
    """Return any JSON value as HTML: a text is a paragraph, an object its fields one by one."""
    if isinstance(value, SafeString):
        return french_html(value)
    if isinstance(value, list):
        shown = [(item,) for one in value if (item := _shape_html(one, level))]
        items = format_html_join("", "<li>{}</li>", shown)
        return format_html("<ul>{}</ul>", items) if shown else items
    if isinstance(value, dict):
        return _object_html(value, level)
    is_said = value not in (None, "") and not isinstance(value, bool)
    return format_html("<p>{}</p>", french_markup(str(value))) if is_said else SafeString()


def _object_html(value: dict[str, Any], level: int) -> SafeString:
    if "renditions" in value:
        return SafeString(render_to_string(f"{FOLDER}/_picture.html", {"image": value}).strip())
    if "url" in value:
        label = value.get("label") or value.get(TITLE) or value["url"]
        return format_html('<p><a href="{}">{}</a></p>', value["url"], french_markup(label))
    if value.keys() == {"code", "label"}:
        return _shape_html(value["label"], level)
    title = value.get(TITLE)
    heading = format_html("<h{0}>{1}</h{0}>", level, french_markup(title)) if title else ""
    fields = (one for name, one in value.items() if name != TITLE)
    parts = [heading, *(_shape_html(one, level + bool(title)) for one in fields)]
    return mark_safe("\n".join(filter(None, parts)))  # noqa: S308 - each is HTML
