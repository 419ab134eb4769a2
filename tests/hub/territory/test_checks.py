import pytest

from hub.territory.checks import geocoder_address


@pytest.mark.parametrize("address", ["", "https://data.geopf.fr/geocodage/search"])
def test_a_plain_address_or_none_is_right(settings, address):
    settings.HUB_GEOCODER_URL = address
    assert geocoder_address() == []


@pytest.mark.parametrize(
    "address",
    [
        "data.geopf.fr/geocodage/search",
        "file:///etc/passwd",
        "https://",
        "https://me:secret@geo.example/search",
        "https://geo.example/search?q=",
        "https://geo.example:port/search",
        "http://[geo",
    ],
)
def test_another_address_is_refused(settings, address):
    settings.HUB_GEOCODER_URL = address
    assert [error.id for error in geocoder_address()] == ["hub.E202"]
