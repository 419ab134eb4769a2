"""The state of accessibility follows the last valid audit."""

import datetime
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from hub.content.models import AccessibilityStatement
from hub.content.models.accessibility import Conformity

TODAY = datetime.date.today()


def home_text(client):
    return unescape(client.get("/").content.decode()).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("rate", "audited_on", "state"),
    [
        (None, None, Conformity.NONE),
        (100, TODAY, Conformity.FULL),
        (99.99, TODAY, Conformity.PARTIAL),
        (50, TODAY, Conformity.PARTIAL),
        (49.99, TODAY, Conformity.NONE),
        (100, TODAY - datetime.timedelta(days=3 * 365 + 1), Conformity.NONE),
    ],
)
def test_the_state_is_the_one_that_the_law_names(rate, audited_on, state):
    assert AccessibilityStatement(rate=rate, audited_on=audited_on).conformity == state


@pytest.mark.parametrize("half", [{"rate": 75}, {"audited_on": TODAY}])
def test_a_rate_goes_with_the_date_of_its_audit(half):
    with pytest.raises(ValidationError, match="date de l’audit"):
        AccessibilityStatement(**half).clean()


@pytest.mark.django_db
def test_every_page_says_the_state_until_an_audit_is_entered(client, home):
    assert "Accessibilité : non conforme" in home_text(client)


@pytest.mark.django_db
def test_an_audit_changes_what_every_page_says(client, home):
    statement = AccessibilityStatement.for_site(Site.objects.get())
    statement.rate, statement.audited_on = 82, TODAY
    statement.save()
    assert "Accessibilité : partiellement conforme" in home_text(client)
