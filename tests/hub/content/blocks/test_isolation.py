"""A block that a plugin brings cannot take the page down; a fault of ours is seen."""

import pytest
from wagtail.blocks import CharBlock, StructBlock

from hub.content.blocks.stream import StreamBlock
from hub.plugins.registry import Blocks
from tests.factories import StandardPageFactory


class BrokenBlock(StructBlock):
    words = CharBlock()

    def render(self, value, context=None):
        raise RuntimeError("en panne")


def stream():
    block = StreamBlock([("wall_quote", BrokenBlock()), ("word", CharBlock())])
    stored = [
        {"type": "wall_quote", "value": {"words": "Un"}, "id": "1"},
        {"type": "word", "value": "Deux", "id": "2"},
    ]
    return block, block.to_python(stored)


def test_a_raising_block_of_a_plugin_is_named_in_the_log_and_the_rest_is_shown(monkeypatch, caplog):
    owned = Blocks((), {"wall_quote": "wall"}, ())
    monkeypatch.setattr("hub.content.blocks.isolation.contributed_blocks", lambda: owned)
    block, value = stream()
    html = block.render(value)
    assert "Deux" in html
    assert "en panne" not in html
    (record,) = caplog.records
    assert "wall" in record.getMessage()
    assert "wall_quote" in record.getMessage()


def test_a_raising_block_of_ours_is_a_fault_to_see():
    block, value = stream()
    with pytest.raises(RuntimeError):
        block.render(value)


@pytest.mark.django_db
def test_the_page_of_a_raising_plugin_is_shown(client, home, monkeypatch, caplog):
    page = StandardPageFactory()
    page.body = [
        (
            "video",
            {"address": "https://www.youtube.com/watch?v=6MSURDccwBk", "title": "T"},
        ),
        ("text", "<p>La suite</p>"),
    ]
    page.save()
    field = type(page)._meta.get_field("body").stream_block.child_blocks["video"]
    monkeypatch.setattr(field, "render", lambda *args, **kwargs: 1 / 0)
    response = client.get(page.url)
    assert response.status_code == 200
    assert "La suite" in response.content.decode()
    assert "“video”" in caplog.text
