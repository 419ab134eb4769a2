"""What every engine promises; the same tests run on each of them."""

import datetime
from typing import Any

import pytest

from search.engines.contract import Engine, State, UnsupportedQueryError
from tests.search.engines.documents import body, document, found

ALL = {"match_all": {}}


def test_a_new_index_is_ready_and_empty(engine: Engine) -> None:
    (answer,) = engine.msearch([body(aggs={"theme": {"terms": {"field": "theme", "size": 9}}})])

    assert engine.state() == State.READY
    assert (answer.total, answer.hits, answer.counts) == (0, (), {"theme": {}})
    assert list(engine.scan(ALL)) == []
    assert engine.versions() == {}


def test_what_is_put_is_found_at_once(engine: Engine) -> None:
    engine.put([document("a", "Crèche d’entreprise", kind="video")])

    (answer,) = engine.msearch([body()])

    assert [(hit.uid, hit.kind) for hit in answer.hits] == [("a", "video")]


def test_a_document_put_twice_is_there_once_in_its_last_version(engine: Engine) -> None:
    engine.put([document("a", "Avant", version=1)])
    engine.put([document("a", "Après", version=2)])

    assert engine.versions() == {"a": 2}
    assert engine.msearch([body()])[0].total == 1
    assert found(engine, {"term": {"title": "avant"}}) == set()


def test_a_document_put_twice_in_one_call_is_there_once(engine: Engine) -> None:
    engine.put([document("a", version=1), document("a", version=2)])

    assert engine.versions() == {"a": 2}


def test_what_is_removed_is_in_no_answer(engine: Engine) -> None:
    engine.put([document("a", "Covoiturage", values={"theme": ["mobilite"]}), document("b")])
    engine.remove(["a", "unknown"])

    (answer,) = engine.msearch([body(aggs={"theme": {"terms": {"field": "theme", "size": 9}}})])

    assert [hit.uid for hit in answer.hits] == ["b"]
    assert answer.counts == {"theme": {}}
    assert engine.words("covoit", ALL, 5) == []
    assert engine.similar("covoiturrage", 5) == []


def test_totals_are_exact_and_pages_follow_without_gap_nor_double(engine: Engine) -> None:
    engine.put([document(f"u{number:02}", "Toujours la même") for number in range(30)])
    for sort in (["_score"], [{"by_name": "asc"}], [{"by_date": "asc"}]):
        pages = [
            body({"term": {"title": "mem"}} if sort == ["_score"] else ALL)
            | {"query": ALL, "sort": sort, "from": first, "size": 7}
            for first in range(0, 42, 7)
        ]
        answers = engine.msearch(pages)

        seen = [hit.uid for answer in answers for hit in answer.hits]
        assert {answer.total for answer in answers} == {30}
        assert sorted(seen) == [f"u{number:02}" for number in range(30)]


def test_a_page_of_nothing_has_a_total_and_no_hit(engine: Engine) -> None:
    engine.put([document("a")])

    (none, beyond) = engine.msearch([body(size=0), body(**{"from": 10, "size": 12})])

    assert (none.total, none.hits) == (1, ())
    assert (beyond.total, beyond.hits) == (1, ())


def test_names_are_sorted_as_in_a_french_dictionary(engine: Engine) -> None:
    titles = ["Zébulon", "école", "Écluse", "Eau"]
    engine.put([document(title, title) for title in titles])

    hits = engine.msearch([body()])[0].hits

    assert [hit.uid for hit in hits] == ["Eau", "Écluse", "école", "Zébulon"]


def test_the_newest_comes_first_and_what_has_no_day_last(engine: Engine) -> None:
    engine.put(
        [
            document("old", day=datetime.date(2013, 10, 1)),
            document("none"),
            document("new", day=datetime.date(2023, 9, 26)),
        ]
    )

    hits = engine.msearch([body(sort=[{"by_date": "asc"}])])[0].hits

    assert [hit.uid for hit in hits] == ["new", "old", "none"]


def test_the_nearest_comes_first_and_what_has_no_place_last(engine: Engine) -> None:
    engine.put(
        [
            document("besancon", point=(47.24, 6.02)),
            document("nowhere"),
            document("dole", point=(47.09, 5.49)),
        ]
    )
    from_dijon = {"_geo_distance": {"point": {"lat": 47.32, "lon": 5.04}, "order": "asc"}}

    hits = engine.msearch([body(sort=[from_dijon])])[0].hits

    assert [hit.uid for hit in hits] == ["dole", "besancon", "nowhere"]


