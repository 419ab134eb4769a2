"""The programme of a day."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from hub.content.blocks.programme import ProgrammeBlock, SlotBlock
from hub.content.blocks.testing import api_form


def slot(**given: Any) -> Any:
    return SlotBlock().normalize({"title": "Accueil", **given})


def test_times_are_written_the_french_way() -> None:
    html = ProgrammeBlock().render(ProgrammeBlock().get_preview_value())
    assert '<time datetime="09:00">9 h 00</time>' in html


@pytest.mark.parametrize(("start", "end"), [("10:00", "09:00"), ("10:00", "10:00"), (None, "9:00")])
def test_a_moment_cannot_end_before_it_begins(start: str | None, end: str) -> None:
    with pytest.raises(ValidationError) as refused:
        SlotBlock().clean(slot(start=start, end=end))
    assert "La fin doit suivre le début" in str(refused.value.block_errors["end"])


def test_a_moment_may_have_no_time() -> None:
    assert SlotBlock().clean(slot())["start"] is None


def test_a_time_is_stored_and_read_again() -> None:
    block = SlotBlock()
    stored = block.get_prep_value(slot(start="09:30"))
    assert block.to_python({**stored, "start": "09:30:00"})["start"] == datetime.time(9, 30)
    assert api_form(block, slot(start="09:30"))["start"] == "09:30"
