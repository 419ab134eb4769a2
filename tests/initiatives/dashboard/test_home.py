"""The dashboard on the home of the admin, and its lists."""

import datetime

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Workflow

from hub.content.dashboard.registry import dashboard
from tests import factories

HOME = "/admin/"
QUIET = "Rien à faire pour l’instant"
LISTS = [one.slug for panel in dashboard._panels for one in panel.lists]


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


def fill(editor, count):
    """Add so many items to every list."""
    long_ago = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    for _ in range(count):
        page = factories.StandardPageFactory(live=False, has_unpublished_changes=True, owner=editor)
        page.save_revision(user=editor)
        factories.StandardPageFactory(expire_at=long_ago)
        factories.InitiativePageFactory(year=2014)
        factories.EventPageFactory()
        factories.VideoPageFactory()
        factories.ContactPersonFactory(expires_on=datetime.date.today())
        factories.ProposalFactory()
        factories.ErrorReportFactory(fiche=None, fiche_title="Le fournil")


def questions(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in queries.captured_queries]


@pytest.mark.django_db
def test_the_home_asks_as_many_questions_for_one_item_as_for_twenty(admin, home, editor):
    fill(editor, 1)
    with_one = questions(admin, HOME)
    fill(editor, 19)
    with_twenty = questions(admin, HOME)
    assert len(with_twenty) == len(with_one), "\n".join(with_twenty)


@pytest.mark.django_db
def test_a_list_asks_as_many_questions_for_one_item_as_for_twenty(admin, home, editor):
    addresses = [reverse("dashboard_list", args=[slug]) for slug in LISTS]
    fill(editor, 1)
    with_one = {address: questions(admin, address) for address in addresses}
    fill(editor, 19)
    with_twenty = {address: questions(admin, address) for address in addresses}
    more = {
        address: asked
        for address, asked in with_twenty.items()
        if len(asked) != len(with_one[address])
    }
    assert more == {}


@pytest.mark.django_db
def test_a_panel_shows_five_items_the_total_and_the_way_to_all(admin, home, editor):
    fill(editor, 7)
    html = admin.get(HOME).content.decode()
    panel = html.split('id="a-faire-fiches-a-verifier-section"')[1].split("</section>")[0]
    assert "Fiches à vérifier (7)" in panel
    assert panel.count("<li>") == 5
    assert 'href="/admin/a-faire/fiches-a-verifier/"' in panel


@pytest.mark.django_db
def test_fiches_to_complete_are_three_counts(admin, home):
    factories.InitiativePageFactory(commune_code="21231")
    html = admin.get(HOME).content.decode()
    panel = html.split('id="a-faire-fiches-sans-lieu-section"')[1].split("</section>")[0]
    counts = [part.split("<")[0] for part in panel.split('dashboard-work__note">')[1:]]
    assert counts == ["0", "1", "1"]


@pytest.mark.django_db
def test_one_sentence_says_that_nothing_is_to_be_done(admin, home):
    html = admin.get(HOME).content.decode()
    assert QUIET in html
    assert "a-faire-" not in html


@pytest.mark.django_db
def test_the_sentence_is_silent_while_a_page_is_to_moderate(admin, home, editor):
    page = factories.StandardPageFactory(live=False)
    page.save_revision(user=editor)
    Workflow.objects.first().start(page, editor)
    assert QUIET not in admin.get(HOME).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("slug", LISTS)
def test_an_empty_list_says_so(admin, home, slug):
    html = admin.get(reverse("dashboard_list", args=[slug])).content.decode()
    assert dashboard.work_list(slug).empty in html


@pytest.mark.django_db
def test_a_list_comes_in_pages(admin, home):
    for _ in range(51):
        factories.VideoPageFactory()
    address = reverse("dashboard_list", args=["videos-sans-transcription"])
    assert len(admin.get(address).context["object_list"]) == 50
    assert len(admin.get(address, {"p": 2}).context["object_list"]) == 1


@pytest.mark.django_db
def test_a_list_that_nobody_declared_does_not_exist(admin):
    assert admin.get("/admin/a-faire/autre/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("slug", LISTS)
def test_somebody_without_rights_sees_nothing_of_others(
    client, home, editor, django_user_model, slug
):
    fill(editor, 1)
    user = django_user_model.objects.create_user("visiteur")
    group = Group.objects.create(name="Visiteurs")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    client.force_login(user)
    response = client.get(reverse("dashboard_list", args=[slug]))
    assert list(response.context["object_list"]) == []
    assert "a-faire-" not in client.get(HOME).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("slug", LISTS)
def test_nobody_reads_a_list_without_signing_in(client, slug):
    response = client.get(reverse("dashboard_list", args=[slug]))
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("width", [1280, 768])
def test_the_home_breaks_no_rule_of_accessibility(editor_page, live_server, home, editor, width):
    fill(editor, 6)
    editor_page.set_viewport_size({"width": width, "height": 900})
    editor_page.goto(f"{live_server.url}{HOME}")
    editor_page.evaluate(AXE_SCRIPT)
    found = editor_page.evaluate("axe.run('.w-dashboard')")
    broken = [(rule["id"], node["html"]) for rule in found["violations"] for node in rule["nodes"]]
    assert broken == []
    assert editor_page.evaluate("document.documentElement.scrollWidth") <= width
