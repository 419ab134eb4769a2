import unicodedata

import pytest
from hypothesis import given, strategies as st

from search.analysis import STOP_WORDS, fold, is_question_word, normalise, tokenise
from search.analysis.tokens import LONGEST_WORD, tokens_of

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
# What French writes its words with, in any disorder.
FRENCH = st.text(
    st.sampled_from("aeéèsxlnqud'’ʼ-.·•/()_ 0123,œÉS\u00ad\u00a0\u0301\n"), max_size=60
)


def words(text: str) -> list[str]:
    return [token.word for token in tokenise(text)]


def spans(text: str) -> list[str]:
    return [normalise(text)[token.start : token.end] for token in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'égalité", ["egalite"]),
        ("L’Égalité", ["egalite"]),
        ("lʼégalité", ["egalite"]),
        ("d`emploi, d´emploi", ["emploi", "emploi"]),
        ("qu'elle jusqu’ici lorsqu'on", ["elle", "ici", "on"]),
        ("presqu’île", ["ile"]),
        ("main-d’œuvre", ["main", "oeuvre"]),
        ("Côte-d'Or", ["cote", "or"]),
        ("aujourd’hui", ["aujourdhui"]),
        ("les prud’hommes", ["les", "prudhommes"]),
        ("Rally'nov", ["rallynov"]),
        ("c’est-à-dire", ["cestadire"]),
        ("« 'citation' »", ["citation"]),
        ("l' emploi", ["l", "emploi"]),
        ("' ’’ '''", []),
    ],
)
def test_apostrophes_elide_or_join(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    "form",
    [
        "salarié·e·s",
        "salarié•e•s",
        "salarié∙e∙s",
        "salarié⋅e⋅s",
        "salarié‧e‧s",
        "salarié·es",
        "salarié.e.s",
        "salarié.es",
        "salarié(e)s",
        "salarié(e)(s)",
        "salarié(es)",
        "salarié-e-s",
        "salarié-es",
        "salarié/e/s",
        "SALARIÉ·E·S",
        "SALARIÉ(E)S",
    ],
)
def test_an_inclusive_form_is_one_word(form):
    assert words(f"les {form}, ici") == ["les", "salarie", "ici"]
    assert spans(f"d’{form}.") == [form]


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("directeur·rice·s", "directeur"),
        ("collaborateur/trice", "collaborateur"),
        ("citoyen-ne-s", "citoyen"),
        ("heureux·se", "heureux"),
        ("travailleur.euse.s", "travailleur"),
        ("conseiller·ère·s", "conseiller"),
        ("créatif-ve-s", "creatif"),
        ("tou·te·s", "tou"),
        ("un-e", "un"),
        ("lieu(x)", "lieu"),
        ("professionnel(le)s", "professionnel"),
    ],
)
def test_the_first_member_of_an_inclusive_form_is_kept(form, word):
    assert words(form) == [word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("travail.Les salariés", ["travail", "les", "salaries"]),
        ("Emploi·Santé", ["emploi", "sante"]),
        ("agriculteur·agricultrice", ["agriculteur", "agricultrice"]),
        ("et/ou", ["et", "ou"]),
        ("hommes/femmes", ["hommes", "femmes"]),
        ("dit-elle", ["dit", "elle"]),
        ("l’e-commerce", ["e", "commerce"]),
        ("bien-être (au travail)", ["bien", "etre", "au", "travail"]),
        ("emploi(s) ou mission(s)", ["emploi", "ou", "mission"]),
    ],
)
def test_what_only_looks_inclusive_keeps_its_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la R.S.E.", ["la", "rse"]),
        ("l’E.S.S, ici", ["ess", "ici"]),
        ("le plan B.", ["le", "plan", "b"]),
        ("j.martin@ville.fr", ["j", "martin", "ville", "fr"]),
        ("https://www.anact.fr/qvct", ["https", "www", "anact", "fr", "qvct"]),
        ("porte-à-porte", ["porte", "a", "porte"]),
        ("inter-entreprises", ["inter", "entreprises"]),
        ("télé-travail, TÉLÉ-TRAVAIL", ["teletravail", "teletravail"]),
        ("co-voiturage psycho-sociaux", ["covoiturage", "psychosociaux"]),
        ("mot_mot", ["mot", "mot"]),
        ("n° 5, nº5", ["n", "5", "no5"]),
        ("24h/24", ["24h", "24"]),
        ("ﬁche ½ ﬃ", ["fiche", "12", "ffi"]),
        ("cœur, ŒUVRE, ex æquo", ["coeur", "oeuvre", "ex", "aequo"]),
        ("👩‍💻 travail 🎉", ["travail"]),
        ("İstanbul", ["istanbul"]),
        ("", []),
        (" \n …!?", []),
    ],
)
def test_words_are_found_in_ordinary_writing(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 200 salariés", ["1200", "salaries"]),
        ("1\u00a0200\u202f000 €", ["1200000"]),
        ("(1 200 €)", ["1200"]),
        ("4,5 jours", ["4.5", "jours"]),
        ("4.5 jours", ["4.5", "jours"]),
        ("des 3×8, des 3x8", ["des", "3x8", "des", "3x8"]),
        ("12.03.2024", ["12", "03", "2024"]),
        ("1,2,3", ["1", "2", "3"]),
        ("en 2024 150 fiches", ["en", "2024", "150", "fiches"]),
        ("02 99 12 34 56", ["02", "99", "12", "34", "56"]),
        ("semaine de 4 jours", ["semaine", "de", "4", "jours"]),
    ],
)
def test_numbers_are_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize("word", ["là", "LA", "où", "à", "des", "d", "aujourd’hui", "tou·te·s"])
def test_a_stop_word_has_no_stem(word):
    (token,) = tokenise(word)
    assert token.stems == ()


