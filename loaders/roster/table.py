"""A sheet made ready for its statements: the kept text, the rows that count, and each column in normal form.

All goes by whole columns; Python sees each distinct text of a column once. The kept text is the sheet written as TSV, a line a row
from the first on, so that line and row have one number; merged cells are filled, personal numbers left out or masked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from loaders.roster.cells import Cell, Reader, tidy
from loaders.roster.fault import Fault, letter
from loaders.roster.heading import Heading
from loaders.roster.layout import Column
from loaders.roster.personal import CANDIDATE, kind_of, masked, matching_key, of_heading
from loaders.roster.sheet import Sheet
from loaders.roster.source import PERSONAL_KEY

_TOTAL = r"^(合计|总计|小计|共计|合\s+计|总\s+计|小\s+计)[:：]?$"
_NOTE = r"^(注|备注|说明|填表人?|制表人?|审核人?|填报单位|联系人)\s*[:：]"
_TOTAL_WITHIN = 3
_PLACES_SHOWN = 20
_MOSTLY = 0.5


@dataclass(frozen=True)
class Table:
    """A sheet made ready.

    Attributes:
        text: the kept text.
        rows: of the rows that count: ``row`` (from 1), ``start`` (where its line begins in ``text``), ``line``, and for each column
            that is used, by its number N: ``wN`` its kept text, ``aN`` and ``bN`` where that stands in the line, ``vN`` its value
            (a list where the column is split), ``gN`` the gender that a name says.
        used: the columns that are used, by their number.
        faults: what is wrong.
        masks: (row, column letter) of each masked personal number.
    """

    text: str
    rows: pa.Table
    used: dict[int, Column]
    faults: list[Fault] = field(default_factory=list)
    masks: list[tuple[int, str]] = field(default_factory=list)


def prepare(sheet: Sheet, heading: Heading, reader: Callable[[Column], Reader], secret: Callable[[], bytes]) -> Table:
    """Make a sheet ready.

    Args:
        reader: gives the reader of a declared column.
        secret: gives the key for hashes of personal numbers; asked only where a column is kept as one.
    """
    declared = {i: heading.layout.columns.get(name, Column(name, "", "ignore")) for i, name in enumerate(heading.names)}
    counted = _counted(sheet, heading)
    columns = [
        _Prepared(sheet, index, declared[index], heading.names[index], counted, reader, secret) for index in range(len(sheet.columns))
    ]
    used = {c.index: c.column for c in columns if not c.column.is_ignored}
    text, rows = _written(columns, counted, used)
    spoilt = [f for f in sheet.faults if f.row > heading.last and any(letter(i) == f.column for i in used)]
    return Table(text, rows, used, [*spoilt, *(f for c in columns for f in c.faults)], [m for c in columns for m in c.masks])


def _counted(sheet: Sheet, heading: Heading) -> pa.Array:
    """Which rows count: none above the heading's end, no blank ones, no totals, no notes at the foot, no heading once more."""
    cells = [pc.utf8_trim_whitespace(c.combine_chunks()) for c in sheet.columns]
    whole = pc.binary_join_element_wise(*cells, "\x1f")
    filled = pc.coalesce(*(pc.if_else(pc.equal(c, ""), None, c) for c in cells))
    heads = {whole[row].as_py() for row in range(heading.last)}
    keep = pc.and_(pc.is_valid(filled), pc.invert(pc.is_in(whole, value_set=pa.array(sorted(heads), pa.string()))))
    for cell in cells[:_TOTAL_WITHIN]:
        keep = pc.and_(keep, pc.invert(pc.match_substring_regex(cell, _TOTAL)))
    alone = pc.equal(pc.binary_length(filled), pc.binary_length(pc.replace_substring(whole, "\x1f", "")))
    note = pc.and_(alone, pc.match_substring_regex(pc.fill_null(filled, ""), _NOTE))
    keep = pc.and_(keep, pc.invert(pc.fill_null(note, fill_value=False)))
    below = pa.array([False] * heading.last + [True] * (sheet.height - heading.last))
    return pc.and_(keep, below)


