"""The bounded search by words in the database."""

import pytest
from hypothesis import given, strategies as st

from initiatives.lookup import MAX_WORDS, with_words, words_of
from initiatives.models import InitiativeOrganisation, InitiativePage
from tests import factories

NASTY = ['"', "'\"*()", "\r", "\x00", "a " * 500, "%", "_", "\\", "\ud800", "x" * 100_000, "'; --"]


@given(st.text())
def test_words_are_few_short_and_printable(text):
    words = words_of(text)
    assert len(words) <= MAX_WORDS
    assert all("\x00" not in word and not word.isspace() for word in words)


@pytest.mark.django_db
@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_words_find_what_they_find_without_an_error(client, home, text):
    page = factories.InitiativeIndexPageFactory()
    assert client.get(page.url, {"q": text.encode("utf-8", "replace")}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["0", "-1", "abc", "9" * 30, "", "1.5", "\x00"])
def test_a_page_of_the_list_that_does_not_exist_is_not_found(client, home, number):
    page = factories.InitiativeIndexPageFactory()
    assert client.get(page.url, {"page": number}).status_code == 404


@pytest.mark.django_db
def test_every_word_must_be_found_somewhere(home):
    found = factories.InitiativePageFactory(
        title="La crèche du matin", summary="À Dole, ouverte tôt."
    )
    factories.InitiativePageFactory(title="La crèche du soir", summary="À Vesoul.")
    assert list(with_words(InitiativePage.objects.visible(), "crèche dole").order_by("pk")) == [
        found
    ]


@pytest.mark.django_db
def test_the_name_of_an_organisation_finds_its_fiches(home):
    fiche = factories.InitiativePageFactory()
    InitiativeOrganisation.objects.create(
        page=fiche, organisation=factories.OrganisationFactory(name="Les Sources"), role="porteur"
    )
    assert list(with_words(InitiativePage.objects.visible(), "sources").order_by("pk")) == [fiche]


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["flagey", "Flagey", "doubs", "25330"])
def test_a_place_finds_its_fiches(home, place):
    fiche = factories.InitiativePageFactory(commune_code="25241")
    factories.InitiativePageFactory(commune_code="21231")
    assert list(with_words(InitiativePage.objects.visible(), place).order_by("pk")) == [fiche]


@pytest.mark.django_db
def test_a_free_tag_finds_its_fiches(home):
    fiche = factories.InitiativePageFactory()
    fiche.tags.add("métallurgie")
    fiche.save()
    factories.InitiativePageFactory()
    assert list(with_words(InitiativePage.objects.visible(), "métallurgie").order_by("pk")) == [
        fiche
    ]
