"""A page whose plugin is disabled: shown nowhere, kept whole, back with its plugin."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import Page

from home.models import StandardPage
from hub.content.absent import absent_page_types
from tests.factories import StandardPageFactory

pytestmark = [
    pytest.mark.django_db,
    # Wagtail warns whenever it lists such a page.
    pytest.mark.filterwarnings("ignore:A specific version of the following object"),
]
SCREENS = ["edit", "copy", "delete", "unpublish", "move", "history", "usage", "view_draft"]


@pytest.fixture
def absent(home):
    """A page of a type that no installed application defines, with a page under it."""
    page = StandardPageFactory(title="Mur des citations", slug="mur")
    StandardPageFactory(parent=page, title="Dessous", slug="dessous")
    gone = ContentType.objects.create(app_label="hub_gone", model="wallpage")
    Page.objects.filter(pk=page.pk).update(content_type=gone)
    return Page.objects.get(pk=page.pk)


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


@pytest.mark.parametrize("address", ["/mur/", "/partage/mur.png"])
def test_its_address_does_not_exist(client, absent, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/", "/sitemap-pages.xml", "/plan-du-site/"])
def test_no_page_nor_list_names_it(client, absent, address):
    response = client.get(address)
    assert response.status_code == 200
    assert "/mur/" not in response.content.decode().replace("/mur/dessous/", "")


def test_a_page_that_chose_it_is_shown_without_it(client, home, absent):
    page = StandardPageFactory(title="Autre", related=[("page", absent)])
    response = client.get(page.url)
    assert response.status_code == 200
    assert "Mur des citations" not in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        lambda page: reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        lambda page: reverse("wagtailadmin_explore", args=[page.pk]),
        lambda page: reverse("wagtailadmin_pages:search") + "?q=mur",
        lambda page: reverse("wagtailadmin_choose_page") + "?q=mur",
        lambda page: reverse("wagtailadmin_home"),
    ],
    ids=["list", "its pages", "search", "chooser", "home"],
)
def test_the_screens_of_the_admin_answer(admin, absent, address):
    assert admin.get(address(absent)).status_code == 200


@pytest.mark.parametrize("action", SCREENS)
def test_no_screen_changes_it_and_the_reason_is_said(admin, absent, action):
    address = reverse(f"wagtailadmin_pages:{action}", args=[absent.pk])
    for answer in (admin.get(address, follow=True), admin.post(address, {}, follow=True)):
        assert "n’est plus activé" in answer.content.decode()
    assert StandardPage.objects.filter(pk=absent.pk).exists()
    assert Page.objects.filter(title="Mur des citations").count() == 1


def test_a_page_above_it_is_not_deleted(admin, home):
    above = StandardPageFactory(title="Dessus")
    below = StandardPageFactory(parent=above, title="Mur")
    gone = ContentType.objects.create(app_label="hub_gone", model="wallpage")
    Page.objects.filter(pk=below.pk).update(content_type=gone)
    address = reverse("wagtailadmin_pages:delete", args=[above.pk])
    assert "en contient une" in admin.post(address, follow=True).content.decode()
    assert StandardPage.objects.filter(pk=below.pk).exists()


def test_who_may_not_enter_the_admin_learns_nothing(client, absent):
    response = client.get(reverse("wagtailadmin_pages:edit", args=[absent.pk]))
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


@pytest.mark.parametrize("action", ["delete", "publish", "unpublish", "move"])
def test_nor_with_several_others(admin, absent, action):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    for chosen in (f"id={absent.pk}", f"id=all&childOf={absent.get_parent().pk}"):
        answer = admin.post(f"{address}?{chosen}", {"include_descendants": ""}, follow=True)
        assert "n’est plus activé" in answer.content.decode()
    assert StandardPage.objects.filter(pk=absent.pk).exists()


def test_it_is_whole_when_its_plugin_is_back(client, absent):
    assert absent_page_types() == {"hub_gone.wallpage": 1}
    back = ContentType.objects.get_for_model(StandardPage)
    Page.objects.filter(pk=absent.pk).update(content_type=back)
    assert absent_page_types() == {}
    assert client.get("/mur/").status_code == 200
