"""The StreamBlock that loses nothing: what it does not know, it keeps."""

import json
from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from wagtail import blocks
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.blocks.stream_block import StreamBlockAdapter, StreamValue

from hub.content.blocks.isolation import rendered
from hub.content.blocks.unavailable import (
    EDITOR_SCRIPTS,
    UNAVAILABLE,
    UnavailableBlock,
    unwrap,
    wrap,
)
from hub.plugins import Composition
from hub.plugins.registry import contributed_blocks


class StreamBlock(blocks.StreamBlock):
    """A stream in which children of unknown types survive.

    Wagtail's own drops them at the first save, and reinstalling the module that defined them
    does not bring them back. Here each becomes an `unavailable` child: hidden from the block menu,
    the public pages and the API, and stored again in its first form.
    """

    # The list of blocks that plugins may add to; None for one that is ours alone.
    composition: ClassVar[Composition | None] = None

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        brought = contributed_blocks().within(self.composition) if self.composition else []
        super().__init__([*(local_blocks or ()), *brought], **kwargs)
        if UNAVAILABLE in self.child_blocks:
            raise ImproperlyConfigured(f"Block name “{UNAVAILABLE}” is reserved.")
        keeper = UnavailableBlock()
        keeper.set_name(UNAVAILABLE)
        self.child_blocks[UNAVAILABLE] = keeper

    def to_python(self, value: Any) -> StreamValue:
        """Take a stream, its stored list, or that list as JSON text (as revisions hold it)."""
        return super().to_python(self._keep_unknown(_decoded(value)))

    def bulk_to_python(self, values: Iterable[Any]) -> list[StreamValue]:
        """Take the stored lists of several nested streams; return the streams."""
        return super().bulk_to_python([self._keep_unknown(value) for value in values])

    def get_prep_value(self, value: StreamValue) -> list[dict[str, Any]]:
        """Return the list to store, absent modules' content in its first form."""
        return [unwrap(child) for child in super().get_prep_value(value)]

    def get_api_representation(
        self, value: StreamValue, context: dict[str, Any] | None = None
    ) -> list[Any]:
        """Return what our own API gives, for that of Wagtail; `context` holds the request."""
        from hub.content.api.context import ApiContext  # both read the models, which hold blocks
        from hub.content.api.streams import stream_json

        return stream_json(value, ApiContext((context or {})["request"])) if value else []

    def render_basic(self, value: StreamValue, context: dict[str, Any] | None = None) -> str:
        """Return the HTML of the known children, in the wrapping of Wagtail's own stream."""
        return format_html_join(
            "\n",
            '<div class="w-block-{1} block-{1}">{0}</div>',
            ((rendered(child, context), child.block_type) for child in _known(value)),
        )

    def _keep_unknown(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return [
            wrap(child)
            if isinstance(child, dict) and child["type"] not in self.child_blocks
            else child
            for child in value
        ]


def _decoded(value: Any) -> Any:
    """Return the list that a JSON text holds; anything else unchanged."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _known(value: Iterable[StreamValue.StreamChild] | None) -> list[StreamValue.StreamChild]:
    return [child for child in value or () if child.block_type != UNAVAILABLE]


class PreservingStreamBlockAdapter(StreamBlockAdapter):
    """Hides `unavailable` from the menu of blocks in the editor."""

    js_constructor = "hub.content.PreservingStreamBlock"

    @cached_property
    def media(self) -> forms.Media:
        """The scripts of the editor."""
        return forms.Media(js=[versioned_static(script) for script in EDITOR_SCRIPTS])


register(PreservingStreamBlockAdapter(), StreamBlock)
