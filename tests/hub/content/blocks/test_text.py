"""Texts, quotes and figures: what is shown and what the API gives."""

import pytest
from wagtail.rich_text import RichText

from hub.content.api.registry import resource_of
from hub.content.blocks.key_figure import KeyFigureBlock
from hub.content.blocks.quote import QuoteBlock
from hub.content.blocks.struct import StructBlock
from hub.content.blocks.testing import api_form
from hub.content.blocks.text import ProseBlock
from tests.factories import StandardPageFactory


@pytest.mark.django_db
def test_the_api_gives_the_address_of_a_linked_page_not_its_key() -> None:
    page = StandardPageFactory(title="Bilan")
    text = RichText(f'<p><a linktype="page" id="{page.pk}">Lire</a></p>')
    kind = resource_of(page._meta.label).name
    assert api_form(ProseBlock(), text) == (
        f'<p><a href="http://localhost/bilan/" data-type="{kind}" '
        f'data-id="{page.uid}" data-path="/bilan/">Lire</a></p>'
    )


def test_an_empty_text_has_an_empty_api_form() -> None:
    assert api_form(ProseBlock(), ProseBlock().get_default()) == ""


def test_a_quote_is_put_between_french_marks_and_attributed() -> None:
    html = QuoteBlock().render(
        QuoteBlock().normalize({"text": "Nous avons osé.", "author": "Une salariée"})
    )
    assert "«&nbsp;Nous avons osé.&nbsp;»" in html
    assert "Une salariée" in html
    assert "<a " not in html


def test_the_source_of_a_quote_is_linked() -> None:
    source = {"source_name": "Le Carnet", "source_url": "https://exemple.fr/carnet"}
    html = QuoteBlock().render(QuoteBlock().normalize({"text": "Oui.", **source}))
    assert (
        '<a class="quote__source" href="https://exemple.fr/carnet"><cite>Le Carnet</cite>' in html
    )


def test_a_forged_source_is_not_linked() -> None:
    value = QuoteBlock().to_python({"text": "Oui.", "source_url": "javascript:alert(1)"})
    assert "javascript" not in QuoteBlock().render(value)


def test_a_figure_is_bound_to_its_unit_and_its_source() -> None:
    html = KeyFigureBlock().render(
        KeyFigureBlock().normalize(
            {"value": "12", "unit": "%", "label": "d’absences", "date": "2023", "source": "Aract"}
        )
    )
    assert "12&nbsp;<small>%</small>" in html
    assert "2023, Aract" in " ".join(html.split())


def test_a_partial_value_is_completed_by_the_defaults() -> None:
    value = KeyFigureBlock().normalize({"value": "3"})
    assert isinstance(KeyFigureBlock(), StructBlock)
    assert value["unit"] == value["source"] == ""
