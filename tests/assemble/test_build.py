from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from kg import pipeline
from kg.assemble import afford, build, database, difference
from kg.assemble.sql import TABLES
from kg.claim import Reading
from kg.errors import KeptError
from kg.home import Home
from kg.ids import digest, named_id
from kg.manifest import Manifest, Version
from kg.source import Source
from tests.readings import MODEL, OTHER, SOURCE, Page, meeting, reading

Table = Callable[[str], list[tuple[Any, ...]]]


def keep(home: Home, *readings: Reading, source: Source = SOURCE) -> Manifest:
    for day, read in enumerate(readings, 1):
        pipeline.keep(home, MODEL, read, source, loader="hand 1", recorded=f"2025-12-{day:02d}T00:00:00Z")
    return Manifest.load(home)


def tables(connection: duckdb.DuckDBPyConnection, home: Home, manifest: Manifest, schema: str = "graph") -> Table:
    build(connection, schema, home, manifest, MODEL)
    return lambda name: sorted(connection.execute(f"FROM {schema}.{name}").fetchall())


def names(connection: duckdb.DuckDBPyConnection, label: str) -> list[str]:
    rows = connection.execute(
        "SELECT v.value FROM graph.value v JOIN graph.label l ON l.id = v.id WHERE v.property = 'name' AND l.label = ? ORDER BY 1", [label]
    )
    return [row[0] for row in rows.fetchall()]


