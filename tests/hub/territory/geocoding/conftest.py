"""A local stand-in for the national geocoder, which speaks its documented format."""

import pytest

from tests.hub.territory.geocoding.stand_in import StandIn


@pytest.fixture
def geocoder(settings):
    """A running stand-in, set as the geocoder of the site."""
    with StandIn() as running:
        settings.HUB_GEOCODER_URL = running.address
        yield running
