"""One stylesheet says what differs, at an address that moves with it."""

import pytest
from django.core.checks import run_checks
from django.template import Context, Template
from wagtail.models import Site

from hub.content.models import SiteIdentity, SiteTheme
from hub.content.surroundings import surroundings
from hub.content.theming.own_sheet import MAX_SHEET_SIZE
from hub.content.theming.tokens import DARK, LIGHT
from tests import factories
from tests.hub.content.theming.woff2 import upload, woff2

pytestmark = pytest.mark.django_db
HEAD = Template(
    "{% load theme_tags %}{% theme_stylesheet as css %}{% theme_colours as colours %}"
    "{% theme_icon as icon %}{% theme_title_font as font %}"
    "{{ css }} {{ icon }} {{ colours.light }} {{ colours.dark }} {{ font }}"
)


@pytest.fixture
def own_sheet(settings, tmp_path):
    settings.HUB_STYLESHEET = tmp_path / "theme.css"
    return settings.HUB_STYLESHEET


def themed(home, **chosen):
    return SiteTheme.objects.create(site=home.get_site(), **chosen)


def tag(rf, name):
    loaded = "{% load theme_tags %}{% NAME as x %}{{ x }}".replace("NAME", name)
    return Template(loaded).render(Context({"request": rf.get("/")}))


def sheet(client, rf):
    return client.get(tag(rf, "theme_stylesheet")).content.decode()


def test_an_untouched_theme_has_no_stylesheet(rf, home):
    assert tag(rf, "theme_stylesheet") == ""
    theme = themed(home)
    assert tag(rf, "theme_stylesheet") == ""
    theme.main_colour = "#0057b8"
    theme.save()
    assert tag(rf, "theme_stylesheet") != ""


def test_a_site_without_an_address_of_its_own_has_no_theme(rf, db):
    Site.objects.all().delete()
    assert tag(rf, "theme_stylesheet") == ""


def test_only_what_differs_is_written(client, rf, home):
    themed(home, main_colour="#0057b8", radius="adoucis", text_font="ancienne")
    text = sheet(client, rf)
    assert text.startswith("@layer tokens{:root{")
    assert "--accent:light-dark(#0057b8,#" in text
    assert "--radius:6px" in text
    assert '--text:"Iowan Old Style"' in text
    assert "--place" not in text
    assert "--display" not in text
    assert "@font-face" not in text


def test_a_stylesheet_is_kept_a_year_and_allowed_by_the_policy(client, rf, home):
    themed(home, ground_colour="#f4f8ff")
    response = client.get(tag(rf, "theme_stylesheet"))
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in response["Cache-Control"]
    assert "style-src 'self';" in response["Content-Security-Policy"] + ";"
    assert response.cookies == {}


def test_an_older_address_gives_the_stylesheet_of_today_for_a_minute(client, rf, home):
    theme = themed(home, main_colour="#0057b8")
    older = tag(rf, "theme_stylesheet")
    theme.main_colour = "#7a1fa2"
    theme.save()
    response = client.get(older)
    assert b"#7a1fa2" in response.content
    assert response["Cache-Control"] == "public, max-age=60"


def test_an_older_address_is_an_empty_stylesheet_once_the_theme_is_gone(client, rf, home):
    theme = themed(home, main_colour="#0057b8")
    older = tag(rf, "theme_stylesheet")
    theme.delete()
    response = client.get(older)
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize("path", ["x.css", "../secret_key", "0" * 19 + ".css", "A" * 20 + ".css"])
def test_any_other_address_is_not_found(client, home, path):
    assert client.get(f"/apparence/{path}").status_code == 404


def test_a_font_of_the_programme_is_used_when_it_is_chosen(client, rf, home):
    theme = themed(home, title_font="propre", title_font_file=upload(woff2(fill=b"d")))
    text = sheet(client, rf)
    assert f'src:url({theme.title_font_file.url}) format("woff2")' in text
    assert '--display:"Titres du programme"' in text
    assert tag(rf, "theme_title_font") == theme.title_font_file.url
    theme.title_font = "bricolage"
    theme.save()
    assert tag(rf, "theme_stylesheet") == ""


