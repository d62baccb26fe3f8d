"""Each step of the reader by itself: what it made, with its place in the kept text."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders import press
from loaders.press.trace import STEPS, rows
from tests.cli.command import SAMPLE, kg
from tests.loaders.press import made

EDITION = press.steps(SAMPLE)


@pytest.mark.parametrize("step", STEPS)
def test_each_record_of_a_step_has_its_place(step: str) -> None:
    found = list(rows(EDITION, step))
    text = EDITION.kept.text
    assert len(found) >= 10
    for row in found:
        assert 0 <= row["spanStart"] < row["spanEnd"] <= len(text)
        assert row["line"] == text.count("\n", 0, row["spanStart"]) + 1


def test_the_units_of_a_document_are_of_their_kinds() -> None:
    kinds = {row["kind"] for row in rows(EDITION, "units")}
    assert kinds >= {"paragraph", "heading", "table", "label", "list", "reference"}


def test_a_form_is_told_with_what_it_means_and_what_says_so() -> None:
    found = {(row["form"], row["means"], row["by"]) for row in rows(EDITION, "names")}
    assert ("省总工会", "江海省总工会", "division at home or named before") in found
    assert ("江海省总工会", "江海省总工会", "as written") in found


def test_the_claims_of_the_last_step_are_those_that_are_kept() -> None:
    assert len(list(rows(EDITION, "claims"))) == len(press.reading(EDITION).claims)


def test_pages_are_told_where_the_format_has_them(tmp_path: Path) -> None:
    path = tmp_path / "edition.pdf"
    path.write_bytes(made.pdf([["江海省总工会召开会议，总结工作。"], ["望海市总工会召开会议，总结工作。"]]))
    done = kg(tmp_path / "home", "read", str(path), "--step", "units", "--json")
    assert [(row["page"], row["kind"]) for row in done.json] == [(1, "paragraph"), (2, "paragraph")]
    assert not (tmp_path / "home").exists()