@pytest.mark.parametrize(
    "sort",
    [
        ["_score"],
        [{"by_name": "asc"}],
        [{"by_date": "asc"}],
        [{"_geo_distance": {"point": {"lat": 47.32, "lon": 5.04}, "order": "asc", "unit": "km"}}],
    ],
    ids=["score", "name", "date", "distance"],
)
def test_all_documents_of_a_query_come_in_the_order_of_its_pages(
    engine: Engine, sort: list[object]
) -> None:
    engine.put(
        [
            document("besancon", title="crèche", day=datetime.date(2023, 1, 1), point=(47.2, 6.0)),
            document("dijon", title="atelier", point=(47.3, 5.0)),
            document("dole", title="crèche crèche", point=(47.0, 5.5)),
            document("elsewhere", values={"theme": ["autre"]}, point=(48.0, 5.0)),
        ]
    )
    query = {"bool": {"must_not": [{"term": {"theme": "autre"}}]}}
    hits = engine.msearch([body(query, sort=sort)])[0].hits
    assert len(hits) == 3
    assert [hit.uid for hit in engine.scan(query, sort)] == [hit.uid for hit in hits]


def test_a_value_counts_once_for_each_document_that_holds_it(engine: Engine) -> None:
    values = ["l’égalité", 'dit "oui"', "l’égalité"]
    engine.put(
        [
            document("a", values={"theme": values}),
            document("b", values={"theme": ["l’égalité"]}),
            document("c"),
        ]
    )

    counted = body(aggs={"theme": {"terms": {"field": "theme", "size": 100}}})

    assert engine.msearch([counted])[0].counts == {"theme": {"l’égalité": 2, 'dit "oui"': 1}}
    assert found(engine, {"terms": {"theme": ['dit "oui"']}}) == {"a"}


def test_ranges_hold_their_first_bound_and_not_their_end(engine: Engine) -> None:
    engine.put([document(str(day), numbers={"seen": day}) for day in (9, 10, 19, 20)])
    engine.put([document("never")])
    ranges = [{"key": "before", "to": 10}, {"key": "in", "from": 10, "to": 20}]

    counted = body(aggs={"seen": {"range": {"field": "seen", "ranges": ranges}}})

    assert engine.msearch([counted])[0].counts == {"seen": {"before": 1, "in": 2}}
    assert found(engine, {"range": {"seen": {"gte": 10, "lt": 20}}}) == {"10", "19"}
    assert found(engine, {"range": {"seen": {"gt": 10}}}) == {"19", "20"}
    assert found(engine, {"range": {"seen": {"lte": 10}}}) == {"9", "10"}


@pytest.mark.parametrize(
    ("box", "inside"),
    [
        ((4.0, 46.0, 7.0, 48.0), {"dijon"}),
        ((55.0, -22.0, 56.0, -20.0), {"reunion"}),
        ((170.0, -20.0, -170.0, -10.0), {"fiji", "samoa"}),
        ((0.0, 0.0, 1.0, 1.0), set()),
    ],
    ids=["home", "overseas", "antimeridian", "nowhere"],
)
def test_a_box_holds_what_is_in_it(engine: Engine, box: tuple[float, ...], inside: set) -> None:
    west, south, east, north = box
    places = {
        "dijon": (47.32, 5.04), "reunion": (-21.1, 55.5),
        "fiji": (-17.7, 178.0), "samoa": (-13.8, -172.1),
    }  # fmt: skip
    engine.put([document(name, point=point) for name, point in places.items()])
    engine.put([document("nowhere")])
    corners = {
        "top_left": {"lat": north, "lon": west},
        "bottom_right": {"lat": south, "lon": east},
    }

    assert found(engine, {"geo_bounding_box": {"point": corners}}) == inside


def test_a_circle_holds_what_is_within_its_radius(engine: Engine) -> None:
    engine.put(
        [
            document("dijon", point=(47.322, 5.041)),
            document("chenove", point=(47.292, 5.008)),
            document("dole", point=(47.092, 5.489)),
            document("nowhere"),
        ]
    )

    def within(km: int) -> set[str]:
        centre = {"lat": 47.322, "lon": 5.041}
        return found(engine, {"geo_distance": {"distance": f"{km}km", "point": centre}})

    assert within(1) == {"dijon"}
    assert within(10) == {"dijon", "chenove"}
    assert within(100) == {"dijon", "chenove", "dole"}


