"""Every form and list of the admin opens, in French, for who may and for nobody else."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from initiatives.models import InitiativePage
from initiatives.viewsets import DomainViewSetGroup
from tests import factories
from tests.page_types import PAGE_TYPES

pytestmark = pytest.mark.django_db
SNIPPETS = [viewset.model for viewset in DomainViewSetGroup.items]


@pytest.fixture
def admin(client, editor):
    client.force_login(editor)
    return client


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_the_form_of_every_page_type_opens(admin, home, name):
    make, fill = PAGE_TYPES[name]
    page = make()
    fill(page, 1)
    assert admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


@pytest.mark.parametrize("name", [n for n in PAGE_TYPES if not n.endswith("IndexPage")])
def test_a_new_page_of_every_type_may_be_begun(admin, home, name):
    make, _ = PAGE_TYPES[name]
    page = make()
    if page.is_site_root() or type(page).max_count == 1:
        return
    meta = type(page)._meta
    parent = page.get_parent()
    address = reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, parent.pk])
    assert admin.get(address).status_code == 200


@pytest.mark.parametrize("model", SNIPPETS, ids=lambda model: model.__name__)
def test_every_list_and_form_of_the_references_opens(admin, model):
    for view in ("list", "add"):
        assert admin.get(reverse(model.snippet_viewset.get_url_name(view))).status_code == 200


@pytest.mark.parametrize("model", SNIPPETS, ids=lambda model: model.__name__)
def test_nobody_reads_the_references_without_signing_in(client, model):
    response = client.get(reverse(model.snippet_viewset.get_url_name("list")))
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


@pytest.mark.parametrize("setting", ["siteidentity", "accessibilitystatement"])
def test_the_settings_of_the_site_open(admin, home, setting):
    address = reverse("wagtailsettings:edit", args=["content", setting])
    assert admin.get(address, follow=True).status_code == 200


def test_a_term_in_use_is_not_deleted_and_nothing_breaks(admin, home):
    term = factories.TermFactory()
    factories.InitiativePageFactory(terms=[term])
    address = reverse(type(term).snippet_viewset.get_url_name("delete"), args=[term.pk])
    response = admin.post(address, follow=True)
    assert "est utilisé 1 fois" in response.content.decode()
    term.refresh_from_db()


def test_a_term_that_serves_nowhere_is_deleted(admin, home):
    term = factories.TermFactory()
    address = reverse(type(term).snippet_viewset.get_url_name("delete"), args=[term.pk])
    admin.post(address)
    assert not type(term).objects.exists()


def test_a_fiche_that_won_the_prize_is_not_deleted_and_nothing_breaks(admin, home):
    fiche = factories.PrizeResultFactory().initiative
    address = reverse("wagtailadmin_pages:delete", args=[fiche.pk])
    assert admin.post(address, follow=True).status_code in {200, 403}
    assert InitiativePage.objects.filter(pk=fiche.pk).exists()


def test_a_page_cannot_be_made_where_it_makes_no_sense(admin, home):
    standard = factories.StandardPageFactory()
    address = reverse("wagtailadmin_pages:add", args=["initiatives", "initiativepage", standard.pk])
    assert admin.get(address).status_code in {302, 403}


def truncated(image_format):
    file = BytesIO()
    Image.effect_noise((64, 64), 50).save(file, image_format)
    return file.getvalue()[: len(file.getvalue()) // 2]


def pixel_bomb():
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 13_000, 13_000, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" * (13_000 * (13_000 // 8 + 1)), 9)
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("coupee.png", truncated("PNG")),
        ("coupee.jpg", truncated("JPEG")),
        ("coupee.gif", truncated("GIF")),
        ("bombe.png", pixel_bomb()),
        ("texte.png", b"ceci n'est pas une image"),
        ("vide.png", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_a_broken_image_is_refused_in_french_and_nothing_breaks(admin, home, name, content):
    upload = SimpleUploadedFile(name, content, content_type="image/png")
    response = admin.post(
        reverse("wagtailimages:add"), {"title": "Image", "file": upload, "collection": 1}
    )
    assert response.status_code == 200
    assert "error" in response.content.decode()


def test_terms_are_put_in_order_by_hand(admin):
    last, first = factories.TermFactory(sort_order=20), factories.TermFactory(sort_order=10)
    viewset = type(last).snippet_viewset
    listing = admin.get(reverse(viewset.get_url_name("list")), {"ordering": "sort_order"})
    assert "w-orderable" in listing.content.decode()
    address = reverse(viewset.get_url_name("reorder"), args=[last.pk])
    assert admin.post(f"{address}?position=0").status_code == 200
    assert list(type(last).objects.of(last.scheme)) == [last, first]


def test_a_list_offers_the_terms_of_its_own_vocabulary_only(admin, home):
    factories.TermFactory(scheme="secteur", slug="a", name="Agriculture")
    factories.TermFactory(scheme="statut", slug="scop", name="Coopérative ouvrière")
    page = factories.InitiativePageFactory()
    html = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    sector = html.split('name="sector"')[1].split("</select>")[0]
    assert "Agriculture" in sector
    assert "Coopérative ouvrière" not in sector
