"""Stories, events, reports, videos, publications, terms, organisations, plan, statement."""

import datetime
import re

import pytest
from django.urls import reverse
from wagtail.models import Site

from hub.content.models import AccessibilityStatement
from initiatives.models import EventOrganisation, PublicationFigure, VideoSubject
from tests import factories
from tests.templates.markup import Markup

pytestmark = pytest.mark.django_db
EMPTY_LISTS = {
    factories.LaureateIndexPageFactory: "prochaine remise du prix",
    factories.EventIndexPageFactory: "Aucun événement n’est annoncé",
    factories.VideoIndexPageFactory: "Les premiers témoignages",
    factories.PublicationIndexPageFactory: "Les premières publications",
    factories.ThemeIndexPageFactory: "en préparation",
}


def page_at(client, address):
    return client.get(address).content.decode()


@pytest.mark.parametrize("make", EMPTY_LISTS)
def test_an_empty_list_says_what_will_come(client, home, make):
    assert EMPTY_LISTS[make] in page_at(client, make().url)


def test_a_story_opens_with_its_quote_and_leads_to_the_fiche(client, home):
    result = factories.PrizeResultFactory(year=2022)
    story = factories.LaureateStoryPageFactory(
        prize_result=result,
        quote="On a osé.",
        video=factories.VideoPageFactory(transcript="<p>Oui</p>"),
    )
    page = page_at(client, story.url)
    assert page.index("On a osé.") < page.index("data-video=")
    assert Markup(page).all("a", href=f"{story.video.url}#transcription")
    assert Markup(page).all("a", href=result.initiative.url)


def test_a_laureate_without_story_leads_to_its_fiche(client, home):
    index, result = factories.LaureateIndexPageFactory(), factories.PrizeResultFactory(year=2021)
    page = page_at(client, index.url)
    assert Markup(page).all("a", href=result.initiative.url)
    assert "1\xa0lauréat<" in page


def test_a_precise_day_is_for_machines_too_and_an_imprecise_one_is_not(client, home):
    precise = factories.EventPageFactory(
        start_date=datetime.date(2023, 9, 26), start_time=datetime.time(9)
    )
    assert Markup(page_at(client, precise.url)).all("time", datetime="2023-09-26T09:00:00+02:00")
    vague = factories.EventPageFactory(
        start_date=datetime.date(2013, 10, 1), imprecise_date="automne 2013"
    )
    page = page_at(client, vague.url)
    assert "automne 2013" in page
    assert not Markup(page).all("time")


def test_a_past_event_no_longer_invites(client, home):
    event = factories.EventPageFactory(
        start_date=datetime.date(2023, 9, 26), registration_url="https://example.org/inscription"
    )
    report = factories.EventReportPageFactory(parent=event)
    page = page_at(client, event.url)
    assert "Cet événement est passé" in page
    assert "S’inscrire" not in page
    assert Markup(page).all("a", href=report.url)


def test_an_event_to_come_says_how_to_come(client, home):
    event = factories.EventPageFactory(
        start_date=datetime.date.today(),
        access="Tram, arrêt Foch",
        registration_url="https://example.org/inscription",
    )
    page = page_at(client, event.url)
    assert "Tram, arrêt Foch" in page
    assert Markup(page).all("a", href="https://example.org/inscription")


def test_a_cancelled_event_says_so_everywhere_and_no_longer_invites(client, home):
    series = factories.EventSeriesPageFactory()
    event = factories.EventPageFactory(
        parent=series,
        start_date=datetime.date.today(),
        access="Tram, arrêt Foch",
        registration_url="https://example.org/inscription",
        is_cancelled=True,
    )
    page = page_at(client, event.url)
    assert "n’aura pas lieu" in page
    assert "https://schema.org/EventCancelled" in page
    assert "S’inscrire" not in page
    assert "Tram" not in page
    for address in (series.url, "/evenements/"):
        assert "Annulé" in page_at(client, address)


def test_an_organiser_without_agreement_is_named_without_anybody(client, home):
    event = factories.EventPageFactory()
    hidden = factories.ContactPersonFactory(is_public=False)
    organisation = factories.OrganisationFactory()
    EventOrganisation.objects.create(
        page=event, organisation=organisation, role="organisateur", contact=hidden
    )
    page = page_at(client, event.url)
    assert organisation.name in page
    assert hidden.name not in page


def test_the_stages_of_a_series_are_an_ordered_list(client, home):
    series = factories.EventSeriesPageFactory()
    for number in (2, 1):
        factories.EventPageFactory(parent=series, title=f"Étape à Vesoul {number}", stage=number)
    page = page_at(client, series.url)
    assert "2\xa0étapes" in page
    assert page.index("Étape à Vesoul 1") < page.index("Étape à Vesoul 2")


