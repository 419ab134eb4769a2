"""Every text that an editor typed is shown as a French typesetter would set it."""

import re
from html import unescape

import pytest
from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from tests.page_types import PAGE_TYPES

pytestmark = pytest.mark.django_db
# Fields that are no prose, whatever their type.
NOT_PROSE = {"slug", "seo_title", "search_description", "url_path", "draft_title", "picture_alt"}
# Streams of something else than prose.
NO_PROSE_STREAMS = {"related", "chapters"}


def typed(name):
    """Return a text with the signs that typography changes, and the name of where it was typed."""
    return f"""l'{name} : un "mot" !"""


def is_prose(field):
    return (
        type(field) in (models.CharField, models.TextField, RichTextField)
        and field.name not in NOT_PROSE
        and not field.choices
        and (field.max_length or 1000) >= 60
    )


def text_of(block, name):
    """Return a value of the block that is all prose, None where it needs something else."""
    if isinstance(block, blocks.RichTextBlock):
        return f"<p>{typed(name)}</p>"
    if type(block).__name__ in ("CharBlock", "TextBlock"):
        return typed(name)
    if isinstance(block, blocks.StructBlock):
        return struct_of(block, name)
    if isinstance(block, blocks.StreamBlock):
        return stream_of(block, name)
    if isinstance(block, blocks.ListBlock):
        one = text_of(block.child_block, name)
        return None if one is None else [one]
    return None


def struct_of(block, name):
    values = {}
    for key, child in block.child_blocks.items():
        value = text_of(child, f"{name}.{key}")
        if value is not None:
            values[key] = value
    return values or None


def stream_of(block, name):
    return [
        {"type": key, "value": value, "id": f"{name}.{key}"}
        for key, child in block.child_blocks.items()
        if name.count(".") < 4 and (value := text_of(child, f"{name}.{key}")) is not None
    ]


def type_everywhere(page):
    """Put a text in every field and block of prose; return the names of those fields."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField) and field.name not in NO_PROSE_STREAMS:
            stream = stream_of(field.stream_block, field.name)
            setattr(page, field.name, field.to_python(stream))
        elif isinstance(field, models.Field) and is_prose(field):
            setattr(page, field.name, typed(field.name))
    page.save(clean=False)


def visible_text(html):
    main = re.search(r"<main\b.*?</main>", html, re.DOTALL)[0]
    prose = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", main, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", prose))


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_no_template_forgets_the_filter(client, home, name):
    make, fill = PAGE_TYPES[name]
    page = make()
    fill(page, 1)
    type_everywhere(page)
    text = visible_text(client.get(page.url).content.decode())
    assert "l’title\xa0: un «\xa0mot\xa0»\xa0!" in text
    forgotten = sorted(set(re.findall(r"l'([\w.]+)", text)))
    assert not forgotten, f"{page.template} shows as typed: {', '.join(forgotten)}"
