"""Rosters by the command, as a user loads them: beside the issues, into one graph."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import RECORDED, ROOT, Done, kg

EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with both issues and the five rosters."""
    home = tmp_path_factory.mktemp("shelf")
    done = kg(home, "load", str(EXAMPLES / "rosters"), str(EXAMPLES / "press"), "--recorded", RECORDED, timeout=300)
    assert done.code == 0, done.err
    return home


def shown(home: Path, name: str) -> list[dict[str, object]]:
    done = kg(home, "show", name, "--json")
    assert done.code == 0, done.err
    found: list[dict[str, object]] = done.json
    return found


def tenures(found: dict[str, object]) -> set[tuple[str, str]]:
    facts = found["facts"]
    assert isinstance(facts, list)
    return {(f["others"]["organization"]["name"], f["values"]["title"]) for f in facts if f["class_name"] == "Tenure"}


def test_an_official_of_the_press_and_of_a_roster_is_one_with_posts_from_both(shelf: Path) -> None:
    (found,) = shown(shelf, "沈望舒")
    assert {("江海省总工会", "党组书记"), ("江海省总工会", "常务副主席"), ("临江市总工会", "主席")} <= tenures(found)


def test_two_people_of_one_name_stay_two(shelf: Path) -> None:
    assert sorted(str(p["values"]["birth"]) for p in shown(shelf, "张伟")) == ["1978-05", "1979-11"]  # type: ignore[index]


def test_an_official_who_changed_posts_is_one_with_two_tenures(shelf: Path) -> None:
    (found,) = shown(shelf, "王建国")
    assert tenures(found) == {("江海省总工会权益保障部", "部长"), ("云岭市总工会", "副主席")}


def test_evidence_in_a_table_says_sheet_row_and_columns(shelf: Path) -> None:
    done = kg(
        shelf, "query", "MATCH (t:Tenure {title: '部长'})-[s:STATED_IN]->(d) WHERE s.row > 0 RETURN s.row, s.columns, s.quote, d.name"
    )
    (row,) = done.json
    assert (row["s.row"], row["s.columns"]) == (8, "B E F G")
    assert row["s.quote"].startswith("王建国")


def test_a_union_and_its_enterprise_are_two_things(shelf: Path) -> None:
    found = kg(shelf, "query", "MATCH (o:Organization) WHERE o.name STARTS WITH '江海重工集团有限公司' RETURN o.name, labels(o) AS l").json
    classes = {row["o.name"]: {"Union", "Enterprise"} & set(row["l"]) for row in found}
    assert classes["江海重工集团有限公司"] == {"Enterprise"}
    assert classes["江海重工集团有限公司工会"] == {"Union"}


def test_two_names_of_one_enterprise_are_found_and_explained_by_their_code(shelf: Path) -> None:
    names = "江海重工集团有限公司", "江海重工集团股份有限公司"
    assert shown(shelf, names[0])[0]["id"] == shown(shelf, names[1])[0]["id"]
    found = kg(shelf, "explain", *names, "--json").json
    assert [part["shared"] for part in found["parts"] if part["part"] == "credit code"] == ["91990200MA0100024K"]
    assert found["verdict"] == "one"


def test_loading_again_changes_nothing(shelf: Path) -> None:
    done = kg(shelf, "load", str(EXAMPLES / "rosters"), "--recorded", RECORDED, "--json", timeout=300)
    assert {entry["version"] for entry in done.json} == {None}


def edited(folder: Path, change: tuple[str, str]) -> Path:
    """The officials' roster and its description in a folder of their own, with one change."""
    name = "officials-2025-12-31.csv"
    text = (EXAMPLES / "rosters" / name).read_text(encoding="utf-8")
    assert change[0] in text
    (folder / name).write_text(text.replace(*change), encoding="utf-8")
    (folder / "officials.yml").write_text((EXAMPLES / "rosters" / "officials.yml").read_text(encoding="utf-8"), encoding="utf-8")
    return folder / name


def dry(home: Path, path: Path) -> Done:
    return kg(home, "load", str(path), "--dry-run", "--json")


def test_a_dry_run_tells_what_would_come_go_and_change(shelf: Path, tmp_path: Path) -> None:
    done = dry(shelf, edited(tmp_path, ("8,王建国,男,1974.02,云岭市总工会,副主席,2018-06,2023-04\n", "")))
    changes = done.json[0]["changes"]
    assert [(c["way"], c["name"]) for c in changes] == [("go", "王建国 · 云岭市总工会 · 副主席")]


def test_a_dry_run_says_that_nothing_is_kept(tmp_path: Path) -> None:
    done = kg(tmp_path / "home", "load", str(EXAMPLES / "rosters" / "officials-2025-12-31.csv"), "--dry-run")
    assert "A dry run: nothing is kept." in done.err
    assert not (tmp_path / "home" / "manifest.json").exists()


def test_a_faulty_roster_is_refused_whole(tmp_path: Path) -> None:
    done = kg(tmp_path / "home", "load", str(edited(tmp_path, ("2021-06,", "2021.6,"))))
    assert done.code == 2
    assert "has 1 fault, and nothing of it is loaded:" in done.err
    assert "row 3, column G" in done.err
    assert kg(tmp_path / "home", "list", "--json").json == []


def test_a_roster_without_description_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("姓名,单位\n沈望舒,江海省总工会\n", encoding="utf-8")
    done = kg(tmp_path / "home", "load", str(path))
    assert done.code == 2
    assert f"kg source new {path}" in done.err


def test_source_new_writes_a_file_once_and_check_tells_what_it_lacks(tmp_path: Path) -> None:
    wanted = tmp_path / "draft.yml"
    arguments = ("source", "new", str(EXAMPLES / "rosters" / "events-2025.csv"), "--output", str(wanted))
    assert kg(tmp_path / "home", *arguments).code == 0
    assert kg(tmp_path / "home", *arguments).code == 2
    done = kg(tmp_path / "home", "source", "check", str(wanted))
    assert done.code == 2
    assert "publisher is missing" in done.err


def test_kept_sources_are_listed(shelf: Path) -> None:
    found = json.loads(kg(shelf, "source", "list", "--json").out)
    assert {s["source"] for s in found} >= {"jh-officials", "jh-organisations", "jh-model-workers", "jh-enterprises", "jh-events", "jhgy"}
    assert {s["source"] for s in found if s["complete"]} == {"jh-organisations"}