@pytest.mark.parametrize(
    ("chosen", "file"),
    [
        ("bricolage", "/static/site/fonts/bricolage-grotesque.woff2"),
        ("source-sans", "/static/site/fonts/source-sans-3.woff2"),
        ("systeme", ""),
        ("propre", ""),
    ],
)
def test_the_file_that_draws_titles_is_known(rf, home, chosen, file):
    themed(home, title_font=chosen)
    assert tag(rf, "theme_title_font") == file


def test_the_frame_asks_one_question_for_the_whole_look(rf, home, django_assert_num_queries):
    themed(home, main_colour="#0057b8")
    request = rf.get("/")
    assert surroundings(request).identity.icon is None
    with django_assert_num_queries(1):
        HEAD.render(Context({"request": request}))


def test_the_browsers_frame_and_the_icon_take_the_colours(client, rf, home):
    colours = "{% load theme_tags %}{% theme_colours as c %}{{ c.light }} {{ c.dark }}"
    plain = Template(colours).render(Context({"request": rf.get("/")}))
    assert plain == f"{LIGHT['paper']} {DARK['paper']}"
    assert tag(rf, "theme_icon") == "/static/site/favicon.svg"
    themed(home, main_colour="#0057b8", ground_colour="#f4f8ff")
    coloured = Template(colours).render(Context({"request": rf.get("/")}))
    assert coloured.startswith("#f4f8ff #")
    icon = client.get(tag(rf, "theme_icon"))
    assert icon["Content-Type"] == "image/svg+xml"
    assert b'fill="#0057b8"' in icon.content
    assert icon["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"


def test_the_old_address_of_the_icon_leads_to_the_icon_in_its_colours(client, home):
    assert client.get("/favicon.ico")["Location"] == "/static/site/favicon.svg"
    themed(home, main_colour="#0057b8")
    assert client.get("/favicon.ico")["Location"] == "/apparence/icone-0057b8-e9b23b.svg"


def test_the_icon_that_a_programme_chose_goes_before_the_pin(client, rf, home):
    themed(home, main_colour="#0057b8")
    chosen = factories.ImageFactory(file__width=256, file__height=256)
    SiteIdentity.objects.update_or_create(site=home.get_site(), defaults={"icon": chosen})
    address = tag(rf, "theme_icon")
    assert address == chosen.get_rendition("fill-192x192|format-png").url
    assert client.get("/favicon.ico")["Location"] == address


@pytest.mark.parametrize("value", ["red;}body{", "</style>", "url(//evil)", "#8a1f4"])
def test_a_row_written_by_other_means_cannot_hold_a_poison(home, value):
    with pytest.raises(ValueError):
        themed(home, main_colour=value)


def test_a_row_forged_in_the_database_writes_no_poison(client, rf, home):
    theme = themed(home, main_colour="#0057b8")
    poison = {"accent": "red;}body{", "place": "#111111"}
    SiteTheme.objects.filter(pk=theme.pk).update(
        palette={"light": poison, "dark": poison}, title_font="x", radius="1px;}a{"
    )
    assert sheet(client, rf) == "@layer tokens{:root{--place:#111111}}\n"


def test_the_file_of_the_operator_comes_last_and_moves_the_address(client, rf, home, own_sheet):
    own_sheet.write_text(":root { --accent: #123456; }", encoding="utf-8")
    first = tag(rf, "theme_stylesheet")
    assert sheet(client, rf) == ":root { --accent: #123456; }"
    own_sheet.write_text(":root { --accent: #654321; --x: 1; }", encoding="utf-8")
    assert tag(rf, "theme_stylesheet") not in {"", first}
    themed(home, radius="droits")
    assert sheet(client, rf).endswith("}}\n:root { --accent: #654321; --x: 1; }")


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"\xff\xfe\x00a{}", "not UTF-8"), (b"/" * (MAX_SHEET_SIZE + 1), "more than 200 kB")],
)
def test_a_file_that_cannot_be_used_is_left_out_and_said(rf, home, own_sheet, content, reason):
    own_sheet.write_bytes(content)
    assert tag(rf, "theme_stylesheet") == ""
    (warning,) = [message for message in run_checks() if message.id == "hub.W110"]
    assert reason in warning.msg


def test_a_folder_in_place_of_the_file_is_left_out_and_said(rf, home, own_sheet):
    own_sheet.mkdir()
    assert tag(rf, "theme_stylesheet") == ""
    assert "hub.W110" in {message.id for message in run_checks()}


def test_nothing_is_said_without_a_file(own_sheet):
    assert "hub.W110" not in {message.id for message in run_checks()}
