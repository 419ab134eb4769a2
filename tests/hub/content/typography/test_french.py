"""A plain text as a French typesetter would set it."""

import re

import pytest
from hypothesis import given, settings, strategies as st

from hub.content.typography import french

SET = [
    ("l'eau, aujourd'hui", "l’eau, aujourd’hui"),
    ('le "mot"', "le «\xa0mot\xa0»"),
    ('il dit "un “mot” rare"', "il dit «\xa0un “mot” rare\xa0»"),
    ("“Bonjour”", "«\xa0Bonjour\xa0»"),
    ('« un "mot" »', "«\xa0un “mot”\xa0»"),
    ("«mot»", "«\xa0mot\xa0»"),
    ("Quoi ? Ceci : cela ; voilà !", "Quoi\xa0? Ceci\xa0: cela\xa0; voilà\xa0!"),
    ("Quoi? Ceci: cela; voilà!", "Quoi\xa0? Ceci\xa0: cela\xa0; voilà\xa0!"),
    ("Vraiment\u202f?!", "Vraiment\xa0?!"),
    ("50% de 1 200 €", "50\xa0% de 1\xa0200\xa0€"),
    ("3 kg, 12 km, 5 h", "3\xa0kg, 12\xa0km, 5\xa0h"),
    ("4 jours par semaine", "4\xa0jours par semaine"),
    ("3,5 tonnes", "3,5\xa0tonnes"),
    ("n°3, p. 12, art. 5", "n°\xa03, p.\xa012, art.\xa05"),
    ("M. Dupont et Mme Durand", "M.\xa0Dupont et Mme\xa0Durand"),
    ("le 1er janvier 2024", "le 1er\xa0janvier 2024"),
    ("la 2ème fois, la 1ère", "la 2e\xa0fois, la 1re"),
    ("le XXIème siècle", "le XXIe\xa0siècle"),
    ("de 14 h 30 à 15 h", "de 14\xa0h\xa030 à 15\xa0h"),
    ("et puis...", "et puis…"),
    ("un village - le sien - vit", "un village – le sien – vit"),
]


@pytest.mark.parametrize(("typed", "shown"), SET)
def test_a_text_is_set_by_the_rules(typed, shown):
    assert french(typed) == shown


@pytest.mark.parametrize(
    "text",
    [
        "à 14:30, dans un rapport de 3:2",
        "le 2023-09-26T14:30:00",
        "https://exemple.fr/l'eau?a=1;b=2:3!x",
        "www.exemple.fr/a?b",
        "o'neil@exemple.fr",
        r"C:\dossier\l'eau",
        '`a ? b : "c"`',
        "FR76 3000 6000 0112 3456 7890 189",
        "SIRET 123 456 789 00012",
        "03 80 12 34 56",
        "merci :) et bravo ;-)",
        "une vis de 5' ou de 12\"",
        "en 2023 nous étions là",
        "5 - 3",
        "- un\n- deux",
        "../.../x",
        "oeuvre, 4.5.6",
        "a != b",
        "550e8400-e29b-41d4",
    ],
)
def test_what_is_no_prose_is_left_alone(text):
    assert french(text) == text


def test_quotation_marks_that_form_no_pair_are_left_alone():
    assert french('"un" et "deux') == '"un" et "deux'
    assert french("Accueil » Page").replace("\xa0", " ") == "Accueil » Page"


def test_an_address_may_end_a_sentence():
    assert french("Voir https://exemple.fr/ !") == "Voir https://exemple.fr/\xa0!"


# What the rules read, more often than chance would give it.
PIECES = [
    *"abeIVXhMé019 .,;:!?'’\"«»“”…–-()/\\`@%€°§=<>&\n\t\xa0\u202f\u2009\ue000\ue001\ue002",
    *("er", "ème", "ière", "...", " - ", "n°", "p. ", "M. ", " kg", "jours", "123", "https://a"),
    *("a@b.fr", ":)", "C:\\", "www."),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)
# What may be replaced, and what may replace it: nothing else changes, is lost or is added.
_MARKS = str.maketrans({"’": "'", "–": "-", "«": '"', "»": '"', "“": '"', "”": '"'})


def bare(text):
    """Return a text without what typography may change."""
    joined = re.sub(r"\s+", "", text).translate(_MARKS).replace("…", "...").replace("--", "-")
    return re.sub(r"(?<=[\dIVX])(?:i?[èe]me|[èe]?re|e)(?=s?)", "", joined)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_a_text_set_twice_is_set_once(text):
    assert french(french(text)) == french(text)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_no_sign_is_lost(text):
    assert bare(french(text)) == bare(text)


LONG = [
    *(" ", "a", "a ", '"', '"a" ', "«", "» ", "'", "1 ", "111 ", "1", "1,", "a@", "a.", "https:"),
    *(":", "! ", "...", "- ", "`", "X", "n°", "\ue001", "C:\\", "https://!", "1er ", "é"),
]


@pytest.mark.parametrize("pattern", LONG)
def test_a_long_text_is_read_in_proportion_to_its_length(pattern):
    """A rule that reads a text twice for each sign would need minutes here."""
    text = pattern * (100_000 // len(pattern))
    assert bare(french(text)) == bare(text)
