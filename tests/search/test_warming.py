"""A process that has just begun answers its first search as quickly as the next."""

from search import warming
from search.engines.contract import EngineDownError
from search.engines.memory import MemoryEngine


def test_words_are_read_before_anyone_searches(monkeypatch) -> None:
    asked = []
    engine = MemoryEngine()
    monkeypatch.setattr(engine, "similar", lambda word, limit: asked.append(word))
    monkeypatch.setattr(warming, "get_engine", lambda: engine)

    warming.warm_beside().join(10)

    assert asked


def test_a_site_without_an_index_begins_all_the_same(monkeypatch, caplog) -> None:
    def down() -> MemoryEngine:
        raise EngineDownError("there is no index")

    monkeypatch.setattr(warming, "get_engine", down)

    with caplog.at_level("INFO", "hub.search"):
        warming.warm()

    assert "there is no index" in caplog.text
