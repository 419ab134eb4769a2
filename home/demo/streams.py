"""The stored forms of the blocks, shortened: what the pages of the demo are composed with."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from wagtail.models import Page

from hub.content.models import HubDocument, HubImage

Block = dict[str, Any]


def block(kind: str, value: Any) -> Block:
    """Return a child of a stream."""
    return {"type": kind, "value": value}


def text(html: str) -> Block:
    """Return a text, written in HTML."""
    return block("text", html.strip())


def lead(words: str) -> Block:
    """Return an opening."""
    return block("lead", words)


def quote(words: str, author: str, source: str = "") -> Block:
    """Return a quotation with who said it, and where."""
    return block(
        "quote",
        {
            "text": words,
            "author": author,
            "function": "",
            "source_name": source,
            "source_url": "",
        },
    )


def figure(value: str, label: str, *, unit: str = "", date: str = "", source: str = "") -> Block:
    """Return the value of a key figure."""
    return {"value": value, "unit": unit, "label": label, "date": date, "source": source}


def figures(title: str, *shown: Block) -> Block:
    """Return a row of key figures."""
    return block("key_figures", {"title": title, "figures": items(shown)})


def accordion(title: str, panels: Iterable[tuple[str, str]]) -> Block:
    """Return folded texts, from (title, HTML) pairs."""
    folded = [{"title": name, "text": html} for name, html in panels]
    return block("accordion", {"title": title, "items": items(folded)})


def answers(title: str, address: str, number: int = 3) -> Block:
    """Return the first answers of a search."""
    return block("saved_search", {"title": title, "address": address, "number": number})


def selection(title: str, pages: Iterable[Page | None]) -> list[Block]:
    """Return one block with the pages that are there, or none where none is."""
    keys = [page.pk for page in pages if page is not None]
    return [block("selection", {"title": title, "pages": items(keys)})] if keys else []


def picture(image: HubImage, caption: str, alt: str = "") -> Block:
    """Return the value of a figure; without an alternative text the image is decorative."""
    shown = {"image": image.pk, "alt_text": alt, "decorative": not alt}
    return {"image": shown, "caption": caption, "credit": ""}


def image(file: HubImage | None, caption: str, alt: str = "") -> list[Block]:
    """Return one figure, or none where the image is gone."""
    return [block("image", picture(file, caption, alt))] if file else []


def gallery(title: str, files: Iterable[tuple[HubImage | None, str]]) -> list[Block]:
    """Return the images that are there with their captions, or none where fewer than two are."""
    shown = [picture(file, caption) for file, caption in files if file]
    return [block("gallery", {"title": title, "images": items(shown)})] if len(shown) > 1 else []


def document(file: HubDocument | None, equivalent: Page | None = None) -> list[Block]:
    """Return a file to download, or none where it is gone."""
    if file is None:
        return []
    page = equivalent.pk if equivalent else None
    return [block("document", {"document": file.pk, "title": "", "html_equivalent": page})]


def video(address: str, title: str) -> Block:
    """Return a video; neither its length nor its words are known."""
    return block(
        "video",
        {
            "address": address,
            "title": title,
            "poster": None,
            "duration": None,
            "language": "fr",
            "transcript": "",
        },
    )


def call_to_action(title: str, words: str, label: str, page: Page | None) -> list[Block]:
    """Return an invitation to read a page, or none where the page is gone."""
    if page is None:
        return []
    link = {"label": label, "page": page.pk, "url": "", "email": ""}
    return [block("call_to_action", {"title": title, "text": words, "link": link})]


def table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Block:
    """Return a table whose first column holds the headings of the rows."""
    kinds = ["row_header", *["text"] * (len(headings) - 1)]
    columns = [
        {"type": kind, "heading": heading} for kind, heading in zip(kinds, headings, strict=True)
    ]
    stored = [{"values": list(row)} for row in rows]
    return block("table", {"columns": columns, "rows": stored, "caption": caption})


def programme(title: str, slots: Iterable[tuple[str, str, str]]) -> Block:
    """Return the moments of a day whose hours are unknown, as (title, speakers, HTML)."""
    moments = [
        {"start": None, "end": None, "title": name, "speakers": who, "description": html}
        for name, who, html in slots
    ]
    return block("programme", {"title": title, "slots": items(moments)})


def productions(title: str, made: Iterable[tuple[str, str, str]]) -> Block:
    """Return what a workshop produced, as (title, question, HTML)."""
    values = [
        {"title": name, "question": question, "description": html} for name, question, html in made
    ]
    return block("productions", {"title": title, "productions": items(values)})


def section(title: str, background: str, *content: Block) -> Block:
    """Return a titled part of a page; `background` is none, soft or strong."""
    value = {"title": title, "background": background, "content": list(content)}
    return block("section", value)


def two_columns(left: list[Block], right: list[Block]) -> Block:
    """Return two contents side by side."""
    return block("two_columns", {"left": left, "right": right})


def items(values: Iterable[Any]) -> list[Block]:
    """Return the stored form of the children of a list."""
    return [{**block("item", value), "id": str(uuid4())} for value in values]


def chosen(pages: Iterable[Page | None]) -> list[Block]:
    """Return the stored form of « À lire aussi »."""
    return [block("page", page.pk) for page in pages if page is not None]


def link(page: Page | None, label: str) -> str:
    """Return a link to a page inside a text, or its label alone where the page is gone."""
    return f'<a linktype="page" id="{page.pk}">{label}</a>' if page else label
