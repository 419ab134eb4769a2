"""Numbers that the operator gives."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from hub.settings.number import whole_number


@pytest.mark.parametrize(("given", "number"), [("", 24), ("12", 12)])
def test_a_number_is_read_or_the_default_holds(monkeypatch, given, number):
    monkeypatch.setenv("HUB_MONTHS", given)
    assert whole_number("HUB_MONTHS", 24) == number


@pytest.mark.parametrize("given", ["0", "-3", "deux", "1.5"])
def test_anything_else_is_refused_by_name(monkeypatch, given):
    monkeypatch.setenv("HUB_MONTHS", given)
    with pytest.raises(ImproperlyConfigured, match="HUB_MONTHS"):
        whole_number("HUB_MONTHS", 24)


def test_the_least_is_accepted_and_less_is_not():
    assert whole_number("COPIES", 1, least=0, environ={"COPIES": "0"}) == 0
    with pytest.raises(ImproperlyConfigured, match="from 2 on, not '1'"):
        whole_number("COPIES", 3, least=2, environ={"COPIES": "1"})
