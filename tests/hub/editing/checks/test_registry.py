"""Rules are declared once, and hold for the pages that they name."""

import pytest

from home.models import HomePage, StandardPage
from hub.content.checks import hub_page_models
from hub.content.models import BasePage
from hub.editing.checks.check import ContentCheck, Place
from hub.editing.checks.registry import Registry, content_checks

EVERYWHERE = {"description", "liens", "phrases", "intertitres", "credits"}


def rule(slug="regle", model=BasePage, order=10, found=(), **options):
    words = ("Titre", "Pourquoi.", "Comment.")
    return ContentCheck(slug, *words, lambda reading: found, model, order, **options)


def test_rules_that_forbid_come_first_then_by_order():
    registry = Registry()
    registry.register(rule("b", order=2), rule("a", order=1), rule("c", order=3, forbids=True))
    assert [one.slug for one in registry.checks(StandardPage)] == ["c", "a", "b"]


def test_a_rule_holds_for_its_type_alone():
    registry = Registry()
    registry.register(rule(model=HomePage))
    assert registry.checks(StandardPage) == []


def test_only_rules_that_are_not_kept_are_found(db):
    registry = Registry()
    place = Place("Titre", ("title",))
    registry.register(rule("a", found=[place]), rule("b"))
    [finding] = registry.findings(StandardPage(title="Une page"))
    assert (finding.check.slug, finding.places) == ("a", [place])


def test_a_slug_in_use_and_a_late_rule_are_refused():
    registry = Registry()
    registry.register(rule())
    with pytest.raises(ValueError, match="already"):
        registry.register(rule())
    registry.checks(StandardPage)
    with pytest.raises(RuntimeError, match="closed"):
        registry.register(rule("autre"))


@pytest.mark.parametrize("model", hub_page_models(), ids=lambda model: model.__name__)
def test_every_type_of_page_has_rules_each_saying_why_and_how(model):
    held = content_checks.checks(model)
    assert {one.slug for one in held} >= EVERYWHERE
    for check in held:
        for sentence in (check.why, check.how):
            assert sentence.endswith(".")
            assert len(sentence) > 30
