"""Who opens the lists, and what they see in them."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from initiatives.listings.group import ContentViewSetGroup
from tests import factories

pytestmark = pytest.mark.django_db
VIEWSETS = ContentViewSetGroup.items
FICHES = "listing_fiches:index"


@pytest.fixture
def make_user(django_user_model):
    """Make a user who signs in to the admin, and may change what is under some pages."""

    def make(*roots, enters=True):
        user = django_user_model.objects.create_user("camille", "c@example.org", "x" * 12)
        group = Group.objects.create(name="Essai")
        if enters:
            group.permissions.add(Permission.objects.get(codename="access_admin"))
        for root in roots:
            GroupPagePermission.objects.create(group=group, page=root, permission_type="change")
        user.groups.add(group)
        return user

    return make


@pytest.mark.parametrize("viewset", VIEWSETS, ids=lambda one: one.name)
@pytest.mark.parametrize("export", ["", "csv", "xlsx"])
def test_nobody_reads_a_list_without_signing_in(client, home, viewset, export):
    response = client.get(reverse(f"{viewset.name}:index"), {"export": export})
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_a_user_without_access_to_the_admin_reads_no_list(client, home, make_user):
    client.force_login(make_user(home, enters=False))
    response = client.get(reverse(FICHES))
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_a_user_without_right_on_any_page_reads_no_list_and_sees_no_menu(client, home, make_user):
    client.force_login(make_user())
    response = client.get(reverse(FICHES))
    assert response.status_code == 302
    assert response["Location"] == reverse("wagtailadmin_home")
    assert "/contenus/fiches/" not in client.get(reverse("wagtailadmin_account")).content.decode()


@pytest.mark.parametrize("export", ["", "csv"])
def test_a_user_sees_the_pages_under_those_they_may_change(client, home, make_user, export):
    mine = factories.InitiativePageFactory(title="La mienne")
    factories.InitiativePageFactory(title="Celle des autres")
    client.force_login(make_user(mine))
    for search in ("", "la", "celle"):
        answer = client.get(reverse(FICHES), {"export": export, "q": search})
        parts = answer.streaming_content if answer.streaming else [answer.content]
        text = b"".join(parts).decode()
        assert ("La mienne" in text) == (search != "celle")
        assert "Celle des autres" not in text


def test_the_menu_holds_the_lists_in_order(client, editor, home):
    client.force_login(editor)
    text = client.get(reverse(FICHES)).content.decode()
    places = [text.index(reverse(f"{one.name}:index")) for one in VIEWSETS]
    assert places == sorted(places)


@pytest.mark.parametrize("viewset", VIEWSETS, ids=lambda one: one.name)
def test_the_way_to_add_a_page_opens(client, editor, home, viewset):
    client.force_login(editor)
    for index in ("InitiativeIndexPage", "LaureateIndexPage", "VideoIndexPage"):
        getattr(factories, f"{index}Factory")()
    factories.EventPageFactory()
    factories.PublicationIndexPageFactory()
    answer = client.get(reverse(f"{viewset.name}:choose_parent"))
    assert answer.status_code in {200, 302}
