"""Rich text in cells: plain text or HTML in, HTML out.

HTML is filtered by Wagtail's whitelister with the features of a guided section. What comes out has
the form that the editor of Wagtail writes, so that a fiche opened and saved without a change is
not seen as changed.
"""

import html
import re
from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement
from bs4.formatter import HTMLFormatter
from django.core.exceptions import ValidationError
from wagtail.rich_text import features
from wagtail.rich_text.rewriters import LinkRewriter
from wagtail.whitelist import Whitelister, allow_without_attributes, attribute_rule, check_url

from hub.content.video.address import parse_youtube_address

_MARKUP = re.compile(r"<[A-Za-z!]")
_BLANK_LINES = re.compile(r"\n\s*\n")
_SPACES = re.compile(r"[ \t\f]+")
_BULLET = re.compile(r"[-•*]\s+")
_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
_BLOCKS = frozenset({"p", "h3", "h4", "ol", "ul", "blockquote", "hr", "embed"})
_RENAMED = {"strong": "b", "em": "i", "div": "p", "h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}
_DROPPED = ("script", "style", "template", "title", "iframe", "object", "svg", "math", "noscript")


def to_html(cell: str) -> str:
    """Return the HTML of a cell; one that begins with a tag is HTML, any other plain text."""
    written = cell.replace("\r\n", "\n").replace("\r", "\n").strip()
    return _filtered(written) if _MARKUP.match(written) else _from_plain_text(written)


def without_keys(source: str) -> str:
    """Return a rich text without the keys by which the editor follows its paragraphs."""
    return _BLOCK_KEY.sub("", source)


def to_cell(source: str) -> str:
    """Return the HTML of a stored rich text: links have addresses, database keys stay here."""
    links = features.get_link_types()
    rewrite = LinkRewriter(
        bulk_rules={kind: handler.expand_db_attributes_many for kind, handler in links.items()}
    )
    return str(rewrite(without_keys(source)))


def _from_plain_text(text: str) -> str:
    """Paragraphs are separated by a blank line; lines that begin with "- " make a list."""
    return "".join(_paragraph(part) for part in _BLANK_LINES.split(text))


def _paragraph(part: str) -> str:
    out: list[str] = []
    lines: list[str] = []
    items: list[str] = []

    def close() -> None:
        if lines:
            out.append(f"<p>{'<br/>'.join(lines)}</p>")
        if items:
            out.append(f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>")
        lines.clear()
        items.clear()

    for raw in part.split("\n"):
        line = _SPACES.sub(" ", raw).strip()
        bullet = _BULLET.match(line)
        wanted, other = (items, lines) if bullet else (lines, items)
        if other:
            close()
        if line:
            wanted.append(_escaped(line[bullet.end() :] if bullet else line))
    close()
    return "".join(out)


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


_ESCAPING = HTMLFormatter(entity_substitution=_escaped)


def _address(value: str) -> str | None:
    """Return an address that may be linked to, or None; one with quotes would break the form."""
    checked = check_url(value.strip())
    return checked.replace('"', "%22") if checked else None


def _keep_video(tag: Tag) -> None:
    """Keep an embedded video under its own address; drop anything else."""
    try:
        video = parse_youtube_address(str(tag.get("url", "")))
    except ValidationError:
        tag.decompose()
        return
    tag.attrs = {"embedtype": "media", "url": video.canonical_url}


class _SectionWhitelister(Whitelister):
    """The tags of a guided section."""

    element_rules: dict[str, Callable[[Any], None]] = {
        "[document]": allow_without_attributes,
        "a": attribute_rule({"href": _address}),
        "embed": _keep_video,
        **dict.fromkeys(
            ("b", "br", "h3", "h4", "hr", "i", "li", "ol", "p", "sup", "ul", "blockquote"),
            allow_without_attributes,
        ),
    }


def _filtered(markup: str) -> str:
    document = BeautifulSoup(markup, "html.parser")
    for tag in document.find_all(_DROPPED):
        tag.decompose()
    for tag in document.find_all(list(_RENAMED)):
        tag.name = _RENAMED[tag.name]
    whitelister = _SectionWhitelister()
    whitelister.clean_node(document, document)
    _wrap_loose_text(document)
    return str(document.decode(formatter=_ESCAPING))


def _wrap_loose_text(document: BeautifulSoup) -> None:
    """Put what stands outside of any block into paragraphs."""
    paragraph: Tag | None = None
    for node in list(document.contents):
        if isinstance(node, Tag) and node.name in _BLOCKS:
            paragraph = None
            continue
        if paragraph is None and _is_blank(node):
            node.extract()
            continue
        if paragraph is None:
            paragraph = document.new_tag("p")
            node.insert_before(paragraph)
        paragraph.append(node.extract())


def _is_blank(node: PageElement) -> bool:
    return isinstance(node, NavigableString) and not node.strip()
