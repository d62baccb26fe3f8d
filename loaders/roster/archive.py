"""What is looked at in a workbook before it is opened: how far it inflates, how wide it is, and formulas that hold no value.

An xlsx or ods file is an archive whose parts may inflate a thousand times. Each part is inflated once in small portions and
counted, whatever the archive's directory says, so that memory stays bounded. In passing, what the reader leaves out is found: cells
with a formula that was never computed or that came to an error, and the day from which the workbook counts.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from kg.errors import InputError
from loaders.roster.besides import DAY_OF_1900, DAY_OF_1904, IS_ERROR, IS_UNCOMPUTED, Besides
from loaders.roster.fault import Fault
from loaders.roster.opendocument import Content

MOST_INFLATED = 768 * 2**20
"""To how many bytes all parts of a workbook may inflate together."""

MOST_CELLS = 50_000_000
"""How many cells the area from A1 to the last cell of a sheet may have."""

_PORTION = 2**20
_SMALL = 4 * 2**20
_ROW = re.compile(rb'<(?:\w+:)?row [^>]*?\br="(\d+)"')
_WIDE = re.compile(rb'<(?:\w+:)?c r="([A-Z]{2,3})\d')
_CELL = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d+)"((?:[^>]*[^/>])?)>(.*?)</(?:\w+:)?c>', re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v>[^<]|<(?:\w+:)?is>")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_TEXT = re.compile(rb'\bt="str"')
_ERROR = re.compile(rb'\bt="e"')


def inspect(data: bytes, path: Path) -> Besides:
    """What an xlsx or ods holds besides the values of its cells.

    Raises:
        InputError: the archive is damaged, inflates beyond ``MOST_INFLATED``, or a sheet spreads over more than ``MOST_CELLS``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _inflate(archive, path)
            return _opendocument(archive, path) if "content.xml" in archive.namelist() else _xlsx(archive, path)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ElementTree.ParseError,
        ExpatError,
        KeyError,
    ) as exc:
        raise InputError(f"{path} is a damaged or encrypted archive; open it in a spreadsheet and save it anew.") from exc


def _inflate(archive: zipfile.ZipFile, path: Path) -> None:
    """Pass over every part, and stop where all together are too many bytes."""
    inflated = 0
    for part in archive.infolist():
        for portion in _portions(archive, part.filename):
            inflated += len(portion)
            if inflated > MOST_INFLATED:
                raise InputError(f"{path} inflates to more than {MOST_INFLATED // 2**20} MB; save it as CSV, or split it.")


def _opendocument(archive: zipfile.ZipFile, path: Path) -> Besides:
    content = Content()
    found = content.found(_portions(archive, "content.xml"))
    for sheet, (rows, columns) in content.sizes.items():
        _require_narrow(path, sheet, rows, columns)
    return found


def _xlsx(archive: zipfile.ZipFile, path: Path) -> Besides:
    sheets, zero = _sheets(archive, path)
    found: dict[str, list[Fault]] = {}
    for part, sheet in sheets.items():
        scan = _Scan(sheet, path)
        for portion in _portions(archive, part):
            scan.take(portion)
        if scan.faults:
            found[sheet] = scan.faults
    return Besides(found, zero=zero)


def _portions(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    with archive.open(part) as stream:
        while portion := stream.read(_PORTION):
            yield portion


def _require_narrow(path: Path, sheet: str, rows: int, columns: int) -> None:
    if rows * columns > MOST_CELLS:
        raise InputError(
            f"{path}, sheet {sheet}: its cells spread over {rows:,} rows and {columns:,} columns; delete what stands far out, "
            "or save it as CSV."
        )


def _sheets(archive: zipfile.ZipFile, path: Path) -> tuple[dict[str, str], date]:
    """Which part of an xlsx holds which sheet, and from which day its numbers count."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}, DAY_OF_1900
    workbook, relations = (_small(archive, name, path) for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations}
    found: dict[str, str] = {}
    zero = DAY_OF_1900
    for sheet in workbook.iter():
        if sheet.tag.endswith("}workbookPr") and sheet.get("date1904", "0") in ("1", "true"):
            zero = DAY_OF_1904
        if sheet.tag.endswith("}sheet"):
            identifier = next((value for key, value in sheet.items() if key.endswith("}id")), "")
            target = targets.get(identifier, "")
            part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            found |= {part: sheet.get("name", "")} if part in names else {}
    return found, zero


def _small(archive: zipfile.ZipFile, name: str, path: Path) -> ElementTree.Element:
    with archive.open(name) as stream:
        text = stream.read(_SMALL + 1)
    if len(text) > _SMALL or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise InputError(f"{path} has a part {name} that no spreadsheet writes.")
    return ElementTree.fromstring(text)


class _Scan:
    """Passes over a sheet of an xlsx and keeps what it finds."""

    def __init__(self, sheet: str, path: Path) -> None:
        self.sheet, self.path = sheet, path
        self.faults: list[Fault] = []
        self.rest = b""
        self.width = 26

    def take(self, portion: bytes) -> None:
        text = self.rest + portion
        cut = text.rfind(b"</c>") + 4
        text, self.rest = (text[:cut], text[cut:]) if cut > 3 else (b"", text[-_PORTION:])
        self._measure(text)
        if b"<f" in text or b":f" in text or b't="e"' in text:
            self._look(text)

    def _measure(self, text: bytes) -> None:
        wide = [_number(letters) for letters in set(_WIDE.findall(text))]
        self.width = max([self.width, *wide])
        start = text.rfind(b"<row ")
        row = _ROW.match(text, start) if start >= 0 else None
        if row is not None:
            _require_narrow(self.path, self.sheet, int(row[1]), self.width)

    def _look(self, text: bytes) -> None:
        for cell in _CELL.finditer(text):
            column, row, attributes, inside = cell[1].decode(), int(cell[2]), cell[3], cell[4]
            if _ERROR.search(attributes):
                self.faults.append(Fault(self.sheet, row, column, IS_ERROR))
            elif _FORMULA.search(inside) and not _VALUE.search(inside) and not _TEXT.search(attributes):
                self.faults.append(Fault(self.sheet, row, column, IS_UNCOMPUTED))


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number
