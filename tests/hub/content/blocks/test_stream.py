"""A stream keeps what it does not know, at every level and in every form."""

import json
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.utils.datastructures import MultiValueDict
from wagtail import blocks
from wagtail.admin.telepath import JSContext

from hub.content.blocks.stream import PreservingStreamBlockAdapter, StreamBlock
from hub.content.blocks.testing import api_form
from hub.content.blocks.unavailable import UNAVAILABLE

UNKNOWN = {"type": "quiz_question", "value": {"question": "Quand ?", "n": [1]}, "id": "u"}


class Inner(StreamBlock):
    text = blocks.CharBlock()


class Box(blocks.StructBlock):
    title = blocks.CharBlock()
    content = Inner()


class Outer(StreamBlock):
    text = blocks.CharBlock()
    box = Box()
    boxes = blocks.ListBlock(Box())


def box(title: str = "Titre") -> dict[str, Any]:
    inner = [{"type": "text", "value": "dedans", "id": f"t-{title}"}, {**UNKNOWN, "id": title}]
    return {"title": title, "content": inner}


STORED: list[dict[str, Any]] = [
    {"type": "text", "value": "un", "id": "a"},
    UNKNOWN,
    {"type": "box", "value": box(), "id": "b"},
    {
        "type": "boxes",
        "value": [
            {"type": "item", "value": box("un"), "id": "i1"},
            {"type": "item", "value": box("deux"), "id": "i2"},
        ],
        "id": "c",
    },
]


def posted(state: list[dict[str, Any]], prefix: str = "body") -> dict[str, str]:
    """What the editor posts for a stream of texts and unavailable children."""
    data = {f"{prefix}-count": str(len(state))}
    for order, child in enumerate(state):
        start = f"{prefix}-{order}"
        data |= {
            f"{start}-deleted": "",
            f"{start}-order": str(order),
            f"{start}-type": child["type"],
            f"{start}-id": child["id"],
            f"{start}-value": child["value"],
        }
    return data


@pytest.mark.parametrize("form", [STORED, json.dumps(STORED)], ids=["list", "JSON text"])
def test_everything_is_stored_again_as_it_was(form: Any) -> None:
    outer = Outer()
    assert outer.get_prep_value(outer.to_python(form)) == STORED


def test_everything_is_stored_again_once_every_child_has_been_read() -> None:
    outer = Outer()
    stream = outer.to_python(STORED)
    read = [child.value for child in stream]
    assert len(read) == len(STORED)
    assert list(read[2]["content"])
    assert list(read[3][1]["content"])
    assert outer.get_prep_value(stream) == STORED


def test_a_cleaned_stream_is_stored_as_it_was() -> None:
    outer = Outer()
    assert outer.get_prep_value(outer.clean(outer.to_python(STORED))) == STORED


def test_a_draft_keeps_unknown_children() -> None:
    outer = Outer()
    assert outer.get_prep_value(outer.clean_deferred(outer.to_python(STORED))) == STORED


def test_reading_leaves_the_given_list_alone() -> None:
    given = json.loads(json.dumps(STORED))
    Outer().to_python(given)
    assert given == STORED


def test_the_editor_posts_back_what_it_was_given() -> None:
    inner = Inner()
    state = inner.get_form_state(inner.to_python([UNKNOWN]))
    stream = inner.value_from_datadict(posted(state), MultiValueDict(), "body")
    assert inner.get_prep_value(inner.clean(stream)) == [UNKNOWN]


def test_a_duplicate_takes_the_identifier_of_its_copy() -> None:
    inner = Inner()
    (state,) = inner.get_form_state(inner.to_python([UNKNOWN]))
    copy = {**state, "id": "another"}
    stream = inner.value_from_datadict(posted([state, copy]), MultiValueDict(), "body")
    stored = inner.get_prep_value(inner.clean(stream))
    assert stored == [UNKNOWN, {**UNKNOWN, "id": "another"}]


def test_an_altered_hidden_field_is_refused_in_drafts_too() -> None:
    inner = Inner()
    for tampered in ("", "{", '{"type": "text", "value": "<script>"}', "x:y"):
        state = [{"type": UNAVAILABLE, "value": tampered, "id": "u"}]
        stream = inner.value_from_datadict(posted(state), MultiValueDict(), "body")
        with pytest.raises(ValidationError) as refusal:
            inner.clean_deferred(stream)
        assert "module absent est illisible" in str(refusal.value.block_errors[0])


def test_the_public_sees_nothing_of_an_unknown_child() -> None:
    html = Outer().render(Outer().to_python(STORED))
    assert "dedans" in html
    for trace in ("quiz", "Quand", UNAVAILABLE, "absent"):
        assert trace not in html


def test_a_template_that_loops_over_the_children_sees_nothing_either() -> None:
    (child,) = Inner().to_python([UNKNOWN])
    assert child.render() == str(child) == ""


def test_the_api_leaks_nothing_of_an_unknown_child() -> None:
    form = json.dumps(api_form(Outer(), Outer().to_python(STORED)))
    assert "dedans" in form
    for trace in ("quiz", "Quand", UNAVAILABLE):
        assert trace not in form


def test_the_search_and_the_references_skip_unknown_children() -> None:
    inner = Inner()
    stream = inner.to_python([UNKNOWN])
    assert inner.get_searchable_content(stream) == []
    assert list(inner.extract_references(stream)) == []


def test_the_content_comes_back_with_its_module() -> None:
    class WithQuiz(StreamBlock):
        quiz_question = blocks.StructBlock([("question", blocks.CharBlock())])

    kept = Inner().get_prep_value(Inner().to_python([UNKNOWN]))
    (child,) = WithQuiz().to_python(kept)
    assert child.value["question"] == "Quand ?"


def test_an_empty_stream_stays_empty() -> None:
    assert Outer().get_prep_value(Outer().to_python(None)) == []
    assert Outer().get_prep_value(Outer().to_python("[]")) == []
    assert api_form(Outer(), Outer().to_python(None)) == []


def test_what_is_no_json_is_kept_as_raw_text() -> None:
    assert Outer().to_python("<p>ancien texte</p>").raw_text == "<p>ancien texte</p>"


def test_the_reserved_name_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match=UNAVAILABLE):
        StreamBlock([(UNAVAILABLE, blocks.CharBlock())])


def test_the_script_of_the_editor_comes_after_that_which_it_extends() -> None:
    scripts = [str(script) for script in PreservingStreamBlockAdapter().media._js]
    parent = next(i for i, script in enumerate(scripts) if "telepath/blocks.js" in script)
    ours = next(i for i, script in enumerate(scripts) if "preserving-stream-block.js" in script)
    assert parent < ours


def test_a_subclass_uses_the_preserving_editor() -> None:
    packed = JSContext().pack(Outer())
    assert "hub.content.PreservingStreamBlock" in json.dumps(packed)
