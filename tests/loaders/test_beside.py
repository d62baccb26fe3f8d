"""Descriptions that lie beside a file: which are its own, which are only near, and which are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from loaders.beside import Beside, Kind, beside

PERIODICAL = "id: whgh\nname: 望海工运\n"
ROSTER = "id: list\nname: 名册\nthings: {person: Person}\n"


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("kind", "text", "file"), [(Kind.PRESS, PERIODICAL, "issue.txt"), (Kind.ROSTER, ROSTER, "issue.csv")])
def test_a_description_that_bears_the_name_of_the_file_is_its_own(tmp_path: Path, kind: Kind, text: str, file: str) -> None:
    own = put(tmp_path / "issue.yml", text)
    put(tmp_path / "other.yml", text)
    assert beside(tmp_path / file, kind).own == own


@pytest.mark.parametrize(("kind", "text"), [(Kind.PRESS, PERIODICAL), (Kind.ROSTER, ROSTER)])
def test_a_description_that_says_how_its_files_look_is_the_own_of_these_alone(tmp_path: Path, kind: Kind, text: str) -> None:
    own = put(tmp_path / "described.yml", text + "files: 'a-*.*'\n")
    assert beside(tmp_path / "a-1.txt", kind) == Beside(own)
    assert beside(tmp_path / "b-1.txt", kind) == Beside()


def test_two_descriptions_of_the_own_are_refused(tmp_path: Path) -> None:
    put(tmp_path / "issue.yml", PERIODICAL)
    put(tmp_path / "other.yml", PERIODICAL + "files: '*.txt'\n")
    with pytest.raises(InputError, match=r"issue\.yml and by other\.yml; name one of them as --source"):
        beside(tmp_path / "issue.txt", Kind.PRESS)


def test_a_roster_describes_no_issue_and_a_periodical_no_roster(tmp_path: Path) -> None:
    roster, periodical = put(tmp_path / "a.yml", ROSTER), put(tmp_path / "b.yml", PERIODICAL)
    put(tmp_path / "settings.yaml", "services: {}\n")
    put(tmp_path / "torn.yaml", "id: [\n")
    assert beside(tmp_path / "issue.txt", Kind.PRESS).near == (periodical,)
    assert beside(tmp_path / "list.csv", Kind.ROSTER).near == (roster,)


def test_the_folders_above_are_looked_into_up_to_the_one_that_is_named(tmp_path: Path) -> None:
    put(tmp_path / "above.yml", PERIODICAL)
    whole = put(tmp_path / "shelf" / "whole.yml", PERIODICAL)
    issue = put(tmp_path / "shelf" / "2025" / "issue.txt", "")
    assert beside(issue, Kind.PRESS) == Beside()
    assert beside(issue, Kind.PRESS, tmp_path / "shelf").near == (whole,)
    assert beside(issue, Kind.PRESS, tmp_path / "shelf" / "2025") == Beside()


def test_the_description_of_an_edition_in_parts_lies_in_its_folder_or_beside_it(tmp_path: Path) -> None:
    (tmp_path / "2025.12").mkdir()
    own = put(tmp_path / "2025.12.yml", PERIODICAL)
    assert beside(tmp_path / "2025.12", Kind.PRESS).own == own
    within = put(tmp_path / "2025.12" / "whgh.yml", PERIODICAL)
    assert beside(tmp_path / "2025.12", Kind.PRESS) == Beside(None, (within,))
