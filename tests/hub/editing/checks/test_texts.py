"""Links say where they lead, sentences end, headings follow one another."""

import pytest

from hub.editing.checks.reading import Reading
from hub.editing.checks.texts import MOST_WORDS, long_sentences, skipped_levels, vague_links

LONG = "Mot " + "mot " * (MOST_WORDS - 1) + "fin."
EXACT = "Mot " + "mot " * (MOST_WORDS - 2) + "fin."
HALF = "mot " * (MOST_WORDS // 2 + 1)


def link(words):
    return f'<p>Lisez <a href="https://a.example">{words}</a>.</p>'


@pytest.mark.parametrize("vague", ["ici", "Cliquez ici", "En savoir plus…", "https://a.example/b"])
def test_a_link_that_names_nothing_is_told(page, words, vague):
    [said] = words(vague_links, page(body=[("text", link(vague))]))
    assert said.startswith(f"« {vague.rstrip('…')}")


@pytest.mark.parametrize("good", ["le bilan 2024", "Ici et là, un récit", "Rally’nov"])
def test_a_link_that_names_its_end_is_not(page, words, good):
    assert words(vague_links, page(body=[("text", link(good))])) == []


def test_links_of_texts_inside_other_blocks_are_read_and_found_again(page):
    accordion = {"title": "Plus", "items": [{"title": "Un", "text": link("ici")}]}
    made = page(body=[{"type": "accordion", "value": accordion, "id": "un-bloc"}])
    [place] = vague_links(Reading(made))
    assert place.path[:2] == ("body", "un-bloc")
    assert place.path[-1] == "text"


def test_a_sentence_beyond_the_limit_is_told_with_its_number_of_words(page, words):
    [said] = words(long_sentences, page(body=[("text", f"<p>Court. {LONG}</p>")]))
    assert said.startswith(f"{MOST_WORDS + 1} mots : « Mot mot")


def test_a_sentence_at_the_limit_is_not(page, words):
    assert words(long_sentences, page(body=[("text", f"<p>{EXACT} {EXACT}</p>")])) == []


def test_a_list_is_not_one_sentence(page, words):
    items = f"<ul><li>{HALF}<ul><li>{HALF}</li></ul></li></ul>"
    assert words(long_sentences, page(body=[("text", items)])) == []


def test_lines_of_a_text_without_formatting_are_sentences(page, words):
    assert words(long_sentences, page(summary=f"{HALF}\n{HALF}")) == []
    assert len(words(long_sentences, page(summary=LONG))) == 1


def test_what_was_said_in_a_video_is_left_as_it_was_said(page, words):
    video = {"address": "https://youtu.be/aqz-KE-bpKQ", "transcript": f"<p>{LONG}</p>"}
    assert words(long_sentences, page(body=[("video", video)])) == []


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>", []),
        ("<h2>A</h2><h4>B</h4>", ["« B »"]),
        ("<h3>A</h3><h4>B</h4>", ["« A »"]),
        ("<h2>A</h2><h3>B</h3><h2>C</h2><h4>D</h4>", ["« D »"]),
    ],
)
def test_a_heading_that_skips_a_level_is_told(page, words, html, told):
    assert words(skipped_levels, page(body=[("text", html)])) == told


def test_headings_go_on_from_one_text_to_the_next(page, words):
    made = page(body=[("text", "<h2>A</h2>"), ("text", "<h3>B</h3>")])
    assert words(skipped_levels, made) == []


def test_headings_of_a_section_come_after_its_title(page, words):
    section = {"title": "S", "background": "none", "content": [("text", "<h3>A</h3>")]}
    assert words(skipped_levels, page(body=[("section", section)])) == []
