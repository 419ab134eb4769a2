"""The API asked at random, as its description allows and as it forbids, by Schemathesis."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.factories import OrganisationFactory
from tests.hub.api.conftest import site  # noqa: F401 - a page of every type

pytestmark = pytest.mark.django_db

# A code of a vocabulary, a cursor, properties of a type: no schema says which texts these are, and
# other ones are refused.
BEYOND_SCHEMAS = [positive_data_acceptance]
PLAIN = {"Accept-Encoding": "identity"}
EXAMPLES = 6  # of each operation and kind
ASKED = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def one_connection():
    """The server keeps the connection of the test, as Django's own test client does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def operations(site, search_index, one_connection):  # noqa: F811
    search_index()
    schema = schemathesis.openapi.from_wsgi(
        "/api/v1/openapi.json", get_wsgi_application(), config=SchemathesisConfig()
    )
    return [found.ok() for found in schema.get_all_operations()]


def ask_at_random(operation, mode, path):
    @ASKED
    @given(case=operation.as_strategy(generation_mode=mode, path_parameters=path))
    def asked(case):
        case.call_and_validate(headers=PLAIN, excluded_checks=BEYOND_SCHEMAS)

    asked()


def existing(operation, site):  # noqa: F811
    """Return parameters of the path that lead to something, where it has any."""
    others = {
        "organisations": {"id": str(OrganisationFactory().uid)},
        "vocabulaires": {"code": "theme"},
        "territoires": {"code": "39"},
    }
    collection = operation.path.split("/")[3]
    if "{" not in operation.path:
        return None
    return others.get(collection) or {"id": str(site[collection.removesuffix("s")].uid)}


def test_what_is_asked_rightly_is_answered_as_described(operations, site):  # noqa: F811
    for operation in operations:
        ask_at_random(operation, GenerationMode.POSITIVE, existing(operation, site))


def test_what_is_asked_wrongly_is_refused_as_described(operations):
    for operation in operations:
        if operation.query:
            ask_at_random(operation, GenerationMode.NEGATIVE, None)
