from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kg.delta import Delta, EvidenceRow, NodeRow
from kg.errors import StoreError
from kg.store import Settings, State, Store, open_store
from tests.readings import MODEL
from tests.store.graph import (
    CLOSED,
    DOCUMENT,
    HOLDER,
    MOMENT,
    OPEN,
    PERSON,
    RECIPIENT,
    SOURCE,
    UNION,
    WHOLE,
    Shown,
    found,
    labels,
    node,
    retracted,
    written,
)


def nodes(store: Store) -> dict[str, NodeRow]:
    return {n["id"]: n for n in store.nodes()}


def test_an_empty_store_shows_nothing(store: Store) -> None:
    assert Shown.of(store) == Shown()
    assert store.state() is None


def test_the_engine_and_its_version_are_named(store: Store, settings: Settings) -> None:
    assert store.engine == ("neo4j" if settings.url else "embedded")
    assert store.version[0].isdigit()


def test_what_is_written_comes_back_with_its_types(store: Store) -> None:
    store.apply(written())
    shown = Shown.of(store)
    assert shown == WHOLE
    assert type(shown.nodes[0]["properties"]["year"][0]) is int  # type: ignore[index]
    assert next(n for n in shown.nodes if n["id"] == "t1")["properties"]["former"] is False
    assert shown.evidence[0]["properties"]["recordedFrom"].utcoffset() == timedelta(0)  # type: ignore[union-attr]


def test_writing_twice_changes_nothing(store: Store) -> None:
    store.apply(written())
    store.apply(written())
    assert Shown.of(store) == WHOLE


def test_progress_hears_every_row(store: Store) -> None:
    heard: list[int] = []
    store.apply(written(), heard.append)
    assert sum(heard) == written().size


def test_more_rows_than_a_batch_come_back_once_each(store: Store) -> None:
    people = [node(f"p{i:05}", "Person", {"name": f"职工{i}"}) for i in range(4_100)]
    proof: list[EvidenceRow] = [{**CLOSED, "id": f"e{p['id']}", "source": p["id"]} for p in people]
    store.apply(Delta(nodes_new=[*people, DOCUMENT], evidence_new=proof))
    assert [n["id"] for n in store.nodes()] == ["d1", *(p["id"] for p in people)]
    assert sorted(e["id"] for e in store.evidence()) == [e["id"] for e in proof]


def test_a_retracted_node_keeps_its_edges_and_its_evidence(store: Store) -> None:
    store.apply(written())
    new, gone = retracted(PERSON)
    for _ in range(2):
        store.apply(Delta(labels_new=new, labels_gone=gone))
        assert nodes(store)["p1"] == {**PERSON, "labels": ("Retracted", "Thing")}
        assert (Shown.of(store).edges, Shown.of(store).evidence) == (WHOLE.edges, WHOLE.evidence)
    assert store.read("MATCH (n:Person) RETURN n.id AS id") == []
    assert store.read("MATCH (n:Retracted) RETURN n.id AS id") == [{"id": "p1"}]
    assert store.read("MATCH (:Tenure)-[:HOLDER]->(n:Thing {id: $id}) RETURN n.name AS name", {"id": "p1"}) == [{"name": "顾明远"}]


def test_a_retracted_node_holds_again(store: Store) -> None:
    store.apply(written())
    new, gone = retracted(UNION)
    store.apply(Delta(labels_new=new, labels_gone=gone))
    store.apply(Delta(labels_new=gone, labels_gone=new))
    assert Shown.of(store) == WHOLE
    assert found(store, "江海省总工会") == ["u1"]


def test_a_node_takes_another_class(store: Store) -> None:
    store.apply(written())
    store.apply(Delta(labels_new=[{"id": "u1", "label": "Enterprise"}], labels_gone=[{"id": "u1", "label": "Union"}]))
    assert nodes(store)["u1"]["labels"] == labels("Enterprise")
    assert store.read("MATCH (n:Organization) RETURN labels(n) AS labels, n.name AS name")[0]["name"] == "江海省总工会"


def test_a_node_falls_back_to_the_superclass(store: Store) -> None:
    store.apply(written())
    store.apply(Delta(labels_gone=[{"id": "u1", "label": "Union"}]))
    assert nodes(store)["u1"]["labels"] == labels("Organization")
    store.apply(Delta(labels_new=[{"id": "u1", "label": "Union"}]))
    assert Shown.of(store) == WHOLE


def test_a_value_is_changed_and_another_removed(store: Store) -> None:
    store.apply(written())
    store.apply(Delta(values=[{"id": "u1", "properties": {"name": "望海市总工会", "alias": None, "level": "municipal"}}]))
    assert nodes(store)["u1"]["properties"] == {
        "name": "望海市总工会",
        "level": "municipal",
        "searchText": UNION["properties"]["searchText"],
    }
    assert store.read("MATCH (n:Union {name: $name}) RETURN n.id AS id", {"name": "江海省总工会"}) == []
    assert store.read("MATCH (n:Union {name: $name}) RETURN n.id AS id", {"name": "望海市总工会"}) == [{"id": "u1"}]


