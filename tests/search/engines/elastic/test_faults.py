"""Whatever answers instead of Elasticsearch, a visitor has a page within a second."""

import pytest
from django.core.management import CommandError, call_command

from search.engines.contract import EngineDownError
from search.engines.elastic import breaker
from search.models import DocumentState
from tests.search.engines.documents import body
from tests.search.engines.elastic.http_faults import (
    FAULTS,
    FAULTS_OF_ANSWERS,
    Fault,
    black_hole,
    cut,
    serving,
)

pytestmark = pytest.mark.django_db
WITHIN = 1.0
ALL_FAULTS = FAULTS | FAULTS_OF_ANSWERS


@pytest.mark.parametrize(("fault", "said"), ALL_FAULTS.values(), ids=ALL_FAULTS)
def test_the_page_comes_from_the_database_and_says_so(
    creche, visit, search_on, fault: Fault, said: str
):
    with serving(fault) as (address, _):
        engine = search_on(address)
        with pytest.raises(EngineDownError) as down:
            engine.msearch([body()])
        assert said in str(down.value)

        search_on(address)  # a process that knows nothing of the outage
        visit("/")
        seen = visit()

    assert (seen.status, seen.is_degraded) == (200, True)
    assert "La crèche de l’aube" in seen.text
    assert seen.seconds < WITHIN


def test_visitors_do_not_wait_again_for_what_does_not_answer(creche, visit, search_on, monkeypatch):
    monkeypatch.setattr(breaker, "FIRST_PAUSE", 60.0)
    with serving(black_hole) as (address, asked):
        search_on(address)
        visit()
        seen = [visit() for _ in range(3)]

    assert len(asked) == 1
    assert all(one.is_degraded and one.seconds < 0.5 for one in seen)


def test_what_nobody_listens_to_is_down(creche, visit, search_on):
    with serving(cut) as (address, _):
        pass
    search_on(address)

    assert visit().is_degraded


@pytest.mark.parametrize(("fault", "said"), FAULTS.values(), ids=FAULTS)
def test_the_commands_say_what_happened_and_lose_nothing(
    creche, search_on, fault: Fault, said: str
):
    DocumentState.objects.update(indexed=0)
    with serving(fault) as (address, _):
        for command in ("check_index", "rebuild_index", "drain_index"):
            search_on(address)
            with pytest.raises(CommandError) as refused:
                call_command(command)
            assert str(refused.value).startswith(("L’index n’a pas pu", "Index de recherche : il"))
            assert said in str(refused.value)

    assert DocumentState.objects.pending().count() == DocumentState.objects.count() > 0


def test_a_key_is_sent_and_no_user(search_on):
    with serving(cut) as (address, asked):
        engine = search_on(address, api_key="c2VjcmV0")
        with pytest.raises(EngineDownError) as down:
            engine.msearch([body()])

    assert asked[0].endswith(" ApiKey c2VjcmV0")
    assert "c2VjcmV0" not in str(down.value)
