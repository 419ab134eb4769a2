"""Numbers that the operator gives."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from hub.settings.number import positive_number


@pytest.mark.parametrize(("given", "number"), [("", 24), ("12", 12)])
def test_a_number_is_read_or_the_default_holds(monkeypatch, given, number):
    monkeypatch.setenv("HUB_MONTHS", given)
    assert positive_number("HUB_MONTHS", 24) == number


@pytest.mark.parametrize("given", ["0", "-3", "deux", "1.5"])
def test_anything_else_is_refused_by_name(monkeypatch, given):
    monkeypatch.setenv("HUB_MONTHS", given)
    with pytest.raises(ImproperlyConfigured, match="HUB_MONTHS"):
        positive_number("HUB_MONTHS", 24)
