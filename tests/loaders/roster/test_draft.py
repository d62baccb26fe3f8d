"""First descriptions, written by looking at a roster."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import data_folder
from loaders.roster import draft, parse
from tests.loaders.roster.made import HEADING, MODEL, csv, roster, xlsx

ROSTERS = data_folder("examples") / "rosters"
SAMPLES = sorted(p for p in ROSTERS.iterdir() if p.suffix in (".csv", ".tsv"))


def completed(text: str) -> str:
    """The draft with what only a person can say."""
    return text.replace("publisher: ''", "publisher: 江海省总工会").replace("licence: ''", "licence: Apache-2.0")


def test_there_are_five_samples() -> None:
    assert len(SAMPLES) == 5


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_a_draft_of_a_sample_can_be_used_once_publisher_and_licence_are_said(path: Path) -> None:
    found = parse(completed(draft(path)), "draft.yml", MODEL)
    assert found.layouts[0].facts


def test_the_same_roster_loads_by_its_draft(tmp_path: Path) -> None:
    path = csv(tmp_path, ["沈望舒", "江海省总工会", "常务副主席", "2021-06"])
    reading = roster(path, completed(draft(path)))
    assert reading.rows is not None
    assert {"Person", "Organization", "Tenure"} == set(reading.rows["class"].to_pylist())


def test_personal_numbers_are_ignored_and_doubts_are_told(tmp_path: Path) -> None:
    path = csv(
        tmp_path, ["沈望舒", "江海省总工会", "党组书记、副主席", "2019.1", "11010519491231002X", "甲"], heading=[*HEADING, "证号", "派系"]
    )
    text = draft(path)
    assert "'证号': ignore  # personal numbers (identity-card)" in text
    assert "11010519491231002X" not in text
    assert "'任职时间': Tenure.start  # 2019.1 may be read in two ways" in text
    assert "'职务': Tenure.title  # some cells hold several; {is: Tenure.title, split: 、} parts them" in text
    assert "'派系': ignore  # not known; say what it is" in text


def test_a_heading_of_two_lines_is_told_from_a_first_row(tmp_path: Path) -> None:
    heading = ["姓名", "单位", "职务", "时间", ""]
    below, shen = ["", "", "", "任职", "免职"], ["沈望舒", "江海省总工会", "主席", "2021-06", "2024-05"]
    two = draft(csv(tmp_path, below, shen, heading=heading))
    assert "heading_rows: 2" in two
    assert "'时间/任职': Tenure.start" in two
    assert "'时间/免职': Tenure.end" in two
    assert "heading_rows" not in draft(csv(tmp_path, shen, heading=heading))


def test_sheets_of_other_columns_are_passed_over(tmp_path: Path) -> None:
    shen = ["沈望舒", "江海省总工会", "主席", "2021-06"]
    path = xlsx(tmp_path / "officials.xlsx", {"干部": [HEADING, shen, shen], "填表说明": [["本表说明"]], "续": [HEADING, shen]})
    text = completed(draft(path))
    assert "ignore_sheets: '^填表说明$'" in text
    assert roster(path, text).rows is not None
