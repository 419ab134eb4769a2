"""What only an engine of several machines has to settle."""

import pytest

from search.engines.contract import EngineDownError, State
from search.engines.elastic import ElasticEngine, indexes, spelling
from search.engines.elastic.connecting import connect
from search.schema import Schema
from tests.search.engines.conftest import SCHEMA, elastic_engine, lasting_elastic_engine
from tests.search.engines.documents import body, document, found
from tests.search.engines.elastic.engines import an_engine, server_at

__all__ = ["elastic_engine", "lasting_elastic_engine"]

ALL = {"match_all": {}}
OTHER = Schema(values=("type",), numbers=SCHEMA.numbers)


@pytest.fixture
def new_engine(search_server):
    with an_engine(server_at(search_server), lambda: SCHEMA) as engine:
        yield engine


def test_a_late_write_loses(elastic_engine: ElasticEngine):
    elastic_engine.put([document("a", "Vélo", version=3)])
    elastic_engine.put([document("a", "Avant", version=2), document("b")])

    assert elastic_engine.versions() == {"a": 3, "b": 1}
    assert found(elastic_engine, {"term": {"title": "velo"}}) == {"a"}


def test_the_same_version_is_written_anew(elastic_engine: ElasticEngine):
    elastic_engine.put([document("a", "Avant", version=3)])
    elastic_engine.put([document("a", "Vélo", version=3)])

    assert found(elastic_engine, {"term": {"title": "velo"}}) == {"a"}


def test_a_late_write_brings_nothing_back(elastic_engine: ElasticEngine):
    elastic_engine.put([document("a", version=2)])
    elastic_engine.remove(["a"], {"a": 3})
    elastic_engine.put([document("a", version=2)])
    assert elastic_engine.versions() == {}

    elastic_engine.put([document("a", version=4)])
    assert elastic_engine.versions() == {"a": 4}


def test_a_late_removal_takes_nothing_out(elastic_engine: ElasticEngine):
    elastic_engine.put([document("a", version=4)])
    elastic_engine.remove(["a"], {"a": 3})

    assert elastic_engine.versions() == {"a": 4}


def test_without_index_nothing_is_asked_nor_written(new_engine: ElasticEngine):
    assert new_engine.state() == State.MISSING
    for call in (
        lambda: new_engine.msearch([body()]),
        lambda: new_engine.put([document("a")]),
        lambda: list(new_engine.scan(ALL)),
        new_engine.versions,
        new_engine.generation,
    ):
        with pytest.raises(EngineDownError, match="lancez rebuild_index"):
            call()
    assert new_engine.state() == State.MISSING


def test_an_index_of_other_fields_is_not_read(search_server):
    server = server_at(search_server)
    with an_engine(server, lambda: OTHER) as former, an_engine(server, lambda: SCHEMA) as engine:
        former.rebuild([document("a")]).swap()
        assert engine.state() == State.OUTDATED
        with pytest.raises(EngineDownError):
            engine.msearch([body()])

        engine.rebuild([document("b")]).swap()
        assert engine.state() == State.READY
        assert former.state() == State.OUTDATED


def test_an_index_whose_fields_were_changed_is_damaged_and_set_aside(search_server):
    server = server_at(search_server)
    with an_engine(server, lambda: SCHEMA) as engine, connect(server) as client:
        engine.rebuild([document("a")]).swap()
        [name] = client.indices.get(index=f"{server.prefix}-*")
        client.indices.put_mapping(index=name, properties={"more": {"type": "keyword"}})
        assert engine.state() == State.DAMAGED

        engine.set_aside()
        assert engine.remarks() == [f"Index mis de côté : {name}."]
        assert engine.state() == State.MISSING
        engine.rebuild([document("b")]).swap()
        assert engine.remarks() == [f"Index mis de côté : {name}."]


def test_a_build_of_many_requests_holds_each_document(new_engine: ElasticEngine, monkeypatch):
    monkeypatch.setattr("search.engines.elastic.writing.CHUNK", 2)
    told = []

    built = new_engine.rebuild([document(f"u{n}") for n in range(11)], told.append)
    built.swap()

    assert built.count == 11
    assert told == list(range(1, 12))
    assert new_engine.versions() == {f"u{n}": 1 for n in range(11)}


def test_what_was_answered_is_on_the_disk_once_the_index_is_built(search_server):
    server = server_at(search_server)
    with an_engine(server, lambda: SCHEMA) as engine, connect(server) as client:
        engine.rebuild([document("a")]).swap()
        ours = f"{server.prefix}-*"
        [index] = client.indices.get_settings(index=ours, flat_settings=True).body.values()
        [shards] = [
            one["shards"] for one in client.indices.segments(index=ours)["indices"].values()
        ]

    assert index["settings"]["index.translog.durability"] == "request"
    assert [one["committed"] for one in shards["0"][0]["segments"].values()] == [True]


