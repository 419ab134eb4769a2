"""The admin speaks French, and the French of its editors: no word of the framework."""

import gettext
import json
import re
from pathlib import Path

import pytest
import wagtail
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as translated, ngettext, pgettext
from wagtail.models import Collection, Page, Site

from hub import editing
from hub.content.models import SiteIdentity
from hub.editing.roles import Role
from initiatives.listings.group import ContentViewSetGroup
from initiatives.viewsets import DomainViewSetGroup
from tests import factories
from tests.page_types import PAGE_TYPES

pytestmark = pytest.mark.django_db
JARGON = re.compile(
    r"\b(wagtail|slugs?|snippets?|fragments?|streamfields?|workflows?|hooks?|promote|embeds?|"
    r"renditions?|viewsets?)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(the|and|with|your|you|this|that|from|edit|add|delete|search|settings|choose|upload|"
    r"username|password|sign in|log ?out|save|draft|publish|published|unpublish|toggle|preview|"
    r"filters?|apply|clear|please|view|history|usage|shortcuts?|content|click|select|new|show|hide|"
    r"item|items|title|untitled|loading|error|close|open|more|less|next|previous|first|last|none)\b",
    re.IGNORECASE,
)
NOT_SHOWN = ("script", "style", "template", "svg", "code", "noscript")
SPOKEN = ("aria-label", "placeholder", "title", "alt")
# Templates of Wagtail, copied because they have no block to fill: what they say there, and here.
REWORDED = {
    "header.html": ('value="Search"', 'value="Rechercher"'),
    "formatted_field.html": ("{{ help_text }}", "{{ help_text|french }}"),
    "user_avatar.html": ("{{ user }}", '{{ user|default:"inconnu" }}'),
}
# Apps of Wagtail that the hub does not install, or whose screens its editors never open.
UNUSED = {"styleguide", "simple_translation", "search_promotions", "forms", "modeladmin"}
MARKUP = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]+\}|<[^>]*>")


def catalogues():
    """The French catalogues of Wagtail, as it ships them."""
    folder = Path(wagtail.__file__).parent
    paths = sorted(folder.glob("**/locale/fr/LC_MESSAGES/django.mo"))
    return [path for path in paths if path.parents[3].name not in UNUSED]


def as_shown(key):
    """Return a message of a catalogue as the admin shows it."""
    if isinstance(key, tuple):
        return ngettext(key[0], key[0], key[1] + 1)
    context, found, message = key.partition("\x04")
    return pgettext(context, message) if found else translated(key)


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parents[3].name)
def test_no_message_of_wagtail_speaks_of_the_framework(path):
    """Those that do are reworded in hub/locale."""
    with path.open("rb") as file:
        keys = [key for key in gettext.GNUTranslations(file)._catalog if key]
    shown = {key: MARKUP.sub("", as_shown(key)) for key in keys}
    assert {key: text for key, text in shown.items() if JARGON.search(text)} == {}


def words_of(html):
    """Return the texts that a page shows or has read aloud."""
    page = BeautifulSoup(html, "html.parser")
    for one in [*page(NOT_SHOWN), *page(hidden=True)]:
        one.decompose()
    spoken = [one[name] for name in SPOKEN for one in page.find_all(attrs={name: True})]
    buttons = [one.get("value", "") for one in page.find_all("input", type="submit")]
    return [*page.stripped_strings, *spoken, *buttons]


@pytest.fixture
def sign_in(client, home, django_user_model):
    """Sign in as somebody of a role."""

    def as_one_of(role):
        user = django_user_model.objects.create_user("camille", "c@exemple.fr", "x" * 12)
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return user

    return as_one_of


def screens():
    """The screens of the admin that editors open, each in every type of page where it counts."""
    Page.objects.get(title="Welcome to your new Wagtail site!").delete()
    pages = {name: make() for name, (make, _) in PAGE_TYPES.items()}
    fiche, index = pages["InitiativePage"], pages["InitiativeIndexPage"]
    image = factories.ImageFactory(collection=Collection.get_first_root_node())
    document = factories.DocumentFactory()
    fiche.title = "Un autre titre"
    fiche.save_revision()
    edit = {f"edit {name}": ("wagtailadmin_pages:edit", page.pk) for name, page in pages.items()}
    of_fiche = ("copy", "move", "delete", "unpublish", "history", "usage")
    actions = {name: (f"wagtailadmin_pages:{name}", fiche.pk) for name in of_fiche}
    lists = {one.name: (f"{one.name}:index",) for one in ContentViewSetGroup.items}
    return (
        edit
        | actions
        | lists
        | {
            "home": ("wagtailadmin_home",),
            "explorer": ("wagtailadmin_explore", index.pk),
            "search": ("wagtailadmin_pages:search",),
            "add below": ("wagtailadmin_pages:add_subpage", pages["HomePage"].pk),
            "add": ("wagtailadmin_pages:add", "initiatives", "initiativepage", index.pk),
            "account": ("wagtailadmin_account",),
            "images": ("wagtailimages:index",),
            "image": ("wagtailimages:edit", image.pk),
            "add images": ("wagtailimages:add_multiple",),
            "documents": ("wagtaildocs:index",),
            "document": ("wagtaildocs:edit", document.pk),
            "add documents": ("wagtaildocs:add_multiple",),
            "preview links": ("preview_links", fiche.pk),
            "choose an image": ("wagtailimages_chooser:choose",),
            "choose a document": ("wagtaildocs_chooser:choose",),
            "choose a page": ("wagtailadmin_choose_page",),
            "link": ("wagtailadmin_choose_page_external_link",),
            "video": ("wagtailembeds:chooser",),
        }
    )


