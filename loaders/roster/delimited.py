"""Tables in text files: CSV and TSV, in whatever encoding Chinese offices write them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from kg.errors import InputError
from loaders.roster.sheet import Sheet, columns_of

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 20_000
_LONGEST_CELL = 1_000_000
_PLAUSIBLE = 0.9


def read_delimited(data: bytes, path: Path) -> tuple[list[Sheet], str]:
    """The table of a file, and the encoding that it was found to be in.

    Raises:
        InputError: it is empty or binary, its encoding is not known, or its quotes do not close.
    """
    text, encoding = _decoded(data, path)
    sign = "\t" if path.suffix.lower() == ".tsv" else _sign(text)
    return [Sheet("", columns_of(_records(text, sign, path), str(path)))], encoding


def _records(text: str, sign: str, path: Path) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    number = 0
    while True:
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as exc:
            raise InputError(f"{path}: record {number + 1} is no record of a table ({exc}); look at its quotation marks.") from exc
        number += 1
        yield record


def _sign(text: str) -> str:
    head = text[:_SAMPLE].splitlines()[:20]
    return max((",", ";", "\t"), key=lambda sign: sum(line.count(sign) for line in head))


def _decoded(data: bytes, path: Path) -> tuple[str, str]:
    found = _decoding(data)
    if found is None:
        raise InputError(f"{path} is no text in UTF-8, UTF-16 or GB 18030; save it as UTF-8.")
    if not found[0].strip():
        raise InputError(f"{path} is empty; give a table with a heading row.")
    return found


def is_text(data: bytes) -> bool:
    """Whether the bytes are those of a text, be it empty."""
    return _decoding(data) is not None


def _decoding(data: bytes) -> tuple[str, str] | None:
    """The text, and the encoding in which it is one."""
    mark, encoding = next(((m, e) for m, e in _BOMS if data.startswith(m)), (b"", ""))
    for name in [encoding] if encoding else _without_mark(data):
        try:
            text = data[len(mark) :].decode(name)
        except UnicodeDecodeError:
            continue
        if _is_plausible(text):
            return text, name
    return None


def _without_mark(data: bytes) -> list[str]:
    if b"\x00" not in data[:_SAMPLE]:
        return ["utf-8", "gb18030"]
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    return ["utf-16-be", "utf-16-le"] if even > odd else ["utf-16-le", "utf-16-be"]


def _is_plausible(text: str) -> bool:
    """Whether the characters are such as a table has: printable ones, Chinese where they are not ASCII."""
    sample = text[:_SAMPLE]
    wide = [c for c in sample if ord(c) > 0x7F]
    if any(ord(c) < 0x20 and c not in "\t\r\n" for c in sample):
        return False
    known = sum(0x3000 <= ord(c) <= 0x9FFF or 0xFF00 <= ord(c) <= 0xFFEF or ord(c) in _MARKS for c in wide)
    return len(wide) == 0 or known >= _PLAUSIBLE * len(wide)


_MARKS = frozenset(map(ord, "“”‘’—…·×℃Ⅰ①②③④⑤⑥⑦⑧⑨⑩√○●■□◎"))
