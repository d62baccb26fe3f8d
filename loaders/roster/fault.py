"""Faults of a roster, each with its place, and all told at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import InputError
from loaders.roster.personal import masked

SHOWN = 200
_LONGEST = 40


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong at one place.

    ``row`` counts from 1 as a spreadsheet counts, headings too, and is 0 where the fault is of the whole sheet; ``column`` is a letter
    or empty; ``words`` are the cell's, shown without personal numbers.
    """

    sheet: str
    row: int
    column: str
    message: str
    words: str = ""

    def __str__(self) -> str:
        place = [f"sheet {self.sheet}"] if self.sheet else []
        place += [f"row {self.row}"] if self.row else []
        place += [f"column {self.column}"] if self.column else []
        words = masked(self.words).replace("\n", " ")
        shown = f": {words[:_LONGEST]!r}" if words else ""
        return f"{', '.join(place)}: {self.message}{shown}" if place else f"{self.message}{shown}"


def refuse(file: str, faults: Sequence[Fault]) -> None:
    """Raise with all faults of a file, where there are any.

    Raises:
        InputError: so, a line for each (up to ``SHOWN``).
    """
    if not faults:
        return
    lines = [f"  {fault}" for fault in sorted(set(faults))]
    more = [f"  … and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    count = "1 fault" if len(lines) == 1 else f"{len(lines)} faults"
    raise InputError("\n".join([f"{file} has {count}, and nothing of it is loaded:", *lines[:SHOWN], *more]))


def letter(index: int) -> str:
    """The letters of a column as a spreadsheet names it, from 0: A, B … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
