"""A sheet as it is read: columns of text, every row of the file in its place, blank ones too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, zip_longest

import pyarrow as pa

from kg.errors import InputError
from loaders.roster.besides import DAY_OF_1900
from loaders.roster.fault import Fault

MOST_COLUMNS = 1_000
MOST_ROWS = 2_000_000
_PORTION = 20_000


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook, or the one table of a text file.

    Attributes:
        name: the sheet's name; empty of a text file.
        columns: from the first on, all of the same height, text without NULL.
        faults: of cells that hold no usable value, such as an error.
        zero: the day 0 of its serial numbers.
    """

    name: str
    columns: tuple[pa.ChunkedArray, ...]
    faults: tuple[Fault, ...] = field(default=())
    zero: date = DAY_OF_1900

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.columns[0]) if self.columns else 0

    def head(self, rows: int) -> list[list[str]]:
        """The first rows as lists of cells."""
        return [list(row) for row in zip(*(c.slice(0, rows).to_pylist() for c in self.columns), strict=True)]


def columns_of(rows: Iterable[Sequence[str]], place: str) -> tuple[pa.ChunkedArray, ...]:
    """Rows of cells as columns of text, in portions, so that no more than a portion stands in lists at a time.

    Raises:
        InputError: there are more rows or columns than a roster has.
    """
    chunks: list[list[pa.Array]] = []
    height = 0
    for portion in _portions(rows):
        width = max(map(len, portion))
        if width > MOST_COLUMNS or height + len(portion) > MOST_ROWS:
            raise InputError(f"{place} has more than {MOST_COLUMNS:,} columns or {MOST_ROWS:,} rows; split it.")
        chunks.extend([pa.array([""] * height, pa.string())] if height else [] for _ in range(width - len(chunks)))
        arrays = [pa.array(cells, pa.string()) for cells in zip_longest(*portion, fillvalue="")]
        for index, chunk in enumerate(chunks):
            chunk.append(arrays[index] if index < len(arrays) else pa.array([""] * len(portion), pa.string()))
        height += len(portion)
    return tuple(pa.chunked_array(chunk, pa.string()) for chunk in chunks)


def _portions(rows: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    source = iter(rows)
    while portion := list(islice(source, _PORTION)):
        yield portion
