"""The filters of French typography, which every template has without loading them."""

import datetime

import pytest
from django.template import Context, Template
from django.utils.safestring import SafeString
from wagtail.rich_text import RichText


def shown(source, value):
    return Template(source).render(Context({"value": value}))


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("l'eau <b>", "l’eau &lt;b&gt;"),
        (SafeString("<b>l'eau</b> !"), "<b>l’eau</b>\xa0!"),
        ("le 1er", "le 1<sup>er</sup>"),
        (None, ""),
        (12, "12"),
    ],
)
def test_french_sets_texts_and_fragments(value, html):
    assert shown("{{ value|french }}", value) == html


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("le 1er <b>", "le 1er &lt;b&gt;"),
        (SafeString("<b>l'eau</b> &amp; !"), "l’eau &amp;\xa0!"),
        (None, ""),
    ],
)
def test_french_plain_brings_no_tag(value, text):
    assert shown("{{ value|french_plain }}", value) == text


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("{{ value }}", RichText("<p>L'eau ?</p>")),
        ("{% load wagtailcore_tags %}{{ value|richtext }}", "<p>L'eau ?</p>"),
    ],
)
def test_every_rich_text_is_set(source, value):
    assert shown(source, value) == "<p>L’eau\xa0?</p>"


def test_the_first_of_a_month_is_raised():
    source = "{% load page_tags %}{{ value|day }}"
    assert shown(source, datetime.date(2024, 10, 1)) == (
        '<time datetime="2024-10-01">1<sup>er</sup>\xa0octobre 2024</time>'
    )
