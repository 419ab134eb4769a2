"""What a link shows, to whom, and until when."""

import datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from wagtail.models import GroupPagePermission, PageViewRestriction, Site

from hub.editing.sharing.models import PreviewLink
from hub.editing.trash.keeping import throw_away
from tests import factories
from tests.hub.editing.sharing.conftest import draft_of
from tests.page_types import PAGE_TYPES

pytestmark = pytest.mark.django_db
BANNER = "Aperçu d’un brouillon, ne pas diffuser"
DRAFT = "Un titre encore en brouillon"


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_a_link_shows_the_draft_of_a_page_of_any_type(client, home, make_link, name):
    make, fill = PAGE_TYPES[name]
    page = make()
    fill(page, 2)
    _, address = make_link(draft_of(page))
    response = client.get(address)
    html = response.content.decode()
    assert response.status_code == 200
    assert DRAFT in html
    assert BANNER in html
    assert DRAFT not in client.get(page.url).content.decode()


def test_a_page_that_was_never_published_is_shown(client, home, make_link):
    index = factories.InitiativeIndexPageFactory()
    page = factories.InitiativePageFactory(parent=index, live=False, title="Jamais publiée")
    _, address = make_link(page)
    assert "Jamais publiée" in client.get(address).content.decode()
    assert client.get(page.url).status_code == 404


def test_nothing_keeps_indexes_or_frames_the_preview(client, fiche, make_link):
    _, address = make_link(fiche)
    response = client.get(address)
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert not response.has_header("ETag")
    assert not response.has_header("Last-Modified")
    assert response.cookies == {}
    assert '<meta name="robots" content="noindex, nofollow">' in response.content.decode()
    assert "Disallow: /apercu/" in client.get("/robots.txt").content.decode()
    assert "/apercu/" not in client.get("/sitemap-pages.xml").content.decode()


def test_the_public_page_is_the_same_before_and_after_a_preview(client, fiche, make_link):
    """What a preview reads is remembered for nobody else (W-12)."""
    _, address = make_link(fiche)
    client.get(address)  # makes the sizes of the pictures
    before = client.get(fiche.url)
    client.get(address)
    after = client.get(fiche.url)
    assert after.content == before.content
    assert after["ETag"] == before["ETag"]
    assert BANNER not in after.content.decode()


def test_the_validator_of_the_page_opens_nothing_at_the_address_of_the_link(
    client, fiche, make_link
):
    link, address = make_link(fiche)
    tag = client.get(fiche.url)["ETag"]
    link.revoke()
    assert client.get(address, headers={"if-none-match": tag}).status_code == 410
    assert client.get(address, headers={"if-none-match": "*"}).status_code == 410


def test_restrictions_do_not_hold_for_who_has_the_link_and_hold_for_what_stands_below(
    client, home, make_link
):
    index = factories.InitiativeIndexPageFactory()
    fiche = factories.InitiativePageFactory(parent=index)
    PageViewRestriction.objects.create(page=index, restriction_type="login")
    _, address = make_link(index)
    assert client.get(address).status_code == 200
    assert client.get(f"{address}{fiche.slug}/").status_code == 404
    assert client.get(fiche.url).status_code == 302


def test_the_other_pages_of_a_list_are_shown_too(client, home, make_link):
    index = factories.VideoIndexPageFactory()
    for _ in range(index.per_page + 1):
        factories.VideoPageFactory(parent=index)
    _, address = make_link(index)
    assert f'href="{address}?page=2"' in client.get(address).content.decode()
    second = client.get(f"{address}?page=2").content.decode()
    assert f'href="{address}"' in second
    assert BANNER in second
    assert client.get(f"{address}?page=999").status_code == 404


def test_the_pages_of_an_answer_lead_to_each_other_through_the_link(
    client, home, search_index, make_link
):
    index = factories.InitiativeIndexPageFactory()
    for _ in range(index.per_page + 1):
        factories.InitiativePageFactory(parent=index)
    search_index()
    _, address = make_link(index)
    assert f'href="{address}?page=2"' in client.get(address).content.decode()
    second = client.get(f"{address}?page=999").content.decode()
    assert "voici la dernière, la page 2" in second
    assert BANNER in second