def test_a_phrase_is_words_in_a_row_within_one_text(engine: Engine) -> None:
    engine.put(
        [
            document("row", "Titre", "la garde des enfants malades"),
            document("apart", "Titre", "la garde et les enfants"),
            document("across", "La garde", "des enfants"),
        ]
    )

    assert found(engine, {"match_phrase": {"words": "garde des enfants"}}) == {"row"}


def test_words_of_a_beginning_come_by_frequency_within_a_query(engine: Engine) -> None:
    engine.put(
        [
            document("a", "Covoiturage", "covoiturer", values={"theme": ["mobilite"]}),
            document("b", "Covoiturage"),
            document("c", "Coworking", values={"theme": ["mobilite"]}),
        ]
    )
    mobility = {"terms": {"theme": ["mobilite"]}}

    assert engine.words("co", ALL, 2) == [("covoiturage", 2), ("covoiturer", 1)]
    assert engine.words("co", mobility, 9) == [
        ("covoiturage", 1), ("covoiturer", 1), ("coworking", 1),
    ]  # fmt: skip
    assert engine.words("zz", ALL, 9) == []


def test_words_that_say_nothing_are_no_words_of_a_beginning(engine: Engine) -> None:
    engine.put([document("a", "Avec ou sans avance"), document("b", "Avec une avance, avant")])

    assert engine.words("av", ALL, 2) == [("avance", 2), ("avant", 1)]


def test_near_spellings_come_nearest_first_then_by_frequency(engine: Engine) -> None:
    engine.put([document("a", "creche"), document("b", "creche"), document("c", "crache breche")])

    assert engine.similar("crehce", 5)[0] == ("creche", 2)
    assert [word for word, _ in engine.similar("creche", 5)] == ["breche", "crache"]


def test_a_rebuild_shows_nothing_before_its_swap(engine: Engine) -> None:
    engine.put([document("old")])
    seen: list[int] = []

    built = engine.rebuild([document("a"), document("b")], seen.append)

    assert (built.count, seen) == (2, [1, 2])
    assert found(engine, ALL) == {"old"}
    built.swap()
    assert found(engine, ALL) == {"a", "b"}


def test_a_rebuild_that_is_abandoned_changes_nothing(engine: Engine) -> None:
    engine.put([document("old")])

    engine.rebuild([document("a")]).abandon()

    assert found(engine, ALL) == {"old"}


def test_the_generation_moves_with_each_write(engine: Engine) -> None:
    seen = [engine.generation()]
    engine.put([document("a")])
    seen.append(engine.generation())
    engine.remove(["a"])
    seen.append(engine.generation())
    engine.rebuild([]).swap()
    seen.append(engine.generation())

    assert len(set(seen)) == 4
    assert engine.generation() == seen[-1]


OUTSIDE = {
    "unknown query": body({"query_string": {"query": "a:b"}}),
    "two keys": body({"term": {"title": "a"}, "match_all": {}}),
    "unknown option of bool": body({"bool": {"must": [], "boost": 2}}),
    "percentage": body({"bool": {"should": [ALL], "minimum_should_match": "34%"}}),
    "unknown side": body({"range": {"seen": {"from": 2}}}),
    "miles": body({"geo_distance": {"distance": "3mi", "point": {"lat": 1, "lon": 1}}}),
    "unknown key of a body": body(highlight={}),
    "unknown aggregation": body(aggs={"seen": {"stats": {"field": "seen"}}}),
    "option of a term": body({"term": {"title": {"value": "a", "case_insensitive": True}}}),
}


@pytest.mark.parametrize("outside", OUTSIDE.values(), ids=OUTSIDE)
def test_what_is_outside_the_subset_is_refused(engine: Engine, outside: dict[str, Any]) -> None:
    engine.put([document("a")])

    with pytest.raises(UnsupportedQueryError):
        engine.msearch([outside])


def test_a_query_of_refusals_alone_finds_the_others(engine: Engine) -> None:
    engine.put([document("a", "Crèche"), document("b", "Vélo")])

    assert found(engine, {"bool": {"must_not": [{"term": {"title": "velo"}}]}}) == {"a"}
