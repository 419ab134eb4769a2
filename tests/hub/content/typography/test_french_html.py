"""A fragment of HTML: its text is set, its tags are not touched."""

import re

import pytest
from hypothesis import given, settings, strategies as st

from hub.content.typography import french_html, french_markup


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>mot</b> : suite", "<b>mot</b>\xa0: suite"),
        ("<b>mot </b>: suite", "<b>mot\xa0</b>: suite"),
        ("<b>mot</b>!", "<b>mot</b>\xa0!"),
        ("l'<em>eau</em>", "l’<em>eau</em>"),
        ('"<i>mot</i>"', "«\xa0<i>mot</i>\xa0»"),
        ("&quot;mot&quot; &amp; l&#x27;eau", "«\xa0mot\xa0» &amp; l’eau"),
        ("a &lt; b", "a &lt; b"),
        ("<p>le 1er janvier</p>", "<p>le 1<sup>er</sup>\xa0janvier</p>"),
        ("le 1<sup>er</sup> janvier", "le 1<sup>er</sup>\xa0janvier"),
        ('<p>"un</p><p>deux"</p>', '<p>"un</p><p>deux"</p>'),
    ],
)
def test_the_text_is_set_across_inline_tags(typed, shown):
    assert french_html(typed) == shown


@pytest.mark.parametrize(
    "html",
    [
        "<a href=\"/?a='b'&amp;c=d;\" title='l\"eau : a > b'>x</a>",
        "<script>a = 'b' ? \"c\" : d;</script>",
        "<style>a:hover { b: 'c' }</style>",
        "<pre>l'eau ?</pre>",
        "<code>a ? 'b' : c</code>",
        "<textarea>l'eau ?</textarea>",
        "<!-- l'eau ? -->",
        "<svg><title>l'eau ?</title></svg>",
        "<a href=x ? never closed",
        "<code>never closed ?",
    ],
)
def test_tags_and_code_are_left_alone(html):
    assert french_html(html) == html


def test_a_plain_text_becomes_html():
    assert french_markup("l'<b> & 1er") == "l&#x27;&lt;b&gt; &amp; 1<sup>er</sup>"
    assert french_markup("<https://a.fr/?b=1&c=2>") == "&lt;https://a.fr/?b=1&amp;c=2&gt;"


PIECES = [
    *("<b>", "</b>", "<sup>", "</sup>", "<p>", "</p>", "<br>", "<code>", "</code>", "<a href='x'>"),
    *(
        "</a>",
        "&amp;",
        "&quot;",
        "&lt;",
        "&nbsp;",
        "<!--",
        "-->",
        "<",
        ">",
        "&",
        '"',
        "'",
        "«",
        "»",
    ),
    *("1er", "2ème", "XXe", " ", ":", "!", ";", "a", "mot", "1", ":)", "https://a", "...", " - "),
    *"\n\ue000\ue001\ue002%é",
]
FRAGMENTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@settings(max_examples=500, deadline=None)
@given(FRAGMENTS)
def test_a_fragment_set_twice_is_set_once(html):
    assert french_html(french_html(html)) == french_html(html)


@settings(max_examples=300, deadline=None)
@given(FRAGMENTS)
def test_the_tags_stay_in_order(html):
    tags = re.compile(r"</?(?:b|p|a|code)\b[^<>]*>|<br>")
    assert tags.findall(french_html(html)) == tags.findall(html)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="<>&\"' 1erXa;:/\ue000", max_size=30))
def test_a_plain_text_brings_no_tag_of_its_own(text):
    assert re.findall(r"<(?!/?sup>)", french_markup(text)) == []


LONG = ["<", '<"', "<b>", "<code>", "<a '", "<!--", "&", "&quot;", "<b> ", '"<b>', "</", "<p>«"]


@pytest.mark.parametrize("pattern", LONG)
def test_a_long_fragment_is_read_in_proportion_to_its_length(pattern):
    html = pattern * (100_000 // len(pattern))
    assert french_html(html).count("<b>") == html.count("<b>")
