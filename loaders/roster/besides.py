"""What a workbook holds besides the values of its cells, which the reader leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from loaders.roster.fault import Fault

IS_ERROR = "an error instead of a value"
IS_UNCOMPUTED = "a formula without a stored value; open the file in a spreadsheet and save it"

Area = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of a merged area, each by row and column from 0."""

DAY_OF_1900 = date(1899, 12, 30)
"""Day 0 of the serial numbers of most spreadsheets, which hold 1900 for a leap year."""
DAY_OF_1904 = date(1904, 1, 1)
"""Day 0 of those that count from 1904, as old ones for the Macintosh do."""


@dataclass(frozen=True)
class Besides:
    """What is found by sheet: cells that hold no usable value, and merged areas where the reader knows none; and the day 0."""

    faults: Mapping[str, Sequence[Fault]] = field(default_factory=dict)
    merged: Mapping[str, Sequence[Area]] = field(default_factory=dict)
    zero: date = DAY_OF_1900
