"""What the bilan of a year counts, and the pages behind each figure."""

import csv
import datetime
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from initiatives.models import Measure
from initiatives.yearly.bilan import bilan_of
from initiatives.yearly.figures import FIGURES
from initiatives.yearly.years import year_to_report
from tests import factories

pytestmark = pytest.mark.django_db
REPORT = "/admin/rapports/bilan/"
SLUGS = [figure.slug for figure in FIGURES]


@pytest.fixture
def admin(client, editor, home):
    client.force_login(editor)
    return client


def day(year, month=6):
    return datetime.date(year, month, 1)


def figures(year):
    return {line.figure.slug: line.value for line in bilan_of(year)}


def whole_year(year):
    """One of everything that a year may hold."""
    fiche = factories.InitiativePageFactory(year=year)
    factories.PrizeResultFactory(initiative=fiche, year=year)
    former = factories.InitiativePageFactory(year=year - 5)
    factories.PrizeResultFactory(initiative=former, year=year - 4)
    factories.VerificationFactory(initiative=former, verified_on=day(year))
    event = factories.EventPageFactory(start_date=day(year))
    factories.EventReportPageFactory(parent=event, participants=80, structures=25)
    video = factories.VideoPageFactory()
    Measure.objects.create(page=video, value=1200, unit="vues", measured_on=day(year))


def test_each_figure_counts_what_it_says(home):
    whole_year(2023)
    assert figures(2023) == {
        "fiches-recensees": 1,
        "laureates": 1,
        "anciennes-laureates-mises-a-jour": 1,
        "evenements": 1,
        "participants": 80,
        "structures": 25,
        "vues": 1200,
    }


def test_what_nobody_recorded_is_unknown_and_not_zero(home):
    assert figures(2023) == {
        "fiches-recensees": 0,
        "laureates": None,
        "anciennes-laureates-mises-a-jour": None,
        "evenements": 0,
        "participants": None,
        "structures": None,
        "vues": None,
    }


def test_zero_is_zero_where_somebody_recorded_it(home):
    factories.PrizeResultFactory(year=2023, stage="candidate")
    factories.VerificationFactory(verified_on=day(2023))
    event = factories.EventPageFactory(start_date=day(2023))
    factories.EventReportPageFactory(parent=event, participants=0)
    found = figures(2023)
    assert (found["laureates"], found["participants"], found["structures"]) == (0, 0, None)
    assert found["anciennes-laureates-mises-a-jour"] == 0


def test_a_laureate_of_the_year_is_not_a_former_one(home):
    fiche = factories.InitiativePageFactory()
    factories.PrizeResultFactory(initiative=fiche, year=2023)
    factories.VerificationFactory(initiative=fiche, verified_on=day(2023))
    assert figures(2023)["anciennes-laureates-mises-a-jour"] == 0


def test_two_results_or_two_verifications_count_once(home):
    fiche = factories.InitiativePageFactory()
    for category in ("Emploi", "Travail"):
        factories.PrizeResultFactory(initiative=fiche, year=2022, category=category)
    for month in (3, 9):
        factories.VerificationFactory(initiative=fiche, verified_on=day(2023, month))
    assert figures(2022)["laureates"] == 1
    assert figures(2023)["anciennes-laureates-mises-a-jour"] == 1


def test_the_last_count_of_views_holds_the_earlier_ones(home):
    video = factories.VideoPageFactory()
    for month, value in ((2, 500), (11, 900)):
        Measure.objects.create(page=video, value=value, unit="vues", measured_on=day(2023, month))
    Measure.objects.create(page=video, value=7, unit="participants", measured_on=day(2023))
    other = factories.VideoPageFactory()
    Measure.objects.create(page=other, value=100, unit="vues", measured_on=day(2023))
    assert figures(2023)["vues"] == 1000


def test_what_the_public_does_not_see_does_not_count(home):
    factories.InitiativePageFactory(year=2023, live=False)
    PageViewRestriction.objects.create(
        page=factories.InitiativePageFactory(year=2023), restriction_type="login"
    )
    assert figures(2023)["fiches-recensees"] == 0


