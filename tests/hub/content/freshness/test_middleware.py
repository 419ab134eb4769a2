"""Who gets a validator, who gets 304, and what each costs."""

import datetime

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.core.handlers.base import BaseHandler
from django.db import connection
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path
from django.utils import timezone
from django.views.decorators.vary import vary_on_headers
from wagtail.models import PageViewRestriction, Site

from hub.content.freshness.middleware import PERSONAL, SHARED, FreshnessMiddleware
from hub.content.freshness.models import ContentVersion
from hub.content.freshness.site_roots import SiteRoots
from hub.urls import urlpatterns as addresses_of_the_site

pytestmark = pytest.mark.django_db


def degraded(request):
    return HttpResponse("Recherche simplifiée.", headers={"Cache-Control": "no-store"})


def degraded_in_part(request):
    request.is_degraded = True
    return HttpResponse("Bonjour")


def with_a_form(request):
    return HttpResponse(get_token(request))


def with_a_cookie(request):
    response = HttpResponse("Bonjour")
    response.set_cookie("choix", "1")
    return response


def with_its_own_validator(request):
    return HttpResponse("Bonjour", headers={"ETag": '"a"'})


def as_html(request):
    return HttpResponse("Bonjour")


def as_json(request):
    return HttpResponse("{}", content_type="application/json")


urlpatterns = [
    path("degraded/", degraded),
    path("degraded-in-part/", degraded_in_part),
    path("form/", with_a_form),
    path("cookie/", with_a_cookie),
    path("own/", with_its_own_validator),
    path("json/", as_json),
    path("language/", vary_on_headers("Accept-Language")(as_html)),
    path("fragment/", vary_on_headers("HX-Request")(as_html)),
    path("plain/", as_html),
    *addresses_of_the_site,
]
with_views_of_this_module = pytest.mark.urls(__name__)


def test_a_page_is_kept_by_anybody_and_asked_for_each_time(client, fiche):
    response = client.get(fiche.url)
    assert response["ETag"].startswith('W/"')
    assert response["Cache-Control"] == SHARED
    assert response["Vary"] == "Accept-Encoding"
    assert response.cookies == {}


def test_a_304_has_no_body_and_costs_one_question(client, fiche, validator_of):
    etag = validator_of(fiche.url)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(fiche.url, headers={"If-None-Match": etag})
    assert response.status_code == 304
    assert response.content == b""
    assert len(queries) == 1


def test_a_304_says_what_the_page_said(client, fiche, validator_of):
    etag = validator_of(fiche.url)
    response = client.get(fiche.url, headers={"If-None-Match": etag, "Accept-Encoding": "br"})
    assert (response["ETag"], response["Cache-Control"]) == (etag, SHARED)
    assert response["Vary"] == "Accept-Encoding"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_304_is_answered_before_anything_is_routed(client, fiche, validator_of, monkeypatch):
    etag = validator_of(fiche.url)
    monkeypatch.setattr(BaseHandler, "resolve_request", None)
    assert client.get(fiche.url, headers={"If-None-Match": etag}).status_code == 304


