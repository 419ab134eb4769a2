"""The least that a user of the servers needs, and what is said to one that has less."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from hub.settings.search import SearchServer, search_server as server_of
from search.engines.contract import EngineDownError, State
from search.engines.elastic import ElasticEngine
from search.engines.elastic.connecting import connect
from search.engines.elastic.granting import role_of
from search.query import SearchQuery
from search.suggestions.suggesting import suggest
from tests.factories import InitiativePageFactory
from tests.search.engines.documents import body
from tests.services.elasticsearch import Elasticsearch, Security
from tests.services.server import running

pytestmark = [pytest.mark.django_db, pytest.mark.server]
DOCUMENTED = Path("docs/search.md").read_text(encoding="utf-8")
PASSWORD, ADMINISTRATOR = "s3cret-pass", "only-for-tests"
SECURITY = Security(ADMINISTRATOR, has_api=True, tls=True)
OTHERS = {
    "reader": {
        "cluster": ["monitor"],
        "indices": [{"names": ["hub-*"], "privileges": ["read", "view_index_metadata"]}],
    },
    "nobody": {"indices": [{"names": ["other-*"], "privileges": ["all"]}]},
}


def server(node: Elasticsearch, user: str, password: str = PASSWORD) -> SearchServer:
    address = node.url.replace("https://", f"https://{user}:{password}@")
    authority = {"HUB_SEARCH_CA": str(node.certificate)}
    given = server_of({"HUB_SEARCH_URL": address, **authority})
    assert given is not None
    return replace(given, seconds=20.0)


def with_key(node: Elasticsearch, key: str) -> SearchServer:
    given = server_of(
        {
            "HUB_SEARCH_URL": node.url,
            "HUB_SEARCH_CA": str(node.certificate),
            "HUB_SEARCH_API_KEY": key,
        }
    )
    assert given is not None
    return replace(given, seconds=20.0)


@pytest.fixture(scope="module")
def node(search_server: str) -> Iterator[Elasticsearch]:
    """A secured node over TLS that knows nobody yet but its administrator and two others."""
    node = Elasticsearch(security=SECURITY)
    with running(node), closing(connect(server(node, "elastic", ADMINISTRATOR))) as client:
        for name, role in OTHERS.items():
            client.security.put_role(name=name, **role)
            client.security.put_user(username=name, password=PASSWORD, roles=[name])
        yield node


@pytest.fixture
def grant(node, settings, monkeypatch) -> Callable[..., str]:
    """A function that runs `grant_search` for a user; returns what it said."""
    monkeypatch.setenv("HUB_SEARCH_ADMIN_PASSWORD", ADMINISTRATOR)

    def run(user: str = "hub", password: str = PASSWORD, **options) -> str:
        settings.HUB_SEARCH_SERVER = server(node, user, password)
        return said_by("grant_search", **options)

    return run


@pytest.fixture
def key(node) -> Iterator[dict[str, str]]:
    """A key with the documented role and no other right."""
    role = {"hub": role_of(server(node, "hub"))}
    with closing(connect(server(node, "elastic", ADMINISTRATOR))) as client:
        made = client.security.create_api_key(name="hub", role_descriptors=role)
        yield made
        client.security.invalidate_api_key(ids=[made["id"]])


@pytest.fixture
def engine(node, grant, creche, search_on) -> Iterator[ElasticEngine]:
    """The site on the node, as a user with the documented role and no other right."""
    grant()
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


def test_the_role_that_is_documented_is_the_one_that_is_given():
    (documented,) = re.findall(r"```yaml\n(hub:\n.*?)```", DOCUMENTED, re.DOTALL)
    given = server_of({"HUB_SEARCH_URL": "http://hub:password@es"})
    assert yaml.safe_load(documented) == {"hub": role_of(given)}


def do_all_that_the_site_does(engine, visit):
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


def test_a_user_of_the_documented_role_does_all_that_the_site_does(engine, visit):
    do_all_that_the_site_does(engine, visit)


def test_a_key_of_the_documented_role_does_it_too_until_it_is_revoked(
    node, engine, key, search_on, visit
):
    engine = search_on(with_key(node, key["encoded"]))
    do_all_that_the_site_does(engine, visit)
    said_by("rebuild_index")
    with closing(connect(server(node, "elastic", ADMINISTRATOR))) as client:
        client.security.invalidate_api_key(ids=[key["id"]])
    assert "la clé (HUB_SEARCH_URL, HUB_SEARCH_API_KEY)" in said_by("check_index")
    assert visit().is_degraded


def test_a_password_is_changed_and_rights_come_back_by_granting_again(node, grant, engine):
    with closing(connect(server(node, "elastic", ADMINISTRATOR))) as client:
        client.security.put_role(name="hub", cluster=[], indices=[])
    assert "le rôle donné" in said_by("check_index")
    assert "« hub » a les droits nécessaires" in grant()
    assert "n’existe pas encore" in said_by("check_index")
    grant(password="another-pass")
    engine_of_old = ElasticEngine(server(node, "hub"), engine._schema)
    with pytest.raises(EngineDownError, match="refuse le nom"):
        engine_of_old.state()
    engine_of_old.close()
    grant()


@pytest.mark.parametrize(
    ("administrator", "given", "user", "said"),
    [
        ("elastic", "", "hub", "HUB_SEARCH_ADMIN_PASSWORD manque"),
        ("elastic", "wrong-pass", "hub", "refuse le nom, le mot de passe"),
        ("elastic", ADMINISTRATOR, "elastic", "donnez-lui un autre utilisateur"),
        ("reader", PASSWORD, "hub", "pas le droit « cluster:admin/xpack/security/role/put »"),
    ],
)
def test_what_cannot_be_granted_is_said(grant, monkeypatch, administrator, given, user, said):
    monkeypatch.setenv("HUB_SEARCH_ADMIN_PASSWORD", given)
    assert said in grant(user, admin=administrator)


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