def html_of(response):
    """Return the markup of a page, or of the window that a chooser opens."""
    if response["Content-Type"].startswith("application/json"):
        return response.json().get("html", "")
    return response.content.decode()


def screens_of_references():
    """The lists and forms of what is not a page, and the settings of the site."""
    of_snippets = {
        f"{view} {viewset.model.__name__}": (viewset.model.snippet_viewset.get_url_name(view),)
        for viewset in DomainViewSetGroup.items
        for view in ("list", "add")
    }
    return of_snippets | {
        "identity": ("wagtailsettings:edit", "content", "siteidentity"),
        "look": ("wagtailsettings:edit", "content", "sitetheme"),
        "statement": ("wagtailsettings:edit", "content", "accessibilitystatement"),
        "users": ("wagtailusers_users:index",),
        "add a user": ("wagtailusers_users:add",),
        "pages by age": ("wagtailadmin_reports:aging_pages",),
        "collections": ("wagtailadmin_collections:index",),
        "redirects": ("wagtailredirects:index",),
        "add a redirect": ("wagtailredirects:add",),
        "trash": ("trash",),
        "year": ("bilan",),
    }


def wrong_words(client, found_at):
    """Return the texts of these screens that are not in plain French, with the screen of each."""
    wrong = set()
    for name, (address, *args) in found_at.items():
        response = client.get(reverse(address, args=args), follow=True)
        assert response.status_code == 200, name
        assert (reverse("wagtailadmin_home"), 302) not in response.redirect_chain, name
        texts = words_of(html_of(response))
        wrong |= {(name, one) for one in texts if JARGON.search(one) or ENGLISH.search(one)}
    return wrong


def test_the_screens_of_who_writes_are_in_plain_french(client, sign_in):
    sign_in(Role.WRITING)
    assert wrong_words(client, screens()) == set()


def test_the_screens_of_who_administers_are_in_plain_french(client, sign_in):
    sign_in(Role.ADMINISTRATION)
    assert wrong_words(client, screens_of_references()) == set()


def test_the_screens_of_groups_are_in_plain_french(admin_client, home):
    writing = Group.objects.get(name=Role.WRITING)
    found_at = {
        "groups": ("wagtailusers_groups:index",),
        "a group": ("wagtailusers_groups:edit", writing.pk),
        "add a group": ("wagtailusers_groups:add",),
    }
    assert wrong_words(admin_client, found_at) == set()


def test_a_report_on_a_page_that_nobody_is_known_to_have_published_says_so(client, sign_in):
    sign_in(Role.ADMINISTRATION)
    factories.StandardPageFactory(title="Ancienne", last_published_at=timezone.now())
    html = client.get(reverse("wagtailadmin_reports:aging_pages")).content
    row = (
        BeautifulSoup(html, "html.parser")
        .find("a", string=re.compile("Ancienne"))
        .find_parent("tr")
    )
    assert "inconnu" in row.get_text()
    assert "None" not in row.get_text()


def test_the_menu_names_no_version(client, sign_in):
    sign_in(Role.ADMINISTRATION)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Paramètres" in json.loads('"' + re.search(r'"label": "(Param[^"]*)"', html)[1] + '"')
    assert "Wagtail v" not in html


@pytest.mark.parametrize("name", REWORDED)
def test_a_copied_template_differs_from_that_of_wagtail_by_its_words(name):
    """What Wagtail changes there in a later version is to be copied again."""
    path = Path("admin", "templates", "wagtailadmin", "shared", name)
    theirs = (Path(wagtail.__file__).parent / path).read_text()
    ours = (Path(editing.__file__).parent / Path(*path.parts[1:])).read_text()
    assert ours == theirs.replace(*REWORDED[name])


@pytest.mark.parametrize(
    "address",
    ["wagtailadmin_login", "wagtailadmin_password_reset", "wagtailadmin_password_reset_done"],
)
def test_the_pages_before_the_sign_in_are_in_plain_french(client, home, address):
    texts = words_of(client.get(reverse(address)).content)
    assert [one for one in texts if JARGON.search(one) or ENGLISH.search(one)] == []


def test_the_log_in_and_the_admin_wear_the_name_of_the_programme(client, sign_in):
    sign_in(Role.WRITING)
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    identity.name = "Rallye du Haut-Doubs"
    identity.save()
    inside = client.get(reverse("wagtailadmin_home")).content.decode()
    lost = client.get("/admin/rien/du/tout/")
    client.logout()
    outside = client.get(reverse("wagtailadmin_login")).content.decode()
    assert lost.status_code == 404
    for html in (inside, outside, lost.content.decode()):
        assert "Rallye du Haut-Doubs" in html
        assert "Wagtail" not in " ".join(words_of(html))
