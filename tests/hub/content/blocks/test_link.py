"""Links lead somewhere safe, and say where."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from hub.content.blocks.link import LinkBlock
from hub.content.blocks.testing import api_form
from hub.content.blocks.web_address import WebAddressBlock
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


def link(**given: Any) -> Any:
    block = LinkBlock()
    return block, block.normalize({"label": "Lire le bilan", **given})


def refusal(**given: Any) -> str:
    block, value = link(**given)
    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    return str({name: error.messages for name, error in refused.value.block_errors.items()})


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>",
        "ftp://exemple.fr/",
        "/une/page",
        "../page",
        "n’importe quoi",
        "https://",
    ],
)
def test_an_address_that_is_not_a_complete_web_address_is_refused(address: str) -> None:
    assert "adresse complète" in refusal(url=address)


@pytest.mark.parametrize("address", ["https://exemple.fr/page?x=1#y", "http://exemple.fr"])
def test_a_complete_web_address_is_kept(address: str) -> None:
    block, value = link(url=address)
    assert block.clean(value).address == address


def test_an_address_that_an_import_forged_does_not_become_a_link() -> None:
    assert WebAddressBlock().to_python("javascript:alert(1)") == ""
    value = LinkBlock().to_python({"label": "Voir le film", "url": " javascript:alert(1)"})
    assert value.address == ""
    assert "<a" not in LinkBlock().render(value)


@pytest.mark.parametrize("label", ["Cliquez ici", "ICI", "« cliquez ici ! »", "En savoir plus…"])
def test_a_label_that_says_nothing_is_refused(label: str) -> None:
    assert "ne dit pas où mène le lien" in refusal(label=label, url="https://exemple.fr/")


def test_a_link_has_one_target() -> None:
    assert "Choisissez une page" in refusal()
    both = refusal(url="https://exemple.fr/", email="a@exemple.fr")
    assert "une seule destination" in both


def test_a_draft_may_have_no_target_and_no_label() -> None:
    block, value = link(label="")
    assert block.clean_deferred(value).address == ""


def test_a_draft_refuses_a_script_all_the_same() -> None:
    block, value = link(url="javascript:alert(1)")
    with pytest.raises(ValidationError):
        block.clean_deferred(value)


def test_an_e_mail_address_becomes_a_mailto_link() -> None:
    block, value = link(email="a@exemple.fr")
    assert 'href="mailto:a@exemple.fr"' in block.render(value)


def test_a_page_is_linked_by_its_path_on_the_site() -> None:
    page = StandardPageFactory(title="Le bilan")
    block, value = link(page=page)
    form = api_form(block, value)
    assert (form["label"], form["url"]) == ("Lire le bilan", "http://localhost/le-bilan/")
    assert form["page"]["id"] == str(page.uid)
    assert form["page"]["path"] == "/le-bilan/"


def test_a_draft_page_is_neither_linked_nor_told_by_the_api() -> None:
    block, value = link(page=StandardPageFactory(live=False))
    assert block.render(value).strip() == ""
    assert api_form(block, value) is None


def test_a_private_page_is_neither_linked_nor_told_by_the_api() -> None:
    page = StandardPageFactory()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    block = LinkBlock()
    (value,) = block.bulk_to_python([{"label": "Lire le bilan", "page": page.pk}])
    assert block.render(value).strip() == ""
    assert api_form(block, value) is None


def test_a_page_that_is_gone_is_no_link() -> None:
    value = LinkBlock().to_python({"label": "Lire le bilan", "page": 999_999})
    assert value.address == ""
