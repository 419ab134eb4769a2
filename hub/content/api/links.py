"""Links as JSON and as HTML: always absolute, and never to what the public may not see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field

# Pydantic reads no other one before Python 3.12.
from typing_extensions import TypedDict

from hub.content.addresses import public_url
from hub.content.api.context import ApiContext
from hub.content.api.schemas import PageRef

WEB = ("https://", "http://")
OTHERS = ("mailto:", "tel:")


class LinkJson(TypedDict):
    """Lien : son libellé, son adresse et la page du site où il mène, s’il y en a une."""

    label: Annotated[str, Field(description="Libellé.")]
    url: Annotated[str, Field(description="Adresse absolue, ou `mailto:`.")]
    page: Annotated[PageRef | None, Field(description="Page du site.")]


def absolute_address(address: str, ctx: ApiContext) -> str:
    """Return a typed address in its absolute form; empty for what is none, or may run code.

    A path is one of this site; a fragment alone leads nowhere outside of its page.
    """
    text = address.strip()
    if text.lower().startswith((*WEB, *OTHERS)):
        return text
    is_path = text.startswith("/") and not text.startswith("//")
    return public_url(text, ctx.request) if is_path else ""


def read_pages(keys: Sequence[int], ctx: ApiContext) -> Mapping[int, PageRef]:
    """Return the pages of these keys that the public may see, as seen from elsewhere."""
    return ctx.refs(keys)