def test_head_is_answered_as_get_is(client, fiche, validator_of):
    etag = validator_of(fiche.url)
    assert client.head(fiche.url)["ETag"] == etag
    assert client.head(fiche.url, headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("header", ['"autre", {}', '{}, W/"autre"', "{0},{0}"])
def test_a_list_of_validators_is_read(client, fiche, validator_of, header):
    header = header.format(validator_of(fiche.url))
    assert client.get(fiche.url, headers={"If-None-Match": header}).status_code == 304


def test_the_comparison_is_weak(client, fiche, validator_of):
    strong = validator_of(fiche.url).removeprefix("W/")
    assert client.get(fiche.url, headers={"If-None-Match": strong}).status_code == 304


def test_a_star_asks_whether_the_page_exists(client, fiche):
    assert client.get(fiche.url, headers={"If-None-Match": "*"}).status_code == 304
    assert client.get("/absente/", headers={"If-None-Match": "*"}).status_code == 404


@pytest.mark.parametrize(
    "header", ["", "garbage", '"', 'W/"', '""', "W/", "é", ",,,", '"x" ' * 500, "\x00"]
)
def test_a_header_that_means_nothing_gets_the_page(client, fiche, header):
    response = client.get(fiche.url, headers={"If-None-Match": header})
    assert response.status_code == 200
    assert response.content


def test_each_address_has_its_own_validator(client, fiche, validator_of, settings):
    settings.ALLOWED_HOSTS = ["testserver", "autre.example"]
    client.get(fiche.url)
    answers = [
        client.get(fiche.url),
        client.get(fiche.url, {"page": 2}),
        client.get("/"),
        client.get(fiche.url, secure=True),
        client.get(fiche.url, headers={"host": "autre.example"}),
    ]
    assert len({answer["ETag"] for answer in answers}) == len(answers)


@pytest.mark.parametrize(
    ("month", "midnight_in_paris"), [(1, 23), (7, 22)], ids=["winter", "summer"]
)
def test_the_validator_changes_at_midnight_in_paris(
    client, fiche, validator_of, monkeypatch, month, midnight_in_paris
):
    midnight = datetime.datetime(2031, month, 4, midnight_in_paris, tzinfo=datetime.UTC)
    seen = []
    for minutes in (-2, -1, 0, 1):
        moment = midnight + datetime.timedelta(minutes=minutes)
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        seen.append(validator_of(fiche.url))
    assert seen[0] == seen[1] != seen[2] == seen[3]


def test_a_stylesheet_of_the_operator_ends_the_validators(fiche, validator_of, settings, tmp_path):
    settings.HUB_STYLESHEET = tmp_path / "theme.css"
    before = validator_of(fiche.url)
    settings.HUB_STYLESHEET.write_text("h1 { color: #123 }", encoding="utf-8")
    assert validator_of(fiche.url) != before


def test_a_page_that_expired_is_no_longer_confirmed(client, fiche, validator_of, monkeypatch):
    now = timezone.now()
    fiche.expire_at = now + datetime.timedelta(minutes=5)
    fiche.save()
    headers = {"If-None-Match": validator_of(fiche.url)}
    monkeypatch.setattr(timezone, "now", lambda: now + datetime.timedelta(minutes=6))
    assert client.get(fiche.url, headers=headers).status_code == 404


def test_a_page_that_lists_one_that_expired_is_no_longer_confirmed(
    client, fiche, validator_of, search_index, monkeypatch
):
    search_index()
    now = timezone.now()
    fiche.expire_at = now + datetime.timedelta(minutes=5)
    fiche.save()
    index = fiche.get_parent().url
    headers = {"If-None-Match": validator_of(index)}
    monkeypatch.setattr(timezone, "now", lambda: now + datetime.timedelta(minutes=6))
    assert client.get(index, headers=headers).status_code == 200


def test_an_editor_gets_pages_of_her_own(client, fiche, validator_of, editor):
    etag = validator_of(fiche.url)
    client.force_login(editor)
    response = client.get(fiche.url, headers={"If-None-Match": etag})
    assert response.status_code == 200
    assert response["Cache-Control"] == PERSONAL
    assert not response.has_header("ETag")


def test_a_page_behind_a_password_has_no_validator(client, fiche):
    PageViewRestriction.objects.create(page=fiche, restriction_type="password", password="ouvre")
    form = client.get(fiche.url)
    assert form.status_code == 200
    assert "private" in form["Cache-Control"]
    assert not form.has_header("ETag")
    action = f"/_util/authenticate_with_password/{fiche.view_restrictions.get().pk}/{fiche.pk}/"
    client.post(action, {"password": "ouvre", "return_url": fiche.url})
    page = client.get(fiche.url)
    assert fiche.title in page.content.decode()
    assert "private" in page["Cache-Control"]
    assert not page.has_header("ETag")


def test_a_page_for_members_has_no_validator(client, fiche):
    PageViewRestriction.objects.create(page=fiche, restriction_type="login")
    response = client.get(fiche.url)
    assert response.status_code == 302
    assert "private" in response["Cache-Control"]
    assert not response.has_header("ETag")


def test_a_draft_and_an_absent_page_have_no_validator(client, fiche):
    fiche.unpublish()
    for response in (client.get(fiche.url), client.get("/absente/")):
        assert response.status_code == 404
        assert response["Cache-Control"] == "no-cache"
        assert not response.has_header("ETag")


def test_a_preview_has_no_validator(fiche):
    response = fiche.make_preview_request()
    assert response.status_code == 200
    assert "private" in response["Cache-Control"]
    assert not response.has_header("ETag")


def test_the_admin_has_no_validator(client, home):
    response = client.get("/admin/login/")
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert not response.has_header("ETag")


def test_a_post_is_never_confirmed(client, fiche, validator_of):
    response = client.post(fiche.url, headers={"If-None-Match": validator_of(fiche.url)})
    assert response.status_code != 304
    assert not response.has_header("ETag")


@with_views_of_this_module
@pytest.mark.parametrize(
    ("address", "cache_control"),
    [
        ("/degraded/", "no-store"),
        ("/degraded-in-part/", "no-cache"),
        ("/form/", PERSONAL),
        ("/cookie/", PERSONAL),
        ("/json/", "no-cache"),
        ("/language/", "no-cache"),
    ],
)
def test_an_answer_that_depends_on_more_has_no_validator(client, home, address, cache_control):
    response = client.get(address, headers={"If-None-Match": "*"})
    assert response.status_code == 200
    assert response["Cache-Control"] == cache_control
    assert not response.has_header("ETag")


@with_views_of_this_module
def test_a_part_of_a_page_has_a_validator_of_its_own(client, home, validator_of):
    whole = validator_of("/fragment/")
    part = client.get("/fragment/", headers={"HX-Request": "true", "If-None-Match": whole})
    assert part.status_code == 200
    assert part["ETag"] != whole


@with_views_of_this_module
def test_a_validator_of_the_view_is_kept(client, home):
    assert client.get("/own/")["ETag"] == '"a"'


@with_views_of_this_module
def test_a_view_of_ours_has_a_validator_as_a_page_has(client, home):
    assert client.get("/plain/")["Cache-Control"] == SHARED


def test_sitemap_and_robots_have_a_validator(client, fiche):
    for address in ("/sitemap.xml", "/robots.txt"):
        etag = client.get(address)["ETag"]
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 304


def test_a_landscape_is_kept_for_good(client, home):
    response = client.get("/illustrations/une-fiche.svg")
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    headers = {"If-None-Match": response["ETag"]}
    assert client.get("/illustrations/une-fiche.svg", headers=headers).status_code == 304


def test_a_file_asks_nothing_of_the_database(client, home):
    with CaptureQueriesContext(connection) as queries:
        client.get("/illustrations/une-fiche.svg")
    assert len(queries) == 0


def test_where_nobody_watches_pages_are_sent_each_time(client, fiche):
    ContentVersion.objects.update(token="")
    response = client.get(fiche.url)
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-cache"
    assert not response.has_header("ETag")


def test_an_unknown_host_is_refused(client, fiche):
    assert client.get(fiche.url, headers={"host": "ailleurs.example"}).status_code == 400


def test_the_reloading_server_gives_no_validator():
    with override_settings(DEBUG=True), pytest.raises(MiddlewareNotUsed):
        FreshnessMiddleware(lambda request: HttpResponse())


def test_what_another_process_did_to_the_sites_is_seen(fiche):
    roots = SiteRoots()
    roots.follow("one")
    before = Site.get_site_root_paths()
    Site.objects.update(hostname="ailleurs.example")
    assert Site.get_site_root_paths() == before
    roots.follow("two")
    assert Site.get_site_root_paths() != before
