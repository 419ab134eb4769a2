"""The least that a user of the servers needs, and what is said to one that has less."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from hub.settings.search import SearchServer, search_server as server_of
from search.engines.contract import EngineDownError, State
from search.engines.elastic import ElasticEngine
from search.query import SearchQuery
from search.suggestions.suggesting import suggest
from tests.factories import InitiativePageFactory
from tests.search.engines.documents import body
from tests.services.elasticsearch import Elasticsearch, Security, User
from tests.services.server import running

pytestmark = [pytest.mark.django_db, pytest.mark.server]
DOCUMENTED = Path("docs/search.md").read_text(encoding="utf-8")
# The role of the documentation is the one that is tested.
ROLE = re.search(r"```yaml\n(hub:\n.*?)```", DOCUMENTED, re.DOTALL)[1]
READER = """\
reader:
  cluster: ["monitor"]
  indices:
    - names: ["hub-*"]
      privileges: ["read", "view_index_metadata"]
"""
NOBODY = 'nobody:\n  indices:\n    - names: ["other-*"]\n      privileges: ["all"]\n'
SECURITY = Security(
    "only-for-tests",
    ROLE + READER + NOBODY,
    tuple(User(name, "s3cret-pass", (name,)) for name in ("hub", "reader", "nobody")),
    tls=True,
)


@pytest.fixture(scope="module")
def node(search_server: str) -> Iterator[Elasticsearch]:
    node = Elasticsearch(security=SECURITY)
    with running(node):
        yield node


def server(
    node: Elasticsearch, user: str, password: str = "s3cret-pass", **changed
) -> SearchServer:
    address = node.url.replace("https://", f"https://{user}:{password}@")
    authority = {"HUB_SEARCH_CA": str(node.certificate)}
    given = server_of({"HUB_SEARCH_URL": address, **authority})
    assert given is not None
    return replace(given, seconds=20.0)


@pytest.fixture
def engine(node, creche, search_on) -> Iterator[ElasticEngine]:
    """The site on the node, as a user with the documented role and no other right."""
    engine = search_on(server(node, "hub"))
    yield engine
    engine.remove_everything()


def said_by(command: str, **options) -> str:
    out = io.StringIO()
    try:
        call_command(command, stdout=out, **options)
    except CommandError as refused:
        out.write(str(refused))
    return out.getvalue()


def test_a_user_of_the_documented_role_does_all_that_the_site_does(engine, visit):
    assert engine.state() == State.MISSING
    assert "1\N{NO-BREAK SPACE}document" in said_by("rebuild_index")
    InitiativePageFactory(title="La crèche du soir").delete()
    InitiativePageFactory(title="La crèche du matin")
    assert "mis à jour" in said_by("drain_index")
    assert "L’index dit ce que disent les pages." in said_by("check_index")

    assert not visit().is_degraded
    assert not suggest(SearchQuery(words="crec")).is_empty
    assert list(engine.scan({"match_all": {}}))
    assert engine.similar("crehce", 3)
    assert engine.generation()
    assert engine.remarks() == []
    said_by("rebuild_index")
    engine.set_aside()
    assert engine.state() == State.MISSING


def test_a_wrong_password_is_said_and_visitors_are_answered(node, creche, search_on, visit):
    search_on(server(node, "hub", "wrong-pass"))

    for command in ("check_index", "rebuild_index", "drain_index"):
        assert "refuse le nom, le mot de passe ou la clé (HUB_SEARCH_URL" in said_by(command)
    assert visit().is_degraded
    search_on(replace(server(node, "hub"), user="", password="", api_key="d3Jvbmc6a2V5"))
    assert "refuse le nom, le mot de passe ou la clé" in said_by("check_index")


def test_a_right_that_is_missing_is_named(node, engine, search_on, visit):
    said_by("rebuild_index")
    search_on(server(node, "reader"))
    InitiativePageFactory(title="La crèche du soir")

    assert not visit().is_degraded
    assert "pas le droit « indices:" in said_by("drain_index")
    assert "pas le droit « indices:admin/create »" in said_by("rebuild_index")
    search_on(server(node, "nobody"))
    assert visit().is_degraded
    assert "pas le droit « indices:" in said_by("check_index")


def test_a_certificate_that_nobody_vouches_for_is_refused(node, search_on, creche, visit):
    search_on(replace(server(node, "hub"), ca=""))

    assert "certificat d’Elasticsearch n’est pas reconnu" in said_by("check_index")
    assert visit().is_degraded


def test_no_secret_is_in_what_is_said(node, search_on, caplog):
    engine = search_on(server(node, "hub", "wrong-pass"))
    with pytest.raises(EngineDownError) as refused:
        engine.msearch([body()])

    assert "wrong-pass" not in f"{refused.value} {refused.value.__cause__!r} {caplog.text}"
