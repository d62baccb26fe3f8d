"""Tables: cells by row and column, what a column's head says it holds, and rows as records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.flow import Line
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import Names
from loaders.press.rows import Run

_TAB = re.compile(r"[^\t]*")
_BAR = re.compile(r"[^|｜]*")
_RULE = re.compile(r"[\s|｜:+\-—]*$")
_LEAST_CELLS = 2
_WIDEST_HEAD = 12


@dataclass(frozen=True)
class Table:
    """Rows of cells in the kept text; an empty cell has no words. ``first`` and ``last`` number its lines among the document's."""

    rows: list[list[Run]]
    first: int
    last: int


def tables(rows: list[Line]) -> Iterator[Table]:
    """The tables of some lines: runs of lines with cells between tabs or bars; a rule of dashes below the heads is none of them."""
    block: list[list[Run]] = []
    begin = 0
    for number, row in enumerate(rows):
        found = cells(row)
        if found and not block:
            begin = number
        if found:
            block.append(found)
        elif not (block and _RULE.match(row.text)):
            if block:
                yield Table(block, begin, number - 1)
            block = []
    if block:
        yield Table(block, begin, len(rows) - 1)


def named_cells(row: Line, names: Names) -> list[Run]:
    """The cells of a row that are names, where at least two of them are."""
    found = [cell for cell in cells(row) if names.is_name(cell.words)]
    return found if len(found) >= _LEAST_CELLS else []


def cells(row: Line) -> list[Run]:
    """The cells of a line between tabs or bars; none where it has neither."""
    if "\t" in row.text:
        hits = [m for m in _TAB.finditer(row.text) if m.start() == 0 or row.text[m.start() - 1] == "\t"]
    elif row.text.count("|") + row.text.count("｜") >= _LEAST_CELLS and row.text.strip()[0] in "|｜":
        begins = row.text.index(row.text.strip()[0]) + 1
        hits = [m for m in _BAR.finditer(row.text, begins) if row.text[m.start() - 1] in "|｜"]
        hits = hits[:-1] if hits and hits[-1][0].strip() == "" else hits
    else:
        return []
    if _RULE.match(row.text):
        return []
    return [_run(row, m.start(), m.end()) for m in hits]


def _run(row: Line, start: int, end: int) -> Run:
    written = row.text[start:end]
    start += len(written) - len(written.lstrip())
    written = written.strip()
    return Run(re.sub(r"[\s　*]+", "", written), row.start + start, row.start + start + len(written))


class Heads:
    """Knows what the heads of columns say: ``name``, ``body``, ``body_title``, ``title``, ``item``, ``prize``, ``honour``, ``gender``."""

    def __init__(self) -> None:
        columns: dict[str, list[str]] = knowledge("prizes")["columns"]
        self.kinds = {word: kind for kind, words in columns.items() for word in words}
        self.word = re.compile("|".join(map(re.escape, longest_first(list(self.kinds)))))

    def of(self, row: list[Run]) -> dict[int, str]:
        """What each column holds by its head, where the row is one of heads: at least two that are known, all short."""
        found: dict[int, str] = {}
        for number, cell in enumerate(row):
            hit = self.word.fullmatch(cell.words) or (self.word.search(cell.words) if len(cell.words) <= _WIDEST_HEAD else None)
            if hit is not None and self.kinds[hit[0]] not in found.values():
                found[number] = self.kinds[hit[0]]
        named = any(self.word.fullmatch(cell.words) for cell in row)
        return found if len(found) >= _LEAST_CELLS and named and max(len(c.words) for c in row) <= _WIDEST_HEAD else {}
