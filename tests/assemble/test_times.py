"""When things hold: terms, bounds and certainty, worked out from all claims; and what was told of them at an earlier moment."""

from __future__ import annotations

import duckdb
import pytest

from kg import pipeline
from kg.assemble import build
from kg.home import Home
from kg.manifest import Manifest
from kg.source import Source
from kg.values import first_day, last_day
from tests.readings import MODEL, SOURCE, Page, reading
from tests.rosters import OTHER_LIST, roster


def tenure(connection: duckdb.DuckDBPyConnection, home: Home, label: str = "Tenure") -> dict[str, list[str]]:
    """The values of the one tenure with the title 主席 (or of the one thing of another class)."""
    build(connection, "graph", home, Manifest.load(home), MODEL)
    rows = connection.execute(
        """SELECT v.property, v.value FROM graph.value v JOIN graph.node n ON n.id = v.id WHERE n.class = $label AND (n.class <> 'Tenure'
        OR n.id IN (SELECT id FROM graph.value WHERE property = 'title' AND value = '主席')) ORDER BY ALL""",
        {"label": label},
    ).fetchall()
    found: dict[str, list[str]] = {}
    for prop, value in rows:
        found.setdefault(prop, []).append(value)
    return found


def days(found: dict[str, list[str]]) -> tuple[list[str], list[str], list[str], list[str]]:
    return tuple(found.get(p, []) for p in ("possibleFrom", "possibleTo", "excludedDays", "certainDays"))  # type: ignore[return-value]


@pytest.mark.parametrize("date", ["2024", "2024-02", "2023-02", "2024-02-29", "2021-Q1", "2021-Q4", "2021/2025", "2020-12", "2024/.."])
def test_sql_and_python_know_the_same_bounds(connection: duckdb.DuckDBPyConnection, date: str) -> None:
    assert connection.execute("SELECT opens($d), closes($d)", {"d": date}).fetchone() == (first_day(date), last_day(date))


