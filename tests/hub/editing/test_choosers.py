"""Wagtail's own windows of images and pages say enough to choose well."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from hub.content.text import NBSP
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, editor, home):
    client.force_login(editor)
    return client


def images(client, **query):
    answer = client.get(reverse("wagtailimages_chooser:choose_results"), query)
    return BeautifulSoup(answer.content, "html.parser")


def shown(row):
    return [part.get_text(strip=True) for part in row.select(".image-facts")]


@pytest.mark.parametrize("query", [{}, {"layout": "list"}, {"multiple": "1"}, {"q": "atelier"}])
def test_an_image_is_shown_with_its_description_and_its_credit(admin, query):
    factories.ImageFactory(title="Atelier", description="Trois établis", credit="Zoé Exemple")
    assert shown(images(admin, **query)) == ["Trois établis", f"Crédit{NBSP}: Zoé Exemple"]


@pytest.mark.parametrize("layout", ["grid", "list"])
def test_what_an_image_lacks_is_said(admin, layout):
    factories.ImageFactory(title="Atelier", description="", credit="")
    assert shown(images(admin, layout=layout)) == ["Sans description", "Sans crédit"]


def pages(client, parent):
    answer = client.get(reverse("wagtailadmin_choose_page_child", args=[parent.pk]))
    return BeautifulSoup(json.loads(answer.content)["html"], "html.parser")


def found_pages(client, words):
    answer = client.get(reverse("wagtailadmin_choose_page_search"), {"q": words})
    return BeautifulSoup(answer.content, "html.parser")


def test_a_page_is_shown_with_its_place_its_date_its_type_and_its_state(admin):
    fiche = factories.InitiativePageFactory(title="Décider", commune_code="25241", year=2022)
    event = factories.EventPageFactory(title="Étape", commune_code="21231", live=False)
    for row in (pages(admin, fiche.get_parent()), found_pages(admin, "Décider")):
        text = row.select_one("tr:has(.choice-note)").get_text(" ", strip=True)
        for fact in ("Flagey (Doubs) · 2022", "Initiative", "publié"):
            assert fact in text
    [note] = pages(admin, event.get_parent()).select(".choice-note")
    assert "26 septembre 2023" in note.get_text().replace(NBSP, " ")
    assert "Dijon" in note.get_text()
    assert "brouillon" in note.find_parent("tr").get_text()


def test_a_page_without_place_nor_date_has_no_empty_line(admin):
    page = factories.StandardPageFactory()
    assert not pages(admin, page.get_parent()).select(".choice-note")
