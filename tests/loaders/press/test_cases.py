"""The cases: other kinds of text, each with its facts; half of them or more held out from those who write rules."""

from __future__ import annotations

import pytest

from kg.document import quote
from kg.evaluate import Case, cases, unfounded
from kg.validate import faults
from loaders import press
from tests.loaders.press.measured import CASES
from tests.readings import MODEL

ALL = cases(CASES)


def test_all_cases_are_read_and_no_fewer_are_held_out_than_not() -> None:
    folders = [path for path in CASES.iterdir() if path.is_dir()]
    assert len(ALL) == len(folders) >= 10
    assert 2 * sum(case.held_out for case in ALL) >= len(ALL)


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_each_quote_of_the_gold_stands_in_its_text(case: Case) -> None:
    text = press.read(case.path).text
    assert unfounded(list(case.gold), text) == []
    assert len(case.gold) >= 5


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_what_is_claimed_of_a_case_fits_the_ontology_and_quotes_it(case: Case) -> None:
    reading = press.read(case.path)
    assert list(faults(reading, MODEL)) == []
    assert all(quote(reading.text, claim.spans) for claim in reading.claims)
