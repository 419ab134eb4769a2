"""Deletion, the bin and the way back, as editors see them; nothing of the bin shows elsewhere."""

import itertools

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import GroupPagePermission, Page
from wagtail.permissions import policy_registry

from hub.content.dashboard.permissions import editable_pages
from hub.content.text import NBSP
from hub.editing.trash.keeping import throw_away
from hub.editing.trash.models import KEPT, TrashedPage
from hub.editing.trash.node import is_binned
from initiatives.models import InitiativePage
from tests import factories
from tests.admin_forms import filled

pytestmark = pytest.mark.django_db
BIN = "/admin/corbeille/"


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def fiche(home):
    return factories.InitiativePageFactory(title="Fiche retrouvée")


def delete(page):
    return reverse("wagtailadmin_pages:delete", args=[page.pk])


def bulk(*pages):
    keys = "&".join(f"id={page.pk}" for page in pages)
    return f"/admin/bulk/wagtailcore/page/delete/?{keys}"


def way_back(page):
    return reverse("trash_restore", args=[TrashedPage.objects.get(page=page.pk).pk])


def said(response):
    return [str(message).strip() for message in get_messages(response.wsgi_request)]


def test_a_page_is_deleted_seen_in_the_bin_and_restored(admin, fiche):
    assert "30 jours dans la corbeille" in admin.get(delete(fiche)).content.decode()
    answer = admin.post(delete(fiche))
    assert answer["Location"] == reverse("wagtailadmin_explore", args=[fiche.get_parent().pk])
    assert "« Fiche retrouvée » est supprimée." in said(answer)[0]
    assert "Fiche retrouvée" in admin.get(BIN).content.decode()
    assert "Ce qui était publié l’est de nouveau" in admin.get(way_back(fiche)).content.decode()
    answer = admin.post(way_back(fiche))
    assert said(answer)[-1].startswith("« Fiche retrouvée » est restaurée.")
    assert InitiativePage.objects.get(pk=fiche.pk).live
    assert "La corbeille est vide." in admin.get(BIN).content.decode()


def test_the_confirmation_says_what_goes_along(admin, fiche):
    factories.VerificationFactory(initiative=fiche)
    result = factories.PrizeResultFactory(initiative=fiche)
    factories.LaureateStoryPageFactory(prize_result=result, title="Le récit")
    page = factories.StandardPageFactory(title="À lire", related=[("page", fiche)])
    event = factories.EventPageFactory()
    factories.EventReportPageFactory(parent=event, title="Ce qui s’est dit")
    html = admin.get(delete(fiche)).content.decode()
    for expected in ("Vérification", "Résultat au prix", "Le récit", page.title):
        assert expected in html
    html = admin.get(delete(event)).content.decode()
    assert "La page qui se trouve dessous est supprimée avec elle" in html
    assert "Ce qui s’est dit" in html


def test_the_confirmation_of_several_pages_says_what_goes_along_with_each(admin, fiche):
    factories.VerificationFactory(initiative=fiche)
    event = factories.EventPageFactory(title="La rencontre", related=[])
    factories.EventReportPageFactory(parent=event, title="Ce qui s’est dit")
    factories.StandardPageFactory(title="À lire", related=[("page", fiche)])
    factories.VideoPageFactory(title="Le témoignage", related=[("page", fiche)])
    alone = factories.StandardPageFactory(title="Sans lien")
    html = BeautifulSoup(admin.get(bulk(fiche, event, alone)).content, "html.parser")
    said_of = {}
    for heading in html.select("main h2"):
        following = heading.find_next_siblings(["h2", "ul", "p", "form"])
        own = itertools.takewhile(lambda one: one.name in ("ul", "p"), following)
        said_of[heading.a.contents[0].split(": ")[1]] = " ".join(one.get_text() for one in own)
    assert "Vérification" in said_of["Fiche retrouvée"]
    assert f"Page{NBSP}: À lire" in said_of["Fiche retrouvée"]
    assert f"Vidéo{NBSP}: Le témoignage" in said_of["Fiche retrouvée"]
    assert "Ce qui s’est dit" in said_of["La rencontre"]
    assert "Rien d’autre n’en dépend." in said_of["Sans lien"]
    assert "30 jours dans la corbeille" in html.get_text()


def test_what_is_deleted_together_is_no_consequence(admin, fiche):
    page = factories.StandardPageFactory(title="À lire", related=[("page", fiche)])
    html = admin.get(bulk(fiche, page)).content.decode()
    assert "ne la montrera plus" not in html


def test_the_confirmation_of_several_pages_says_which_must_stay(admin, fiche):
    html = admin.get(bulk(fiche, fiche.get_parent())).content.decode()
    assert "c’est une liste" in html
    assert "Mettre à la corbeille" not in html


def test_a_list_that_holds_pages_is_not_deleted_alone_nor_with_others(admin, fiche):
    index, other = fiche.get_parent(), factories.StandardPageFactory()
    assert "c’est une liste" in admin.get(delete(index)).content.decode()
    assert "c’est une liste" in said(admin.post(delete(index), {"wagtail_site_name": "x"}))[0]
    answer = admin.post(bulk(index, other))
    assert "c’est une liste" in said(answer)[-1]
    assert not TrashedPage.objects.exists()


def test_several_pages_go_to_the_bin_together(admin, fiche):
    event = factories.EventPageFactory()
    report = factories.EventReportPageFactory(parent=event)
    answer = admin.post(bulk(fiche, event, report))
    assert said(answer) == ["3 pages sont dans la corbeille, pour 30 jours."]
    assert {one.page_id for one in TrashedPage.objects.all()} == {fiche.pk, event.pk}


