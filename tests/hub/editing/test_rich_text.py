"""The editor opens whatever is stored, takes whatever is posted, and keeps the words."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from hub.content.blocks.rich_text import PROSE, RichTextBlock
from hub.editing.rich_text import RichTextArea
from tests import factories

UNORDERED = "unordered-list-item"
# What applications copy, which an import or a script may have stored as it was.
CLIPBOARD = Path(__file__).parent / "paste" / "clipboard"
COPIED = sorted(path.stem for path in CLIPBOARD.glob("*.html"))


@pytest.fixture
def area():
    return RichTextArea(features=list(PROSE))


def block(text, kind="unstyled", depth=0, **ranges):
    given = {"inlineStyleRanges": [], "entityRanges": [], "data": {}, **ranges}
    return {"key": f"k{len(text)}{depth}", "type": kind, "text": text, "depth": depth, **given}


def link(url):
    return {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": url}}}


def content(*blocks, links=None):
    return json.dumps({"blocks": list(blocks), "entityMap": links or {}})


def stored(area, posted):
    return area.value_from_datadict({"text": posted}, {}, "text")


def joined(content_state):
    texts = [block["text"] for block in json.loads(content_state)["blocks"]]
    return "".join("".join(texts).split())


def opened(area, html):
    return [(one["type"], one["text"]) for one in json.loads(area.format_value(html))["blocks"]]


def test_the_texts_of_the_site_have_this_editor():
    assert isinstance(RichTextBlock().field.widget, RichTextArea)


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>Un <b>mot</b></p>", ["Un mot"]),
        ("<p>Un<br>deux</p>", ["Un\ndeux"]),
        ("<p>Un <b>mot</p>", ["Un mot"]),
        ("<p>Un<ul><li>deux</ul>", ["Un", "deux"]),
        ("<li>Un</li>", ["Un"]),
        ("<b><p>Un</p></b>", ["Un"]),
        ('<p>Un <a linktype="page">lien</a></p>', ["Un", "lien"]),
        ('<p>Un</p><embed embedtype="media">', ["Un"]),
        ("<table><tr><td>Un</td></tr></table>", ["Un"]),
        ("", [""]),
        (None, [""]),
    ],
)
def test_stored_html_opens_with_all_its_words(area, html, texts):
    assert [text for _, text in opened(area, html)] == texts


@pytest.mark.parametrize("source", COPIED)
def test_what_an_application_copies_opens_with_all_its_words_and_opens_again(area, source):
    page = BeautifulSoup((CLIPBOARD / f"{source}.html").read_text("utf-8"), "html.parser")
    body = page.body or page
    words = "".join(body.get_text().split())
    content_state = area.format_value(body.decode_contents())
    assert joined(content_state) == words
    saved = stored(area, content_state)
    assert joined(area.format_value(saved)) == words
    assert "Mso" not in saved
    assert "style=" not in saved


@pytest.mark.parametrize(
    ("posted", "html"),
    [
        ("", ""),
        ("null", ""),
        ("[]", "<p>[]</p>"),
        ("Un <mot>", "<p>Un &lt;mot&gt;</p>"),
        (content(block("Un", entityRanges=[{"key": 7, "offset": 0, "length": 2}])), "<p>Un</p>"),
        ('{"blocks": [3]}', "<p>{&quot;blocks&quot;: [3]}</p>"),
    ],
)
def test_a_malformed_post_keeps_its_words(area, posted, html):
    assert stored(area, posted) == html


def test_nothing_posted_is_nothing(area):
    assert area.value_from_datadict({}, {}, "text") is None


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " JaVaScript:x"]
)
def test_a_posted_link_that_runs_something_leads_nowhere(area, url):
    whole = [{"key": 0, "offset": 0, "length": 4}]
    html = stored(area, content(block("Lien", entityRanges=whole), links=link(url)))
    assert "href" not in html
    assert "Lien" in html


def test_posted_markup_is_text(area):
    html = stored(area, content(block("<script>alert(1)</script><img src=x onerror=alert(1)>")))
    assert "<script" not in html
    assert "<img" not in html


def test_styles_and_elements_that_the_editor_does_not_offer_are_dropped(area):
    ranges = [{"style": "UNDERLINE", "offset": 0, "length": 2}]
    html = stored(area, content(block("Un", inlineStyleRanges=ranges)))
    assert html == '<p data-block-key="k20">Un</p>'


@pytest.mark.parametrize("depths", [(0, 1, 2, 3, 4), (0, 3, 1), (2, 0), (4, 4)])
def test_nested_lists_open_again_as_deep_as_they_were(area, depths):
    items = [block(f"Article {n}", UNORDERED, depth) for n, depth in enumerate(depths)]
    again = json.loads(area.format_value(stored(area, content(*items))))["blocks"]
    assert [(one["text"], one["depth"]) for one in again if one["text"]] == [
        (item["text"], item["depth"]) for item in items
    ]


@pytest.mark.django_db
def test_a_page_whose_stored_text_is_broken_can_be_edited(client, editor, home):
    page = factories.StandardPageFactory(body=[("text", "<p>Un <b>mot</p>")])
    client.force_login(editor)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    assert "Un " in response.content.decode()
