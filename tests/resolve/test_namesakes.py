"""Bodies of one name: two where codes or places tell them apart, whatever the order in which their sources were loaded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import permutations
from pathlib import Path

import duckdb
import pytest

from kg import pipeline
from kg.assemble import build, database
from kg.claim import Reading
from kg.home import Home
from kg.ids import digest, named_id
from kg.judgement import Judgement
from kg.manifest import Manifest
from kg.resolve.namesakes import differ, marks_of
from tests.readings import MODEL, SOURCE, Page, reading

NAME = "红星机械厂"
ONE, OTHER = "91990100MA0000001X", "91990100MA0000002Q"
PLACES = ("临江市", "望海市")


def issue(label: str, code: str = "", place: str = "", old: str = "", name: str = NAME) -> Reading:
    """An edition that names the works, with its code or its place where these are given, and its director."""
    page = Page(f"jhgy/{label}", "要闻")
    values = {"creditCode": code} if code else {}
    if place:
        values["place"] = page.entity("Place", place)
    body = page.entity("Enterprise", name, **values)
    page.fact("Tenure", "厂长", holder=page.entity("Person", f"何{label[-1]}"), organization=body, title="厂长")
    if old:
        page.fact("Naming", "曾用名", entity=body, name=old)
    return reading(page, label=label, issued=label)


@contextmanager
def built(tmp_path: Path, *issues: Reading, judged: str = "") -> Iterator[duckdb.DuckDBPyConnection]:
    home = Home(tmp_path / "home")
    home.prepare()
    for number, one in enumerate(issues, 1):
        pipeline.keep(home, MODEL, one, SOURCE, loader="hand 1", recorded=f"2025-12-{number:02d}T00:00:00Z")
    if judged:
        line = Judgement(
            1, "same", "林", "2025-12-20T00:00:00Z", "同一厂", one=judged, other=digest("Organization", NAME, OTHER), keep=judged
        )
        Manifest.load(home).judgements.append(home.judgements, line)
    with database() as connection:
        build(connection, "graph", home, Manifest.load(home), MODEL)
        yield connection


def bodies(connection: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    """For each body its id, and the directors that it has."""
    rows = connection.execute(
        """SELECT o.target, p.value FROM graph.edge o JOIN graph.edge h ON h.source = o.source AND h.type = 'HOLDER'
        JOIN graph.value p ON p.id = h.target AND p.property = 'name' WHERE o.type = 'ORGANIZATION'"""
    ).fetchall()
    return {body: {name for other, name in rows if other == body} for body, _ in rows}


def former(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(connection.execute("SELECT value, id FROM graph.value WHERE property = 'formerId'").fetchall())


def test_two_codes_are_two_bodies_and_the_id_of_their_name_leads_to_the_older(tmp_path: Path) -> None:
    with built(tmp_path, issue("2025-02", OTHER), issue("2025-01", ONE)) as connection:
        first, second = digest("Organization", NAME, ONE), digest("Organization", NAME, OTHER)
        assert bodies(connection) == {first: {"何1"}, second: {"何2"}}
        assert former(connection) == {named_id("Organization", NAME): first}


def test_who_names_neither_speaks_of_the_name_alone(tmp_path: Path) -> None:
    with built(tmp_path, issue("2025-01", ONE), issue("2025-02", OTHER), issue("2025-03")) as connection:
        assert bodies(connection)[named_id("Organization", NAME)] == {"何3"}
        assert former(connection) == {}


def test_one_code_is_one_body_with_those_who_do_not_give_it(tmp_path: Path) -> None:
    with built(tmp_path, issue("2025-01", ONE), issue("2025-02", ONE, PLACES[0]), issue("2025-03")) as connection:
        assert bodies(connection) == {named_id("Organization", NAME): {"何1", "何2", "何3"}}


def test_two_places_are_two_bodies(tmp_path: Path) -> None:
    with built(
        tmp_path, issue("2025-01", "", "临江市"), issue("2025-02", "", "望海市"), issue("2025-03", "", "江海省临江市")
    ) as connection:
        assert sorted(bodies(connection).values(), key=sorted) == [{"何1", "何3"}, {"何2"}]


def test_the_order_of_loading_changes_nothing(tmp_path: Path) -> None:
    issues = [issue("2025-01", ONE), issue("2025-02", OTHER, PLACES[1]), issue("2025-03", "", PLACES[1])]
    found = []
    for number, order in enumerate(permutations(issues)):
        with built(tmp_path / str(number), *order) as connection:
            found.append((bodies(connection), former(connection)))
    assert all(one == found[0] for one in found)


def test_a_corrected_code_is_no_second_body(tmp_path: Path) -> None:
    with built(tmp_path, issue("2025-01", OTHER), issue("2025-02", ONE), issue("2025-01", ONE)) as connection:
        assert list(bodies(connection)) == [named_id("Organization", NAME)]


def test_a_former_name_that_several_bear_joins_none_of_them(tmp_path: Path) -> None:
    heir = issue("2025-03", old=NAME, name="江海红星机械有限公司")
    with built(tmp_path, issue("2025-01", ONE), issue("2025-02", OTHER), heir) as connection:
        assert len(bodies(connection)) == 3


def test_the_id_of_the_name_can_be_judged_the_same_as_another_body(tmp_path: Path) -> None:
    bare = named_id("Organization", NAME)
    with built(tmp_path, issue("2025-01", ONE), issue("2025-02", OTHER), judged=bare) as connection:
        assert bodies(connection) == {bare: {"何1", "何2"}}


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ({(ONE, ""), ("", "临江市")}, 0),
        ({(ONE, "临江市"), ("", "望海市")}, 2),
        ({(ONE, "临江市"), (OTHER, "望海市"), ("", "望海市")}, 2),
        ({(ONE, ""), (OTHER, ""), ("", "望海市")}, 2),
        ({(ONE, ""), ("", "临江市"), ("", "望海市")}, 3),
        ({("", "江海省"), ("", "临江市")}, 0),
        ({("", "江海省"), ("", "江海省临江市"), ("", "江海省望海市")}, 2),
    ],
)
def test_marks_are_what_is_certainly_told_apart(said: set[tuple[str, str]], count: int) -> None:
    assert len(set(marks_of(said).values())) == count


@pytest.mark.parametrize(
    ("one", "other", "two"), [("临江市", "江海省临江市", False), ("临江市", "海门区", False), ("海门区", "城关区", True)]
)
def test_places_differ_where_they_are_of_one_rank(one: str, other: str, two: bool) -> None:
    assert differ(one, other) is two
