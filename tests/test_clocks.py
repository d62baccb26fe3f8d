"""Clocks as a person gives them, and what is asked by them outside GraphQL: ``kg show`` and the Cypher pattern, on both engines."""

from __future__ import annotations

import pytest

from kg import lookup, pipeline
from kg.clocks import Clocks
from kg.errors import InputError
from kg.home import Home
from kg.manifest import Manifest
from kg.questions import Question, questions
from kg.store import Store
from tests.readings import MODEL
from tests.rosters import OTHER_LIST, roster

FIRST, SECOND, THIRD = "2025-12-01T00:00:00Z", "2025-12-08T00:00:00Z", "2025-12-15T00:00:00Z"


@pytest.fixture
def filled(home: Home, store: Store) -> Store:
    """顾明远 is listed since 2018, then known to have left in 2021; 何清 is listed, and taken back by a corrected list."""
    roster(home, "2019-05-03", {"start": "2018-03"}, {"name": "何清", "title": "副主席"}, recorded=FIRST)
    roster(home, "2022-01", {"start": "2018-03", "end": "2021-06"}, recorded=SECOND, source=OTHER_LIST)
    roster(home, "2019-05-03", {"start": "2018-03"}, recorded=THIRD)
    pipeline.bring(store, home, Manifest.load(home), MODEL, before=None, progress=pipeline.Progress())
    return store


def shown(store: Store, name: str, as_of: str = "", known_at: str = "") -> list[tuple[str, str | None, bool | None]]:
    clocks = Clocks.of(as_of, known_at)
    found = [lookup.describe(store, MODEL, node["n"], clocks) for node in lookup.named(store, MODEL, name, clocks)]
    return [(f.values["title"], f.values.get("end"), f.certain) for one in found for f in one.facts if f.class_name == "Tenure"]


def asked(store: Store, name: str, **given: str) -> list[dict[str, object]]:
    question: Question = next(q for q in questions() if q.name == name)
    return store.read(question.cypher, {**question.parameters, **given})


def test_show_and_the_cypher_pattern_answer_by_both_clocks(filled: Store) -> None:
    assert shown(filled, "顾明远") == [("主席", "2021-06", None)]
    assert shown(filled, "顾明远", as_of="2020") == [("主席", "2021-06", True)]
    assert shown(filled, "顾明远", as_of="2021-06-15") == [("主席", "2021-06", False)]
    assert shown(filled, "顾明远", as_of="2023") == []
    assert shown(filled, "顾明远", as_of="2023", known_at=FIRST) == [("主席", None, False)]
    assert shown(filled, "何清") == []
    assert shown(filled, "何清", known_at=SECOND) == [("副主席", None, None)]

    on_day = asked(filled, "posts-on-a-day", day="2020-05-03")
    assert [(r["person"], r["start"], r["end"], r["certain"]) for r in on_day] == [("顾明远", "2018-03", "2021-06", True)] * 2
    assert asked(filled, "posts-on-a-day", day="2017-05-03") == []
    then = asked(filled, "posts-known-at-a-moment", moment="2025-12-05T00:00:00Z")
    assert sorted(str(r["person"]) for r in then) == ["何清", "顾明远"]
    assert "start=2018-03" in next(r["stated"] for r in then if r["person"] == "顾明远")  # type: ignore[operator]
    assert sorted({str(r["person"]) for r in asked(filled, "posts-known-at-a-moment", moment="2026-01-01T00:00:00Z")}) == ["顾明远"]


@pytest.mark.parametrize(("as_of", "known_at"), [("2021-13", ""), ("yesterday", ""), ("", "yesterday"), ("", "2025-13-01")])
def test_what_is_no_date_or_moment_is_refused(as_of: str, known_at: str) -> None:
    with pytest.raises(InputError, match=r"is no (date|moment); write"):
        Clocks.of(as_of, known_at)
