"""Workbooks: xlsx, xls of 1997 and ods. What a formula holds counts as it was stored; merged cells hold what their first one does."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pyarrow as pa
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from kg.errors import InputError
from loaders.roster.archive import inspect
from loaders.roster.besides import Besides
from loaders.roster.biff import look
from loaders.roster.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, columns_of

_ARCHIVE, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORKBOOK_MARKS = (_ARCHIVE, _COMPOUND)
"""By which bytes a workbook begins: an archive of today, or a compound file of 1997."""
_PROTECTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(data: bytes, path: Path) -> tuple[list[Sheet], str]:
    """The sheets of a workbook that hold anything, hidden ones too, and which form of workbook it is.

    Raises:
        InputError: it is damaged, protected by a password, or would inflate beyond the limit.
    """
    if data.startswith(_COMPOUND) and _PROTECTED in data:
        raise InputError(f"{path} is protected by a password; save it without one.")
    besides = inspect(data, path) if data.startswith(_ARCHIVE) else look(data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            sheets = [_sheet(workbook.get_sheet_by_name(name), besides, path) for name in workbook.sheet_names]
    except PasswordError as exc:
        raise InputError(f"{path} is protected by a password; save it without one.") from exc
    except (CalamineError, ValueError, OSError) as exc:
        raise InputError(f"{path} cannot be read as a workbook ({_first_line(exc)}); open it in a spreadsheet and save it anew.") from exc
    return [sheet for sheet in sheets if sheet.height > 0], path.suffix.lower().removeprefix(".")


def _sheet(sheet: CalamineSheet, besides: Besides, path: Path) -> Sheet:
    if sheet.start is None or sheet.end is None:
        return Sheet(sheet.name, ())
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    if height > MOST_ROWS or width > MOST_COLUMNS:
        raise InputError(f"{path}, sheet {sheet.name}: more than {MOST_COLUMNS:,} columns or {MOST_ROWS:,} rows; split it.")
    columns = list(columns_of(_rows(sheet), f"{path}, sheet {sheet.name}"))
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or besides.merged.get(sheet.name, ()):
        if bottom > top and top < height and left < len(columns):
            columns[left] = _filled(columns[left], top, min(bottom, height - 1))
    return Sheet(sheet.name, tuple(columns), tuple(besides.faults.get(sheet.name, ())), besides.zero)


def _rows(sheet: CalamineSheet) -> Iterator[list[str]]:
    before = [""] * (sheet.start or (0, 0))[1]
    for row in sheet.iter_rows():
        yield before + [_text(cell) for cell in row]


def _filled(column: pa.ChunkedArray, top: int, bottom: int) -> pa.ChunkedArray:
    same = pa.array([column[top].as_py()] * (bottom - top + 1), pa.string())
    return pa.chunked_array([*column.slice(0, top).chunks, same, *column.slice(bottom + 1).chunks], pa.string())


def _text(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="seconds")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _first_line(exc: BaseException) -> str:
    return (str(exc).splitlines() or [type(exc).__name__])[0]
