"""The editor of rich texts, which opens whatever is stored and takes whatever is posted."""

import json
from html import escape
from typing import Any

from bs4 import BeautifulSoup
from draftjs_exporter.error import ExporterException
from wagtail.admin.rich_text import DraftailRichTextArea

# What Wagtail's converter raises on HTML whose elements do not match, or lack an attribute.
UNREADABLE = (AssertionError, KeyError, ValueError)
# What it raises on a content that no editor has written.
MALFORMED = (ExporterException, AttributeError, KeyError, TypeError, ValueError)


class RichTextArea(DraftailRichTextArea):
    """Wagtail's editor, without its errors on content that did not come from it.

    An import or an earlier version of the site may have stored HTML that its converter cannot
    read; the form of the page would not open, and nobody could mend the text.
    """

    def format_value(self, value: Any) -> str:
        """Return the content to edit: that of the HTML, of its mended form, else of its words."""
        for form in (str, mended):
            try:
                content: str = super().format_value(form(value or ""))
            except UNREADABLE:
                continue
            return content
        plain: str = super().format_value(words(value))
        return plain

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        """Return the HTML of what is posted; its words alone where it is malformed."""
        try:
            html: str | None = super().value_from_datadict(data, files, name)
        except MALFORMED:
            return posted_words(data.get(name) or "")
        return html


def mended(html: str) -> str:
    """Return HTML in which every element is closed."""
    return str(BeautifulSoup(html, "html.parser"))


def words(html: str) -> str:
    """Return the texts of HTML as paragraphs."""
    return paragraphs(BeautifulSoup(html, "html.parser").stripped_strings)


def posted_words(posted: str) -> str:
    """Return as paragraphs the texts of a content, or what was posted where it is none."""
    try:
        blocks = json.loads(posted)["blocks"]
        return paragraphs(str(block["text"]) for block in blocks)
    except (KeyError, TypeError, ValueError):
        return paragraphs([posted.strip()])


def paragraphs(texts: Any) -> str:
    """Return texts as HTML, one paragraph each, the empty ones left out."""
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)
