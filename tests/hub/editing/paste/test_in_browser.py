"""Text of four applications is pasted with the keyboard, saved, and opened again."""

import json
import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from hub.content.models import HubImage
from tests import factories

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
NBSP = "\N{NO-BREAK SPACE}"
PROSE = ".public-DraftEditor-content"
NOTICE = "[data-paste-notice] li"
PATIENCE = 20_000  # milliseconds: pictures are sent and sized meanwhile
PASTE_FILE = """async ([selector, address]) => {
  const file = new File([await (await fetch(address)).blob()], "image.png", {type: "image/png"});
  const clipboardData = new DataTransfer();
  clipboardData.items.add(file);
  const event = new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true});
  document.querySelector(selector).dispatchEvent(event);
}"""


@pytest.fixture
def edit(editor_page, live_server):
    """Open the form of a page, keeping its complaints, its first text ready to be written in."""
    editor_page.complaints = []
    editor_page.on("pageerror", lambda error: editor_page.complaints.append(str(error)))
    editor_page.on(
        "console",
        lambda said: said.type == "error" and editor_page.complaints.append(said.text),
    )

    def act(page, text=PROSE):
        editor_page.goto(live_server.url + reverse("wagtailadmin_pages:edit", args=[page.pk]))
        editor_page.locator(text).first.click()
        return editor_page

    return act


def saved(form, page):
    """Save, which opens the form again; return the blocks of the draft."""
    form.wait_for_timeout(400)  # a text is written to its field every quarter of a second
    with form.expect_navigation():
        form.get_by_role("button", name="Enregistrer le brouillon").click()
    form.locator("[data-streamfield-stream-container] section").first.wait_for()
    body = json.loads(page.revisions.latest("pk").content["body"])
    return [(block["type"], without_keys(block["value"])) for block in body]


def without_keys(value):
    return json.loads(re.sub(r' data-block-key=\\"\w+\\"', "", json.dumps(value)))


def said(form):
    return form.locator(NOTICE).all_inner_texts()


STORY = (
    "<h2>La recette d’une organisation partagée</h2>"
    "<p>L’équipe de la <b>Brasserie du Lac</b> (Doubs) a repris <i>elle-même</i> l’organisation du "
    f"travail{NBSP}: «{NBSP}on a tout remis à plat{NBSP}»%(note)s.</p>"
    "<h3>Ce qui a changé</h3>"
    f"<ul><li>Un planning discuté chaque mois{NBSP};<ul><li>relu par les salariés</li></ul></li>"
    "<li>Deux demi-journées d’échange par trimestre.</li></ul>"
    f"<ol><li>Compter les heures</li><li>Essayer sur 120{NBSP}m<sup>2</sup></li></ol>"
    '<p>Le <a href="https://www.anact.fr/qvct">dossier de l’Anact</a>%(other)s et '
    '<a href="mailto:contact@example.org">l’équipe</a>.</p>'
)
END = "<p>Le bilan est public.</p>"
FOOTNOTE = f"Entretien du 3{NBSP}mars{NBSP}2025.</p>"
HOURS = [["Cuisine", f"35{NBSP}h", f"32{NBSP}h"], ["Livraison", f"37{NBSP}h", ""]]


def table(rows=HOURS, caption="", types=("text", "text", "text")):
    headings = zip(types, ("Service", "Avant", "Après"), strict=True)
    columns = [{"type": kind, "heading": heading} for kind, heading in headings]
    return (
        "table",
        {"columns": columns, "rows": [{"values": row} for row in rows], "caption": caption},
    )


def image(alt_text):
    """Return an image block of a pasted picture; its number in the library is not compared."""
    chosen = {"image": "?", "alt_text": alt_text, "decorative": False}
    return ("image", {"image": chosen, "caption": "", "credit": ""})


# Real clipboards first, then those written by hand: see `clipboard/README.md`.
WORD = [
    (
        "text",
        "<p>My complicated <b>word document renders</b> <i>like this in the card</i> generator.</p>"
        "<p>Test big text</p><p>Testing smaller text and crossed out text.</p>"
        "<ul><li>Test list</li><li>Test<ul><li>Test indented</li></ul></li><li>Tes6t</li></ul>"
        "<ol><li>tes t test test<ol><li>tes t indented</li></ol></li></ol>",
    )
]
GOOGLE_DOCS = [
    (
        "text",
        "<p><b>Bold</b></p><p><i>Italic</i></p><p><b><i>Bold and Italic</i></b></p>"
        '<p>A <a href="http://en.wikipedia.org/wiki/Link_(The_Legend_of_Zelda)">link</a>.</p>',
    )
]
LIBREOFFICE = [
    ("text", STORY % {"note": "<sup>[1]</sup>", "other": ", le bilan interne"}),
    table(
        [
            ["Cuisine", f"35{NBSP}h", f"<p>32{NBSP}h</p>"],
            [
                "Livraison",
                f"37{NBSP}h",
                '<p><a href="https://example.org/livraison">voir l’essai</a></p>',
            ],
        ],
        types=("text", "text", "rich_text"),
    ),
    ("text", f"{END}<p>[1] {FOOTNOTE}"),
]
CITED = '<a href="https://www.example.org/magazine/recette#note-1"><sup>[1]</sup></a>'
CHROMIUM = [
    (
        "text",
        STORY % {"note": CITED, "other": ", un lien piégé"} + "<p>L’atelier au premier jour.</p>",
    ),
    image("Le plan"),
    table(caption="Heures par semaine", types=("row_header", "text", "text")),
    ("text", END),
]
WRITTEN_WORD = [
    ("text", STORY % {"note": "<sup>[1]</sup>", "other": ", le bilan interne"}),
    table(),
    ("text", f"{END}<p><sup>[1]</sup> {FOOTNOTE}"),
]
WRITTEN_GOOGLE_DOCS = [
    ("text", STORY % {"note": "<sup>1</sup>", "other": ""}),
    table(),
    ("text", END),
]
TABLE_SAID, MERGED_SAID, PICTURE_SAID = "Le tableau est devenu", "Les cellules", "L’image n’a pas"
LINK_SAID, NOTES_SAID, VIDEO_SAID = "Un lien", "Les commentaires", "Une vidéo"
KEPT_SAID = "L’image est dans la médiathèque"


