"""A rich text of the database as HTML for any site."""

import pytest
from django.test import RequestFactory

from hub.content.api.context import ApiContext
from hub.content.api.html import clean_html
from tests import factories
from tests.hidings import HIDINGS

pytestmark = pytest.mark.django_db


def html(source):
    return clean_html(source, ApiContext(RequestFactory().get("/", SERVER_NAME="localhost")))


def test_a_link_to_a_page_says_what_it_leads_to():
    page = factories.InitiativePageFactory(slug="delices")
    given = html(f'<p><a id="{page.pk}" linktype="page">Les Délices</a></p>')
    assert 'href="http://localhost/initiatives/delices/"' in given
    assert f'data-id="{page.uid}"' in given
    assert 'data-path="/initiatives/delices/"' in given
    assert "data-type=" in given


@pytest.mark.parametrize("hide", HIDINGS.values(), ids=HIDINGS)
def test_a_link_to_a_hidden_page_leaves_its_words(hide):
    page = factories.InitiativePageFactory(slug="secret")
    source = f'<p><a id="{page.pk}" linktype="page">Les <b>Délices</b></a></p>'
    hide(page)
    assert html(source) == "<p>Les <strong>Délices</strong></p>"


def test_a_document_says_what_it_is_and_where_the_same_is_read():
    page = factories.StandardPageFactory(title="Le bilan")
    document = factories.DocumentFactory(accessibility="non", equivalent=page)
    given = html(f'<p><a id="{document.pk}" linktype="document">Bilan</a></p>')
    assert f'<a href="http://localhost{document.url}" data-type="document">' in given
    assert "Bilan (TXT, 7" in given
    assert "non accessible" in given
    assert "même contenu en page web" in given
    assert "Le bilan</a>)" in given


@pytest.mark.parametrize(
    ("source", "given"),
    [
        ('<a href="/plan-du-site/">x</a>', '<a href="http://localhost/plan-du-site/">x</a>'),
        (
            '<a href="https://exemple.fr/?a=1&amp;b=2">x</a>',
            '<a href="https://exemple.fr/?a=1&amp;b=2">x</a>',
        ),
        ('<a href="mailto:a@exemple.fr">x</a>', '<a href="mailto:a@exemple.fr">x</a>'),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ('<a href="//exemple.fr/">x</a>', "x"),
        ('<a href="#ici">x</a>', "x"),
        ('<a linktype="page" id="x">x</a>', "x"),
        ('<a linktype="page">x</a>', "x"),
        ('<a linktype="quiz" id="1" href="https://exemple.fr/">x</a>', "x"),
        ('<p class="big" style="color:red" onclick="x()">x</p>', "<p>x</p>"),
        ("<p><script>alert(1)</script><style>p{}</style>x</p>", "<p>x</p>"),
        ('<p><img src="x" onerror="alert(1)">x <span>y</span></p>', "<p>x y</p>"),
        ('<embed embedtype="image" id="1" format="left" alt="x"/>', ""),
        ("1 &lt; 2 &amp; 3", "1 &lt; 2 &amp; 3"),
        ("<p>a<br/>b</p><hr/>", "<p>a<br>b</p><hr>"),
        (
            "<h2>A</h2><h3>B</h3><b>c</b> <i>d</i>",
            "<h2>A</h2><h3>B</h3><strong>c</strong> <em>d</em>",
        ),
    ],
)
def test_what_is_kept_of_a_text(source, given):
    assert html(source) == given


def test_a_pasted_video_becomes_a_link():
    given = html('<p>a</p><embed embedtype="media" url="https://youtu.be/6MSURDccwBk"/><p>b</p>')
    link = '<a href="https://www.youtube.com/watch?v=6MSURDccwBk">Vidéo YouTube 6MSURDccwBk</a>'
    assert given == f"<p>a</p><p>{link}</p><p>b</p>"
