"""The four roles: who may do what, on a site just made and on one that was there before."""

import importlib

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from hub.editing.roles import Role, grant
from tests import factories

pytestmark = pytest.mark.django_db
User = get_user_model()


def somebody(*roles, **attributes):
    user = User.objects.create_user(username=f"u{User.objects.count()}", **attributes)
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


def may_on(page, user):
    tester = page.permissions_for_user(user)
    names = ("add_subpage", "edit", "publish", "delete", "lock", "unlock")
    return {name for name in names if getattr(tester, f"can_{name}")()}


def test_the_groups_are_the_four_roles():
    assert set(Group.objects.values_list("name", flat=True)) == set(Role)


@pytest.mark.parametrize("role", Role)
def test_each_role_enters_the_admin(client, role):
    client.force_login(somebody(role))
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_a_contributor_proposes_fiches_and_nothing_else(home):
    user = somebody(Role.CONTRIBUTION)
    fiche = factories.InitiativePageFactory()
    assert may_on(fiche.get_parent(), user) == {"add_subpage"}
    assert may_on(fiche, user) == set()
    assert may_on(home, user) == set()


def test_a_contributor_changes_its_own_fiche_until_it_is_published():
    user = somebody(Role.CONTRIBUTION)
    fiche = factories.InitiativePageFactory(owner=user, live=False)
    assert may_on(fiche, user) == {"edit", "delete"}


def test_a_writer_publishes_and_unlocks_only_its_own_lock():
    user = somebody(Role.WRITING)
    fiche = factories.InitiativePageFactory()
    assert may_on(fiche, user) == {"edit", "publish", "delete", "lock"}


@pytest.mark.parametrize("role", [Role.MODERATION, Role.ADMINISTRATION])
def test_who_decides_also_unlocks(role):
    fiche = factories.InitiativePageFactory()
    assert "unlock" in may_on(fiche, somebody(role))


@pytest.mark.parametrize(
    ("codename", "roles"),
    [
        ("initiatives.add_organisation", set(Role)),
        ("initiatives.view_contactperson", set(Role) - {Role.CONTRIBUTION}),
        ("initiatives.change_term", set(Role) - {Role.CONTRIBUTION}),
        ("initiatives.delete_term", {Role.MODERATION, Role.ADMINISTRATION}),
        ("wagtailredirects.change_redirect", set(Role) - {Role.CONTRIBUTION}),
        ("content.change_siteidentity", {Role.ADMINISTRATION}),
        ("auth.change_user", {Role.ADMINISTRATION}),
        ("auth.change_group", set()),
    ],
)
def test_who_has_a_right(codename, roles):
    assert {role for role in Role if somebody(role).has_perm(codename)} == roles


def test_an_administrator_cannot_take_the_account_of_a_superuser(client):
    superuser = User.objects.create_superuser("technique", password="avant-la-reprise")
    client.force_login(somebody(Role.ADMINISTRATION))
    address = reverse("wagtailusers_users:edit", args=[superuser.pk])
    data = {
        "username": "technique",
        "password1": "apres-la-reprise",
        "password2": "apres-la-reprise",
    }
    for response in (client.get(address, follow=True), client.post(address, data, follow=True)):
        assert "ne peut être modifié que par un autre" in response.content.decode()
    superuser.refresh_from_db()
    assert superuser.check_password("avant-la-reprise")


def test_an_administrator_changes_the_account_of_an_editor(client):
    client.force_login(somebody(Role.ADMINISTRATION))
    address = reverse("wagtailusers_users:edit", args=[somebody(Role.WRITING).pk])
    assert client.get(address).status_code == 200


def test_the_groups_that_came_with_wagtail_keep_their_members_under_french_names():
    migration = importlib.import_module("hub.editing.migrations.0001_roles")
    Group.objects.filter(name=Role.WRITING).update(name="Editors")
    user = somebody("Editors")
    migration.make_roles(apps, None)
    assert [group.name for group in user.groups.all()] == [Role.WRITING]


def test_a_right_that_does_not_exist_is_refused():
    with pytest.raises(LookupError, match="fly_term"):
        grant(apps, "initiatives", ["fly_term"], Role.WRITING)