def test_evidence_is_written_anew_with_exactly_its_properties(store: Store) -> None:
    store.apply(written())
    changed: EvidenceRow = {**OPEN, "properties": {"version": 2, "recordedFrom": MOMENT}}
    store.apply(Delta(evidence_new=[changed]))
    assert Shown.of(store) == replace(WHOLE, evidence=[changed, CLOSED])


def test_evidence_that_closes_changes_its_type(store: Store) -> None:
    store.apply(written())
    closed: EvidenceRow = {**OPEN, "type": "WAS_STATED_IN", "properties": {**OPEN["properties"], "recordedTo": MOMENT}}
    for _ in range(2):
        store.apply(Delta(evidence_gone=[OPEN], evidence_new=[closed]))
        assert Shown.of(store) == replace(WHOLE, evidence=[closed, CLOSED])


def test_what_is_gone_is_gone_and_nothing_else(store: Store) -> None:
    store.apply(written())
    gone = Delta(evidence_gone=[CLOSED], edges_gone=[RECIPIENT, HOLDER], nodes_gone=["a1", "p1"])
    for _ in range(2):
        store.apply(gone)
        rest = [n for n in WHOLE.nodes if n["id"] not in ("a1", "p1")]
        assert Shown.of(store) == Shown(rest, [WHOLE.edges[1]], [OPEN])


def test_a_deleted_node_takes_its_edges_along(store: Store) -> None:
    store.apply(written())
    store.apply(Delta(nodes_gone=["t1"]))
    assert Shown.of(store) == Shown([n for n in WHOLE.nodes if n["id"] != "t1"], [RECIPIENT], [CLOSED])


def test_two_nodes_of_one_id_are_refused_whole(store: Store) -> None:
    with pytest.raises(StoreError):
        store.apply(Delta(nodes_new=[SOURCE, UNION, {**UNION, "properties": {"name": "另一个"}}]))
    assert [n["id"] for n in store.nodes()] == ["jhgy"]


def test_two_neighbouring_characters_are_found(store: Store) -> None:
    store.apply(written())
    for words in ("江海", "总工", "工会", "江海省总工会"):
        assert found(store, words) == ["u1"]


def test_one_character_and_characters_apart_are_not_found(store: Store) -> None:
    store.apply(written())
    assert found(store, "会") == []
    assert found(store, '"江会"') == []


def test_full_text_follows_what_is_written(store: Store) -> None:
    store.apply(written())
    store.apply(Delta(values=[{"id": "u1", "properties": {"searchText": "望海市总工会"}}]))
    assert found(store, "江海") == []
    assert found(store, "望海") == ["u1"]
    new, gone = retracted(UNION)
    store.apply(Delta(labels_new=new, labels_gone=gone))
    assert found(store, "望海") == []


def test_facts_have_a_full_text_index_of_their_own(store: Store) -> None:
    store.apply(written())
    assert found(store, "主席") == []
    statement = "CALL db.index.fulltext.queryNodes('fact_ft', '主席') YIELD node RETURN node.id AS id"
    assert store.read(statement) == [{"id": "t1"}]


def test_a_store_says_where_it_is_going_and_what_it_shows(store: Store) -> None:
    store.begin("home", "goal")
    assert store.state() == State("home", "", "goal")
    store.finish("goal")
    assert store.state() == State("home", "goal", "")
    store.begin("other", "further")
    assert store.state() == State("other", "", "further")


def test_the_manifest_is_no_thing(store: Store) -> None:
    store.begin("home", "goal")
    assert Shown.of(store) == Shown()


def test_an_emptied_store_can_be_written_anew(store: Store) -> None:
    store.begin("home", "goal")
    store.apply(written())
    store.empty()
    assert store.state() is None
    assert store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]
    store.apply(written())
    assert Shown.of(store) == WHOLE
    assert found(store, "江海") == ["u1"]


@pytest.mark.soak
def test_a_store_of_many_edges_is_emptied(store: Store) -> None:
    works = [node(f"d{i:04}", "Document", {"name": f"要闻{i}"}) for i in range(2_000)]
    proof: list[EvidenceRow] = [{**OPEN, "id": f"e{i}", "source": "p1", "target": f"d{i % 2_000:04}"} for i in range(100_000)]
    store.apply(Delta(nodes_new=[*works, PERSON], evidence_new=proof))
    store.empty()
    assert store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_what_is_written_outlives_the_process_of_the_store(store: Store, settings: Settings) -> None:
    store.apply(written())
    store.close()
    again = open_store(MODEL, settings)
    try:
        assert Shown.of(again) == WHOLE
    finally:
        again.close()
