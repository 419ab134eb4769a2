"""Staff of the programme: a fiche, the story of a laureate, an event and its report, a video."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from initiatives.models import (
    EventPage,
    EventReportPage,
    InitiativePage,
    LaureateStoryPage,
    VideoPage,
)
from tests import factories

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


CHOOSE_A_PAGE = re.compile("^Choisi(r|ssez) une page$")


def add_terms(page, *terms):
    for rank, term in enumerate(terms):
        page.get_by_role("button", name="Terme", exact=False).last.click()
        page.locator(f"#id_characterisations-{rank}-tag").select_option(label=term)
        page.locator(f"#id_characterisations-{rank}-evidence").fill("L’équipe l’a voulu ainsi.")


def test_a_fiche_from_nothing_to_published_in_one_sitting(writer, site):
    page = writer.page
    writer.open("/admin/")
    writer.follow_menu("Contenus", "Fiches")
    page.get_by_role("link", name="Ajouter une fiche").click()
    writer.write("Titre*", "L’atelier des quatre jours")
    writer.write("Résumé*", "Une semaine de quatre jours, décidée par l’équipe.")
    writer.publish()
    writer.expect_said("erreurs")
    expect(page.get_by_text("choisissez au moins un terme").first).to_be_visible()
    add_terms(page, "Individu (Centrée sur)", "Lieu (En lien avec)")
    page.locator("#id_commune_code").press_sequentially("flagey")
    page.get_by_role("option", name="Flagey (Doubs)").click()
    writer.publish()
    writer.expect_said("publiée")
    fiche = InitiativePage.objects.get()
    page.goto(f"{writer.address}{fiche.url}")
    expect(page.get_by_role("heading", level=1)).to_have_text("L’atelier des quatre jours")
    expect(page.get_by_text("Flagey").first).to_be_visible()


def test_the_story_of_a_laureate_told_from_its_fiche(writer, site):
    page = writer.page
    fiche = factories.InitiativePageFactory(title="Les Délices Bleus")
    factories.PrizeResultFactory(initiative=fiche, year=2022)
    writer.open(f"/admin/pages/{fiche.pk}/edit/")
    page.get_by_role("button", name="Actions", exact=True).click()
    page.get_by_role("link", name="Raconter l’histoire").click()
    page.get_by_role("button", name="Créer le brouillon").click()
    writer.expect_said("brouillon de l’histoire")
    writer.write("Citation", "Ici, chacun a sa place.")
    writer.publish()
    writer.expect_said("publiée")
    page.goto(f"{writer.address}{LaureateStoryPage.objects.get().url}")
    expect(page.get_by_text("Ici, chacun a sa place.").first).to_be_visible()
    page.goto(f"{writer.address}{fiche.url}")
    expect(page.get_by_role("link", name="Les Délices Bleus").first).to_be_visible()


def test_an_event_announced_then_turned_into_its_report(writer, site):
    page = writer.page
    writer.open("/admin/")
    writer.follow_menu("Contenus", "Événements")
    page.get_by_role("link", name="Ajouter un événement").click()
    if page.get_by_role("link", name="Événement", exact=True).count():
        page.get_by_role("link", name="Événement", exact=True).click()
    writer.write("Titre*", "Atelier de Dijon")
    page.get_by_label("Type d’événement").select_option(label="Atelier")
    writer.write("Résumé*", "Chercher ensemble.")
    page.locator("#id_start_date").fill("08/04/2020")
    writer.publish()
    writer.expect_said("publié")
    event = EventPage.objects.get()
    assert event.start_date == datetime.date(2020, 4, 8)
    writer.open("/admin/")
    page.get_by_role("link", name="Atelier de Dijon").first.click()
    page.get_by_role("button", name="Créer le brouillon").click()
    writer.expect_said("compte rendu est prêt")
    writer.write("Participants", "42")
    writer.publish()
    writer.expect_said("publié")
    assert EventReportPage.objects.get().participants == 42
    page.goto(f"{writer.address}{event.url}")
    expect(page.get_by_role("link", name="Compte rendu").first).to_be_visible()


def test_a_testimony_pasted_and_tied_to_its_fiche(writer, site):
    page = writer.page
    fiche = factories.InitiativePageFactory(title="Les Délices Bleus")
    writer.open("/admin/")
    writer.follow_menu("Contenus", "Vidéos")
    page.get_by_role("link", name="Ajouter une vidéo").click()
    writer.write("Titre*", "L’équipe raconte")
    writer.write("Adresse YouTube*", "https://youtu.be/6MSURDccwBk?si=suivi&t=3")
    page.locator("#id_subjects-ADD").click()
    page.locator("#id_subjects-0-page-chooser").get_by_role("button", name=CHOOSE_A_PAGE).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").first.fill("Délices")
    dialog.get_by_role("link", name="Les Délices Bleus").first.click()
    expect(dialog).to_be_hidden()
    writer.publish()
    writer.expect_said("publiée")
    video = VideoPage.objects.get()
    assert "si=" not in video.address
    page.goto(f"{writer.address}{fiche.url}")
    expect(page.get_by_text("L’équipe raconte").first).to_be_visible()
