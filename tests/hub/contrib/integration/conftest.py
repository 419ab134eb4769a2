"""A small site to embed: a list, three fiches of which one has a picture, a story."""

import pytest

from tests import factories


@pytest.fixture
def index(home, search_index):
    """The list of fiches, and what takes them in."""
    return factories.InitiativeIndexPageFactory(title="Initiatives")


@pytest.fixture
def fiche(index, search_index):
    """A fiche with all that its frame shows, two others in the Doubs."""
    theme = factories.TermFactory(name="Temps de travail", slug="temps-de-travail")
    made = factories.InitiativePageFactory(
        title="La crèche & l'atelier",
        slug="la-creche",
        quoted_title="À chacun son heure",
        summary="Des horaires choisis par l’équipe.",
        commune_code="39198",
        picture=factories.ImageFactory(credit="Camille"),
        terms=[theme],
    )
    for title in ("Le fournil", "Le vélo"):
        factories.InitiativePageFactory(title=title, commune_code="25056")
    search_index()
    return made
