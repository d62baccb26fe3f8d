"""Errors in workbooks of 1997, and from which day they count: the reader gives neither, so the records themselves are looked at.

A workbook of 1997 is a compound file (MS-CFB) with one stream of records (MS-XLS, BIFF8): each has a type, a length and its data.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from loaders.roster.besides import DAY_OF_1900, DAY_OF_1904, IS_ERROR, Besides
from loaders.roster.fault import Fault, letter

_FREE = 0xFFFFFFF0
"""From here on a sector's number is none."""

_FORMULA, _ERROR_OR_TRUTH, _SHEET, _START, _DATE_MODE = 0x0006, 0x0205, 0x0085, 0x0809, 0x0022
_ERROR, _EMPTY = 2, 3
"""What a formula came to that is neither number nor text."""
_EITHER = "a formula that came to nothing or was never computed, which an xls does not tell apart; save it as xlsx"
_SMALL = 4096
_EXPONENTS = (9, 12)
"""Of the two sizes that sectors have."""


def look(data: bytes) -> Besides:
    """For each sheet its cells that hold an error, and the day 0; nothing of a file not of this form, which the reader will say."""
    try:
        return _look(_stream(data))
    except (struct.error, IndexError, UnicodeDecodeError):
        return Besides()


def _look(stream: bytes) -> Besides:
    names: dict[int, str] = {}
    found: dict[str, list[Fault]] = {}
    sheet, zero = "", DAY_OF_1900
    for place, kind, body in _records(stream):
        if kind == _SHEET:
            wide, size = body[7] & 1, body[6]
            names[struct.unpack_from("<I", body)[0]] = body[8 : 8 + size * (1 + wide)].decode("utf-16-le" if wide else "latin-1")
        elif kind == _START:
            sheet = names.get(place, "")
        elif kind == _DATE_MODE and body[:1] == b"\x01":
            zero = DAY_OF_1904
        elif (kind == _ERROR_OR_TRUTH and body[7]) or (kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == _ERROR):
            row, column = struct.unpack_from("<HH", body)
            found.setdefault(sheet, []).append(Fault(sheet, row + 1, letter(column), IS_ERROR))
        elif kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == _EMPTY:
            row, column = struct.unpack_from("<HH", body)
            found.setdefault(sheet, []).append(Fault(sheet, row + 1, letter(column), _EITHER))
    return Besides(found, zero=zero)


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        if kind == 0 and size == 0:
            return
        yield place, kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _stream(data: bytes) -> bytes:
    """The stream of records of a compound file."""
    exponent = struct.unpack_from("<H", data, 30)[0]
    if exponent not in _EXPONENTS:
        return b""
    width = 1 << exponent
    first, small = struct.unpack_from("<I", data, 48)[0], struct.unpack_from("<I", data, 60)[0]
    tables = [*struct.unpack_from("<109I", data, 76)]
    more, seen = struct.unpack_from("<I", data, 68)[0], 0
    while more < _FREE and seen < len(data) // width:
        sector = _sector(data, more, width)
        tables += struct.unpack(f"<{width // 4 - 1}I", sector[:-4])
        more, seen = struct.unpack("<I", sector[-4:])[0], seen + 1
    following = [n for t in tables if t < _FREE for n in struct.unpack(f"<{width // 4}I", _sector(data, t, width))]
    entries = _chain(data, first, width, following)
    root = b""
    for start in range(0, len(entries) - 127, 128):
        size = struct.unpack_from("<H", entries, start + 64)[0]
        name = entries[start : start + max(0, size - 2)].decode("utf-16-le")
        begin, length = struct.unpack_from("<II", entries, start + 116)
        if start == 0:
            root = _chain(data, begin, width, following) if begin < _FREE else b""
        elif name in ("Workbook", "Book") and length >= _SMALL:
            return _chain(data, begin, width, following)[:length]
        elif name in ("Workbook", "Book"):
            shorter = _chain(data, small, width, following)
            return _chain(root, begin, 64, [*struct.unpack(f"<{len(shorter) // 4}I", shorter)], header=0)[:length]
    return b""


def _sector(data: bytes, number: int, width: int, header: int = 1) -> bytes:
    return data[(number + header) * width : (number + header + 1) * width]


def _chain(data: bytes, number: int, width: int, following: list[int], header: int = 1) -> bytes:
    parts: list[bytes] = []
    while number < _FREE and len(parts) <= len(following):
        parts.append(_sector(data, number, width, header))
        number = following[number]
    return b"".join(parts)
