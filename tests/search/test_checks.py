"""A page type is searched or said not to be; what a declaration names exists."""

from dataclasses import replace

import pytest

from search import checks
from search.registry import Registry, registry


@pytest.fixture
def declared(monkeypatch):
    """Return a way to check another registry."""

    def check(documents=None, excluded=()):
        other = Registry()
        every = list(registry.documents.values()) if documents is None else documents
        other.register(documents=[one for one in every if "_" not in one.name], excluded=excluded)
        monkeypatch.setattr(checks, "registry", other)
        found = [
            *checks.check_every_page_type_is_decided(),
            *checks.check_declarations(),
        ]
        return [(one.id, f"{one.obj or ''} {one.msg}") for one in found]

    return check


def test_every_page_type_of_ours_is_decided():
    assert checks.check_every_page_type_is_decided() == []
    assert checks.check_declarations() == []


def test_a_page_type_that_nobody_decided_upon_is_refused(declared):
    excluded = registry.excluded - {"home.homepage"}
    ((number, sentence),) = declared(excluded=excluded)
    assert number == "search.E001"
    assert "HomePage" in sentence
    assert "neither declared nor excluded" in sentence


def test_a_page_type_is_not_both(declared):
    ((number, sentence),) = declared(excluded=[*registry.excluded, "home.ThemePage"])
    assert number == "search.E001"
    assert "both declared and excluded" in sentence


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"card": "search/cards/none.html"}, "is no template"),
        ({"depends_on": {"initiatives.Nothing": list}}, "depends on 'initiatives.Nothing'"),
        ({"depends_on": {"initiatives.term": list}}, "depends on 'initiatives.term'"),
        ({"name": "x" * 61}, "more than 60 characters"),
    ],
)
def test_a_declaration_that_names_what_does_not_exist_is_refused(declared, changes, told):
    every = list(registry.documents.values())
    faulty = [*every[:-1], replace(every[-1], **changes)]
    ((number, sentence),) = declared(faulty, registry.excluded)
    assert number == "search.E002"
    assert told in sentence


def test_a_document_of_what_is_no_page_type_is_refused(declared):
    every = list(registry.documents.values())
    other = replace(every[-1], name="terme", model="initiatives.Term")
    ((number, sentence),) = declared([*every, other], registry.excluded)
    assert number == "search.E002"
    assert "is no page type" in sentence


def test_what_is_excluded_exists(declared):
    ((number, sentence),) = declared(excluded=[*registry.excluded, "home.Nothing"])
    assert number == "search.E002"
    assert "home.nothing" in sentence
