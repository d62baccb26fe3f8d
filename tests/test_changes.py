"""What differs between two moments, two versions and two days."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.changes import Difference, between_days, between_moments, moment_of
from kg.errors import InputError
from kg.home import Home
from kg.manifest import Manifest
from tests.cli.command import kg
from tests.readings import MODEL
from tests.rosters import roster

FIRST, SECOND = "2025-12-01T00:00:00Z", "2025-12-08T00:00:00Z"
CHAIR = "主席 · 江海省总工会 · 顾明远"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A list of 2019 with 顾明远 and 何清; corrected a week later: 顾明远 has an end, 何清 is gone, 林知远 is there."""
    home = Home(tmp_path)
    home.prepare()
    roster(home, "2019-05-03", {"start": "2018-03"}, {"name": "何清", "title": "副主席"}, recorded=FIRST)
    second = [{"start": "2018-03", "end": "2021-06"}, {"name": "林知远", "title": "副主席", "start": "2020"}]
    roster(home, "2019-05-03", *second, recorded=SECOND)
    return home


def test_two_loads_differ_in_what_is_new_gone_and_changed(home: Home) -> None:
    manifest = Manifest.load(home)
    found = list(between_moments(home, manifest, MODEL, FIRST, SECOND))
    assert [(c.way, c.kind, c.class_name, c.name) for c in found] == [
        ("gone", "entity", "Person", "何清"),
        ("new", "entity", "Person", "林知远"),
        ("changed", "fact", "Tenure", CHAIR),
        ("gone", "fact", "Tenure", "何清 · 副主席 · 江海省总工会"),
        ("new", "fact", "Tenure", "副主席 · 林知远 · 江海省总工会"),
    ]
    assert found[2].differences == (Difference("end", (), ("2021-06",)), Difference("terms", ("2018-03..",), ("2018-03..2021-06",)))
    assert [c.way for c in between_moments(home, manifest, MODEL, SECOND, FIRST)] == ["new", "gone", "changed", "new", "gone"]
    assert list(between_moments(home, manifest, MODEL, SECOND, SECOND)) == []


def test_two_days_differ_in_what_began_ended_and_is_certain(home: Home) -> None:
    def found(before: str, after: str) -> list[tuple[str, str]]:
        return [(c.way, c.name) for c in between_days(home, Manifest.load(home), MODEL, before, after)]

    assert found("2017", "2018-12-31") == [("new", CHAIR)]
    assert found("2018-03-15", "2020-12-31") == [("changed", CHAIR), ("new", "副主席 · 林知远 · 江海省总工会")]
    assert found("2020-12-31", "2022") == [("gone", CHAIR), ("changed", "副主席 · 林知远 · 江海省总工会")]


def test_a_version_names_the_moment_at_which_it_was_loaded(home: Home) -> None:
    manifest = Manifest.load(home)
    assert [moment_of(manifest, f"list/2019-05-03@{n}") for n in (1, 2)] == [FIRST, SECOND]
    assert moment_of(manifest, "2025-12-01") == FIRST
    for text in ("list/2019-05-03@3", "list/2019@1", "yesterday"):
        with pytest.raises(InputError, match=r"no version|neither a moment"):
            moment_of(manifest, text)


def test_the_command_gives_a_table_and_json_lines(home: Home) -> None:
    shown = kg(home.folder, "diff", "list/2019-05-03@1", "list/2019-05-03@2")
    assert "变更 changed" in shown.out
    assert "∅ → 2021-06" in shown.out
    lines = [json.loads(line) for line in kg(home.folder, "diff", FIRST, SECOND, "--json").out.splitlines()]
    assert lines[2]["differences"]["end"] == {"before": [], "after": ["2021-06"]}
    days = [json.loads(line) for line in kg(home.folder, "diff", "2017", "2018-12-31", "--days", "--json").out.splitlines()]
    assert [(d["way"], d["class_name"]) for d in days] == [("new", "Tenure")]
    assert kg(home.folder, "diff", "yesterday", SECOND).code == 2
    for arguments in ([SECOND, FIRST], ["2018", "2017", "--days"]):
        done = kg(home.folder, "diff", *arguments)
        assert (done.code, "give the earlier one first" in done.err) == (2, True)
