"""Answers as bytes: a bare JSON array of flat objects, or CSV by RFC 4180 that a spreadsheet may open without harm."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from api.rows.named import Column

Cell = str | int | bool | None
BOM = "\ufeff"

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def cells(columns: Sequence[Column], records: Sequence[Mapping[str, Any]]) -> list[list[Cell]]:
    """The records' values in the order and of the types of the columns."""
    return [[column.cell(record[column.name]) for column in columns] for record in records]


def as_json(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> bytes:
    """An array of objects, one a line; what is not known is null, so that every object has every column."""
    names = [column.name for column in columns]
    lines = (json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, separators=(",", ":")) for row in rows)
    return ("[" + ",\n".join(lines) + "]\n").encode()


def as_csv(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, bom: bool) -> bytes:
    """A header and a line for each row, in UTF-8 with CRLF; what is not known is empty.

    Args:
        bom: whether to begin with a byte order mark, without which Excel takes UTF-8 for the machine's own encoding.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.name for column in columns])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return ((BOM if bom else "") + text.getvalue()).encode()


def _cell(value: Cell) -> str | int:
    """A cell that no spreadsheet takes for a formula; numbers are numbers and stay (OWASP, CSV injection)."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return "" if value is None else value