class _Prepared:
    """One column: its kept text, and of the rows that count its values, its faults and its masks."""

    def __init__(
        self,
        sheet: Sheet,
        index: int,
        column: Column,
        heading: str,
        counted: pa.Array,
        reader: Callable[[Column], Reader],
        secret: Callable[[], bytes],
    ) -> None:
        self.sheet, self.index, self.column, self.heading, self.counted = sheet, index, column, heading, counted
        self.faults: list[Fault] = []
        self.masks: list[tuple[int, str]] = []
        encoded = sheet.columns[index].combine_chunks().dictionary_encode()
        self.indices, self.texts = encoded.indices, [tidy(t) for t in encoded.dictionary.to_pylist()]
        self.below = pc.filter(self.indices, counted)
        self.present = sorted(pc.unique(self.below).to_pylist())
        personal = self._personal()
        self.kept = pa.array(self._kept(personal, encoded.dictionary), pa.string())
        self.values: list[tuple[str, ...]] = [()] * len(self.texts)
        self.genders: dict[int, str] = {}
        if not column.is_ignored and not (personal and column.prop != PERSONAL_KEY):
            self._read(reader(column), secret)

    @property
    def lines(self) -> pa.Array:
        """The kept text of every row."""
        return self.kept.take(self.indices)

    def _personal(self) -> bool:
        """Whether the column holds personal numbers; if so and nobody has said what is to become of them, that is a fault."""
        if self.column.prop in ("creditCode", PERSONAL_KEY):
            return self.column.prop == PERSONAL_KEY
        kinds = {i: kind for i in self._candidates() if (kind := kind_of(self.texts[i]))}
        filled = sum(self.texts[i] != "" for i in self.present)
        found = of_heading(self.heading) or (next(iter(kinds.values())) if kinds and len(kinds) >= _MOSTLY * filled else None)
        if found and not self.column.is_ignored:
            message = f"a column of personal numbers ({found}); say ignore, or person.{PERSONAL_KEY} to keep a keyed hash for matching"
            self.faults.append(Fault(self.sheet.name, 0, letter(self.index), message, self.heading))
        return found is not None

    def _candidates(self) -> Iterator[int]:
        looked_at = pc.match_substring_regex(pa.array(self.texts, pa.string()), CANDIDATE)
        return (i.as_py() for i in pc.indices_nonzero(looked_at))

    def _kept(self, personal: bool, raw: pa.Array) -> list[str]:
        if personal or self.column.is_ignored:
            heads = set(self.sheet.columns[self.index].slice(0, _first(self.counted)).to_pylist())
            return [masked(text) if r in heads else "" for text, r in zip(self.texts, raw.to_pylist(), strict=True)]
        if self.column.prop == "creditCode":
            return self.texts
        kept = list(self.texts)
        for index in self._candidates():
            kept[index] = masked(kept[index])
            if kept[index] != self.texts[index]:
                self.masks += [(row, letter(self.index)) for row in self._rows_of(index)]
        return kept

    def _read(self, read: Reader, secret: Callable[[], bytes]) -> None:
        source = self.texts if self.column.prop == PERSONAL_KEY else self.kept.to_pylist()
        for index in self.present:
            cell = read(source[index])
            if self.column.prop == PERSONAL_KEY:
                cell = Cell(tuple(matching_key(secret(), value) for value in cell.values))
            self.values[index] = cell.values
            if cell.gender:
                self.genders[index] = cell.gender
            if cell.fault:
                rows = self._rows_of(index)
                more = f" (and in {len(rows) - _PLACES_SHOWN} rows more)" if len(rows) > _PLACES_SHOWN else ""
                self.faults += [
                    Fault(self.sheet.name, row, letter(self.index), cell.fault + more, source[index]) for row in rows[:_PLACES_SHOWN]
                ]

    def _rows_of(self, index: int) -> list[int]:
        return [i.as_py() + 1 for i in pc.indices_nonzero(pc.and_(self.counted, pc.equal(self.indices, index)))]

    def arrays(self) -> dict[str, pa.Array]:
        """Of the rows that count: the kept text, the values and the gender."""
        if self.column.is_split:
            values = pa.array([list(v) for v in self.values], pa.list_(pa.string()))
        else:
            values = pa.array([v[0] if v else "" for v in self.values], pa.string())
        genders = pa.array([self.genders.get(i, "") for i in range(len(self.texts))], pa.string())
        return {
            f"w{self.index}": self.kept.take(self.below),
            f"v{self.index}": values.take(self.below),
            f"g{self.index}": genders.take(self.below),
        }


def _written(columns: list[_Prepared], counted: pa.Array, used: dict[int, Column]) -> tuple[str, pa.Table]:
    cells = [column.lines for column in columns]
    lines = pc.binary_join_element_wise(*cells, "\t")
    stops = pc.cumulative_sum(pc.add(pc.cast(pc.utf8_length(lines), pa.int64()), 1))
    starts = pc.subtract(pc.subtract(stops, pc.cast(pc.utf8_length(lines), pa.int64())), 1)
    numbers = pa.array(range(1, len(lines) + 1), pa.int64())
    rows = {name: pc.filter(array, counted) for name, array in (("row", numbers), ("start", starts), ("line", lines))}
    place = pa.array([0] * len(lines), pa.int64())
    for column, cell in zip(columns, cells, strict=True):
        end = pc.add(place, pc.cast(pc.utf8_length(cell), pa.int64()))
        if column.index in used:
            rows |= {f"a{column.index}": pc.filter(place, counted), f"b{column.index}": pc.filter(end, counted), **column.arrays()}
        place = pc.add(end, 1)
    return "\n".join(lines.to_pylist()) + "\n", pa.table(rows)


def _first(counted: pa.Array) -> int:
    return next((i.as_py() for i in pc.indices_nonzero(counted)), len(counted))
