"""The fields keep one spelling of an address and of a length."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from hub.content.video.address import REFUSALS
from hub.content.video.fields import ClockFormField, YouTubeAddressField, YouTubeAddressFormField

PASTED = "youtu.be/6MSURDccwBk?si=Tr4ck1ng&t=3"
CANONICAL = "https://www.youtube.com/watch?v=6MSURDccwBk&t=3s"


def test_the_form_field_gives_the_canonical_address() -> None:
    assert YouTubeAddressFormField().clean(PASTED) == CANONICAL


def test_the_form_field_says_why_it_refuses() -> None:
    with pytest.raises(ValidationError, match="liste de lecture"):
        YouTubeAddressFormField().clean("https://www.youtube.com/playlist?list=PL0")


def test_an_optional_address_may_stay_empty() -> None:
    assert YouTubeAddressFormField(required=False).clean("  ") == ""


def test_the_model_field_stores_the_canonical_address() -> None:
    assert YouTubeAddressField().clean(PASTED, None) == CANONICAL


def test_the_model_field_refuses_another_host() -> None:
    with pytest.raises(ValidationError) as refused:
        YouTubeAddressField().clean("https://vimeo.com/1234", None)
    assert refused.value.messages == [REFUSALS["other_host"]]


def test_the_form_of_the_model_field_accepts_an_address_longer_than_the_column() -> None:
    field = YouTubeAddressField(verbose_name="adresse").formfield()
    assert field is not None
    assert field.clean(f"{PASTED}&utm_campaign={'x' * 500}") == CANONICAL


def test_a_length_is_shown_as_it_is_typed_and_read_back() -> None:
    field = ClockFormField()
    assert field.prepare_value(timedelta(seconds=200)) == "3:20"
    assert field.clean("3:20") == timedelta(seconds=200)
    assert field.clean(timedelta(seconds=200)) == timedelta(seconds=200)


def test_an_unknown_length_is_none() -> None:
    assert ClockFormField(required=False).clean("") is None