def test_a_node_bears_its_class_and_every_superclass(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    table = tables(connection, home, keep(home, reading(meeting())))
    union = named_id("Organization", "江海省总工会")
    assert {label for node, label in table("label") if node == union} == {"Union", "Organization", "Agent", "Entity", "Thing"}


def test_a_fact_is_identified_by_its_class_and_parties(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    table = tables(connection, home, keep(home, reading(meeting())))
    person = next(target for _, kind, target in table("edge") if kind == "HOLDER")
    union = named_id("Organization", "江海省总工会")
    tenure = digest("Tenure", f"holder={person}", f"organization={union}", "title=主席")
    assert (tenure, "ORGANIZATION", union) in table("edge")
    assert (tenure, "title", "主席") in table("value")
    assert (tenure, "attestedFrom", "2025-11-13") in table("value")


def test_evidence_says_what_its_place_states(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    table = tables(connection, home, keep(home, reading(meeting())))
    said = {value for _, prop, value in table("evidence_value") if prop == "stated"}
    assert {"role=chaired", "agent=顾明远", "activity=江海省总工会全体会议"} <= said
    assert {kind for _, _, kind, _ in table("evidence")} == {"STATED_IN"}


def test_the_same_post_told_twice_is_one_fact_with_two_pieces_of_evidence(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    table = tables(connection, home, keep(home, reading(meeting(), meeting(title="要闻"))))
    tenures = [node for node, label in table("label") if label == "Tenure"]
    assert len(tenures) == 1
    assert len([e for e in table("evidence") if e[1] == tenures[0]]) == 2


def test_one_meeting_told_in_two_documents_is_one_event(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    tables(connection, home, keep(home, reading(meeting(), meeting(title="要闻"))))
    assert names(connection, "Event") == ["江海省总工会全体会议"]


def test_a_name_alone_never_merges_two_people(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    one, other = Page("jhgy/2025-11", "一"), Page("jhgy/2025-11", "二")
    for page, company in ((one, "临江轴承有限公司"), (other, "望海港务有限公司")):
        person = page.entity("Person", "张伟")
        firm = page.entity("Enterprise", company)
        page.fact("Tenure", f"{company}班长张伟", holder=person, organization=firm, title="班长")
    tables(connection, home, keep(home, reading(one, other)))
    assert names(connection, "Person") == ["张伟", "张伟"]


def test_a_shared_organisation_makes_one_person_of_two_mentions(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    tables(connection, home, keep(home, reading(meeting(), meeting(title="要闻", role="spoke"))))
    assert names(connection, "Person") == ["顾明远"]


def test_what_a_source_ceases_to_say_is_closed_and_retracted(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    changed = meeting()
    changed.claims = changed.claims[:-1]
    changed.text += "更正\n"
    table = tables(connection, home, keep(home, reading(meeting()), reading(changed)))
    gone = [node for node, label in table("label") if label == "Retracted"]
    assert len(gone) == 1
    assert {label for node, label in table("label") if node == gone[0]} == {"Thing", "Retracted"}
    assert {value for node, prop, value in table("value") if node == gone[0] and prop == "was"} == {"Fact", "Participation"}
    closed = next(e for e in table("evidence") if e[1] == gone[0])
    assert closed[2] == "WAS_STATED_IN"
    assert (closed[0], "recordedTo", "2025-12-02T00:00:00Z") in table("evidence_value")


def test_said_unsaid_and_said_again_gives_two_intervals(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    without = meeting()
    without.claims = without.claims[:-1]
    without.text += "更正\n"
    table = tables(connection, home, keep(home, reading(meeting()), reading(without), reading(meeting())))
    fact = next(node for node, label in table("label") if label == "Participation")
    kinds = sorted(e[2] for e in table("evidence") if e[1] == fact)
    assert kinds == ["STATED_IN", "WAS_STATED_IN"]


def test_what_a_better_loader_no_longer_finds_was_never_said(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    table = tables(connection, home, keep(home, reading(meeting()), reading(meeting(role="spoke"))))
    assert [v for _, p, v in table("value") if p == "role"] == ["spoke"]
    assert "Retracted" not in {label for _, label in table("label")}


def test_the_higher_source_is_shown_and_the_other_kept_beside(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    one, other = Page("jhgy/2025-11", "一"), Page("wang/2025-11", "二")
    for page, level in ((one, "municipal"), (other, "county")):
        page.entity("Union", "望海市总工会", level=level)
    keep(home, reading(one))
    table = tables(connection, home, keep(home, reading(other, source=OTHER), source=OTHER))
    union = named_id("Organization", "望海市总工会")
    assert (union, "level", "county") in table("value")
    assert (union, "alternatives", "level=municipal") in table("value")


def test_classes_that_exclude_one_another_leave_their_common_superclass(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    one, other = Page("jhgy/2025-11", "一"), Page("jhgy/2025-11", "二")
    one.entity("Hospital", "望海职工疗养院")
    other.entity("Enterprise", "望海职工疗养院")
    table = tables(connection, home, keep(home, reading(one, other)))
    assert {row[1] for row in table("node") if row[0] == named_id("Organization", "望海职工疗养院")} == {"Organization"}


def test_the_order_of_loading_changes_nothing(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    editions = [(reading(meeting()), SOURCE), (reading(meeting("wang/2025-11", "要闻"), source=OTHER), OTHER)]
    shown = []
    for turn in (editions, editions[::-1]):
        home = Home(tmp_path / str(len(shown)))
        home.prepare()
        for read, source in turn:
            pipeline.keep(home, MODEL, read, source, loader="hand 1", recorded="2025-12-01T00:00:00Z")
        table = tables(connection, home, Manifest.load(home))
        shown.append([table(name) for name in ("label", "value", "edge", "evidence", "evidence_value")])
    assert shown[0] == shown[1]


def test_a_difference_leads_from_one_build_to_the_other(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    first = keep(home, reading(meeting()))
    build(connection, "before", home, first, MODEL)
    build(connection, "after", home, keep(home, reading(meeting()), reading(meeting(role="spoke"))), MODEL)
    delta = difference(connection, "before", "after", MODEL)
    assert [n["properties"]["role"] for n in delta.nodes_new] == ["spoke"]
    assert len(list(delta.nodes_gone)) == 1
    assert list(delta.values) == []


def test_no_difference_between_two_builds_of_one_manifest(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    manifest = keep(home, reading(meeting(), meeting(title="要闻")))
    build(connection, "before", home, manifest, MODEL)
    build(connection, "after", home, manifest, MODEL)
    assert difference(connection, "before", "after", MODEL).size == 0


def test_an_empty_manifest_is_an_empty_graph(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("CREATE SCHEMA before; " + TABLES.format(s="before"))
    build(connection, "after", home, Manifest.new(), MODEL)
    assert difference(connection, "before", "after", MODEL).size == 0


def test_memory_that_does_not_suffice_is_told_in_a_sentence() -> None:
    with pytest.raises(KeptError, match=r"^The memory of this machine"), database() as connection:
        connection.execute("SET memory_limit = '10MB'; SET temp_directory = ''; SELECT list(md5(i::VARCHAR)) FROM range(1000000) t(i)")


def test_memory_grows_with_the_rows_of_claims(connection: duckdb.DuckDBPyConnection) -> None:
    few, many = (
        Manifest.new().with_version("a/b", Version(1, "2025-12-01T00:00:00Z", "first", claims="x", rows=rows)) for rows in (10, 2_000_000)
    )
    limits = []
    for manifest in (few, many):
        afford(connection, manifest)
        limits += connection.execute("SELECT current_setting('memory_limit')").fetchall()
    assert limits == [("953.6 MiB",), ("1.1 GiB",)]


def test_a_second_build_takes_no_memory_from_the_first(connection: duckdb.DuckDBPyConnection) -> None:
    many = Manifest.new().with_version("a/b", Version(1, "2025-12-01T00:00:00Z", "first", claims="x", rows=2_000_000))
    for manifest in (many, Manifest.new()):
        afford(connection, manifest)
    assert connection.execute("SELECT current_setting('memory_limit')").fetchall() == [("1.1 GiB",)]
