import re
from html import unescape

import pytest
from hypothesis import given, strategies as st

from search.analysis import analyse, normalise, tokenise
from search.highlighting import excerpt, highlight

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
SENTENCES = st.text(st.sampled_from("aé bc. ?\n,·e’&<>1\u00a0"), max_size=300)

STORY = (
    "L’association a créé une crèche. Elle ouvre à 5 h 30 pour les salarié·e·s du site. "
    "La semaine de 4 jours y est essayée depuis 2023, sans perte de salaire, et l’égalité entre "
    "les femmes et les hommes en est un des buts. « Nous y tenons », dit la directrice."
)


def stems(query: str) -> set[str]:
    return {stem for token in tokenise(query) for stem in token.stems}


def seen(html: str) -> str:
    return unescape(re.sub("</?mark>", "", html))


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Les salarié·e·s !", "salarie", "Les <mark>salarié·e·s</mark> !"),
        ("Les salarié(e)s", "salariées", "Les <mark>salarié(e)s</mark>"),
        ("L’emploi d’ici", "emplois", "L’<mark>emploi</mark> d’ici"),
        ("la R.S.E.", "rse", "la <mark>R.S.E.</mark>"),
        ("1 200 heures", "1200", "<mark>1 200</mark> heures"),
        ("e\u0301galite\u0301", "egalite", "<mark>égalité</mark>"),
        ("une porte-à-porte", "porte", "une <mark>porte</mark>-à-<mark>porte</mark>"),
        ("<b>emploi</b> & co", "emploi", "&lt;b&gt;<mark>emploi</mark>&lt;/b&gt; &amp; co"),
        ("de la part de", "la de", "de la part de"),
        ("rien", "", "rien"),
        ("", "mot", ""),
    ],
)
def test_whole_words_are_marked_and_the_rest_is_escaped(text, query, expected):
    html = highlight(text, stems(query))
    assert html == expected
    assert hasattr(html, "__html__")


def test_a_phrase_is_marked_as_one_and_only_as_a_whole():
    text = "Les hommes, les femmes et les hommes"
    assert highlight(text, (), ["femmes et les hommes"]) == (
        "Les hommes, les <mark>femmes et les hommes</mark>"
    )
    assert highlight(text, (), ["hommes femmes"]) == text


def test_a_phrase_of_stems_accepts_any_stop_word_in_its_gap():
    phrase = [analyse("responsabilité sur entreprises").stems]
    text = "La responsabilité des entreprises, une responsabilité entreprise"
    assert highlight(text, (), phrase) == (
        "La <mark>responsabilité des entreprises</mark>, une responsabilité entreprise"
    )


def test_a_phrase_covers_the_words_in_it():
    html = highlight("la semaine de 4 jours", stems("jours"), ["semaine de 4 jours"])
    assert html == "la <mark>semaine de 4 jours</mark>"


def test_the_beginning_of_a_word_marks_the_whole_word():
    assert highlight("Crèches et cantines", (), prefixes=["crec"]) == (
        "<mark>Crèches</mark> et cantines"
    )
    assert highlight("Crèches", (), prefixes=[""]) == "Crèches"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "semaine 4 jours",
            "La <mark>semaine</mark> de <mark>4</mark> <mark>jours</mark> y est essayée depuis "
            "2023, sans perte de salaire, et l’égalité entre les…",
        ),
        (
            "salariees",
            "L’association a créé une crèche. Elle ouvre à 5 h 30 pour les "
            "<mark>salarié·e·s</mark> du site.",
        ),
        (
            "egalite femmes",
            "…\u00a0perte de salaire, et l’<mark>égalité</mark> entre les <mark>femmes</mark> et "
            "les hommes en est un des buts.",
        ),
        ("directeur", "« Nous y tenons », dit la <mark>directrice</mark>."),
        (
            "absent",
            "L’association a créé une crèche. Elle ouvre à 5 h 30 pour les salarié·e·s du site.",
        ),
    ],
)
def test_an_excerpt_begins_and_ends_where_a_reader_would_cut(query, expected):
    assert excerpt(STORY, stems(query), 100) == expected


def test_a_short_text_is_its_own_excerpt():
    assert excerpt("La semaine\nde 4 jours", stems("jour")) == (
        "La semaine de 4 <mark>jours</mark>"
    )


def test_the_passage_with_most_different_words_is_chosen():
    text = f"Le travail, le travail, le travail. {'Autre chose. ' * 30}Le travail des saisonniers."
    assert excerpt(text, stems("travail saisonnier"), 80).endswith(
        "Le <mark>travail</mark> des <mark>saisonniers</mark>."
    )


def test_the_first_of_two_equal_passages_is_chosen():
    text = f"Premier emploi ici. {'Autre chose. ' * 30}Second emploi là."
    assert excerpt(text, stems("emploi"), 60).startswith("Premier <mark>emploi</mark>")


def test_a_word_that_is_too_long_is_cut():
    html = excerpt("é" * 10_000, stems("é" * 10_000), 50)
    assert 40 <= len(seen(html)) <= 50
    assert html.startswith("<mark>é")


@given(ANY_TEXT, ANY_TEXT)
def test_highlighting_only_adds_marks(text, query):
    html = highlight(text, stems(query) | stems(text[:20]), [query], [query])
    assert seen(html) == normalise(text)
    assert html.count("<") == html.count("<mark>") + html.count("</mark>")


@given(ANY_TEXT | SENTENCES, st.integers(10, 60))
def test_an_excerpt_is_part_of_the_text_and_not_too_long(text, length):
    html = excerpt(text, stems(text[-30:]), length)
    shown = seen(html)
    assert len(shown) <= length
    line = re.sub(r"[ \n]+", " ", normalise(text)).strip()
    assert re.sub(r"[ \n]+", " ", shown).removeprefix("…\u00a0").removesuffix("…").strip() in line


@given(SENTENCES, st.integers(20, 60))
def test_an_excerpt_shows_a_word_that_was_sought_where_the_text_has_one(text, length):
    words = [token for token in tokenise(text) if token.stems and len(token.word) < 8]
    if words:
        assert "<mark>" in excerpt(text, words[-1].stems, length)


@pytest.mark.parametrize("text", ["emploi " * 20_000, "a.b " * 30_000, "\n" * 100_000 + "emploi"])
def test_a_long_text_has_an_excerpt(text):
    assert len(seen(excerpt(text, stems("emploi"), 100))) <= 100
