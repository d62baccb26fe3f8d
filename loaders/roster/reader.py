"""The way through a roster, top down: bytes, sheets, headings, cells, statements; all faults at once, or a reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import pyarrow as pa

from kg.circle import circles
from kg.claim import Reading
from kg.document import Document, Notice, Span
from kg.errors import InputError
from kg.ids import document_id, edition_id
from kg.model import Model
from kg.values import first_day, is_partial_date
from loaders.press.places import Places
from loaders.roster.bodies import RosterBodies
from loaders.roster.cells import Cells, Reader
from loaders.roster.delimited import is_text, read_delimited
from loaders.roster.fault import Fault, refuse
from loaders.roster.heading import Heading, faults_of, find
from loaders.roster.honours import RosterHonours
from loaders.roster.layout import Column, Layout
from loaders.roster.sheet import Sheet
from loaders.roster.source import RosterSource
from loaders.roster.statements import Said, Statements
from loaders.roster.table import Table, prepare
from loaders.roster.workbook import WORKBOOK_MARKS, read_workbook

LARGEST = 512 * 2**20
"""The largest file that is read, in bytes."""

DELIMITED = (".csv", ".tsv")
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
SUFFIXES = DELIMITED + WORKBOOKS


def read(path: Path, roster: RosterSource, model: Model, *, secret: Callable[[], bytes], edition: str | None = None) -> Reading:
    """Read a roster, strictly.

    Args:
        path: a CSV or TSV file, or a workbook.
        roster: its description.
        secret: gives the key for hashes of personal numbers; asked only where the description wants them.
        edition: its label; by default what the description's rule finds.

    Raises:
        InputError: the file cannot be read; or it has faults, which are all told, and nothing of it may be loaded.
    """
    sheets, form = read_sheets(path)
    return _Roster(path, roster, model, secret).reading(sheets, form, edition)


def read_sheets(path: Path) -> tuple[list[Sheet], str]:
    """The sheets of a file that hold anything, and its encoding or the form of workbook it is.

    Raises:
        InputError: it is missing, too large, damaged, or no table.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise InputError(f"{path} has {size / 2**20:.0f} MB, more than the {LARGEST // 2**20} MB of a roster; split it.")
        data = path.read_bytes()
    except OSError as exc:
        raise InputError(f"{path} cannot be read ({exc.strerror}); look at its name and folder.") from exc
    sheets, form = read_workbook(data, path) if _is_workbook(data, path) else read_delimited(data, path)
    if not any(sheet.height for sheet in sheets):
        raise InputError(f"{path} is empty; give a table with a heading row.")
    return sheets, form


def _is_workbook(data: bytes, path: Path) -> bool:
    """Whether a file is a workbook: its bytes say so, whatever it is called; many an export is called .xls and is text, or a page.

    Raises:
        InputError: it is called a workbook and is a page of the web.
    """
    if data.startswith(WORKBOOK_MARKS) or path.suffix.lower() not in WORKBOOKS:
        return data.startswith(WORKBOOK_MARKS)
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t \0").startswith(b"<"):
        raise InputError(f"{path} is a page of the web, whatever its name says; open it in a spreadsheet and save it as xlsx.")
    return not is_text(data)


