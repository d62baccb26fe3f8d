"""Where the heading of a sheet stands, and which layout the sheet has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.roster.fault import Fault, letter
from loaders.roster.layout import Layout, same
from loaders.roster.sheet import Sheet

_LOOKED_AT = 30


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a sheet: its layout, the row in which it ends (from 1), and what each column is called, as compared."""

    layout: Layout
    last: int
    names: tuple[str, ...]
    above: tuple[str, ...]
    """The lines above, such as a title and the day for which the table speaks."""


def find(sheet: Sheet, layouts: Sequence[Layout]) -> Heading | None:
    """The heading that most declared columns stand in, the first of equal ones; None where fewer than half of them do."""
    rows = sheet.head(_LOOKED_AT)
    best: tuple[int, Heading] | None = None
    for layout in layouts:
        if not layout.sheet.search(sheet.name):
            continue
        for heading in _candidates(rows, layout):
            known = len(set(heading.names) & set(layout.columns))
            if 2 * known >= len(layout.columns) and (best is None or known > best[0]):
                best = (known, heading)
    return best[1] if best else None


def faults_of(sheet: Sheet, heading: Heading) -> Iterator[Fault]:
    """Columns that nobody declared, that are there twice, or that are missing."""
    seen: dict[str, int] = {}
    for index, name in enumerate(heading.names):
        if name == "":
            if any(cell.strip() for cell in sheet.columns[index].slice(heading.last).unique().to_pylist()):
                yield Fault(sheet.name, heading.last, letter(index), "a column without a heading")
        elif name not in heading.layout.columns:
            yield Fault(sheet.name, heading.last, letter(index), "a column that the description does not declare", name)
        elif name in seen:
            yield Fault(sheet.name, heading.last, letter(index), f"the same heading as column {letter(seen[name])}", name)
        seen.setdefault(name, index)
    for name, column in heading.layout.columns.items():
        if name not in seen and not column.optional and not column.is_ignored:
            yield Fault(sheet.name, heading.last, "", "a declared column is missing", column.heading)


def _candidates(rows: list[list[str]], layout: Layout) -> Iterator[Heading]:
    for last in range(layout.heading_rows, len(rows) + 1):
        lower = [same(cell) for cell in rows[last - 1]]
        names = lower if layout.heading_rows == 1 else joined([same(cell) for cell in rows[last - 2]], lower)
        above = tuple(" ".join(filter(None, map(str.strip, row))) for row in rows[: last - layout.heading_rows])
        yield Heading(layout, last, tuple(names), above)


def joined(upper: list[str], lower: list[str]) -> list[str]:
    """Two heading rows as one: an upper heading reaches over the columns to its right that have only a lower one."""
    names, over = [], ""
    for above, below in zip(upper, lower, strict=True):
        over = above if above or not below else over
        names.append(below if not over else over if not below or below == over else f"{over}/{below}")
    return names
