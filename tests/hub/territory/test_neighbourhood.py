"""Which territories lie around another."""

import pytest

from hub.territory.gazetteer import get_gazetteer
from hub.territory.neighbourhood import bordering_departements, epcis_around


def test_each_departement_borders_those_that_border_it():
    for one in get_gazetteer().departements:
        near = bordering_departements(one.code)
        assert near
        assert all(one in bordering_departements(other.code) for other in near)


def test_the_epci_around_loue_lison_are_those_that_touch_it():
    near = [one.code for one in epcis_around("200068070")]
    assert "242500361" in near  # Grand Besançon
    assert "200068070" not in near


@pytest.mark.parametrize("code", ["", "99", "000000000"])
def test_an_unknown_code_has_nothing_around(code):
    assert bordering_departements(code) == ()
    assert epcis_around(code) == ()
