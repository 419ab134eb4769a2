"""The table of the fiches: 163 rows, each its own."""

import csv
import re
from collections import Counter, defaultdict

import pytest

from home.demo.pictures import INITIATIVES

NAMED_IN_THE_DOCUMENTS = {
    "les-delices-bleus",
    "metalhom",
    "agrodoubs",
    "blond-venitien",
    "cogitec",
    "atelier-panel",
}
SECTIONS = ("besoin", "demarche", "resultats", "conditions", "cout")
TOLD = ("resume", "titre_cite", "besoin", *(f"section_{name}" for name in SECTIONS))
REASONS = ("centree_sur_pourquoi", "en_lien_avec_pourquoi", "themes_pourquoi")


@pytest.fixture(scope="module")
def rows():
    """The rows of the table."""
    with INITIATIVES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sentences(row):
    """Return the sentences of a fiche, of three words at least, without their punctuation."""
    texts = [row[name] for name in TOLD]
    for name in REASONS:
        texts += [reason.partition(":")[2] for reason in row[name].split("|")]
    for text in texts:
        for sentence in re.split(r"(?<=[.!?…])\s+|\n", text):
            bare = re.sub(r"\W+", " ", sentence.casefold()).strip()
            if len(bare.split()) >= 3:
                yield bare


def words(row):
    """Count the words of the guided sections."""
    return sum(len(row[f"section_{name}"].split()) for name in SECTIONS)


def test_there_are_163_fiches_of_which_15_were_spotted_in_2023(rows):
    assert len({row["cle"] for row in rows}) == len(rows) == 163
    assert Counter(row["annee"] for row in rows)["2023"] == 15


def test_no_two_fiches_share_a_sentence(rows):
    owners = defaultdict(set)
    for row in rows:
        for sentence in sentences(row):
            owners[sentence].add(row["cle"])
    assert len(owners) > 1000
    assert {text: keys for text, keys in owners.items() if len(keys) > 1} == {}


def test_only_what_the_documents_name_is_not_fictitious(rows):
    assert {row["cle"] for row in rows if row["fictive"] != "oui"} == NAMED_IN_THE_DOCUMENTS


def test_about_forty_fiches_are_full(rows):
    assert sum(150 <= words(row) <= 400 for row in rows) >= 40


def test_a_fictitious_fiche_leads_to_no_real_site(rows):
    for row in rows:
        if row["fictive"] == "oui" and row["site_web"]:
            assert row["site_web"].startswith("https://www.example.org/"), row["cle"]


def test_the_fiches_tell_their_past_without_a_date_to_come(rows):
    for row in rows:
        assert not row["verifiee_le"] or row["verifiee_le"][:4] >= row["annee"], row["cle"]
