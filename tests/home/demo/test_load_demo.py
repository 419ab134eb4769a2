"""The demo as a visitor finds it, loaded once for this file; then run again, changed, cleared."""

import datetime
import io
import re
from collections import Counter

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page

from home.demo import loading
from home.demo.batch import BATCH, once
from home.demo.console import Lines
from home.demo.loading import Step, load_demo
from home.models import HomePage, StandardPage, ThemePage
from home.texts import HOME_BODY
from hub.content.blocks.unavailable import UNAVAILABLE
from hub.content.checks import hub_page_models
from hub.content.fields import StreamField
from hub.content.models import HubImage, SeedRecord, SiteIdentity
from hub.content.models.page import visible_pages
from hub.content.publishing import publish
from initiatives.models import (
    ContactPerson,
    EventPage,
    EventReportPage,
    InitiativePage,
    LaureateStoryPage,
    Measure,
    Organisation,
    PrizeResult,
    PublicationPage,
    Verification,
    VideoPage,
)

DEPARTEMENTS = {"21", "25", "39", "58", "70", "71", "89", "90"}
CERTAIN = {163, 15, 11, 53, 2882, 143, 40, 2, 22, 16}
DOUBTFUL = re.compile(r"(?<!\d)66(?!\d)")
PHONE = re.compile(r"(?<!\d)0[1-9](?:[ .\u00a0\u202f]?\d\d){4}(?!\d)")
EMAIL = re.compile(r"[\w.]+@[\w.]+")


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup, django_db_blocker):
    """Load the demo in a transaction that is undone after the last test of this file."""
    said = io.StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", stdout=said)
        yield said.getvalue()
        transaction.set_rollback(True)


pytestmark = pytest.mark.django_db


def demo_pages():
    """Return the pages that the demo made or completed, under their own types."""
    made = SeedRecord.objects.filter(batch=BATCH, revision_id__isnull=False)
    return list(Page.objects.filter(pk__in=made.values("object_id")).specific().order_by("path"))


