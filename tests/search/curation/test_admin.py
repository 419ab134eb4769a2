"""Synonyms, promoted results and the report in the admin."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from hub.editing.roles import Role
from search.curation.models import AskedWords, PromotedResult, SynonymGroup

pytestmark = pytest.mark.django_db
REPORT = "/admin/rapports/recherches/"


def signed_in(client, django_user_model, role):
    user = django_user_model.objects.create_user(role.name.lower(), password="x" * 12)
    user.groups.add(Group.objects.get(name=str(role)))
    client.force_login(user)
    return client


@pytest.fixture
def staff(client, home, django_user_model):
    return signed_in(client, django_user_model, Role.WRITING)


@pytest.fixture
def asked():
    today = timezone.localdate()
    AskedWords.add("crèche", today, 5, 0)
    AskedWords.add("trampoline", today, 2, 2)
    AskedWords.add("trampoline", today - datetime.timedelta(days=60), 3, 3)
    AskedWords.add("=1+1", today, 1, 1)


def words_of(response):
    return [row["words"] for row in response.context["object_list"]]


def test_the_most_frequent_words_come_first_with_what_they_found(staff, asked):
    response = staff.get(REPORT)

    rows = {row["words"]: (row["asked"], row["vain"]) for row in response.context["object_list"]}
    assert words_of(response) == ["crèche", "trampoline", "=1+1"]
    assert rows["trampoline"] == (5, 5)


@pytest.mark.parametrize(
    ("asked_for", "found"),
    [
        ("periode=30", ["crèche", "trampoline", "=1+1"]),
        ("reponse=jamais", ["trampoline", "=1+1"]),
        ("q=tramp", ["trampoline"]),
        ("ordering=-vain", ["trampoline", "=1+1", "crèche"]),
    ],
)
def test_the_report_is_narrowed_and_ordered(staff, asked, asked_for, found):
    assert words_of(staff.get(f"{REPORT}?{asked_for}")) == found


def test_a_period_counts_its_own_days_alone(staff, asked):
    response = staff.get(f"{REPORT}?periode=30&q=trampoline")

    (row,) = response.context["object_list"]
    assert (row["asked"], row["vain"]) == (2, 2)


def test_one_click_leads_from_words_to_a_synonym_or_a_promoted_page(staff, asked):
    page = staff.get(REPORT).content.decode()
    for model, field in ((SynonymGroup, "expressions"), (PromotedResult, "words")):
        address = f"{reverse(model.snippet_viewset.get_url_name('add'))}?mots=trampoline"
        assert address in page

        form = staff.get(address).context["form"]
        assert form[field].value() == "trampoline"


def test_the_report_is_downloaded_without_any_formula(staff, asked):
    response = staff.get(f"{REPORT}?export=csv")
    lines = b"".join(response.streaming_content).decode().splitlines()

    assert lines[0].endswith("Mots cherchés,Recherches,Sans réponse,Dernière fois")
    assert any(line.startswith("'=1+1,") for line in lines)


def test_an_empty_report_says_so(staff):
    assert "Aucune recherche" in staff.get(REPORT).content.decode()


def test_somebody_who_only_proposes_reads_no_report(client, home, django_user_model):
    contributor = signed_in(client, django_user_model, Role.CONTRIBUTION)

    assert contributor.get(REPORT).status_code == 302


def test_a_group_of_synonyms_is_written_in_the_admin(staff):
    address = reverse(SynonymGroup.snippet_viewset.get_url_name("add"))

    refused = staff.post(address, {"expressions": "seul", "note": ""})
    assert "deux expressions au moins" in refused.content.decode()

    staff.post(address, {"expressions": "flâner\nmusarder", "note": ""})
    assert SynonymGroup.objects.filter(expressions="flâner\nmusarder").exists()


@pytest.mark.parametrize("model", [SynonymGroup, PromotedResult])
def test_lists_open_and_are_searched(staff, model):
    address = reverse(model.snippet_viewset.get_url_name("list"))

    assert staff.get(address).status_code == 200
    assert staff.get(f"{address}?q=RSE").status_code == 200
