"""What the authors of blocks need to test them."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.test import RequestFactory
from wagtail.admin.views.generic.preview import StreamFieldBlockPreview
from wagtail.blocks import Block, ListBlock

from hub.content.blocks.unavailable import UNAVAILABLE


def walk(block: Block, path: str = "") -> Iterator[tuple[str, Block]]:
    """Yield each block inside a composition with its path (`section.content.text`)."""
    children = dict(getattr(block, "child_blocks", {}))
    children.pop(UNAVAILABLE, None)
    if isinstance(block, ListBlock):
        children["item"] = block.child_block
    for name, child in children.items():
        child_path = f"{path}.{name}".lstrip(".")
        yield child_path, child
        yield from walk(child, child_path)


def preview_of(block: Block) -> str:
    """Return the HTML page that the editor's block menu shows for a block."""
    request: HttpRequest = RequestFactory().get("/", {"id": block.definition_prefix})
    response = StreamFieldBlockPreview.as_view()(request)
    return str(response.render().content.decode())


def api_form(block: Block, value: Any) -> Any:
    """Return what the API gives of a value of a block."""
    from hub.content.api.context import ApiContext  # it reads the models, which hold blocks
    from hub.content.api.streams.kinds import write

    context = ApiContext(RequestFactory().get("/api/v1/", SERVER_NAME="localhost"))
    return write(block, block.get_prep_value(value), context)
