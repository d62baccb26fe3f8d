"""Issues with the description of their periodical beside them, by the command, as a user loads them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.command import RECORDED, ROOT, editions, kg, load
from tests.loaders.press.test_source import CITY, ISSUE

GENERAL = "taken for the press in general"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    (folder / "2025").mkdir(parents=True)
    for month in (3, 4):
        (folder / "2025" / f"{month}.txt").write_text(ISSUE.replace("第3期", f"第{month}期"), encoding="utf-8")
    return folder


def test_an_issue_is_read_by_the_description_beside_it_and_a_line_says_so(shelf: Path, tmp_path: Path) -> None:
    shutil.copy(CITY, shelf / "2025" / "3.yml")
    done = load(tmp_path / "home", shelf / "2025" / "3.txt", "--json")
    assert [(e["edition"], e["description"]) for e in done.json] == [("whgh/2025-03", str(shelf / "2025" / "3.yml"))]
    assert f"{shelf / '2025' / '3.yml'} describes {shelf / '2025' / '3.txt'}." in done.err
    assert GENERAL not in done.err
    facts = kg(tmp_path / "home", "facts", str(shelf / "2025" / "3.txt"))
    assert "望海市总工会" in facts.out
    assert "3.yml describes" in facts.err


def test_one_description_in_a_folder_serves_all_issues_below_it(shelf: Path, tmp_path: Path) -> None:
    shutil.copy(CITY, shelf / "whgh.yml")
    done = load(tmp_path / "home", shelf)
    assert editions(tmp_path / "home") == ["whgh/2025-03", "whgh/2025-04"]
    assert "whgh.yml describes 2 files" in done.err
    assert "2 editions are kept already" in load(tmp_path / "home", shelf).err


def test_without_a_description_a_line_says_that_issues_are_the_press_in_general(shelf: Path, tmp_path: Path) -> None:
    done = load(tmp_path / "home", shelf)
    assert len([line for line in done.err.splitlines() if GENERAL in line]) == 1
    assert GENERAL not in kg(tmp_path / "home", "load", str(shelf / "2025" / "3.txt"), "--source", "press", "--dry-run").err


def test_issues_are_read_again_when_a_description_is_put_beside_them(shelf: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    load(home, shelf)
    before = editions(home)
    shutil.copy(CITY, shelf / "whgh.yml")
    done = kg(home, "load", str(shelf), "--recorded", RECORDED)
    assert editions(home) == [*before, "whgh/2025-03", "whgh/2025-04"]
    assert all(f"is kept as {edition} as well as whgh/2025-0" in done.err for edition in before)


def test_a_roster_beside_an_issue_is_not_taken_for_its_description(tmp_path: Path) -> None:
    folder = tmp_path / "both"
    shutil.copytree(ROOT / "examples" / "rosters", folder)
    (folder / "officials-2025-12-31.txt").write_text(ISSUE, encoding="utf-8")
    done = load(tmp_path / "home", folder, "--dry-run", "--json")
    described = {Path(e["file"]).name: e["description"] and Path(e["description"]).name for e in done.json}
    assert described["officials-2025-12-31.txt"] is None
    assert described["officials-2025-12-31.csv"] == "officials.yml"
