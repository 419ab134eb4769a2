"""The keeper of unknown content."""

from hub.content.blocks.unavailable import UnavailableBlock, unwrap, wrap

UNKNOWN = {"type": "quiz", "value": 7, "id": "a"}


def test_wrapping_then_unwrapping_changes_nothing() -> None:
    assert unwrap(wrap(UNKNOWN)) == UNKNOWN


def test_a_known_child_is_not_unwrapped() -> None:
    assert unwrap(UNKNOWN) is UNKNOWN


def test_keys_that_a_later_version_may_add_are_kept() -> None:
    later = {**UNKNOWN, "settings": {"wide": True}}
    assert unwrap(wrap(later)) == later


def test_the_hidden_field_cannot_be_forged() -> None:
    block = UnavailableBlock()
    signed = block.value_for_form({"type": "quiz", "value": 7})
    assert block.value_from_form(signed) == {"type": "quiz", "value": 7}
    assert block.value_from_form(signed[:-1]) is None
    assert block.value_from_form('{"type": "quiz", "value": 7}') is None
    assert block.value_from_form(None) is None


def test_the_editor_is_told_that_the_content_is_kept() -> None:
    block = UnavailableBlock()
    assert block.label == "Contenu d’un module absent"
    assert "conservé" in block.field.help_text
