"""What the authors of blocks need to test them."""

from collections.abc import Iterator

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
