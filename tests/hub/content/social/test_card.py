"""The address of a card changes with what is drawn, and with nothing else."""

import pytest

from hub.content.models import SiteIdentity
from hub.content.social.brand import Brand
from hub.content.social.card import Card, card_of_page, card_of_site
from hub.content.social.words import ShareWords
from tests import factories

pytestmark = pytest.mark.django_db
NAMED = Brand("Rally’nov")
BASE = Card("Titre", NAMED, "graine", owner="a", path="initiatives/titre")


@pytest.mark.parametrize(
    "other",
    [
        Card("Autre", NAMED, "graine"),
        Card("Titre", Brand("Autre"), "graine"),
        Card("Titre", Brand("Rally’nov", colours=(("paper", "#ffffff"),)), "graine"),
        Card("Titre", NAMED, "autre"),
        Card("Titre", NAMED, "graine", ShareWords(eyebrow="Beaune")),
        Card("Titre", NAMED, "graine", ShareWords(award="Beaune")),
    ],
)
def test_what_is_drawn_changes_the_address(other):
    assert other.digest != BASE.digest


def test_a_move_of_the_page_does_not_change_the_drawing():
    assert Card("Titre", NAMED, "graine", owner="a", path="ailleurs").digest == BASE.digest


def test_another_picture_or_another_focal_point_changes_the_address():
    image = factories.ImageFactory()
    with_picture = Card("Titre", NAMED, "graine", picture=image).digest
    image.focal_point_x = image.focal_point_y = image.focal_point_width = 10
    image.focal_point_height = 10
    moved = Card("Titre", NAMED, "graine", picture=image).digest
    assert len({BASE.digest, with_picture, moved}) == 3


def test_a_fiche_says_where_it_is_what_it_won_and_that_it_is_fictitious(home):
    fiche = factories.InitiativePageFactory(
        title="Les Tisserands", commune_code="21054", is_fictitious=True
    )
    factories.PrizeResultFactory(initiative=fiche, year=2019)
    factories.PrizeResultFactory(initiative=fiche, year=2022)
    words = card_of_page(fiche, SiteIdentity(), None).words
    assert words == ShareWords("Beaune · Côte-d’Or", "Lauréate 2022", "Exemple fictif")


def test_a_fiche_without_place_nor_prize_says_what_it_is(home):
    fiche = factories.InitiativePageFactory()
    factories.PrizeResultFactory(initiative=fiche, stage="nommee")
    assert card_of_page(fiche, SiteIdentity(), None).words == ShareWords("Initiative")


def test_the_text_of_a_card_is_said_beside_it(home):
    fiche = factories.InitiativePageFactory(title="Les Tisserands", commune_code="21054")
    card = card_of_page(fiche, SiteIdentity(name="Rally’nov"), None)
    assert card.alt == "Les Tisserands, Beaune · Côte-d’Or, Rally’nov"


def test_the_home_page_has_the_card_of_the_site(home):
    identity = SiteIdentity()
    assert card_of_page(home, identity, None) == card_of_site(identity, None)
    assert card_of_site(identity, None).title == identity.tagline