def streams(page):
    """Yield the stream values of a page."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield getattr(page, field.name)


def kinds(raw):
    """Yield the types of all blocks in a stored stream, those inside others too."""
    if isinstance(raw, dict):
        if {"type", "value"} <= raw.keys():
            yield raw["type"]
        raw = list(raw.values())
    if isinstance(raw, list):
        for inner in raw:
            yield from kinds(inner)


def texts(raw):
    """Yield the texts of a stored stream, without the identifiers of its blocks."""
    if isinstance(raw, dict):
        raw = [value for key, value in raw.items() if key not in {"id", "type"}]
    if isinstance(raw, list):
        for inner in raw:
            yield from texts(inner)
    elif isinstance(raw, str):
        yield raw


def printed(page):
    """Return everything that a page says, as one text."""
    fields = ("title", "summary", "need", "quoted_title", "access", "speakers")
    written = [getattr(page, name, "") for name in fields]
    written += [text for stream in streams(page) for text in texts(list(stream.raw_data))]
    return "\n".join(written)


def test_the_command_says_what_it_does(loaded):
    assert "Initiatives : fait." in loaded.replace("\u00a0", " ")
    assert "Démonstration chargée" in loaded


def test_163_visible_fiches_stand_in_the_eight_departements_nearly_all_with_a_point():
    fiches = InitiativePage.objects.visible()
    assert fiches.count() == 163
    assert {fiche.departement for fiche in fiches} - {""} == DEPARTEMENTS
    with_point = fiches.filter(latitude__isnull=False).count()
    assert 150 <= with_point < 163
    assert fiches.filter(year=2023).count() == 15


def test_six_fiches_are_true_and_all_the_others_say_that_they_are_fictitious():
    assert InitiativePage.objects.filter(is_fictitious=False).count() == 6


def test_some_fiches_have_an_image_and_most_do_not():
    with_image = InitiativePage.objects.exclude(picture=None)
    assert 50 <= with_image.count() <= 60
    assert all(not fiche.picture_alt for fiche in with_image)


def test_images_are_small_credited_described_and_of_several_formats():
    images = list(HubImage.objects.all())
    assert 55 <= len(images) <= 65
    assert all(image.file_size <= 40 * 1024 for image in images)
    assert {image.credit for image in images} == {"Illustration Rally’nov"}
    assert all(image.description for image in images)
    extensions = {image.file.name.rpartition(".")[2] for image in images}
    assert extensions == {"jpg", "png", "webp"}


def test_what_was_added_to_a_fiche_after_its_import_is_in_its_revision_too():
    for fiche in InitiativePage.objects.exclude(picture=None)[:5]:
        assert fiche.latest_revision.content["picture"] == fiche.picture_id
        assert fiche.live_revision_id == fiche.latest_revision_id


def test_the_verifications_of_the_table_are_recorded():
    assert Verification.objects.count() > 90


def test_the_laureates_of_2022_are_the_two_of_the_review_with_story_and_video():
    real = PrizeResult.objects.laureates().filter(year=2022)
    assert {result.initiative.import_key for result in real} == {"les-delices-bleus", "metalhom"}
    assert {result.awarded_on for result in real} == {datetime.date(2023, 9, 26)}
    stories = LaureateStoryPage.objects.visible().order_by("pk")
    assert {story.prize_result for story in stories} == set(real)
    ids = {story.prize_result.initiative.import_key: story.video.video for story in stories}
    assert ids["les-delices-bleus"].id == "TN2VfWUEMc8"
    assert (ids["metalhom"].id, ids["metalhom"].start_seconds) == ("aYtqnY9grs8", 3)


def test_other_years_have_invented_laureates_that_say_so():
    others = PrizeResult.objects.exclude(year=2022)
    assert {result.year for result in others.laureates()} == {2019, 2021}
    assert "nommee" in {result.stage for result in others}
    assert all(result.initiative.is_fictitious for result in others)
    assert {result.mention for result in others} == {"exemple fictif"}


def test_no_video_has_an_invented_transcript():
    assert VideoPage.objects.count() == 3
    assert not VideoPage.objects.exclude(transcript="").exists()


def test_the_tour_of_2013_has_nine_stages_in_order():
    stages = EventPage.objects.filter(stage__isnull=False, start_date__year=2013)
    days = [event.start_date.isoformat() for event in stages.order_by("stage")]
    assert days == [
        "2013-04-08", "2013-04-11", "2013-04-23", "2013-05-29", "2013-06-11",
        "2013-06-25", "2013-09-05", "2013-09-11", "2013-09-26",
    ]  # fmt: skip
    assert {event.get_parent().slug for event in stages} == {"tournee-2013"}
    assert all(event.organisation_links.exists() for event in stages)
    last = stages.get(stage=9)
    assert (last.start_time, last.when) == (None, "26\u00a0septembre 2013, l’après-midi")
    places = Counter(event.commune.name for event in stages)
    assert places["Besançon"] == 4


def test_launch_closing_and_programme_of_2024_keep_the_dates_that_are_known():
    when = {event.slug: event.when for event in EventPage.objects.order_by("pk")}
    assert when["lancement-besancon-2012"] == "28\u00a0novembre 2012"
    assert when["lancement-dole-2012"] == "6\u00a0décembre 2012"
    assert when["cloture-regionale-2013"] == "automne 2013"
    assert when["seminaire-de-lancement-2024"] == "6\u00a0février 2024"
    assert when["rencontre-regionale-2024"] == "1er\u00a0octobre 2024"
    imprecise = ("tournee-2024", "action-co-semaine-de-4-jours", "defis-2024")
    assert {when[slug] for slug in imprecise} == {"en 2024"}


def test_the_three_events_of_2023_have_their_reports_and_figures():
    found = {
        report.get_parent().slug: (report.participants, report.structures)
        for report in EventReportPage.objects.visible().order_by("pk")
    }
    assert found == {
        "seminaire-2023": (22, 16),
        "defis-2023": (53, None),
        "rencontre-regionale-2023": (143, None),
    }


def test_the_workshops_gave_seven_productions_each_with_its_question():
    report = EventReportPage.objects.get(participants=53)
    assert "Une cinquantaine" in report.summary
    block = next(child for child in report.body if child.block_type == "productions")
    made = block.value["productions"]
    assert len(made) == 7
    assert all(production["question"].endswith("?") for production in made)


def test_the_one_coming_event_is_invented_and_says_so():
    coming = EventPage.objects.visible().coming()
    assert [event.title[:14] for event in coming] == ["Exemple fictif"]


def test_the_review_freezes_the_certain_figures_and_them_only():
    review = PublicationPage.objects.get(kind="bilan")
    assert {int(figure.value) for figure in review.figures.all()} == CERTAIN
    assert review.document.accessibility == "oui"
    views = Measure.objects.get()
    assert (int(views.value), views.page_id) == (2882, review.pk)


def test_the_doubtful_figure_is_nowhere():
    pages = demo_pages()
    assert len(pages) > 200
    assert [page.title for page in pages if DOUBTFUL.search(printed(page))] == []


def test_the_coming_carnet_gathers_fiches_on_the_four_day_week_in_order():
    carnet = PublicationPage.objects.get(is_forthcoming=True)
    links = carnet.initiative_links.order_by("sort_order")
    gathered = [link.initiative.import_key for link in links]
    assert gathered[:3] == ["blond-venitien", "cogitec", "atelier-panel"]
    assert len(gathered) >= 6


def test_publications_hold_survey_bibliography_and_glossary():
    found = {page.kind for page in PublicationPage.objects.visible()}
    assert found == {"carnet", "bilan", "enquete", "bibliographie", "ressource"}
    glossary = PublicationPage.objects.get(slug="glossaire")
    words = [item for child in glossary.body if child.block_type == "accordion"
             for item in child.value["items"]]  # fmt: skip
    assert len(words) >= 20


def test_four_themes_open_on_their_fiches():
    themes = ThemePage.objects.visible()
    assert themes.count() == 4
    for theme in themes:
        assert InitiativePage.objects.visible().described_by(theme.term).exists(), theme.title


def test_partners_have_their_roles_and_the_funders_are_named():
    roles = {
        (organisation.name, role.role)
        for organisation in Organisation.objects.all()
        for role in organisation.programme_roles.all()
    }
    assert {
        ("Aract Bourgogne-Franche-Comté", "maitre-d-oeuvre"),
        ("Fact Franche-Comté", "maitre-d-oeuvre"),
        ("RIFC", "copilote"),
        ("Cress", "copilote"),
        ("État", "financeur"),
        ("Région Bourgogne-Franche-Comté", "financeur"),
        ("Fonds social européen (FSE)", "financeur"),
        ("Direccte Franche-Comté", "partenaire-associe"),
        ("Direccte Franche-Comté", "financeur"),
    } <= roles
    identity = SiteIdentity.objects.get()
    assert identity.european_funding
    assert len(identity.funders) == 3
    assert "Fonds social européen" in identity.funding_statement


def test_the_menu_leads_to_the_programme():
    programme = StandardPage.objects.get(slug="le-programme")
    menu = SiteIdentity.objects.get().menu.raw_data
    assert menu[-1]["value"]["page"] == programme.pk


def test_one_invented_person_is_shown_and_one_has_expired():
    assert [person.name for person in ContactPerson.objects.shown()] == ["Camille Exemple"]
    assert ContactPerson.objects.count() == 2
    named = InitiativePage.objects.exclude(contact=None)
    assert {fiche.is_fictitious for fiche in named} == {True}


def test_no_real_means_of_contact_is_given():
    for page in demo_pages():
        said = printed(page)
        assert not PHONE.search(said), page.title
        assert all(mail.endswith("example.org") for mail in EMAIL.findall(said)), page.title
    assert SiteIdentity.objects.get().contact_email.endswith("@example.org")


def test_every_block_of_the_kit_is_used_somewhere():
    offered = {
        name
        for model in hub_page_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField) and field.name == "body"
        for name in field.stream_block.child_blocks
    }
    used = {
        kind for page in demo_pages() for stream in streams(page)
        for kind in kinds(list(stream.raw_data))
    }  # fmt: skip
    assert offered - used == {UNAVAILABLE}


def test_every_stream_is_one_that_an_editor_could_publish():
    for page in demo_pages():
        for stream in streams(page):
            stream.stream_block.clean(stream)


def test_one_page_of_each_type_is_served(client):
    HubImage.objects.all().delete()  # making their renditions is tested, and slow
    first = {}
    for page in visible_pages().filter(depth__gt=1).specific():
        first.setdefault(type(page), page)
    assert set(first) == set(hub_page_models())
    for page in first.values():
        assert client.get(page.url).status_code == 200, page.url


def test_a_second_run_doubles_nothing_overwrites_nothing_and_brings_nothing_back():
    InitiativePage.objects.get(import_key="passe-col").delete()
    EventPage.objects.get(slug="defis-2024").delete()
    changed = InitiativePage.objects.get(import_key="agrodoubs")
    changed.title = "Agrodoubs, dix ans après"
    publish(changed)
    identity = SiteIdentity.objects.get()
    identity.contact_email = "equipe@example.org"
    identity.save()
    before = (Page.objects.count(), Organisation.objects.count(), HubImage.objects.count())
    said = io.StringIO()
    call_command("load_demo", stdout=said)
    assert "Rien à faire" in said.getvalue()
    after = (Page.objects.count(), Organisation.objects.count(), HubImage.objects.count())
    assert after == before
    assert InitiativePage.objects.get(import_key="agrodoubs").title == "Agrodoubs, dix ans après"
    assert SiteIdentity.objects.get().contact_email == "equipe@example.org"


def test_clearing_keeps_what_somebody_changed_or_added_and_what_that_needs(home_before):
    event = EventPage.objects.get(slug="tournee-2024")
    added = event.add_child(instance=EventReportPage(title="Notre étape", summary="Vue d’ici."))
    changed = LaureateStoryPage.objects.get(slug="metalhom-2022")
    changed.summary = "Un résumé réécrit par une éditrice."
    publish(changed)
    partner = Organisation.objects.get(name="Cetim")
    partner.website = "https://www.example.org/"
    partner.save()
    said = io.StringIO()
    call_command("clear_demo", "--yes", stdout=said)
    words = said.getvalue().replace("\u00a0", " ")
    assert [fiche.import_key for fiche in InitiativePage.objects.all()] == ["metalhom"]
    assert LaureateStoryPage.objects.get() == changed
    assert PrizeResult.objects.get().initiative.import_key == "metalhom"
    assert {one.name for one in Organisation.objects.all()} == {"Cetim", "Métalhom"}
    assert EventReportPage.objects.get() == added
    assert {page.slug for page in EventPage.objects.all()} == {"tournee-2024"}
    assert "(événement) : une page qui reste est rangée dessous." in words
    assert "Retiré : 162 initiatives." in words
    assert "(histoire de lauréat) : modifié depuis son installation." in words
    assert "« Métalhom » (initiative) : utilisé par" in words
    assert [child.block_type for child in HomePage.objects.get().body] == home_before
    identity = SiteIdentity.objects.get()
    assert (len(identity.menu), len(identity.funders)) == (5, 0)
    again = io.StringIO()
    call_command("load_demo", stdout=again)
    assert "Rien à faire" in again.getvalue()


@pytest.fixture
def home_before():
    """The blocks of a home page that no demo has completed."""
    return [block["type"] for block in HOME_BODY]


def test_nothing_is_cleared_without_a_yes(monkeypatch):
    monkeypatch.setattr("builtins.input", lambda question: "non")
    said = io.StringIO()
    call_command("clear_demo", stdout=said)
    assert "Rien n’a été retiré." in said.getvalue()
    assert InitiativePage.objects.count() == 163


def test_a_run_that_was_stopped_is_completed_by_the_next(monkeypatch):
    def made(name):
        return once(f"essai/{name}", lambda: Organisation.objects.create(name=name, slug=name))

    def stopped(advance):
        made("b")
        raise KeyboardInterrupt

    def whole(advance):
        made("b")
        made("c")

    first = Step("Premier", lambda advance: made("a"))
    monkeypatch.setattr(loading, "STEPS", (first, Step("Second", stopped)))
    with pytest.raises(KeyboardInterrupt):
        load_demo(Lines(io.StringIO()))
    assert Organisation.objects.filter(slug__in="abc").count() == 1
    monkeypatch.setattr(loading, "STEPS", (first, Step("Second", whole)))
    assert load_demo(Lines(io.StringIO())) == 2
    assert Organisation.objects.filter(slug__in="abc").count() == 3
