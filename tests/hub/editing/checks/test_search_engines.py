"""The description that search engines show."""

from hub.editing.checks.search_engines import cut_description, no_description


def test_a_page_without_description_is_told(page, words):
    assert words(no_description, page()) == ["Description pour les moteurs de recherche"]
    assert words(no_description, page(search_description="Une phrase.")) == []


def test_a_description_that_would_be_cut_is_told(page, words):
    assert words(cut_description, page(search_description="a" * 161)) == ["161 caractères"]
    assert words(cut_description, page(search_description="a" * 160)) == []