@pytest.mark.parametrize(
    "name", ["edit", "delete", "copy", "move", "history", "usage", "view_draft", "unpublish"]
)
def test_a_page_of_the_bin_is_not_opened(admin, fiche, name):
    throw_away(fiche)
    for send in (admin.get, admin.post):
        answer = send(reverse(f"wagtailadmin_pages:{name}", args=[fiche.pk]))
        assert answer["Location"] == BIN
    assert is_binned(fiche)


def test_an_editor_whose_page_was_deleted_meanwhile_is_told_and_nothing_is_saved(admin, fiche):
    address = reverse("wagtailadmin_pages:edit", args=[fiche.pk])
    form = filled(admin, address, InitiativePage)
    throw_away(fiche)
    answer = admin.post(
        address,
        form.urlencode(),
        content_type="application/x-www-form-urlencoded",
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 400
    assert answer.json()["error_message"].startswith("Cette page est dans la corbeille.")


def test_a_page_of_the_bin_shows_nowhere_in_the_admin(admin, editor, fiche):
    parent = fiche.get_parent()
    addresses = [
        "/admin/",
        "/admin/pages/",
        f"/admin/pages/{parent.pk}/",
        "/admin/pages/search/?q=retrouvée",
        "/admin/choose-page/search/?q=retrouvée",
        "/admin/choose-page/search/?q=retrouvée&page_type=initiatives.initiativepage",
        f"/admin/choose-page/{parent.pk}/",
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_pages:type_use", args=["initiatives", "initiativepage"]),
        reverse("listing_fiches:index"),
    ]

    def showing():
        return [one for one in addresses if fiche.title in admin.get(one).content.decode()]

    shown_before = showing()
    assert len(shown_before) > 5
    throw_away(fiche, editor)
    assert showing() == []
    assert not editable_pages(editor, InitiativePage).exists()
    assert not policy_registry.get_by_type(Page).explorable_instances(editor).filter(pk=fiche.pk)


def test_the_explorer_of_a_superuser_still_begins_at_the_root(admin, editor, fiche):
    throw_away(fiche)
    assert "Rally’nov" in admin.get("/admin/pages/").content.decode()
    root = policy_registry.get_by_type(Page).explorable_root_instance(editor)
    assert root == Page.get_first_root_node()


@pytest.fixture
def group_member(client, home, django_user_model):
    """Somebody of a group with these rights on the whole site, signed in."""

    def make(*rights):
        group, _ = Group.objects.get_or_create(name="Modération")
        group.page_permissions.all().delete()
        for right in rights:
            GroupPagePermission.objects.create(group=group, page=home, permission_type=right)
        user = django_user_model.objects.create_user("membre", password="x" * 12)
        user.groups.add(group)
        client.force_login(user)
        return client

    return make


@pytest.mark.parametrize(
    ("rights", "may"),
    [
        (("add", "change", "publish"), True),
        (("add", "change"), False),
        (("add",), False),
        (("publish",), False),
    ],
)
def test_who_could_delete_it_may_restore_it(fiche, group_member, rights, may):
    throw_away(fiche)
    visitor = group_member(*rights)
    assert ("Fiche retrouvée" in visitor.get(BIN).content.decode()) is may
    visitor.post(way_back(fiche))
    assert InitiativePage.objects.get(pk=fiche.pk).live is may


def test_who_may_not_delete_a_list_is_told_why_nobody_may(fiche, group_member):
    answer = group_member("add", "change", "publish").get(delete(fiche.get_parent()))
    assert "c’est une liste, qui contient 1 page" in said(answer)[0]


def test_what_holds_pages_asks_for_the_right_to_delete_several(home, group_member):
    event = factories.EventPageFactory()
    factories.EventReportPageFactory(parent=event)
    throw_away(event)
    visitor = group_member("add", "change", "publish")
    assert visitor.post(way_back(event)).status_code in {302, 403}
    assert is_binned(event)


def test_nobody_sees_the_bin_without_signing_in(client, home):
    assert "/admin/login/" in client.get(BIN)["Location"]


def test_a_place_is_asked_for_where_there_is_none(admin, home):
    event, other = factories.EventPageFactory(), factories.EventPageFactory(title="Une autre")
    report = factories.EventReportPageFactory(parent=event)
    throw_away(report)
    throw_away(event)
    assert "Une autre" in admin.get(way_back(report)).content.decode()
    assert "Choisissez une page." in admin.post(way_back(report)).content.decode()
    wrong = admin.post(way_back(report), {"parent": event.pk}).content.decode()
    assert "Choisissez-la ici." in wrong
    admin.post(way_back(report), {"parent": other.pk})
    assert Page.objects.get(pk=report.pk).get_parent().pk == other.pk


def test_the_bin_asks_as_many_questions_for_one_page_as_for_ten(admin, home):
    def questions():
        with CaptureQueriesContext(connection) as queries:
            assert admin.get(BIN).status_code == 200
        return len(queries)

    throw_away(factories.StandardPageFactory())
    questions()
    with_one = questions()
    for _ in range(9):
        throw_away(factories.StandardPageFactory())
    assert questions() == with_one


def test_the_bin_says_until_which_day_a_page_is_kept(admin, fiche):
    throw_away(fiche)
    last = timezone.localtime(timezone.now() + KEPT)
    assert date_format(last, "j F Y") in admin.get(BIN).content.decode()