@pytest.mark.parametrize(
    ("source", "blocks", "sentences"),
    [
        ("word", WORD, []),
        ("google-docs", GOOGLE_DOCS, []),
        ("libreoffice", LIBREOFFICE, [TABLE_SAID, PICTURE_SAID, LINK_SAID, NOTES_SAID]),
        ("chromium", CHROMIUM, [TABLE_SAID, PICTURE_SAID, VIDEO_SAID, LINK_SAID, KEPT_SAID]),
        (
            "written/word",
            WRITTEN_WORD,
            [TABLE_SAID, MERGED_SAID, PICTURE_SAID, LINK_SAID, NOTES_SAID],
        ),
        ("written/google-docs", WRITTEN_GOOGLE_DOCS, [TABLE_SAID, PICTURE_SAID]),
    ],
)
def test_what_four_applications_copy_is_cleaned_saved_and_opened_again(
    edit, page, clipboard, paste, source, blocks, sentences
):
    form = edit(page)
    paste(form, clipboard(source))
    expect(form.locator(NOTICE)).to_have_count(len(sentences), timeout=PATIENCE)
    for sentence, beginning in zip(said(form), sentences, strict=True):
        assert sentence.startswith(beginning)
    pictures = HubImage.objects.values_list("pk", flat=True)
    found = saved(form, page)
    for kind, value in found:
        if kind == "image":
            assert value["image"]["image"] in pictures
            value["image"]["image"] = "?"
    assert found == blocks
    assert form.locator(PROSE).first.inner_text().split()[0] in blocks[0][1]
    assert form.complaints == []


def test_a_table_pasted_in_the_middle_of_a_text_cuts_it_and_loses_nothing(edit, home, paste):
    page = factories.StandardPageFactory(body=[("text", "<p>Avant. Après.</p>")])
    form = edit(page)
    form.keyboard.press("Control+Home")
    for _ in range(6):
        form.keyboard.press("ArrowRight")
    paste(
        form, "<p>Un.</p><table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>"
    )
    expect(form.locator(NOTICE)).to_have_count(1, timeout=PATIENCE)
    kinds = saved(form, page)
    assert [kind for kind, _ in kinds] == ["text", "table", "text"]
    assert kinds[0][1] == "<p>Avant.Un.</p>"
    assert kinds[2][1] == "<p> Après.</p>"


def test_where_no_table_and_no_picture_may_stand_the_words_stay_and_it_is_said(
    edit, home, clipboard, paste
):
    accordion = {"title": "Plus", "items": [{"title": "Un", "text": ""}]}
    page = factories.StandardPageFactory(body=[("accordion", accordion)])
    form = edit(page)
    paste(form, clipboard("written/word"))
    expect(form.locator(NOTICE)).to_have_count(4)
    assert said(form)[0].startswith("Il n’y a pas de place ici pour un tableau")
    form.get_by_role("button", name="J’ai compris").click()
    expect(form.locator(PROSE).first).to_be_focused()
    [(_, value)] = saved(form, page)
    text = json.dumps(value, ensure_ascii=False)
    assert "<h2>" not in text
    assert f"Cuisine — 35{NBSP}h — 32{NBSP}h" in text
    assert "Le bilan est public." in text


def test_the_headings_of_a_section_that_the_site_titles_begin_at_level_3(edit, home, paste):
    page = factories.InitiativePageFactory(body=[("need", "")])
    form = edit(page)
    paste(form, "<h1>Un</h1><h2>Deux</h2><h3>Trois</h3><p>Texte</p>")
    assert saved(form, page) == [
        ("need", "<h3>Un</h3><h4>Deux</h4><h4>Trois</h4><p>Texte</p>"),
    ]


def test_a_screenshot_becomes_an_image_of_the_library(edit, page, live_server):
    image = factories.ImageFactory()
    form = edit(page)
    form.evaluate(PASTE_FILE, [PROSE, image.file.url])
    expect(form.locator(NOTICE)).to_have_count(1, timeout=PATIENCE)
    [(kind, value)] = saved(form, page)
    assert kind == "image"
    assert value["image"]["image"]
    assert form.complaints == []


def test_a_picture_that_cannot_be_read_is_refused_in_words(edit, page, paste):
    form = edit(page)
    paste(form, '<p>Un.</p><img src="data:image/png;base64,iVBORw0KGgo=">')
    expect(form.locator(NOTICE)).to_have_text(
        re.compile("Une image n’a pas été collée"), timeout=PATIENCE
    )
    assert not HubImage.objects.exists()
    assert saved(form, page) == [("text", "<p>Un.</p>")]


def test_text_without_formatting_and_text_of_the_editor_itself_are_left_to_it(edit, page, paste):
    form = edit(page)
    form.keyboard.type("Un")
    form.keyboard.press("Control+A")
    form.keyboard.press("Control+B")
    form.keyboard.press("Control+C")
    form.keyboard.press("ArrowRight")
    form.keyboard.press("Control+V")
    assert saved(form, page) == [("text", "<p><b>UnUn</b></p>")]
