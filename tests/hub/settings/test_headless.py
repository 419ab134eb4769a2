"""The address of a front end, as the operator writes it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from hub.settings.headless import front_end_root

HUB = "https://hub.example.org"


def read(given):
    return front_end_root(HUB, {"HUB_HEADLESS_URL": given})


@pytest.mark.parametrize(
    ("given", "root"),
    [
        ("", ""),
        ("https://www.example.org", "https://www.example.org"),
        ("https://www.example.org/", "https://www.example.org"),
        ("HTTPS://WWW.Example.ORG:443", "https://www.example.org"),
        ("http://localhost:3000", "http://localhost:3000"),
        ("http://[::1]:3000/", "http://[::1]:3000"),
    ],
)
def test_an_address_is_read_as_browsers_write_an_origin(given, root):
    assert read(given) == root


@pytest.mark.parametrize(
    "given",
    [
        "www.example.org",
        "ftp://www.example.org",
        "https://",
        "https:///chemin",
        "https://www.example.org/site",
        "https://www.example.org/?a=1",
        "https://www.example.org/#haut",
        "https://user:secret@www.example.org",
        "https://www.example.org:99999",
        "https://www.example.org:0",
        "https://www.exa mple.org",
        "https://www.example.org; script-src *",
        "https://été.example.org",
        "https://[::1",
    ],
)
def test_anything_else_is_refused_with_its_number_and_without_what_it_holds(given):
    with pytest.raises(ImproperlyConfigured, match=r"hub\.E006.*such as https") as refusal:
        read(given)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("given", [HUB, "https://HUB.example.org:443/"])
def test_the_hub_is_not_its_own_front_end(given):
    with pytest.raises(ImproperlyConfigured, match="must differ from HUB_URL"):
        read(given)
