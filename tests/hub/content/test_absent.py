"""Content whose plugin is absent is found, however deep, and told by hub.W105."""

import json

import pytest
from django.core.management import call_command
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from hub.content.absent import absent_blocks, unknown_names
from hub.content.absent_check import check_absent_content
from hub.content.blocks.stream import StreamBlock
from tests.factories import InitiativePageFactory, StandardPageFactory

QUIZ = {"type": "quiz_question", "value": {"type": "video"}, "id": "q"}
SECTION = {"type": "section", "value": {"title": "Un", "content": [QUIZ]}, "id": "s"}


class Inner(StreamBlock):
    text = CharBlock()


class Outer(StreamBlock):
    boxes = ListBlock(StructBlock([("content", Inner())]))


def test_an_unknown_block_is_found_in_lists_and_structures():
    item = {"type": "item", "value": {"content": [QUIZ, {"type": "text", "value": "x"}]}}
    stored = [QUIZ, {"type": "boxes", "value": [item, item]}]
    assert list(unknown_names(Outer(), stored)) == ["quiz_question"] * 3


@pytest.mark.parametrize("stored", [None, "", [], [None, 3], {"type": "x"}, [{"type": "boxes"}]])
def test_anything_that_may_be_stored_is_read(stored):
    assert list(unknown_names(Outer(), stored)) == []


@pytest.mark.django_db
def test_each_block_is_told_with_the_number_of_pages_that_hold_it(home):
    for number in range(2):
        StandardPageFactory(title=f"Page {number}", body=json.dumps([QUIZ, SECTION]))
    InitiativePageFactory(body=json.dumps([{**QUIZ, "type": "video_old"}]))
    assert absent_blocks() == {"quiz_question": 2, "video_old": 1}
    quiz, old = check_absent_content(databases=["default"])
    assert quiz.id == "hub.W105"
    assert (
        quiz.msg
        == "The block “quiz_question” is in 2 stored objects, and no enabled plugin brings it."
    )
    assert old.msg.startswith("The block “video_old” is in 1 stored object,")


@pytest.mark.django_db
def test_a_draft_is_read_as_well(home):
    page = StandardPageFactory()
    page.body = json.dumps([SECTION])
    page.save_revision()
    assert absent_blocks() == {"quiz_question": 1}


@pytest.mark.django_db
def test_a_disabled_plugin_that_brings_the_block_is_named(home, monkeypatch):
    monkeypatch.setattr(
        "hub.content.absent_check.offered_names", lambda: frozenset({"quiz", "quiz_question_x"})
    )
    StandardPageFactory(body=json.dumps([QUIZ]))
    (caution,) = check_absent_content(databases=["default"])
    assert "“quiz” is installed: add it to HUB_PLUGINS." in caution.hint


@pytest.mark.django_db
def test_the_command_tells_it_and_the_start_does_not_read_content(home, capsys):
    StandardPageFactory(body=json.dumps([QUIZ]))
    call_command("plugins")
    assert "hub.W105: The block “quiz_question” is in 1 stored object" in capsys.readouterr().err
    assert check_absent_content() == []
    call_command("check")
    call_command("check", databases=["default"])
    assert "W105" not in capsys.readouterr().err
    call_command("check", deploy=True, databases=["default"], tags=["stored_content"])
    assert "hub.W105" in capsys.readouterr().err


@pytest.mark.django_db
def test_a_site_without_such_content_hears_nothing(home):
    StandardPageFactory(body=json.dumps([{"type": "text", "value": "<p>Bonjour</p>", "id": "t"}]))
    assert check_absent_content(databases=["default"]) == []