@pytest.mark.parametrize("written", [1, 11])
def test_a_build_that_fails_leaves_nothing(new_engine: ElasticEngine, monkeypatch, written):
    monkeypatch.setattr("search.engines.elastic.writing.CHUNK", 2)

    def documents():
        yield from (document(f"u{n}") for n in range(written))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        new_engine.rebuild(documents())

    assert new_engine.state() == State.MISSING
    assert new_engine.remarks() == []


def test_what_a_killed_build_left_is_named_then_removed(new_engine: ElasticEngine, monkeypatch):
    new_engine.rebuild([document("left")])  # neither swapped nor abandoned
    assert new_engine.remarks() == []
    monkeypatch.setattr(indexes, "LONGEST_BUILD", -60)
    [remark] = new_engine.remarks()
    assert remark.startswith("Index laissé par une reconstruction interrompue : test-")

    new_engine.rebuild([document("a")]).swap()

    assert new_engine.remarks() == []
    assert found(new_engine, ALL) == {"a"}


def test_a_site_touches_no_index_of_a_site_whose_prefix_begins_so(search_server, monkeypatch):
    monkeypatch.setattr(indexes, "LONGEST_BUILD", -60)
    server = server_at(search_server)
    longer = server_at(search_server, prefix=f"{server.prefix}-b")
    with an_engine(server, lambda: SCHEMA) as one, an_engine(longer, lambda: SCHEMA) as other:
        other.rebuild([document("theirs")]).swap()
        other.rebuild([document("theirs, being built")])
        one.rebuild([document("ours")]).swap()

        assert found(other, ALL) == {"theirs"}
        assert len(other.remarks()) == 1


def test_a_document_that_the_server_cannot_read_stops_no_other(
    elastic_engine: ElasticEngine, caplog
):
    elastic_engine.put([document("a", point=(95.0, 0.0)), document("b")])

    assert elastic_engine.versions() == {"b": 1}
    assert "The document a cannot be indexed" in caplog.text


def test_counts_are_exact_on_several_shards(search_server):
    site = [document(f"u{n:03}", "Crèche", values={"theme": [f"t{n % 37}"]}) for n in range(200)]
    with an_engine(server_at(search_server, shards=3), lambda: SCHEMA) as engine:
        engine.rebuild(site).swap()
        counted = body(aggs={"theme": {"terms": {"field": "theme", "size": 10_000}}}, size=50)
        (answer,) = engine.msearch([counted])

    assert answer.total == 200
    assert answer.counts["theme"] == {f"t{n}": 6 if n < 15 else 5 for n in range(37)}
    assert [hit.uid for hit in answer.hits] == [f"u{n:03}" for n in range(50)]


def test_words_of_more_documents_than_the_sample_are_counted_exactly(
    elastic_engine: ElasticEngine, monkeypatch
):
    monkeypatch.setattr(spelling, "SAMPLE", 5)
    titles = ["Covoiturage"] * 12 + ["Coworking"] * 6
    elastic_engine.put([document(f"u{n:02}", title) for n, title in enumerate(titles)])

    words = elastic_engine.words("co", ALL, 9)

    assert words[0] == ("covoiturage", 12)
    assert words[1:] in ([], [("coworking", 6)])


def test_all_of_more_documents_than_a_page_are_read_once(
    elastic_engine: ElasticEngine, monkeypatch
):
    monkeypatch.setattr("search.engines.elastic.answering.PAGE", 4)
    elastic_engine.put([document(f"u{n:02}", version=n + 1) for n in range(10)])

    assert [hit.uid for hit in elastic_engine.scan(ALL)] == [f"u{n:02}" for n in range(10)]
    assert elastic_engine.versions() == {f"u{n:02}": n + 1 for n in range(10)}


def test_what_is_read_of_one_moment_does_not_move(elastic_engine: ElasticEngine, monkeypatch):
    monkeypatch.setattr("search.engines.elastic.answering.PAGE", 2)
    elastic_engine.put([document(f"u{n}") for n in range(5)])

    reading = elastic_engine.scan(ALL)
    first = next(reading).uid
    elastic_engine.remove(["u4"])

    assert [first, *(hit.uid for hit in reading)] == ["u0", "u1", "u2", "u3", "u4"]


def test_another_process_notices_what_was_written(search_server, monkeypatch):
    server = server_at(search_server)
    monkeypatch.setattr("search.engines.elastic.engine.NOTICED_WITHIN", 0.0)
    with an_engine(server, lambda: SCHEMA) as one, an_engine(server, lambda: SCHEMA) as other:
        one.rebuild([]).swap()
        seen = [other.generation()]
        for write in (
            lambda: one.put([document("a")]),
            lambda: one.remove(["a"]),
            lambda: one.rebuild([document("b")]).swap(),
        ):
            write()
            seen.append(other.generation())

    assert len(set(seen)) == 4
