from __future__ import annotations

from pathlib import Path

import pytest

from kg import pipeline
from kg.assemble import database
from kg.assemble.build import build
from kg.delta import Delta
from kg.errors import StoreError
from kg.home import Home
from kg.manifest import Manifest
from kg.pipeline import Progress
from kg.store import Settings, State, Store, open_store
from tests.readings import MODEL
from tests.store.editions import bring, keep, turtle
from tests.store.graph import PERSON, SOURCE, Shown


class Heard(Progress):
    """Progress that remembers what it was told."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, int | None]] = []
        self.rows = 0

    def step(self, name: str, total: int | None = None) -> None:
        self.steps.append((name, total))

    def advance(self, rows: int) -> None:
        self.rows += rows


def again(store: Store, home: Home, before: Manifest | None = None) -> int:
    return pipeline.bring(store, home, Manifest.load(home), MODEL, before=before, progress=Progress())


def rebuilt(store: Store, home: Home) -> bytes:
    pipeline.rebuild(store, home, MODEL, take_over=False, progress=Progress())
    return turtle(store)


def test_a_load_writes_what_is_kept(store: Store, home: Home) -> None:
    manifest, heard = keep(home, 1), Heard()
    size = pipeline.bring(store, home, manifest, MODEL, before=None, progress=heard)
    assert heard.steps == [("assemble", None), ("compare", None), ("write", size)]
    assert heard.rows == size > 100
    assert store.state() == State(manifest.home, pipeline.state(manifest, MODEL), "")


def test_what_is_shown_is_what_was_built(store: Store, home: Home) -> None:
    bring(store, home, 1)
    bring(store, home, 2)
    shown = Shown.of(store)
    with database() as connection:
        build(connection, "graph", home, Manifest.load(home), MODEL)
        nodes = connection.execute("SELECT id, array_agg(label ORDER BY label) FROM graph.label GROUP BY id ORDER BY id").fetchall()
        edges = connection.execute("SELECT source, type, target FROM graph.edge ORDER BY type, source, target").fetchall()
        evidence = connection.execute("SELECT id, source, type, target FROM graph.evidence ORDER BY id").fetchall()
    assert [(n["id"], list(n["labels"])) for n in shown.nodes] == nodes
    assert [tuple(e.values()) for e in shown.edges] == edges
    assert [(e["id"], e["source"], e["type"], e["target"]) for e in shown.evidence] == evidence


def test_loading_again_writes_nothing(store: Store, home: Home) -> None:
    bring(store, home, 1)
    before = turtle(store)
    assert bring(store, home, 1) == 0
    assert turtle(store) == before


def test_a_second_version_writes_the_difference_alone(store: Store, home: Home) -> None:
    bring(store, home, 1)
    part, shown = bring(store, home, 2), turtle(store)
    assert store.read("MATCH (n:Retracted) RETURN count(n) AS n")[0]["n"] > 0
    assert 0 < part < pipeline.rebuild(store, home, MODEL, take_over=False, progress=Progress())
    assert turtle(store) == shown


def test_a_withdrawn_edition_leaves_what_others_say(store: Store, home: Home) -> None:
    bring(store, home, 1)
    before = Manifest.load(home)
    kept = pipeline.withdraw(home, "wang/2025-11", recorded="2025-12-09T00:00:00Z")
    pipeline.bring(store, home, kept.manifest, MODEL, before=before, progress=Progress())
    assert store.read("MATCH (n:Edition) RETURN n.id AS id") == [{"id": "jhgy/2025-11"}]
    assert turtle(store) == rebuilt(store, home)


def test_a_load_that_was_cut_off_is_finished(store: Store, home: Home) -> None:
    bring(store, home, 1)
    expected = turtle(store)
    gone = store.read("MATCH (n:Fact) RETURN n.id AS id ORDER BY id LIMIT 5")
    store.begin(Manifest.load(home).home, pipeline.state(Manifest.load(home), MODEL))
    store.apply(Delta(nodes_gone=[row["id"] for row in gone]))
    assert again(store, home, before=Manifest.load(home)) > 0
    assert turtle(store) == expected
    assert again(store, home) == 0


def test_a_store_of_unknown_state_is_brought_to_what_is_kept(store: Store, home: Home) -> None:
    bring(store, home, 1)
    expected = turtle(store)
    person = store.read("MATCH (n:Person) RETURN n.id AS id ORDER BY id LIMIT 1")[0]["id"]
    store.apply(
        Delta(
            nodes_gone=[store.read("MATCH (n:Tenure) RETURN n.id AS id ORDER BY id LIMIT 1")[0]["id"]],
            nodes_new=[PERSON],
            labels_new=[{"id": person, "label": "Retracted"}],
            labels_gone=[{"id": person, "label": name} for name in ("Person", "Agent", "Entity")],
            values=[{"id": person, "properties": {"name": "别人", "gender": None, "was": ["Person"]}}],
            edges_new=[{"source": person, "type": "PLACE", "target": "p1"}],
            evidence_gone=list(store.evidence())[:3],
        )
    )
    store.finish("a state that nobody knows")
    assert again(store, home, before=Manifest.load(home)) > 0
    assert turtle(store) == expected


def test_a_restored_backup_is_followed(store: Store, home: Home) -> None:
    bring(store, home, 1)
    expected, saved = turtle(store), home.manifest.read_bytes()
    bring(store, home, 2)
    home.manifest.write_bytes(saved)
    assert again(store, home) > 0
    assert turtle(store) == expected


def test_a_database_that_another_program_wrote_is_refused(store: Store, home: Home) -> None:
    store.apply(Delta(nodes_new=[SOURCE]))
    with pytest.raises(StoreError, match="did not write"):
        bring(store, home, 1)
    assert [n["id"] for n in store.nodes()] == ["jhgy"]


def test_a_database_of_another_home_is_refused_and_can_be_taken_over(store: Store, home: Home, tmp_path: Path) -> None:
    bring(store, home, 1)
    expected = turtle(store)
    other = Home(tmp_path / "other")
    other.prepare()
    keep(other, 1, pages=2)
    for refused in (again, rebuilt):
        with pytest.raises(StoreError, match="another KG_HOME"):
            refused(store, other)
    assert turtle(store) == expected
    pipeline.rebuild(store, other, MODEL, take_over=True, progress=Progress())
    assert turtle(store) != expected
    with pytest.raises(StoreError, match="another KG_HOME"):
        again(store, home)
    pipeline.rebuild(store, home, MODEL, take_over=True, progress=Progress())
    assert turtle(store) == expected


def test_an_empty_home_is_an_empty_graph(store: Store, home: Home) -> None:
    assert pipeline.rebuild(store, home, MODEL, take_over=False, progress=Progress()) == 0
    assert Shown.of(store) == Shown()
    assert store.state() == State(Manifest.load(home).home, pipeline.state(Manifest.load(home), MODEL), "")


def test_an_engine_that_was_removed_is_made_again(embedded_settings: Settings, home: Home) -> None:
    shown = []
    for _ in range(2):
        store = open_store(MODEL, embedded_settings)
        bring(store, home, 1)
        shown.append(turtle(store))
        store.close()
        for path in sorted((home.folder / "engine").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    assert shown[0] == shown[1]
