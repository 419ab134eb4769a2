"""What is told of a fiche, an event or a video while it is written."""

import pytest

from hub.editing.checks.reading import Reading
from hub.editing.checks.registry import content_checks
from initiatives.content_checks import (
    no_commune,
    no_dimension,
    no_evidence,
    no_transcript,
    point_elsewhere,
)
from initiatives.models import EventPage, InitiativePage, VideoPage
from tests import factories

pytestmark = pytest.mark.django_db


def words(find, page):
    return [place.words for place in find(Reading(page))]


@pytest.fixture
def fiche(home):
    """A fiche with one term of each dimension."""
    terms = [
        factories.TermFactory(scheme=scheme, name=name)
        for scheme, name in (("centree-sur", "Travail"), ("en-lien-avec", "Santé"))
    ]
    return factories.InitiativePageFactory(terms=terms)


def test_a_fiche_says_what_it_is_centred_on_and_linked_to(fiche):
    assert words(no_dimension, fiche) == []
    bare = InitiativePage(title="Nue")
    assert [place.path for place in no_dimension(Reading(bare))] == [("characterisations",)] * 2


def test_a_term_without_evidence_is_told_where_it_stands(fiche):
    first, second = fiche.characterisations.all()
    first.evidence = "Les plannings sont décidés par l’équipe."
    second.evidence = " "
    fiche.characterisations.set([first, second])
    [place] = no_evidence(Reading(fiche))
    assert (place.words, place.path) == ("Santé", ("characterisations-1-evidence",))


def test_a_page_without_commune_is_told(fiche):
    fiche.commune_code = ""
    assert words(no_commune, fiche) == ["Commune"]
    fiche.commune_code = "25056"
    assert words(no_commune, fiche) == []


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("SRID=4326;POINT(6.02 47.24)", []),
        ("", []),
        ("illisible", []),
        (
            "SRID=4326;POINT(5.04 47.32)",
            ["Le point est dans le département «\u00a0Côte-d’Or\u00a0»"],
        ),
        ("SRID=4326;POINT(2.35 48.85)", ["Le point est hors de la région"]),
    ],
)
def test_a_point_outside_of_the_departement_of_the_commune_is_told(fiche, point, told):
    fiche.commune_code, fiche.point = "25056", point
    fiche.derive_place()
    assert [said.partition(",")[0] for said in words(point_elsewhere, fiche)] == told


def test_a_point_without_commune_is_not_told_to_be_elsewhere(fiche):
    fiche.commune_code, fiche.point = "", "SRID=4326;POINT(2.35 48.85)"
    fiche.derive_place()
    assert words(point_elsewhere, fiche) == []


def test_a_video_without_transcript_is_told(home):
    assert words(no_transcript, VideoPage(title="Vidéo")) == ["Transcription"]
    assert words(no_transcript, VideoPage(title="Vidéo", transcript="<p>Bonjour.</p>")) == []
    assert words(no_transcript, VideoPage(title="Vidéo", transcript="<p> </p>")) == [
        "Transcription"
    ]


@pytest.mark.parametrize(
    ("model", "slugs"),
    [
        (InitiativePage, {"grille", "pourquoi", "commune", "point"}),
        (EventPage, {"commune", "point"}),
        (VideoPage, {"transcription"}),
    ],
)
def test_each_type_has_its_own_rules(model, slugs):
    own = {"grille", "pourquoi", "commune", "point", "transcription"}
    assert {one.slug for one in content_checks.checks(model)} & own == slugs


def test_what_forbids_to_publish_is_said_to_do_so(fiche):
    fiche.characterisations.set([])
    findings = content_checks.findings(fiche)
    assert findings[0].check.slug == "grille"
    assert findings[0].check.forbids
