"""Every block of the domain previews, renders and has an API form; people are protected."""

import datetime
import re
from types import SimpleNamespace
from typing import Any

import pytest
from wagtail.blocks import Block
from wagtail.models import Site

from hub.content.blocks.stream import StreamBlock
from hub.content.blocks.testing import api_form, preview_of, walk
from hub.content.models import SiteIdentity
from initiatives.blocks import (
    ContactBlock,
    FicheBlocks,
    GuidedSectionBlock,
    PublicationBlocks,
    ReportBlocks,
    StoryBlocks,
)
from initiatives.models import ContactPerson
from tests import factories

pytestmark = pytest.mark.django_db

GUIDED = ("need", "approach", "results", "conditions", "cost")
COMPOSITIONS = (FicheBlocks(), StoryBlocks(), ReportBlocks(), PublicationBlocks())
OFFERED = [
    pytest.param(block, id=f"{type(composition).__name__}.{path}")
    for composition in COMPOSITIONS
    for path, block in walk(composition)
    if "." not in path
]


def person(**fields: Any) -> ContactPerson:
    today = datetime.date.today()
    consent = {
        "is_public": True,
        "consent_given_on": today - datetime.timedelta(days=30),
        "consent_proof": "courriel",
        "expires_on": today + datetime.timedelta(days=30),
    }
    named = {"name": "Camille Exemple", "email": "camille@example.org", "phone": "00 00 00 00 01"}
    return ContactPerson.objects.create(**named | consent | fields)


@pytest.mark.parametrize("block", OFFERED)
def test_a_block_previews_in_the_look_of_the_site(block: Block) -> None:
    page = preview_of(block)
    assert "site/site.css" in page
    assert re.sub(r"<[^>]+>|\s", "", page.split('<main class="prose">')[1])


@pytest.mark.parametrize("block", OFFERED)
def test_a_block_is_described_to_the_editor(block: Block) -> None:
    assert block.meta.label
    assert block.get_description()
    assert block.meta.group
    assert block.is_previewable


def test_every_stream_preserves_what_it_does_not_know() -> None:
    assert all(isinstance(composition, StreamBlock) for composition in COMPOSITIONS)


@pytest.mark.parametrize("name", GUIDED)
def test_a_guided_section_guides_and_has_its_own_heading(name: str) -> None:
    block = FicheBlocks().child_blocks[name]
    assert isinstance(block, GuidedSectionBlock)
    assert "?" in block.field.help_text
    html = block.render(block.normalize("<p>Un texte.</p>"))
    assert f'<h2 class="guided-section__title">{block.label}</h2>' in html
    assert "h2" not in block.features


@pytest.mark.parametrize("name", GUIDED)
def test_a_fiche_answers_each_question_once(name: str) -> None:
    twice = [{"type": name, "value": "<p>a</p>"}] * 2
    fiche = FicheBlocks()
    with pytest.raises(Exception, match="StreamBlock") as refused:
        fiche.clean(fiche.to_python(twice))
    assert fiche.child_blocks[name].label in str(refused.value.non_block_errors)


def test_a_person_who_agreed_is_shown() -> None:
    html = ContactBlock().render(person())
    assert "Camille Exemple" in html
    assert 'href="mailto:camille@example.org"' in html


@pytest.mark.parametrize(
    "state",
    [
        {"is_public": False},
        {"consent_given_on": None},
        {"expires_on": None},
        {"expires_on": datetime.date(2020, 1, 1)},
    ],
    ids=["not public", "no consent", "no term", "expired"],
)
def test_a_person_who_may_not_be_shown_is_replaced_by_the_programme(state: dict[str, Any]) -> None:
    identity = SimpleNamespace(contact_email="programme@example.org")
    html = ContactBlock().render(person(**state), {"identity": identity})
    assert "Être mis en relation" in html
    assert 'href="mailto:programme@example.org"' in html
    for trace in ("Camille", "camille", "00 00"):
        assert trace not in html


def test_without_a_person_nor_an_address_the_offer_stands_all_the_same() -> None:
    html = ContactBlock().render(None)
    assert "Être mis en relation" in html
    assert "mailto" not in html


def test_the_api_never_gives_a_person() -> None:
    alone = {"contact": "programme", "page": None, "email": ""}
    assert api_form(ContactBlock(), person()) == alone


def test_the_api_gives_how_to_reach_the_programme() -> None:
    page = factories.StandardPageFactory(title="Nous écrire")
    site = Site.objects.get()
    identity = SiteIdentity(site=site, contact_email="bonjour@example.org", contact_page=page)
    identity.save()
    given = api_form(ContactBlock(), person())
    assert (given["page"]["title"], given["email"]) == ("Nous écrire", "bonjour@example.org")
    assert "amille" not in str(given)
    page.unpublish()
    assert api_form(ContactBlock(), None)["page"] is None


def test_a_page_stores_only_a_reference_to_a_person() -> None:
    stories = StoryBlocks()
    someone = person()
    stream = stories.to_python([{"type": "contact", "value": someone.pk, "id": "a"}])
    assert list(stream)
    assert stories.get_prep_value(stream)[0]["value"] == someone.pk
    assert stories.get_searchable_content(stream) == []