def test_a_report_counts_one_structure_in_the_singular(client, home):
    report = factories.EventReportPageFactory(participants=143, structures=1)
    page = page_at(client, report.url)
    shown = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "143 participants" in shown
    assert "1 structure représentée " in shown


def test_a_chapter_starts_at_its_second_and_the_transcript_stands_in_the_page(client, home):
    video = factories.VideoPageFactory(transcript="<p>Nous avons compté les heures.</p>")
    video.chapters = [("chapter", {"start": 75, "title": "Le lundi"})]
    video.save()
    fiche = factories.InitiativePageFactory()
    VideoSubject.objects.create(video=video, page=fiche)
    page = page_at(client, video.url)
    assert f"https://www.youtube.com/watch?v={video.video.id}&amp;t=75s" in page
    assert page.count("<p>Nous avons compté les heures.</p>") == 1
    assert Markup(page).all("a", href=fiche.url)


def test_a_publication_says_format_weight_and_accessibility_of_its_file(client, home):
    document = factories.DocumentFactory()
    publication = factories.PublicationPageFactory(document=document, kind="carnet", number=1)
    PublicationFigure.objects.create(page=publication, value="2882", label="vues")
    page = page_at(client, publication.url)
    assert "Carnet n°\xa01" in page
    assert "(TXT, 7\xa0octets)" in page
    assert "Accessibilité non évaluée" in page
    assert "2\u00a0882" in page


def test_a_file_in_a_private_collection_is_not_offered(client, home):
    from wagtail.models import Collection, CollectionViewRestriction

    private = Collection.get_first_root_node().add_child(name="Privée")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = factories.DocumentFactory(collection=private)
    page = page_at(client, factories.PublicationPageFactory(document=document).url)
    assert document.url not in page


def test_a_term_lists_what_carries_it_and_says_its_family(client, home):
    parent = factories.TermFactory(name="Organisation du travail")
    child = factories.TermFactory(name="Télétravail", parent=parent, definition="Chez soi.")
    fiche = factories.InitiativePageFactory(terms=[child])
    page = page_at(client, parent.get_absolute_url())
    assert Markup(page).all("a", href=child.get_absolute_url())
    assert Markup(page).all("a", href=fiche.url)
    assert "1\xa0initiative<" in page
    assert Markup(page_at(client, child.get_absolute_url())).all(
        "a", href=parent.get_absolute_url()
    )


def test_a_term_without_fiche_gives_a_way_on(client, home):
    page = page_at(client, factories.TermFactory().get_absolute_url())
    assert "Aucune initiative ne porte encore ce terme" in page


def test_an_organisation_without_anything_says_so(client, home):
    page = page_at(client, factories.OrganisationFactory().get_absolute_url())
    assert "Aucune initiative publiée" in page


def test_the_plan_leaves_long_lists_folded_and_hides_drafts(client, home):
    shown = factories.StandardPageFactory(title="Le programme")
    draft = factories.StandardPageFactory(title="Brouillon secret", live=False)
    for _ in range(31):
        factories.InitiativePageFactory()
    page = page_at(client, reverse("site_plan"))
    assert shown.title in page
    assert draft.title not in page
    assert Markup(page).all("a", href="/initiatives/")
    assert "Initiative 1" not in page


def statement(**fields):
    made = AccessibilityStatement.for_site(Site.objects.get(is_default_site=True))
    for name, value in fields.items():
        setattr(made, name, value)
    made.save()
    return made


def test_the_statement_has_every_compulsory_heading_and_way_of_appeal(client, home):
    page = page_at(client, reverse("accessibility"))
    for heading in (
        "État de conformité",
        "Résultats des tests",
        "Contenus non accessibles",
        "Non-conformités",
        "Dérogations pour charge disproportionnée",
        "Contenus non soumis à l’obligation d’accessibilité",
        "Établissement de cette déclaration d’accessibilité",
        "Retour d’information et contact",
        "Voies de recours",
    ):
        assert f"{heading}</h" in page
    assert page.count("Défenseur des droits") >= 3
    assert "Libre réponse 71120" in page


def test_the_statement_says_what_the_audit_found(client, home):
    statement(audited_on=datetime.date.today(), rate="72.50", failures="<p>Le menu.</p>")
    page = page_at(client, reverse("accessibility"))
    assert "72,5&nbsp;%" in page
    assert "partiellement conforme" in page
    assert "Le menu." in page


def test_an_old_audit_no_longer_counts(client, home):
    statement(audited_on=datetime.date(2020, 1, 1), rate=100)
    page = page_at(client, reverse("accessibility"))
    assert "il n’est plus valable" in page
    assert "<strong>non conforme</strong>" in page
