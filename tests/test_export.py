from __future__ import annotations

from io import BytesIO
from pathlib import Path

from rdflib import Graph

from kg import pipeline
from kg.export import export_data, export_ontology
from kg.home import Home
from kg.model import ONTOLOGY
from kg.pipeline import Progress
from kg.store import Settings, Store, open_store
from tests.readings import MODEL
from tests.store.editions import bring, turtle


def exported(store: Store, *, history: bool) -> tuple[int, bytes]:
    output = BytesIO()
    return export_data(store, MODEL, output, history=history), output.getvalue()


def test_both_engines_give_the_same_turtle_and_again_after_a_rebuild(
    embedded_settings: Settings, neo4j_settings: Settings, tmp_path: Path
) -> None:
    shown: list[bytes] = []
    for number, settings in enumerate((embedded_settings, neo4j_settings)):
        home = Home(tmp_path / f"home{number}")
        home.prepare()
        store = open_store(MODEL, settings)
        try:
            bring(store, home, 1)
            bring(store, home, 2)
            shown.append(turtle(store))
            pipeline.rebuild(store, home, MODEL, take_over=False, progress=Progress())
            shown.append(turtle(store))
        finally:
            store.close()
    assert len(shown[0]) > 10_000
    assert set(shown) == {shown[0]}


def test_the_turtle_is_sorted_and_has_no_blank_nodes(store: Store, home: Home) -> None:
    bring(store, home, 1)
    count, data = exported(store, history=False)
    subjects = [line.split(" ")[0] for line in data.decode().splitlines() if line.startswith(("id:", "<"))]
    assert len(subjects) > 30
    assert len(subjects) == len(set(subjects))
    assert b"_:" not in data
    assert len(Graph().parse(data=data, format="turtle")) == count


def test_history_adds_what_is_closed_and_retracted(store: Store, home: Home) -> None:
    bring(store, home, 1)
    bring(store, home, 2)
    today, all_time = exported(store, history=False), exported(store, history=True)
    assert today[0] < all_time[0]
    assert b"ug:recordedTo" not in today[1]
    assert b"ug:recordedTo" in all_time[1]
    assert b"Retracted" not in all_time[1]


def test_evidence_is_a_resource_with_its_quote(store: Store, home: Home) -> None:
    bring(store, home, 1)
    graph = Graph().parse(data=exported(store, history=False)[1], format="turtle")
    pattern = "?e ug:states ?t ; ug:statedIn ?d ; ug:quote ?q . ?t a ug:Tenure"
    assert len(graph.query(f"PREFIX ug: <{ONTOLOGY}> SELECT ?t WHERE {{ {pattern} }}")) >= 8


def test_what_serves_the_engines_is_not_exported(store: Store, home: Home) -> None:
    bring(store, home, 1)
    data = exported(store, history=True)[1]
    assert b"searchText" not in data
    assert b"sortKey" not in data


def test_the_ontology_is_the_same_bytes_each_time() -> None:
    first, second = BytesIO(), BytesIO()
    assert export_ontology(first) == export_ontology(second) > 1_000
    assert first.getvalue() == second.getvalue()
