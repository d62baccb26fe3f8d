"""PDF with a text layer: page by page, the lines of a paragraph joined, wide gaps inside a line as tabs.

A line of print that reaches the right edge of its column goes on in the next one, unless that one is indented or set in
another size.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from itertools import zip_longest

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from kg.errors import InputError
from loaders.press.kept import Kept, whole

LARGEST = 20 * 2**20
"""The most characters that are taken from one file."""

_HYPHEN = "\ufffe\x02"
_GAP = 1.5
"""A gap between two characters of a line that is wider than so many of them parts cells."""
_EDGE = 1.6
_INDENT = 1.2
_BREAK = 1.15
_ENCRYPTED = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of print: its text, its left and right edge, and its size, in points."""

    text: str
    left: float
    right: float
    size: float


def read(data: bytes, place: str) -> Kept:
    """The text layer of a PDF.

    Raises:
        InputError: it is damaged or encrypted, or has no text.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as exc:
        if getattr(exc, "err_code", 0) == _ENCRYPTED or "assword" in str(exc):
            raise InputError(f"{place} is an encrypted PDF; save it without a password.") from exc
        raise InputError(f"{place} is a damaged PDF; save or download it again.") from exc
    try:
        pages = [_page(document, number, place) for number in range(len(document))]
    finally:
        document.close()
    starts = [0]
    for text in pages:
        starts.append(starts[-1] + len(text))
        if starts[-1] > LARGEST:
            raise InputError(f"{place} has more text than an edition; split it.")
    blank = tuple(number for number, text in enumerate(pages, 1) if not text.strip())
    if len(blank) == len(pages):
        raise InputError(f"{place} has no text layer (a scan?); put it through text recognition first and give what that makes.")
    return Kept("".join(pages), "pdf", tuple(starts[:-1]), blank)


def _page(document: pdfium.PdfDocument, number: int, place: str) -> str:
    try:
        page = document[number]
        text = page.get_textpage()
    except pdfium.PdfiumError as exc:
        raise InputError(f"{place} is a damaged PDF: page {number + 1} cannot be read; save or download it again.") from exc
    try:
        return whole("".join(_paragraphs(list(_lines(text)))))
    finally:
        text.close()
        page.close()


def _paragraphs(lines: list[_Line]) -> Iterator[str]:
    """The lines, joined where a paragraph runs on, with line ends."""
    edges: dict[int, float] = {}
    for line in lines:
        column = round(line.left / 36)
        for near in (column - 1, column, column + 1):
            edges[near] = max(edges.get(near, 0.0), line.right)
    for line, following in zip_longest(lines, lines[1:]):
        yield line.text
        if following is None or not _runs_on(line, following, edges[round(line.left / 36)]):
            yield "\n"
        elif line.text[-1:].isascii() and following.text[:1].isascii():
            yield " "


def _runs_on(line: _Line, following: _Line, edge: float) -> bool:
    size = max(line.size, 1.0)
    if "\t" in line.text or "\t" in following.text or not 1 / _BREAK < following.size / size < _BREAK:
        return False
    return edge - line.right < _EDGE * size and following.left - line.left < _INDENT * size and following.right - following.left > 0


def _lines(text: pdfium.PdfTextPage) -> Iterator[_Line]:
    """The lines of a page in the order of its content."""
    made: list[str] = []
    left, right, size = 0.0, 0.0, 0.0
    pending = False
    for index, char in _characters(text):
        if char in "\r\n":
            if made:
                yield _Line("".join(made).rstrip(), left, right, size)
            made, pending = [], False
        elif char in " \u00a0\u3000":
            pending = bool(made)
        elif char not in _HYPHEN:
            begins, ends, height = _box(text, index)
            if not made:
                left, size = begins, height
            elif begins - right > _GAP * max(size, height):
                made.append("\t")
            elif pending:
                made.append(" ")
            made.append(char)
            right, size, pending = ends, max(size, height), False
    if made:
        yield _Line("".join(made).rstrip(), left, right, size)


def _characters(text: pdfium.PdfTextPage) -> Iterator[tuple[int, str]]:
    """The characters of a page with their numbers in it; two halves of a surrogate pair are one."""
    high = 0
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
        elif 0xDC00 <= code < 0xE000 and high:
            yield index, chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00)
            high = 0
        elif code:
            yield index, chr(code)


def _box(text: pdfium.PdfTextPage, index: int) -> tuple[float, float, float]:
    """Where a character begins and ends from left to right, and its size."""
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return left.value, right.value, raw.FPDFText_GetFontSize(text, index) or top.value - bottom.value
