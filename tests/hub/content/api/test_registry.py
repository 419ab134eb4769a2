"""How page types are declared to the API."""

import pytest

from hub.content.api.registry import PageResource, register_page, resource_of
from hub.content.api.schemas import PageJson


@pytest.fixture
def declared(monkeypatch):
    monkeypatch.setattr("hub.content.api.registry._declared", {})
    register_page(PageResource("fruit", "garden.FruitPage"))


def test_a_declared_type_is_found_by_its_model_in_any_case(declared):
    assert resource_of("Garden.fruitpage").name == "fruit"


def test_a_type_that_nobody_declared_gives_what_every_page_does(declared):
    found = resource_of("garden.TreePage")

    assert (found.name, found.schema, found.collection) == ("garden.treepage", PageJson, "pages")


@pytest.mark.parametrize(
    "twice", [PageResource("fruit", "garden.Other"), PageResource("other", "garden.fruitPAGE")]
)
def test_a_name_or_a_model_is_declared_once(declared, twice):
    with pytest.raises(ValueError, match="already"):
        register_page(twice)