@pytest.mark.parametrize("slug", SLUGS)
def test_each_figure_opens_its_pages_and_downloads_them(admin, slug):
    whole_year(2023)
    factories.InitiativePageFactory(title="=1+1", year=2020)
    address = reverse("bilan_figure", args=[2023, slug])
    [shown] = admin.get(address).context["object_list"]
    export = b"".join(admin.get(address, {"export": "csv"}).streaming_content).decode()
    headings, row = csv.reader(io.StringIO(export))
    assert row[0] == shown.title
    assert len(headings) == len(row)
    assert admin.get(reverse("bilan_figure_results", args=[2023, slug])).status_code == 200


def test_a_download_holds_no_formula(admin):
    page = factories.InitiativePageFactory(year=2023)
    type(page).objects.filter(pk=page.pk).update(title="=1+1", draft_title="=1+1")
    address = reverse("bilan_figure", args=[2023, "fiches-recensees"])
    export = b"".join(admin.get(address, {"export": "csv"}).streaming_content).decode()
    assert "'=1+1" in export


def test_the_report_says_how_each_figure_is_counted_and_compares(admin):
    whole_year(2023)
    factories.InitiativePageFactory(year=2022)
    factories.InitiativePageFactory(year=2022)
    answer = admin.get(REPORT, {"annee": "2023"})
    text = answer.content.decode()
    assert "qui ont commencé dans l’année" in text
    for figure in FIGURES:
        assert figure.name in text
    [fiches] = [one for one in answer.context["lines"] if one.figure.slug == "fiches-recensees"]
    assert (fiches.shown, fiches.shown_before, fiches.difference) == ("1", "2", "−1")
    assert "non renseigné" in text


def test_the_whole_report_is_a_file(admin):
    whole_year(2023)
    answer = admin.get(REPORT, {"annee": "2023", "export": "csv"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    values = {
        row["Chiffre"]: (row["Valeur"], row["Année précédente"], row["Écart"]) for row in rows
    }
    assert values["Vues"] == ("1200", "non renseigné", "")
    assert values["Événements"] == ("1", "0", "1")


def test_the_years_are_those_of_which_something_is_known(admin):
    whole_year(2019)
    answer = admin.get(REPORT)
    assert answer.context["years"] == [2019, 2015, 2014]
    assert answer.context["year"] == 2019


@pytest.mark.parametrize(
    ("years", "reported"),
    [([9999, 2024, 2023], 2024), ([2024], 2024), ([9999, 9998], 9998), ([], None)],
)
def test_the_report_opens_on_the_last_year_that_has_begun(years, reported):
    assert year_to_report(years) == reported


@pytest.mark.parametrize("wrong", ["", "abc", "1066", "99999999999", "\x00", "²"])
def test_a_year_of_which_nothing_is_known_breaks_nothing(admin, wrong):
    assert admin.get(REPORT, {"annee": wrong}).status_code == 200
    whole_year(2023)
    answer = admin.get(REPORT, {"annee": wrong})
    assert answer.context["year"] == 2023
    assert ("Rien n’est enregistré" in answer.content.decode()) == bool(wrong)


@pytest.mark.parametrize("path", ["1066/vues/", "99999999999/vues/", "2023/inconnu/"])
def test_a_list_that_does_not_exist_is_not_found(admin, path):
    whole_year(2023)
    assert admin.get(f"{REPORT}{path}").status_code == 404


def test_nobody_reads_the_report_without_signing_in(client, home):
    for address in (REPORT, f"{REPORT}2023/vues/"):
        assert "/admin/login/" in client.get(address)["Location"]


@pytest.mark.parametrize("address", [REPORT, *[f"{REPORT}2023/{slug}/" for slug in SLUGS]])
def test_questions_do_not_grow_with_what_is_counted(admin, address):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert admin.get(address, {"annee": 2023}).status_code == 200
        return len(queries)

    for _ in range(2):
        whole_year(2023)
    count()
    few = count()
    for _ in range(6):
        whole_year(2023)
    assert count() == few
