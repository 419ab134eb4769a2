"""French typography, applied when a text is shown and never to what an editor typed.

Source of the rules: « Lexique des règles typographiques en usage à l’Imprimerie nationale ».
Every function is pure and remembered: the second rendering of a text costs a dictionary look-up.
"""

from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from hub.content.typography import markup, masks
from hub.content.typography.ordinals import raise_ordinals, shorten_ordinals
from hub.content.typography.quotes import turn_quotes
from hub.content.typography.signs import turn_signs
from hub.content.typography.spaces import set_spaces

__all__ = ["french", "french_html", "french_markup"]


def _set(text: str) -> str:
    """Apply every rule to a masked text."""
    return set_spaces(turn_quotes(shorten_ordinals(turn_signs(text))))


@lru_cache(maxsize=4096)
def french(text: str) -> str:
    """Return a plain text as a French typesetter would set it: « l’eau », « 3 % », « Carnet n° 1 ».

    Addresses, e-mails, `code`, times, ratios and measures are left alone. Applied twice, it gives
    the same as once; only spaces, quotation marks, dots and the endings of ordinals change.
    """
    masked, hidden = masks.hide(text)
    return masks.show(_set(masked), hidden)


@lru_cache(maxsize=4096)
def french_markup(text: str) -> SafeString:
    """Return a plain text as HTML: escaped, set, its ordinals raised (`1<sup>er</sup>`)."""
    masked, hidden = masks.hide(text)
    raised = raise_ordinals(escape(_set(masked)))
    # What is neither escaped here nor a tag of ours is escaped on the next line.
    return mark_safe(masks.show(raised, [escape(part) for part in hidden]))  # noqa: S308


@lru_cache(maxsize=1024)
def french_html(html: str) -> SafeString:
    """Return a trusted fragment of HTML with its text set, its tags and its code untouched."""
    masked, hidden = markup.hide(html)
    raised = raise_ordinals(markup.escape_text(_set(masked)))
    # As trusted as what was given: tags come back as they were, text is escaped again.
    return mark_safe(masks.show(raised, hidden))  # noqa: S308
