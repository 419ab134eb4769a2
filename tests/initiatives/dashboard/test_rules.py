"""Each rule of the dashboard, true and false."""

import datetime

import pytest
from django.contrib.auth.models import Permission

from initiatives.dashboard import gaps
from initiatives.dashboard.panels import expiring_contacts
from initiatives.dates import months_before
from initiatives.freshness import to_verify
from initiatives.models import EventPage, InitiativePage, Scheme, VideoPage
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 3, 15)


def stale():
    return list(to_verify(InitiativePage.objects.all(), TODAY))


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        ((2026, 3, 15), 24, (2024, 3, 15)),
        ((2026, 1, 31), 2, (2025, 11, 30)),
        ((2024, 2, 29), 12, (2023, 2, 28)),
        ((2026, 12, 1), 12, (2025, 12, 1)),
    ],
)
def test_months_are_those_of_the_calendar(day, months, before):
    assert months_before(datetime.date(*day), months) == datetime.date(*before)


def test_a_fiche_is_to_verify_by_its_last_verification(home):
    old, fresh = factories.InitiativePageFactory(), factories.InitiativePageFactory()
    for fiche in (old, fresh):
        factories.VerificationFactory(initiative=fiche, verified_on=datetime.date(2024, 3, 14))
    factories.VerificationFactory(initiative=fresh, verified_on=datetime.date(2024, 3, 15))
    assert stale() == [old]


def test_a_fiche_that_nobody_verified_counts_from_its_year(home):
    old = factories.InitiativePageFactory(year=2023)
    factories.InitiativePageFactory(year=2024)
    assert stale() == [old]


def test_a_fiche_without_a_year_counts_from_its_publication(home):
    def published(year):
        fiche = factories.InitiativePageFactory()
        moment = datetime.datetime(year, 1, 1, tzinfo=datetime.UTC)
        imported = InitiativePage.objects.filter(pk=fiche.pk)
        imported.update(year=None, first_published_at=moment)
        return fiche

    old = published(2024)
    published(2025)
    assert stale() == [old]


def test_the_policy_is_a_setting(home, settings):
    settings.HUB_VERIFY_AFTER_MONTHS = 240
    factories.InitiativePageFactory(year=2014)
    assert stale() == []


def test_a_draft_is_not_to_verify(home):
    factories.InitiativePageFactory(year=2014, live=False)
    assert stale() == []


def test_the_oldest_fiche_comes_first(home):
    recent = factories.InitiativePageFactory(year=2020, title="A")
    old = factories.InitiativePageFactory(year=2014, title="B")
    assert stale() == [old, recent]


def test_a_fiche_lacks_a_place_without_commune_nor_point(home):
    placed = factories.InitiativePageFactory(commune_code="21231")
    pointed = factories.InitiativePageFactory(point="SRID=4326;POINT(5.0 47.0)")
    without = factories.InitiativePageFactory()
    factories.InitiativePageFactory(live=False)
    found = list(gaps.without_place(InitiativePage.objects.all()))
    assert placed.commune
    assert pointed.has_point
    assert found == [without]


def test_a_fiche_lacks_a_picture(home):
    factories.InitiativePageFactory(picture=factories.ImageFactory())
    without = factories.InitiativePageFactory()
    factories.InitiativePageFactory(live=False)
    assert list(gaps.without_picture(InitiativePage.objects.all())) == [without]


def test_a_fiche_lacks_a_theme_whatever_other_terms_it_has(home):
    factories.InitiativePageFactory(terms=[factories.TermFactory(scheme=Scheme.THEME)])
    without = factories.InitiativePageFactory()
    factories.InitiativePageFactory(live=False)
    assert list(gaps.without_theme(InitiativePage.objects.all())) == [without]


def test_a_past_event_lacks_a_report_until_one_is_begun(home):
    without, begun = factories.EventPageFactory(), factories.EventPageFactory()
    factories.EventReportPageFactory(parent=begun, live=False)
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    factories.EventPageFactory(start_date=tomorrow)
    factories.EventPageFactory(end_date=tomorrow)
    factories.EventPageFactory(live=False)
    assert list(gaps.without_report(EventPage.objects.all())) == [without]


@pytest.mark.parametrize(
    ("transcript", "lacks"),
    [
        ("", True),
        ('<p data-block-key="a1b2c"></p>', True),
        ('<p data-block-key="a"> </p>\n<hr/>', True),
        ('<p data-block-key="a">Bonjour.</p>', False),
        ("<p><b>Bonjour</b></p>", False),
        ("Bonjour", False),
    ],
)
def test_a_video_lacks_a_transcript_that_says_something(home, transcript, lacks):
    factories.VideoPageFactory(transcript=transcript)
    assert gaps.without_transcript(VideoPage.objects.all()).exists() is lacks


def test_a_video_that_is_a_draft_lacks_nothing_yet(home):
    factories.VideoPageFactory(live=False)
    assert not gaps.without_transcript(VideoPage.objects.all()).exists()


@pytest.mark.parametrize(("days", "is_soon"), [(-1, False), (0, True), (60, True), (61, False)])
def test_an_agreement_expires_soon_within_sixty_days(editor, days, is_soon):
    day = datetime.date.today() + datetime.timedelta(days=days)
    factories.ContactPersonFactory(expires_on=day)
    assert expiring_contacts(editor).exists() is is_soon


def test_people_are_for_those_who_may_edit_them(django_user_model):
    factories.ContactPersonFactory(expires_on=datetime.date.today())
    user = django_user_model.objects.create_user("quelqu-un")
    assert not expiring_contacts(user).exists()
    user.user_permissions.add(Permission.objects.get(codename="change_contactperson"))
    assert expiring_contacts(django_user_model.objects.get(pk=user.pk)).exists()