def test_an_undated_post_is_never_excluded_and_certain_where_it_is_shown(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2021-05-03", {})
    roster(home, "2022-05-03", {})
    found = tenure(connection, home)
    assert days(found) == (["0001-01-01"], ["9999-12-31"], [], ["2021-05-03/2022-05-03"])
    assert (found["attestedFrom"], found["attestedTo"]) == (["2021-05-03"], ["2022-05-03"])
    assert "terms" not in found


def test_a_month_alone_makes_no_day_certain_and_two_do(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2021-05", {})
    assert "certainDays" not in tenure(connection, home)
    roster(home, "2021-08", {})
    assert tenure(connection, home)["certainDays"] == ["2021-05-31/2021-08-01"]


def test_terms_are_all_stated_intervals_and_the_latest_is_shown(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2025-05-03", {"start": "2008", "end": "2013"}, {"start": "2018-03"})
    found = tenure(connection, home)
    assert found["terms"] == ["2008..2013", "2018-03.."]
    assert (found["start"], found.get("end"), found.get("alternatives")) == (["2018-03"], None, None)
    assert days(found) == (["2008-01-01"], ["9999-12-31"], ["2014-01-01/2018-02-28"], ["2008-12-31/2013-01-01", "2018-03-31/2025-05-03"])
    assert (found["attestedFrom"], found["attestedTo"]) == (["2025-05-03"], ["2025-05-03"])


def test_a_finer_start_and_a_later_end_belong_to_one_term(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2019-05-03", {"start": "2018"})
    roster(home, "2020-05-03", {"start": "2018-03"})
    roster(home, "2023-05-03", {"start": "2018-03", "end": "2021-06"})
    roster(home, "2024-05-03", {"end": "2021"}, source=OTHER_LIST)
    found = tenure(connection, home)
    assert found["terms"] == ["2018-03..2021-06"]
    assert days(found)[:2] == (["2018-03-01"], ["2021-06-30"])


def test_former_ends_the_latest_term_by_the_day_of_its_document(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2019-05-03", {"start": "2018"})
    roster(home, "2021-06", {"former": "true"}, source=OTHER_LIST)
    found = tenure(connection, home)
    assert found["former"] == ["true"]
    assert days(found) == (["2018-01-01"], ["2021-06-30"], [], ["2018-12-31/2019-05-03"])


def test_who_is_shown_after_being_called_former_holds_the_post_again(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2019-05-03", {"former": "true"})
    roster(home, "2021-05-03", {})
    found = tenure(connection, home)
    assert found["former"] == ["false"]
    assert days(found)[1] == ["9999-12-31"]


def test_a_post_shown_after_its_stated_terms_is_not_excluded_there(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2012-05-03", {"start": "2008", "end": "2013"})
    roster(home, "2024-05-03", {}, source=OTHER_LIST)
    found = tenure(connection, home)
    assert days(found)[1:3] == (["9999-12-31"], [])
    assert "2024-05-03/2024-05-03" in found["certainDays"]


def test_a_complete_list_ends_the_post_of_who_is_missing(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2021-05-03", {}, {"name": "林知远", "title": "委员"})
    roster(home, "2022-05-03", {"name": "林知远", "title": "委员"}, recorded="2025-12-02T00:00:00Z")
    found = tenure(connection, home)
    assert found["former"] == ["true"]
    assert days(found) == (["0001-01-01"], ["2022-05-03"], [], ["2021-05-03/2021-05-03"])
    inferred = connection.execute(
        """SELECT e.type, q.value, f.value FROM graph.evidence e JOIN graph.evidence_value m ON m.id = e.id AND m.property = 'method'
        JOIN graph.evidence_value q ON q.id = e.id AND q.property = 'quote' JOIN graph.evidence_value f ON f.id = e.id
        AND f.property = 'recordedFrom' WHERE m.value = 'inferred'"""
    ).fetchall()
    assert inferred == [("STATED_IN", "领导名册", "2025-12-02T00:00:00Z")]


def test_who_is_listed_again_later_is_not_ended(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2021-05-03", {})
    roster(home, "2022-05-03")
    roster(home, "2023-05-03", {})
    assert days(tenure(connection, home))[1] == ["9999-12-31"]


def test_the_days_not_excluded_are_kept_for_each_time_in_which_they_were_told(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2019-05-03", {"start": "2008", "end": "2013"})
    assert "heldDays" not in tenure(connection, home)
    roster(home, "2025-05-03", {"start": "2018-03"}, recorded="2025-12-02T00:00:00Z", source=OTHER_LIST)
    assert tenure(connection, home)["heldDays"] == [
        "2025-12-01T00:00:00Z/9999-12-31T23:59:59Z 2008-01-01/2013-12-31",
        "2025-12-02T00:00:00Z/9999-12-31T23:59:59Z 2018-03-01/9999-12-31",
    ]


def test_a_list_that_is_not_complete_ends_nothing(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    part = Source.parse("id: part\nname: 部分名册\n", "part.yml")
    roster(home, "2021-05-03", {}, source=part)
    roster(home, "2022-05-03", source=part)
    assert days(tenure(connection, home))[1] == ["9999-12-31"]


def test_a_list_loaded_again_without_a_row_closes_it(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2021-05-03", {}, {"name": "林知远", "title": "委员"})
    roster(home, "2021-05-03", {"name": "林知远", "title": "委员"}, recorded="2025-12-02T00:00:00Z")
    found = tenure(connection, home)
    assert found["was"] == ["Fact", "Tenure"]
    assert found["recorded"] == ["2025-12-01T00:00:00Z/2025-12-02T00:00:00Z"]


def test_what_was_told_earlier_is_kept_with_its_recorded_time(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2019-05-03", {"start": "2018"})
    roster(home, "2023-05-03", {"start": "2018", "end": "2021"}, recorded="2025-12-09T00:00:00Z")
    found = tenure(connection, home)
    assert found["recorded"] == ["2025-12-01T00:00:00Z/9999-12-31T23:59:59Z"]
    told = {line[42:]: line[:41] for line in found["told"]}
    first, last = "2025-12-01T00:00:00Z/2025-12-09T00:00:00Z", "2025-12-09T00:00:00Z/9999-12-31T23:59:59Z"
    assert told["possibleTo=9999-12-31"] == first
    assert told["possibleTo=2021-12-31"] == told["end=2021"] == told["endLast=2021-12-31"] == last
    assert not any(line.startswith(("start=", "title=", "possibleFrom=")) for line in told)


def test_what_never_changed_is_told_once(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    roster(home, "2019-05-03", {"start": "2018"})
    assert "told" not in tenure(connection, home)


def test_an_event_is_over_with_its_day_and_its_participations_with_it(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    page = Page("jhgy/2025-11", "大事记", kind="chronicle")
    person, event = page.entity("Person", "顾明远"), page.entity("Event", "全体会议", start="2025-11-13")
    page.fact("Participation", "顾明远主持会议", agent=person, activity=event, role="chaired")
    pipeline.keep(home, MODEL, reading(page), SOURCE, loader="hand", recorded="2025-12-01T00:00:00Z")
    day = ["2025-11-13"]
    assert days(tenure(connection, home, "Event")) == (day, day, [], ["2025-11-13/2025-11-13"])
    assert days(tenure(connection, home, "Participation")) == (day, day, [], ["2025-11-13/2025-11-13"])


def test_a_figure_is_of_the_whole_of_its_period(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    page = Page("jhgy/2025-11", "数字")
    page.fact("Observation", "2024年以来建会48家", subject="江海省总工会", metric="建会数", value="48", unit="家", period="2024/..")
    pipeline.keep(home, MODEL, reading(page), SOURCE, loader="hand", recorded="2025-12-01T00:00:00Z")
    assert days(tenure(connection, home, "Observation")) == (["2024-01-01"], ["9999-12-31"], [], ["2024-01-01/9999-12-31"])


def test_an_award_holds_from_its_first_year_on(home: Home, connection: duckdb.DuckDBPyConnection) -> None:
    page = Page("jhgy/2025-11", "光荣榜")
    person, honour = page.entity("Person", "陶砺行"), page.entity("Honour", "江海省劳动模范")
    for year in ("2020", "2015"):
        page.fact("Award", f"{year}年", recipient=person, honour=honour, year=year)
    pipeline.keep(home, MODEL, reading(page), SOURCE, loader="hand", recorded="2025-12-01T00:00:00Z")
    found = tenure(connection, home, "Award")
    assert found["year"] == ["2015", "2020"]
    assert days(found) == (["2015-01-01"], ["9999-12-31"], [], ["2015-12-31/2025-11-01"])
