"""The kinds of the blocks that hold one value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from hub.content.api.context import ApiContext
from hub.content.api.documents import document_json, read_documents
from hub.content.api.html import clean_html, needs_of_html
from hub.content.api.images import image_json, read_images
from hub.content.api.json_schema import HTML, TEXT, Schema, nullable, reference
from hub.content.api.links import read_pages
from hub.content.api.reading import Need, Reader, needed
from hub.content.api.streams.kinds import Kind, register


@register
class Plain(Kind):
    """What is stored is what is given: numbers, yes or no, and the fields of plugins."""

    classes: ClassVar[tuple[Any, ...]] = (blocks.FieldBlock,)

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> Any:
        """Return the stored form of what the block reads: what it cannot read is None."""
        return block.get_prep_value(block.to_python(stored))

    def schema(self, block: Any) -> Schema:
        """Return a schema that any value satisfies, where nothing more is known."""
        return {}


@register
class Text(Plain):
    """A text without formatting: never None."""

    classes: ClassVar = (
        blocks.CharBlock,
        blocks.TextBlock,
        blocks.EmailBlock,
        blocks.URLBlock,
        blocks.RegexBlock,
        blocks.BlockQuoteBlock,
    )

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> str:
        """Return the text."""
        return str(super().write(block, stored, ctx) or "")

    def schema(self, block: Any) -> Schema:
        """Return that of a text."""
        return dict(TEXT)


@register
class Integer(Plain):
    """A whole number."""

    classes: ClassVar = (blocks.IntegerBlock,)

    def schema(self, block: Any) -> Schema:
        """Return that of a whole number, or null."""
        return {"type": ["integer", "null"]}


@register
class Number(Plain):
    """A number."""

    classes: ClassVar = (blocks.FloatBlock,)

    def schema(self, block: Any) -> Schema:
        """Return that of a number, or null."""
        return {"type": ["number", "null"]}


@register
class YesOrNo(Plain):
    """A box to tick."""

    classes: ClassVar = (blocks.BooleanBlock,)

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> bool:
        """Return whether it is ticked."""
        return bool(stored)

    def schema(self, block: Any) -> Schema:
        """Return that of a boolean."""
        return {"type": "boolean"}


class Moment(Plain):
    """A date, a time, or both, in the forms of ISO 8601."""

    name = ""

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> str | None:
        """Return its text, None where there is none."""
        value = block.to_python(stored) if stored else None
        return value.isoformat() if value else None

    def schema(self, block: Any) -> Schema:
        """Return that of a date or a time, or null."""
        return {"type": ["string", "null"], "format": self.name}


@register
class Date(Moment):
    """A day."""

    classes: ClassVar = (blocks.DateBlock,)
    name = "date"


@register
class DateTime(Moment):
    """A day and an hour."""

    classes: ClassVar = (blocks.DateTimeBlock,)
    name = "date-time"


@register
class Time(Moment):
    """An hour: `09:30`."""

    classes: ClassVar = (blocks.TimeBlock,)

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> str | None:
        """Return hours and minutes, None where there are none."""
        value = block.to_python(stored) if stored else None
        return value.strftime("%H:%M") if value else None

    def schema(self, block: Any) -> Schema:
        """Return that of hours and minutes, or null."""
        return {"type": ["string", "null"], "pattern": "^[0-2][0-9]:[0-5][0-9]$"}


@register
class Choice(Kind):
    """One of a list: its code and its label."""

    classes: ClassVar = (blocks.ChoiceBlock,)

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> dict[str, str] | None:
        """Return code and label, None for no choice or one that there no longer is."""
        labels = dict(block.field.choices)
        return {"code": stored, "label": str(labels[stored])} if stored in labels else None

    def schema(self, block: Any) -> Schema:
        """Return that of a coded value, with the codes that there are."""
        codes = [code for code, _ in block.field.choices if code]
        known = {"properties": {"code": {"enum": codes}}}
        return nullable({"allOf": [reference("CodedValue"), known]})


@register
class Html(Kind):
    """A rich text, as HTML that any site may show."""

    classes: ClassVar = (blocks.RichTextBlock,)

    def needs(self, block: Any, stored: Any) -> Iterator[Need]:
        """Yield the pages and documents that it leads to."""
        return needs_of_html(str(stored or ""))

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> str:
        """Return clean HTML."""
        return clean_html(str(stored or ""), ctx)

    def schema(self, block: Any) -> Schema:
        """Return that of a text of HTML."""
        return dict(HTML)


class Chosen(Kind):
    """What was chosen among what the site has: read by its key, which never leaves."""

    definition = ""

    def reader(self, block: Any) -> Reader | None:
        """Return what reads the chosen things; None: nothing is given of them."""
        raise NotImplementedError

    def given(self, found: Any, ctx: ApiContext) -> Any:
        """Return what was found as JSON."""
        return found

    def needs(self, block: Any, stored: Any) -> Iterator[Need]:
        """Yield what was chosen."""
        reader = self.reader(block)
        if reader is not None and stored is not None:
            yield reader, stored

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> Any:
        """Return what was chosen, None where it is gone or hidden."""
        reader = self.reader(block)
        if reader is None or stored is None:
            return None
        return self.given(needed(reader, stored, ctx), ctx)

    def schema(self, block: Any) -> Schema:
        """Return that of what is chosen, or null."""
        return nullable(reference(self.definition))


@register
class Anything(Chosen):
    """Something that a block of its own knows: `api_reader` reads it, `api_schema` describes it."""

    classes: ClassVar = (blocks.ChooserBlock,)

    def reader(self, block: Any) -> Reader | None:
        """Return the reader of the block; a chooser without one gives nothing."""
        found: Reader | None = getattr(block, "api_reader", None)
        return found

    def schema(self, block: Any) -> Schema:
        """Return that of nothing."""
        return {"type": "null"}


@register
class PageOfTheSite(Chosen):
    """A page."""

    classes: ClassVar = (blocks.PageChooserBlock,)
    definition = "PageRef"

    def reader(self, block: Any) -> Reader:
        """Read pages that the public may see."""
        return read_pages


@register
class Document(Chosen):
    """A file to download."""

    classes: ClassVar = (DocumentChooserBlock,)
    definition = "DocumentJson"

    def reader(self, block: Any) -> Reader:
        """Read documents that anybody may download."""
        return read_documents

    def given(self, found: Any, ctx: ApiContext) -> Any:
        """Return the document as JSON."""
        return document_json(found, ctx)


@register
class Image(Chosen):
    """An image whose alternative text is its own description."""

    classes: ClassVar = (ImageChooserBlock,)
    definition = "ImageJson"

    def reader(self, block: Any) -> Reader:
        """Read images with their sizes."""
        return read_images

    def given(self, found: Any, ctx: ApiContext) -> Any:
        """Return the image as JSON."""
        return image_json(found, ctx, found.description if found else "")


@register
class ImageHere(Kind):
    """An image with the alternative text of its place, or decorative there."""

    classes: ClassVar = (ImageBlock,)

    def needs(self, block: Any, stored: Any) -> Iterator[Need]:
        """Yield the image."""
        if (key := _image_of(stored).get("image")) is not None:
            yield read_images, key

    def write(self, block: Any, stored: Any, ctx: ApiContext) -> Any:
        """Return the image as JSON, None where it is gone or hidden."""
        chosen = _image_of(stored)
        if chosen.get("image") is None:
            return None
        alt = "" if chosen.get("decorative") else str(chosen.get("alt_text") or "")
        return image_json(needed(read_images, chosen["image"], ctx), ctx, alt)

    def schema(self, block: Any) -> Schema:
        """Return that of an image, or null."""
        return nullable(reference("ImageJson"))


def _image_of(stored: Any) -> dict[str, Any]:
    """Return the stored image; a chooser that it took the place of stored the key alone."""
    if isinstance(stored, dict):
        return stored
    return {"image": stored} if isinstance(stored, int) else {}
