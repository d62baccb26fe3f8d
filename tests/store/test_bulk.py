"""The embedded engine's bulk way: the same graph as by Cypher, and what a crash in its midst leaves is finished by the next load."""

from __future__ import annotations

import signal

import pytest

from kg.delta import Delta, EdgeRow
from kg.store import Settings, Store, bulk
from tests.store.graph import (
    AWARD,
    CLOSED,
    DOCUMENT,
    HOLDER,
    MOMENT,
    OPEN,
    ORGANIZATION,
    PERSON,
    RECIPIENT,
    SOURCE,
    TENURE,
    UNION,
    WHOLE,
    Shown,
    found,
    node,
    retracted,
    written,
)
from tests.store.test_crash import finish, whole
from tests.store.worker import start

__all__ = ["whole"]


@pytest.fixture
def settings(embedded_settings: Settings) -> Settings:
    return embedded_settings


@pytest.fixture
def everything_in_bulk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "LEAST_ROWS", 1)
    monkeypatch.setattr(bulk, "_CHUNK", 2)


@pytest.mark.usefixtures("everything_in_bulk")
def test_the_bulk_way_writes_what_cypher_writes(store: Store) -> None:
    heard: list[int] = []
    store.apply(written(), heard.append)
    assert sum(heard) == written().size
    assert Shown.of(store) == WHOLE
    assert found(store, "江海") == ["u1"]
    asked = "MATCH (:Thing)-[e:STATED_IN]->() WHERE e.recordedFrom <= $moment RETURN e.id AS id"
    assert store.read(asked, {"moment": MOMENT}) == [{"id": "e1"}]
    assert store.read(asked, {"moment": MOMENT.replace(second=0)}) == []
    assert store.read("MATCH (a:Award) WHERE 2020 IN a.year RETURN a.id AS id") == [{"id": "a1"}]


@pytest.mark.usefixtures("everything_in_bulk")
def test_what_is_retracted_goes_the_bulk_way_too(store: Store) -> None:
    gone = {**PERSON, "labels": ("Retracted", "Thing")}
    store.apply(Delta(nodes_new=[gone], size=1))
    assert Shown.of(store).nodes == [gone]


def test_a_graph_that_is_there_is_added_to(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.apply(Delta(nodes_new=[DOCUMENT, PERSON, TENURE], edges_new=[HOLDER], evidence_new=[CLOSED], size=5))
    monkeypatch.setattr(bulk, "LEAST_ROWS", 1)
    store.apply(Delta(nodes_new=[AWARD, SOURCE, UNION], edges_new=[ORGANIZATION, RECIPIENT], evidence_new=[OPEN], size=6))
    assert Shown.of(store) == WHOLE
    asked = "MATCH (:Person {id: 'p1'})<-[e]-(x:Thing) RETURN type(e) AS edge, x.id AS other ORDER BY edge"
    assert store.read(asked) == [{"edge": "HOLDER", "other": "t1"}, {"edge": "RECIPIENT", "other": "a1"}]
    asked = "MATCH (:Tenure {id: 't1'})-[e]->(x:Thing) RETURN type(e) AS edge, x.id AS other ORDER BY edge"
    assert [r["other"] for r in store.read(asked)] == ["p1", "u1", "d1"]


def test_what_goes_and_changes_in_a_large_difference_goes_and_changes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.apply(written())
    monkeypatch.setattr(bulk, "LEAST_ROWS", 1)
    new, gone = retracted(PERSON)
    union = node("u2", "Union", {"name": "江海市总工会", "searchText": "江海市总工会"})
    edge: EdgeRow = {"source": "t1", "type": "ORGANIZATION", "target": "u2"}
    store.apply(
        Delta(
            edges_gone=[ORGANIZATION],
            nodes_new=[union],
            labels_new=new,
            labels_gone=gone,
            values=[{"id": "t1", "properties": {"title": "副主席"}}],
            edges_new=[edge],
            size=9,
        )
    )
    assert store.read("MATCH (n:Retracted) RETURN n.id AS id") == [{"id": "p1"}]
    asked = "MATCH (t:Tenure)-[:ORGANIZATION]->(o:Union) RETURN t.title AS title, o.id AS id"
    assert store.read(asked) == [{"title": "副主席", "id": "u2"}]
    assert store.read("MATCH (t:Tenure)-[:HOLDER]->(p:Retracted) RETURN p.id AS id") == [{"id": "p1"}]


@pytest.mark.parametrize("row", [1, 35, 100])
def test_a_bulk_load_that_was_killed_is_finished_by_the_next(settings: Settings, whole: tuple[bytes, int], row: int) -> None:
    process = start(settings, "bulk", str(row))
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (-signal.SIGKILL, "", "")
    assert finish(settings) == (whole[0], 0)
