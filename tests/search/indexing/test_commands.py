"""What an operator types, and what is answered in French."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search.engines.contract import EngineDownError, State
from search.indexing.draining import drain
from search.management.commands import check_index, rebuild_index
from search.models import DocumentState
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(memory_index, monkeypatch):
    for module in (check_index, rebuild_index):
        monkeypatch.setattr(module, "get_engine", lambda: memory_index)
    return memory_index


def run(name, **options):
    out = StringIO()
    call_command(name, stdout=out, **options)
    return out.getvalue().replace("\N{NO-BREAK SPACE}", " ")


def test_rebuild_index_says_how_many_documents_there_are(index):
    StandardPageFactory()
    StandardPageFactory()
    assert run("rebuild_index") == "Index de recherche : 2 documents\n"


def test_if_needed_leaves_a_good_index_and_brings_what_waits(index):
    page = StandardPageFactory()
    assert run("rebuild_index", if_needed=True) == "Index de recherche : à jour\n"
    assert list(index.versions()) == [str(page.uid)]


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (State.MISSING, "il n’existe pas encore"),
        (State.OUTDATED, "il a été fait par une autre version du site"),
        (State.DAMAGED, "il est illisible ; il est mis de côté"),
    ],
)
def test_if_needed_says_why_an_index_is_made_anew(index, monkeypatch, state, why):
    StandardPageFactory()
    states = iter([state, state, State.READY, State.READY])
    monkeypatch.setattr(index, "state", lambda: next(states))
    said = run("rebuild_index", if_needed=True)
    assert said == f"Index de recherche : {why}.\nIndex de recherche : 1 document\n"


def test_an_engine_that_is_down_is_one_sentence(index, monkeypatch):
    StandardPageFactory()

    def refuse(*args, **kwargs):
        raise EngineDownError("disk full")

    for name in ("rebuild", "put", "versions"):
        monkeypatch.setattr(index, name, refuse)
    for command in ("rebuild_index", "drain_index", "check_index"):
        with pytest.raises(CommandError, match="disk full"):
            run(command)


def test_drain_index_says_what_it_brought(index):
    StandardPageFactory()
    assert run("drain_index") == "1 document mis à jour.\n"
    assert run("drain_index") == "0 document mis à jour.\n"


def test_drain_index_makes_the_index_where_there_is_none(index, monkeypatch):
    StandardPageFactory()
    monkeypatch.setattr(index, "state", lambda: State.MISSING if not index.versions() else "ready")
    assert run("drain_index") == "1 document mis à jour.\n"
    assert len(index.versions()) == 1
    assert run("drain_index") == "0 document mis à jour.\n"


def test_drain_index_leaves_the_index_of_another_version(index, monkeypatch):
    StandardPageFactory()
    monkeypatch.setattr(index, "state", lambda: State.OUTDATED)
    assert run("drain_index") == "0 document mis à jour.\n"
    assert DocumentState.objects.pending().count() == 1


def test_check_index_names_what_differs_and_repairs_it(index):
    page = StandardPageFactory(title="Absente")
    drain()
    assert run("check_index") == "L’index dit ce que disent les pages.\n"
    index.remove([str(page.uid)])
    out = StringIO()
    with pytest.raises(CommandError, match="relancez avec --repair"):
        call_command("check_index", stdout=out)
    assert f"{page.uid} Absente" in out.getvalue()
    assert "Réparé." in run("check_index", repair=True)
    assert run("check_index") == "L’index dit ce que disent les pages.\n"


def test_check_index_names_the_first_ones_of_many(index):
    for _ in range(22):
        StandardPageFactory()
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("check_index", stdout=out)
    assert "22\N{NO-BREAK SPACE}documents absents de l’index" in out.getvalue()
    assert out.getvalue().count("\n  ") == 21


def test_check_index_rebuilds_where_there_is_no_index(index, monkeypatch):
    StandardPageFactory()
    with monkeypatch.context() as patch:
        patch.setattr(index, "state", lambda: State.MISSING)
        with pytest.raises(CommandError, match="il n’existe pas encore"):
            run("check_index")
        DocumentState.objects.update(indexed=0)
    states = iter([State.MISSING])
    monkeypatch.setattr(index, "state", lambda: next(states, State.READY))
    assert "L’index dit ce que disent les pages." in run("check_index", repair=True)