@pytest.mark.parametrize(
    "word",
    ["travail", "emploi", "été", "saison", "garde", "entreprise", "non", "jour", "car", "place"],
)
def test_no_word_that_says_something_is_a_stop_word(word):
    assert tokenise(word)[-1].stems


def test_stop_words_are_folded_words():
    assert all(words(word) == [word] == [fold(word)] for word in STOP_WORDS)


def test_question_words_are_asked_of_folded_words():
    assert is_question_word("comment")
    assert is_question_word("peut")
    assert not is_question_word("travail")
    assert not is_question_word("savoir")


def test_a_word_of_ten_thousand_letters_is_cut():
    (token,) = tokenise("é" * 10_000)
    assert token.word == "e" * LONGEST_WORD
    assert all(len(stem) <= LONGEST_WORD for stem in token.stems)
    assert token.end == 10_000


@pytest.mark.parametrize(
    "pattern",
    [
        "a.",
        "l'",
        "é·",
        "a·e",
        "1 200 ",
        "x",
        "(e)",
        "a-e",
        "a'",
        "1_200",
        "1,2",
        "(1",
        "e\u0301\u0301",
    ],
)
def test_a_text_of_100_000_characters_is_read_to_its_end(pattern):
    long = pattern * (100_000 // len(pattern))

    assert [token.word for token in tokenise(f"{long} fin")][-1] == "fin"


@given(ANY_TEXT | FRENCH)
def test_a_word_stands_where_its_token_says(text):
    normal = normalise(text)
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end <= len(normal)
        assert not normal[token.start].isspace()
        end = token.end


@given(ANY_TEXT | FRENCH)
def test_every_letter_of_a_text_is_in_a_word_or_elided(text):
    normal = normalise(text)
    covered = {at for token in tokenise(text) for at in range(token.start, token.end)}
    left = {
        letter.lower()
        for at, letter in enumerate(normal)
        if at not in covered and letter.isalnum() and fold(letter).isalnum()
    }
    assert left <= set("ldjmtscnquiopreau")


@given(ANY_TEXT | FRENCH)
def test_words_and_stems_hold_no_space_and_are_not_empty(text):
    for token in tokenise(text):
        for part in (token.word, *token.stems):
            assert part
            assert part.split() == [part]
            assert part != "_"
        assert len(token.stems) == len(set(token.stems)) <= 2


@given(ANY_TEXT | FRENCH)
def test_a_decomposed_text_has_the_same_tokens(text):
    assert tokenise(unicodedata.normalize("NFD", text)) == tokenise(text)


def test_the_memory_of_words_is_bounded():
    size = tokens_of.__globals__["_remembered"].cache_info().maxsize
    for number in range(size + 100):
        tokens_of(f"mot{number}")
    assert tokens_of.__globals__["_remembered"].cache_info().currsize == size
