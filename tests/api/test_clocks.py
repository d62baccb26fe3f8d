"""The two clocks in GraphQL, on both engines: what held on a day, and what the graph had been told by a moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.graphql import Service, execute
from kg import pipeline
from kg.home import Home
from kg.manifest import Manifest
from kg.store import Settings, open_store
from tests.neo4j.server import Neo4jServer
from tests.readings import MODEL
from tests.rosters import OTHER_LIST, roster

FIRST, SECOND, THIRD = "2025-12-01T00:00:00Z", "2025-12-08T00:00:00Z", "2025-12-15T00:00:00Z"
BEFORE, BETWEEN, LATER = "2025-11-30T00:00:00Z", "2025-12-05T00:00:00Z", "2025-12-10T00:00:00Z"


def served(settings: Settings) -> Iterator[Service]:
    """Three loads: the list of 2019; that of 2023, on which 林知远 follows 顾明远; and the first one again, without 何清."""
    home = Home(settings.home)
    home.prepare()
    posts = [{"start": "2018-03"}, {"name": "何清", "title": "副主席"}, {"name": "林知远", "title": "副主席"}]
    roster(home, "2019-05-03", *posts, recorded=FIRST)
    roster(home, "2023-05-03", {"name": "林知远", "start": "2022"}, {"name": "林知远", "title": "副主席", "end": "2021"}, recorded=SECOND)
    roster(home, "2022-01", {"start": "2018-03", "end": "2021-06"}, recorded=SECOND, source=OTHER_LIST)
    roster(home, "2019-05-03", *posts[::2], recorded=THIRD)
    store = open_store(MODEL, settings)
    pipeline.bring(store, home, Manifest.load(home), MODEL, before=None, progress=pipeline.Progress())
    yield Service(MODEL, store)
    store.close()


@pytest.fixture(scope="module")
def on_embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    yield from served(Settings(home=tmp_path_factory.mktemp("embedded") / "home"))


@pytest.fixture(scope="module")
def on_neo4j(neo4j_server: Neo4jServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    neo4j_server.empty()
    home: Path = tmp_path_factory.mktemp("neo4j") / "home"
    yield from served(Settings(home=home, url=neo4j_server.url, user=neo4j_server.user, password=neo4j_server.password))


@pytest.fixture(params=["embedded", "neo4j"])
def service(request: pytest.FixtureRequest) -> Service:
    found: Service = request.getfixturevalue(f"on_{request.param}")
    return found


def ask(service: Service, text: str, **variables: object) -> Any:
    answer = execute(service, text, variables)
    assert "errors" not in answer.body, answer.body["errors"]
    assert answer.statements == 1
    return answer.body["data"]


def chairs(service: Service, **clocks: object) -> list[str]:
    """Who is told as 主席: his name and the start and end of his tenure, ? where it is not certain."""
    text = """query ($asOf: PartialDate, $knownAt: Moment, $certain: Boolean) { tenures(
        where: {title: {eq: "主席"}}, orderBy: {start: ASC}, asOf: $asOf, knownAt: $knownAt, certain: $certain
        ) { totalCount nodes { certain start end holder { name } } } }"""
    found = ask(service, text, **clocks)["tenures"]
    assert found["totalCount"] == len(found["nodes"])
    return [f"{t['holder']['name']} {t['start']}..{t['end'] or ''}{'?' if t['certain'] is False else ''}" for t in found["nodes"]]


def test_without_clocks_all_is_given(service: Service) -> None:
    assert chairs(service) == ["顾明远 2018-03..2021-06", "林知远 2022.."]


def test_as_of_leaves_out_what_is_excluded_and_says_what_is_certain(service: Service) -> None:
    assert chairs(service, asOf="2017-12-31") == []
    assert chairs(service, asOf="2018-03-15") == ["顾明远 2018-03..2021-06?"]
    assert chairs(service, asOf="2020-05-03") == ["顾明远 2018-03..2021-06"]
    assert chairs(service, asOf="2021-06-30") == ["顾明远 2018-03..2021-06?"]
    assert chairs(service, asOf="2022-05") == ["林知远 2022..?"]
    assert chairs(service, asOf="2023-05-03") == ["林知远 2022.."]
    assert chairs(service, asOf="2018-03-15", certain=True) == []
    assert chairs(service, asOf="2020-Q2", certain=True) == ["顾明远 2018-03..2021-06"]


def test_known_at_shows_what_had_been_told(service: Service) -> None:
    assert chairs(service, knownAt=BEFORE) == []
    assert chairs(service, knownAt=FIRST) == ["顾明远 2018-03.."]
    assert chairs(service, knownAt=BETWEEN) == ["顾明远 2018-03.."]
    assert chairs(service, knownAt=LATER) == chairs(service)


def test_the_two_clocks_together_give_four_answers(service: Service) -> None:
    asked = [
        {"asOf": "2020-05-03"},
        {"asOf": "2022-05-03"},
        {"asOf": "2020-05-03", "knownAt": BETWEEN},
        {"asOf": "2022-05-03", "knownAt": BETWEEN},
    ]
    answers = [chairs(service, **clocks) for clocks in asked]
    assert answers == [["顾明远 2018-03..2021-06"], ["林知远 2022..?"], ["顾明远 2018-03..?"], ["顾明远 2018-03..?"]]


def test_what_is_retracted_today_was_known(service: Service) -> None:
    text = """query ($knownAt: Moment) { people(knownAt: $knownAt, where: {name: {eq: "何清"}}) { totalCount nodes {
        __typename name tenures { nodes {
        __typename title organization { name } evidence { quote recordedTo document { name } } } } } } }"""
    assert ask(service, text)["people"]["totalCount"] == 0
    found = ask(service, text, knownAt=LATER)["people"]
    assert found["totalCount"] == 1
    assert found["nodes"][0]["__typename"] == "Person"
    [tenure] = found["nodes"][0]["tenures"]["nodes"]
    assert (tenure["__typename"], tenure["title"], tenure["organization"]["name"]) == ("Tenure", "副主席", "江海省总工会")
    # The row, and that the list of 2023 lacked him: both were closed when the list of 2019 was loaded without him.
    assert [e["recordedTo"][:10] for e in tenure["evidence"]] == ["2025-12-15"] * 2
    assert ask(service, text, knownAt=THIRD)["people"]["totalCount"] == 0


def test_clocks_reach_nested_lists_counts_and_filters(service: Service) -> None:
    text = """query ($day: PartialDate, $moment: Moment) { people(
        asOf: $day, knownAt: $moment, where: {tenures: {some: {title: {eq: "主席"}}}}, orderBy: {tenuresCount: DESC}
        ) { nodes { name tenures { totalCount } } } }"""

    def found(**clocks: object) -> list[tuple[str, int]]:
        return [(p["name"], p["tenures"]["totalCount"]) for p in ask(service, text, **clocks)["people"]["nodes"]]

    assert found() == [("林知远", 2), ("顾明远", 1)]
    assert found(day="2022-05-03") == [("林知远", 1)]
    assert found(day="2020-05-03", moment=BETWEEN) == [("顾明远", 1)]
    assert found(moment=BEFORE) == []


def test_a_nested_list_may_have_its_own_day(service: Service) -> None:
    text = """{ unions { nodes { then: tenures(asOf: "2020-05-03", where: {title: {eq: "主席"}}) { nodes { holder { name } } }
        now: tenures(asOf: "2023-05-03", where: {title: {eq: "主席"}}) { nodes { holder { name } } } } } }"""
    [union] = ask(service, text)["unions"]["nodes"]
    assert [t["holder"]["name"] for t in union["then"]["nodes"]] == ["顾明远"]
    assert [t["holder"]["name"] for t in union["now"]["nodes"]] == ["林知远"]


def test_a_thing_by_its_id_is_held_to_the_clocks(service: Service) -> None:
    listed = ask(service, """{ tenures(where: {title: {eq: "主席"}, start: {eq: "2018-03"}}) { nodes { id } } }""")
    identifier = listed["tenures"]["nodes"][0]["id"]
    text = """query ($id: ID!, $day: PartialDate, $moment: Moment) {
        tenure(id: $id, asOf: $day, knownAt: $moment) { end certain terms } }"""
    assert ask(service, text, id=identifier)["tenure"] == {"end": "2021-06", "certain": None, "terms": ["2018-03..2021-06"]}
    assert ask(service, text, id=identifier, day="2023")["tenure"] is None
    assert ask(service, text, id=identifier, day="2023", moment=BETWEEN)["tenure"] == {
        "end": None,
        "certain": False,
        "terms": ["2018-03.."],
    }
    assert ask(service, text, id=identifier, moment=BEFORE)["tenure"] is None


def test_bounds_in_a_filter_are_those_that_were_known(service: Service) -> None:
    text = """query ($moment: Moment) { tenures(knownAt: $moment, where: {end: {lte: "2021-12-31"}}) { totalCount } }"""
    assert ask(service, text)["tenures"]["totalCount"] == 2
    assert ask(service, text, moment=BETWEEN)["tenures"]["totalCount"] == 0


def test_sources_editions_and_documents_are_known_from_their_first_load_on(service: Service) -> None:
    text = """query ($moment: Moment) { sources(knownAt: $moment) { totalCount } editions(knownAt: $moment) { totalCount }
        documents(knownAt: $moment) { totalCount } things(knownAt: $moment) { totalCount } }"""
    answer = execute(service, text, {"moment": BETWEEN}).body["data"]
    assert [answer[k]["totalCount"] for k in ("sources", "editions", "documents")] == [1, 1, 1]
    assert all(v["totalCount"] == 0 for v in execute(service, text, {"moment": BEFORE}).body["data"].values())


def test_known_at_today_is_what_is_shown_without_it(service: Service) -> None:
    text = """query ($moment: Moment) { tenures(knownAt: $moment) { nodes { id title start end terms former attestedFrom attestedTo
        alternatives holder { name gender } evidence { id } } } }"""
    assert ask(service, text, moment="2026-01-01") == ask(service, text)


@pytest.mark.parametrize("clock", ['asOf: "2021-13"', 'knownAt: "yesterday"', "asOf: 2021"])
def test_a_clock_that_is_no_date_is_refused(service: Service, clock: str) -> None:
    answer = execute(service, f"{{ people({clock}) {{ totalCount }} }}")
    assert (answer.status, answer.code) == (400, "BAD_REQUEST")
