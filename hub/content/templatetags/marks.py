"""Words of a title set apart, for templates."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from hub.content.typography import french_markup

register = template.Library()


@register.filter
def marked(html: object, words: object) -> SafeString:
    """Underline the first occurrence of some words: `{{ title|french|marked:"163 façons" }}`.

    Words that the title does not hold change nothing. A plain text is escaped.
    """
    text = conditional_escape(str(html)) if not hasattr(html, "__html__") else SafeString(html)
    wanted = french_markup(str(words or "")).split()
    if not wanted:
        return text
    # Typography may have joined two words by another space in the title than in the words alone.
    found = re.search(r"[ \u00a0\u202f]".join(map(re.escape, wanted)), text)
    if found is None:
        return text
    before, after = text[: found.start()], text[found.end() :]
    # The title is escaped or set already, and nothing is added but the tag.
    return mark_safe(f"{before}<mark>{found.group()}</mark>{after}")  # noqa: S308
