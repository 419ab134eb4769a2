import pytest
from hypothesis import given, settings, strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from hub.content.blocks.rich_text import SECTION_PROSE
from initiatives.imports.prose import to_cell, to_html, without_keys


def edited(source):
    """What the editor of Wagtail stores when somebody opens a text and saves it."""
    converter = ContentstateConverter(list(SECTION_PROSE))
    state = converter.from_database_format(source)
    return without_keys(converter.to_database_format(state))


@pytest.mark.parametrize(
    ("cell", "html"),
    [
        ("", ""),
        ("Un essai.", "<p>Un essai.</p>"),
        ("Un.\n\nDeux.\r\n\r\nTrois.", "<p>Un.</p><p>Deux.</p><p>Trois.</p>"),
        ("Un,\npuis deux.", "<p>Un,<br/>puis deux.</p>"),
        ("- un ;\n- deux.", "<ul><li>un ;</li><li>deux.</li></ul>"),
        ("Gestes :\n- un ;\n- deux.\nFin.",
         "<p>Gestes :</p><ul><li>un ;</li><li>deux.</li></ul><p>Fin.</p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("<3 le vélo", "<p>&lt;3 le vélo</p>"),
        ("l'eau \"vive\"", "<p>l'eau \"vive\"</p>"),
    ],
)  # fmt: skip
def test_plain_text_becomes_paragraphs_and_lists(cell, html):
    assert to_html(cell) == html


@pytest.mark.parametrize(
    ("cell", "html"),
    [
        ("<p>Un <strong>essai</strong>.</p>", "<p>Un <b>essai</b>.</p>"),
        ("<h1>Titre</h1><p>a</p>", "<h3>Titre</h3><p>a</p>"),
        ("<p>a</p><script>alert(1)</script>", "<p>a</p>"),
        ('<p onclick="x()">a</p>', "<p>a</p>"),
        ('<p><a href="javascript:alert(1)">a</a></p>', "<p><a>a</a></p>"),
        ('<p><a href="java\tscript:alert(1)">a</a></p>', "<p><a>a</a></p>"),
        ('<p><a href="https://example.org/?a=1&b=2">a</a></p>',
         '<p><a href="https://example.org/?a=1&amp;b=2">a</a></p>'),
        ('<p><a linktype="page" id="3">a</a></p>', "<p><a>a</a></p>"),
        ("<img src=x onerror=alert(1)>", ""),
        ("<svg onload=alert(1)><p>a</p></svg>", ""),
        ("<b>Perdu</b> et <i>seul</i><p>a</p>", "<p><b>Perdu</b> et <i>seul</i></p><p>a</p>"),
        ("<p>a", "<p>a</p>"),
        ("<p>a</p>\n\n<p>b</p> ", "<p>a</p><p>b</p>"),
        ("<p>a</b></i></p></div>", "<p>a</p>"),
        ("<!-- rien --><p>a</p>", "<p>a</p>"),
        ('<embed embedtype="media" url="https://www.youtube.com/watch?v=6MSURDccwBk&amp;t=3s"/>',
         '<embed embedtype="media" url="https://www.youtube.com/watch?v=6MSURDccwBk&amp;t=3s"/>'),
        ('<embed embedtype="image" id="1"/><p>a</p>', "<p>a</p>"),
        ('<embed embedtype="media" url="https://evil.example/x"/><p>a</p>', "<p>a</p>"),
    ],
)  # fmt: skip
def test_html_is_filtered(cell, html):
    assert to_html(cell) == html


@given(st.text(alphabet="ab <>&'\"\n-é’;", max_size=60))
@settings(deadline=None)
def test_a_plain_text_opened_and_saved_in_the_editor_is_the_same(cell):
    html = to_html(cell)
    if html and not cell.strip().startswith("<"):
        assert edited(html) == html


@given(st.text(alphabet='<>/ap"= hrefulib!-&;\n', max_size=60))
@settings(deadline=None)
def test_any_html_is_read_and_reading_it_again_changes_nothing(cell):
    once = to_html(f"<p>{cell}")
    assert to_html(once) == once


def test_the_keys_of_the_editor_do_not_leave():
    assert to_cell('<p data-block-key="ab1">a</p>') == "<p>a</p>"
