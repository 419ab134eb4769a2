"""A story is begun from its fiche, a report from its event: nothing is typed twice."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from hub.editing.roles import Role
from initiatives.models import EventReportPage, LaureateStoryPage, VideoPage
from initiatives.models.event import EventOrganisation
from initiatives.models.organisation import OrganisationRole
from initiatives.models.prize import PrizeStage
from initiatives.models.video import VideoSubject
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(django_user_model):
    user = django_user_model.objects.create_user("redaction")
    user.groups.add(Group.objects.get(name=Role.WRITING))
    return user


@pytest.fixture
def admin(client, writer):
    client.force_login(writer)
    return client


@pytest.fixture
def laureate(home):
    factories.LaureateIndexPageFactory()
    fiche = factories.InitiativePageFactory(
        title="Les Délices Bleus",
        summary="Un restaurant comme les autres.",
        body=[("need", "<p>Trouver un emploi.</p>"), ("results", "<p>Six personnes.</p>")],
    )
    return factories.PrizeResultFactory(initiative=fiche, year=2022)


def tell(admin, result):
    address = reverse("tell_story", args=[result.initiative_id])
    return admin.post(address, {"result": result.pk}, follow=True)


def test_a_story_takes_over_what_the_fiche_says(admin, writer, laureate):
    response = tell(admin, laureate)
    story = LaureateStoryPage.objects.get().get_latest_revision_as_object()
    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[story.pk])
    assert (story.title, story.summary) == ("Les Délices Bleus", "Un restaurant comme les autres.")
    assert story.prize_result == laureate
    assert [block.value.source for block in story.body] == [
        "<p>Trouver un emploi.</p>",
        "<p>Six personnes.</p>",
    ]
    assert story.owner == writer
    assert not story.live


def test_a_story_shows_the_video_about_the_fiche(admin, laureate):
    factories.VideoPageFactory()
    film = factories.VideoPageFactory()
    VideoSubject.objects.create(video=film, page=laureate.initiative)
    tell(admin, laureate)
    assert LaureateStoryPage.objects.get().video == VideoPage.objects.get(pk=film.pk)


def test_a_double_click_begins_one_story(admin, laureate):
    tell(admin, laureate)
    response = tell(admin, laureate)
    assert LaureateStoryPage.objects.count() == 1
    assert "existait déjà" in response.content.decode()


def test_each_year_of_a_laureate_has_its_own_story(admin, laureate):
    again = factories.PrizeResultFactory(initiative=laureate.initiative, year=2023)
    tell(admin, laureate)
    tell(admin, again)
    assert {story.prize_result for story in LaureateStoryPage.objects.all()} == {laureate, again}


@pytest.mark.parametrize("given", ["", "0", "abc", "99999999999999999999"])
def test_a_result_of_another_fiche_is_refused_in_words(admin, laureate, given):
    address = reverse("tell_story", args=[laureate.initiative_id])
    response = admin.post(address, {"result": given}, follow=True)
    assert "Choisissez le résultat au prix" in response.content.decode()
    assert not LaureateStoryPage.objects.exists()


def test_a_candidate_has_nothing_to_tell_yet(admin, laureate, writer):
    laureate.stage = PrizeStage.CANDIDATE
    laureate.save()
    page = admin.get(reverse("tell_story", args=[laureate.initiative_id])).content.decode()
    assert "n’a pas encore de résultat" in page
    form = admin.get(
        reverse("wagtailsnippets_initiatives_prizeresult:add"),
        {"initiative": laureate.initiative_id},
    )
    assert form.context["form"]["initiative"].value() == laureate.initiative_id


def test_a_report_takes_over_what_the_announcement_says(admin, home):
    event = factories.EventPageFactory(title="Rencontre de Dijon", summary="Une journée.")
    host = factories.OrganisationFactory()
    EventOrganisation.objects.create(page=event, organisation=host, role=OrganisationRole.ORGANISER)
    admin.post(reverse("write_report", args=[event.pk]))
    report = EventReportPage.objects.get()
    assert report.get_parent().specific == event
    assert (report.title, report.slug) == ("Compte rendu : Rencontre de Dijon", "compte-rendu")
    assert report.summary == "Une journée."
    assert [link.organisation for link in report.organisation_links.all()] == [host]
    assert not report.live


def test_a_double_click_begins_one_report(admin, home):
    event = factories.EventPageFactory()
    for _ in range(2):
        admin.post(reverse("write_report", args=[event.pk]))
    assert EventReportPage.objects.count() == 1


@pytest.mark.parametrize("name", ["tell_story", "write_report"])
def test_nothing_is_begun_by_opening_the_page(admin, laureate, name):
    event = factories.EventPageFactory()
    source = laureate.initiative if name == "tell_story" else event
    assert admin.get(reverse(name, args=[source.pk])).status_code == 200
    assert not LaureateStoryPage.objects.exists()
    assert not EventReportPage.objects.exists()


@pytest.mark.parametrize("name", ["tell_story", "write_report"])
def test_a_contributor_begins_nothing(client, django_user_model, laureate, name):
    user = django_user_model.objects.create_user("contribution")
    user.groups.add(Group.objects.get(name=Role.CONTRIBUTION))
    client.force_login(user)
    event = factories.EventPageFactory(owner=user)
    laureate.initiative.owner = user
    laureate.initiative.save()
    source = laureate.initiative if name == "tell_story" else event
    response = client.post(reverse(name, args=[source.pk]), {"result": laureate.pk})
    assert response.status_code in {302, 403}
    assert not LaureateStoryPage.objects.exists()
    assert not EventReportPage.objects.exists()


def test_the_menu_of_a_fiche_and_of_an_event_offers_it(admin, laureate):
    event = factories.EventPageFactory()
    for page, name in ((laureate.initiative, "tell_story"), (event, "write_report")):
        editor = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert reverse(name, args=[page.pk]) in editor


def test_the_dashboard_leads_to_the_report_that_lacks(admin, home):
    event = factories.EventPageFactory(start_date="2020-01-01")
    assert reverse("write_report", args=[event.pk]) in admin.get("/admin/").content.decode()