def test_a_change_saved_after_the_link_was_made_is_shown(client, fiche, make_link):
    _, address = make_link(fiche)
    draft_of(fiche, "Un titre corrigé")
    assert "Un titre corrigé" in client.get(address).content.decode()


@pytest.mark.parametrize("token", ["inconnu", "x" * 43, "é" * 20, "%00", "a" * 3000])
def test_a_token_that_was_never_given_is_told_in_french(client, home, token):
    response = client.get(f"/apercu/{token}/")
    assert response.status_code == 404
    assert "Ce lien n’existe pas" in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


def refused(client, address):
    response = client.get(address)
    html = response.content.decode()
    assert DRAFT not in html
    assert response["X-Robots-Tag"]
    assert not response.has_header("ETag")
    return response.status_code == 410 and "Ce lien n’est plus valable" in html


def test_a_link_ends_on_its_day(client, fiche, make_link):
    link, address = make_link(fiche)
    link.expires_at = timezone.now() - datetime.timedelta(seconds=1)
    link.save()
    assert refused(client, address)


def test_a_revoked_link_shows_nothing(client, fiche, make_link):
    link, address = make_link(fiche)
    link.revoke()
    assert refused(client, address)


def test_a_deleted_page_takes_its_links_along(client, fiche, make_link):
    _, address = make_link(fiche)
    fiche.delete()
    assert client.get(address).status_code == 404


def test_a_page_in_the_trash_is_not_shown(client, fiche, make_link, editor):
    _, address = make_link(fiche)
    throw_away(fiche, editor)
    assert refused(client, address)


@pytest.fixture
def contributor(django_user_model, home):
    """Who may edit the pages under the home page, until told otherwise."""
    group = Group.objects.create(name="Essai")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(group=group, page=home, permission_type="change")
    user = django_user_model.objects.create_user("camille", "c@example.org", "x" * 12)
    user.groups.add(group)
    return user


def test_a_link_ends_when_its_maker_loses_the_right_to_edit(client, fiche, make_link, contributor):
    _, address = make_link(fiche, contributor)
    assert client.get(address).status_code == 200
    contributor.groups.clear()
    assert refused(client, address)


def test_a_link_ends_with_the_account_of_its_maker(client, fiche, make_link, contributor):
    _, address = make_link(fiche, contributor)
    contributor.is_active = False
    contributor.save()
    assert refused(client, address)
    contributor.delete()
    assert client.get(address).status_code == 404


def test_a_link_opens_no_other_address_of_the_admin(client, fiche, make_link):
    _, address = make_link(fiche)
    client.get(address)
    assert client.get("/admin/").status_code == 302
    assert client.post(address).status_code == 405


def test_the_database_does_not_hold_the_token(fiche, make_link):
    link, address = make_link(fiche)
    token = address.split("/")[2]
    assert len(token) >= 43
    kept = PreviewLink.objects.values().get(pk=link.pk)
    assert token not in str(kept)


def test_links_that_ended_long_ago_are_forgotten(fiche, make_link):
    old, _ = make_link(fiche)
    recent, _ = make_link(fiche)
    now = timezone.now()
    PreviewLink.objects.filter(pk=old.pk).update(expires_at=now - datetime.timedelta(days=91))
    PreviewLink.objects.filter(pk=recent.pk).update(expires_at=now - datetime.timedelta(days=89))
    PreviewLink.objects.forget_the_old()
    assert list(PreviewLink.objects.all()) == [recent]


def test_a_link_works_behind_a_proxy_that_ends_tls(client, fiche, make_link, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    Site.objects.update(port=443)
    Site.clear_site_root_paths_cache()
    _, address = make_link(fiche)
    response = client.get(address, headers={"x-forwarded-proto": "https"})
    assert response.status_code == 200
    assert DRAFT in response.content.decode()
