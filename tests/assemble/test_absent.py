"""Lists that are complete, loaded in any order, again, and taken back: at each moment the graph shows what had been told by then."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import duckdb
import pytest

from kg import pipeline
from kg.assemble import build
from kg.home import Home
from kg.manifest import Manifest
from tests.readings import MODEL
from tests.rosters import roster

GU, HE = {"name": "顾明远"}, {"name": "何清"}
DAYS = ("2023-05-10", "2024-05-03", "2025-05-06")
ORDERS = [*permutations(range(3))]
Shown = list[tuple[str, str, str]]
TIMES = ("former", "possibleTo", "excludedDays", "certainDays")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.prepare()
    return home


def by(manifest: Manifest, moment: str) -> Manifest:
    """What had been kept by a moment."""
    kept = {edition: tuple(v for v in versions if v.recorded <= moment) for edition, versions in manifest.editions.items()}
    return replace(manifest, editions={edition: versions for edition, versions in kept.items() if versions})


def shown(connection: duckdb.DuckDBPyConnection, home: Home, manifest: Manifest) -> Shown:
    """The times of all tenures today."""
    build(connection, "today", home, manifest, MODEL)
    query = """SELECT h.value, v.property, v.value FROM today.value v JOIN today.label l ON l.id = v.id AND l.label = 'Tenure'
    JOIN today.edge e ON e.source = v.id AND e.type = 'HOLDER' JOIN today.value h ON h.id = e.target AND h.property = 'name'
    WHERE v.property IN (SELECT unnest($times)) ORDER BY ALL"""
    return connection.execute(query, {"times": TIMES}).fetchall()


def told(connection: duckdb.DuckDBPyConnection, moment: str) -> Shown:
    """The times of all tenures that were there at a moment, as the graph of today tells them."""
    query = """SELECT h.value, x.property, x.value FROM (
        SELECT id, property, value FROM graph.told_row WHERE since <= $at AND until > $at
        UNION ALL SELECT v.id, v.property, v.value FROM graph.value v
        JOIN graph.recorded r ON r.id = v.id AND r.since <= $at AND r.until > $at
        WHERE NOT EXISTS (SELECT 1 FROM graph.told_row t WHERE t.id = v.id AND t.property = v.property)) x
    JOIN graph.node n ON n.id = x.id AND n.class = 'Tenure'
    JOIN graph.edge e ON e.source = x.id AND e.type = 'HOLDER' JOIN graph.value h ON h.id = e.target AND h.property = 'name'
    WHERE x.property IN (SELECT unnest($times)) ORDER BY ALL"""
    return connection.execute(query, {"times": TIMES, "at": moment}).fetchall()


def require_history(connection: duckdb.DuckDBPyConnection, home: Home) -> None:
    """That the graph tells of each moment what a graph of what had been kept by then shows."""
    manifest = Manifest.load(home)
    build(connection, "graph", home, manifest, MODEL)
    for moment in sorted({v.recorded for versions in manifest.editions.values() for v in versions}):
        assert told(connection, moment) == shown(connection, home, by(manifest, moment)), moment


@pytest.mark.parametrize("last", [(HE,), (GU, HE)], ids=["gone", "back"])
@pytest.mark.parametrize("order", ORDERS, ids=["".join(map(str, order)) for order in ORDERS])
def test_in_every_order_of_loading_each_moment_shows_what_was_known(
    order: tuple[int, ...], last: tuple[dict[str, str], ...], home: Home, connection: duckdb.DuckDBPyConnection
) -> None:
    lists = [(GU, HE), (HE,), last]
    for number, place in enumerate(order, 1):
        roster(home, DAYS[place], *lists[place], recorded=f"2026-06-{number:02d}T00:00:00Z")
    require_history(connection, home)


def test_a_list_loaded_again_with_who_was_missing_takes_the_inference_back(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2023-05-10", GU, HE, recorded="2026-06-01T00:00:00Z")
    roster(home, "2024-05-03", HE, recorded="2026-06-02T00:00:00Z")
    roster(home, "2024-05-03", GU, HE, recorded="2026-06-03T00:00:00Z")
    require_history(connection, home)
    rows = connection.execute("SELECT recorded_from, recorded_to FROM graph.claim_row WHERE method = 'inferred'").fetchall()
    assert rows == [("2026-06-02T00:00:00Z", "2026-06-03T00:00:00Z")]


def test_a_list_that_is_withdrawn_no_longer_ends_a_post(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2023-05-10", GU, HE, recorded="2026-06-01T00:00:00Z")
    roster(home, "2024-05-03", HE, recorded="2026-06-02T00:00:00Z")
    pipeline.withdraw(home, "list/2024-05-03", recorded="2026-06-03T00:00:00Z")
    roster(home, "2024-05-03", HE, recorded="2026-06-04T00:00:00Z")
    require_history(connection, home)
    rows = connection.execute("SELECT recorded_from, recorded_to FROM graph.claim_row WHERE method = 'inferred' ORDER BY 1").fetchall()
    assert rows == [("2026-06-02T00:00:00Z", "2026-06-03T00:00:00Z"), ("2026-06-04T00:00:00Z", "")]


def test_a_list_loaded_again_without_a_row_closes_what_it_said(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2023-05-10", GU, HE, recorded="2026-06-01T00:00:00Z")
    roster(home, "2024-05-03", GU, HE, recorded="2026-06-02T00:00:00Z")
    roster(home, "2024-05-03", HE, recorded="2026-06-03T00:00:00Z")
    roster(home, "2023-05-10", HE, recorded="2026-06-04T00:00:00Z")
    require_history(connection, home)
