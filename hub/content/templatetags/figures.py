"""Figures, drawn and counted, for templates."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from hub.content.drawing import drawing_of
from hub.content.text import agreed, number_label

register = template.Library()

_BAR = (
    '<svg class="drawing" viewBox="0 0 {0} {1}" width="{0}" height="{1}" aria-hidden="true" '
    'focusable="false"><path class="drawing__rest" d="M0 4h{0}"/>'
    '<path class="drawing__full" d="{2}"/></svg>'
)
_DOTS = (
    '<svg class="drawing" viewBox="0 0 {0} {1}" width="{0}" height="{1}" aria-hidden="true" '
    'focusable="false"><path class="drawing__dots" d="{2}"/></svg>'
)
_LEGEND = '<small class="key-figure__source">Un point vaut {}.</small>'


@register.simple_tag
def drawn_figure(value: object, unit: object) -> SafeString:
    """A figure as a decorative picture, empty where none is: `{% drawn_figure 163 "" %}`."""
    drawing = drawing_of(value, str(unit or ""))
    if drawing is None:
        return SafeString("")
    shape = _BAR if drawing.is_share else _DOTS
    picture = format_html(shape, drawing.width, drawing.height, drawing.path)
    if drawing.worth == 1:
        return picture
    return picture + format_html(_LEGEND, number_label(drawing.worth))


@register.filter
def noun(number: int, forms: str) -> str:
    """The noun that a number asks for: `{{ total|noun:"initiative,initiatives" }}`."""
    singular, plural = forms.split(",")
    return agreed(number, singular, plural)