@dataclass
class _Roster:
    """A roster while it is read."""

    path: Path
    roster: RosterSource
    model: Model
    secret: Callable[[], bytes]
    faults: list[Fault] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    wholes: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    """Where it stands that a body is a part of another: sheet and row."""
    text: str = ""

    def reading(self, sheets: list[Sheet], form: str, edition: str | None) -> Reading:
        ignored = self.roster.ignored
        wanted = [sheet for sheet in sheets if ignored is None or not ignored.search(sheet.name)]
        headings = [(sheet, find(sheet, self.roster.layouts)) for sheet in wanted]
        above = [line for _, heading in headings if heading for line in heading.above]
        issued = self._date(self.roster.edition, [self.path.name, *above]) or (edition if edition and is_partial_date(edition) else "")
        label = edition or issued
        if not label:
            raise InputError(f"{self.path}: no date of the edition is found by the description's rule; give --edition, such as 2025-12.")
        attested = self._date(self.roster.as_of, [*above, self.path.name]) or issued
        known = edition_id(self.roster.source.id, label)
        for sheet, heading in headings:
            self._sheet(sheet, heading, known, attested)
        self._circles()
        self._check_whole()
        refuse(str(self.path), self.faults)
        rows = pa.concat_tables([s.claims for s in self.said])
        title = f"{self.roster.source.name} {label}"
        return Reading(
            self.text, form, self.roster.source.id, label, title, issued, tuple(self.documents), (), tuple(self.notices), rows=rows
        )

    def _sheet(self, sheet: Sheet, heading: Heading | None, edition: str, attested: str) -> None:
        if heading is None:
            self.faults.append(
                Fault(
                    sheet.name,
                    0,
                    "",
                    "no row has the columns that the description declares; give a layout for it, or name it in ignore_sheets",
                )
            )
            return
        self.faults += faults_of(sheet, heading)
        table = prepare(sheet, heading, self._readers(heading.layout, attested, sheet.zero), self.secret)
        self.faults += table.faults
        title = sheet.name or self.roster.source.name
        identifier = document_id(edition, "table", title, 1)
        start = len(self.text)
        self.text += table.text
        self.documents.append(Document(identifier, "table", title, start, len(self.text), issued=attested))
        statements = Statements(
            self.model, heading.layout, table, document=identifier, sheet=sheet.name, start=start, attested=attested
        ).said()
        told = {(fault.row, fault.column) for fault in table.faults}
        self.faults += [fault for fault in statements.faults if (fault.row, fault.column) not in told]
        self.said.append(statements)
        self.wholes |= {(member, whole): (sheet.name, row) for member, whole, row in statements.wholes}
        self._notices(sheet, table, statements, start)

    def _readers(self, layout: Layout, attested: str, zero: date) -> Callable[[Column], Reader]:
        latest = int(first_day(attested)[:4]) if attested else 2100
        cells = Cells(self.model, self._honours, self._bodies, latest, zero)
        classes = {name: rule.class_name for name, rule in layout.things.items()} | {f.name: f.class_name for f in layout.facts}

        def reader(column: Column) -> Reader:
            class_name = classes[column.owner]
            return cells.reader(column, class_name, self.model[class_name].properties.get(column.prop))

        return reader

    @cached_property
    def _places(self) -> Places:
        return Places.of(self.roster.province, self.roster.city, self.roster.divisions)

    @cached_property
    def _honours(self) -> RosterHonours:
        return RosterHonours(self.model, self._places)

    @cached_property
    def _bodies(self) -> RosterBodies:
        known = self.roster
        return RosterBodies.of(self._places, known.province, known.city, known.county, known.source.publisher)

    def _circles(self) -> None:
        for chain in circles(self.wholes):
            sheet, row = self.wholes[chain[0], chain[1]]
            self.faults.append(Fault(sheet, row, "", f"parents in a circle: {' → '.join(chain)}"))

    def _notices(self, sheet: Sheet, table: Table, said: Said, start: int) -> None:
        if not said.repeats and not table.masks:
            return
        starts = dict(zip(table.rows["row"].to_pylist(), table.rows["start"].to_pylist(), strict=True))
        place = f"sheet {sheet.name}, " if sheet.name else ""
        for row, first in said.repeats:
            span = Span(start + starts[row], start + starts[row] + 1)
            self.notices.append(Notice("the same row again", f"{place}row {row} says what row {first} says; it is loaded once", span))
        for row, column in table.masks:
            span = Span(start + starts[row], start + starts[row] + 1)
            self.notices.append(Notice("personal number masked", f"{place}row {row}, column {column}", span))

    def _check_whole(self) -> None:
        """That there is something, and that the totals are within their bounds."""
        if self.faults:
            return
        counts: dict[str, int] = {}
        for said in self.said:
            for name, count in said.counts.items():
                counts[name] = counts.get(name, 0) + count
        for name, (fewest, most) in self.roster.totals.items():
            if not fewest <= counts.get(name, 0) <= most:
                message = f"{counts.get(name, 0)} {name}, where the description expects {fewest} to {most}"
                self.faults.append(Fault("", 0, "", message))
        if counts.get("rows", 0) == 0:
            self.faults.append(Fault("", 0, "", "no row below the heading"))

    def _date(self, pattern: re.Pattern[str] | None, places: list[str]) -> str:
        return next((date for place in places for date in _dates(pattern, place)), "")


def _dates(pattern: re.Pattern[str] | None, place: str) -> Iterator[str]:
    for found in pattern.finditer(place) if pattern is not None else ():
        parts = {k: v for k, v in found.groupdict().items() if v}
        date = "-".join([parts["year"], *(f"{int(parts[p]):02d}" for p in ("month", "day") if p in parts)])
        if is_partial_date(date):
            yield date
