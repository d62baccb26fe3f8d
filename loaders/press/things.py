"""Programmes, contests and projects as a unit of running text names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

What = Literal["Programme", "Competition", "Project"]


@dataclass(frozen=True, slots=True)
class Thing:
    """A programme, a contest or a project that a unit names.

    Attributes:
        what: its class.
        name: as it is called, with its quotation marks.
        start, end: where the words stand in the unit.
        kind: a notation of programmeKind or projectKind, of competitionLevel for a contest; empty where nothing tells.
        ordinal, year: of a contest, 0 where it has none.
    """

    what: What
    name: str
    start: int
    end: int
    kind: str = ""
    ordinal: int = 0
    year: int = 0


def apart(found: Iterable[Thing], taken: Iterable[tuple[int, int]] = ()) -> list[Thing]:
    """The things from left to right, the longest at each place, none over a range that is taken."""
    kept: list[Thing] = []
    ranges = list(taken)
    for one in sorted(found, key=lambda t: (t.start, -t.end)):
        if any(one.start < end and start < one.end for start, end in ranges):
            continue
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
