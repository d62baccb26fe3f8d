"""Flowing text: paragraphs as they read, page breaks undone, each character with its place in the kept text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.document import Span
from kg.values import fold_width

_ENDS = tuple("。.！？!?”」』：:；;…）)》")
_INSIDE = re.compile(r"[,，。；;：:]")
_NEW = re.compile(
    r"[\s　]*(?:[-·•●■□◆①-⑳]|——|\d{1,2}[.、．]|[（(]?[一二三四五六七八九十]{1,3}[、)）]|(?:\d{4}年)?\d{1,2}月\d{1,2}日"
    r"|文\s*[|｜/]|作者|来源|参考文献|图为|\[\d+\]|本[报刊网社]讯)"
)
# A line that ends with who wrote or photographed: 摄影 | 某某, 时间：2024-10-22.
_SIGNED = re.compile(
    r"(?:文|图|作者|摄影|供图|记者|通讯员|编辑|校对|审核|时间|日期|来源)[\s　]*[|｜:：／/][\s　]*[^\s，。；：:|｜]{1,12}[\s　]*$"
)
_FOLIO = re.compile(r"[\s　]*[\w《》\u4e00-\u9fff]{0,12}\s*[·•|｜-]?\s*\d{1,3}[\s　]*$")
_LEAST = 18
_FILLS, _BLOCK = 0.85, 4
LONGEST = 2_000
"""The longest paragraph, in characters; a file of one line is read in pieces of this length."""
# Markdown: what stands before a line, a row of a table and the rule below its heading, a link with its address.
_BEFORE = re.compile(r"[\s　]*(?:#{1,6}\s+|>\s+)")
_ROW = re.compile(r"[\s　]*\|(?P<cells>.*)\|\s*$")
_RULE = re.compile(r"[\s　]*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?)?\s*$")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{1,600}\)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text without bold marks and line breaks, letters and digits in half width.

    ``places`` has the kept text's offset of each character.
    """

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int, gives: str = "") -> Span:
        """The place in the kept text of a run of the paragraph."""
        return Span(self.places[start], self.places[end - 1] + 1, gives)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the kept text that is not blank, with its place."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.start + len(self.text)


def lines(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines of a range that are not blank; marks of Markdown before one are no part of it, and its rows have tabs for bars."""
    position = start
    for row in text[start:end].split("\n"):
        if row.strip() and not _RULE.match(row):
            yield _plain(row, position)
        position += len(row) + 1


def _plain(row: str, start: int) -> Line:
    cells = _ROW.match(row)
    if cells is not None:
        return Line(cells["cells"].replace("|", "\t"), start + cells.start("cells"))
    before = _BEFORE.match(row)
    return Line(row[before.end() :], start + before.end()) if before is not None else Line(row, start)


def paragraphs(text: str, start: int, end: int) -> Iterator[Paragraph]:
    """The paragraphs of a range; one that a page break cuts in two is one, a running head between the halves left out.

    A paragraph is open where it has a comma or a full stop inside and ends with no mark; what comes next continues it unless
    it looks like a beginning (a date, a number, a byline) or like a heading (no mark inside). The lines of a list are paragraphs each.
    """
    rows = list(lines(text, start, end))
    listed = _listed(rows)
    position = 0
    while position < len(rows):
        parts = [rows[position]]
        position += 1
        while position < len(rows) and _is_open(parts):
            if listed[position] and _adjoin(rows[position - 1], rows[position]):
                break
            ahead = position + 1 if _FOLIO.match(rows[position].text) and position + 1 < len(rows) else position
            if not _continues(rows[ahead].text):
                break
            parts.append(rows[ahead])
            position = ahead + 1
        yield from _pieces(_joined(parts))


def _pieces(whole: Paragraph) -> Iterator[Paragraph]:
    """The paragraph, cut after a mark where it is longer than any is: what is asked of one may take the square of its length."""
    start = 0
    while len(whole.text) - start > LONGEST:
        end = max(whole.text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in "。；，")
        end = end + 1 if end >= 0 else start + LONGEST
        yield Paragraph(whole.text[start:end], whole.places[start:end])
        start = end
    yield Paragraph(whole.text[start:], whole.places[start:])


def _adjoin(first: Line, second: Line) -> bool:
    """Whether no blank line stands between two lines."""
    return second.start - first.end <= 1


def _listed(rows: list[Line]) -> list[bool]:
    """Of each line whether it is one of a list: of a block without blank lines in which few lines are as wide as the widest."""
    result: list[bool] = []
    first = 0
    for number in range(1, len(rows) + 1):
        if number == len(rows) or not _adjoin(rows[number - 1], rows[number]):
            widths = [len(row.text) for row in rows[first:number]]
            least = _FILLS * max(widths)
            wide = sum(width >= least for width in widths)
            result += [len(widths) >= _BLOCK and wide * 2 < len(widths)] * len(widths)
            first = number
    return result


def _is_open(parts: list[Line]) -> bool:
    last = parts[-1].text.rstrip()
    whole = "".join(p.text for p in parts)
    if "\t" in last or not _LEAST <= len(whole) <= LONGEST or _SIGNED.search(last) is not None:
        return False
    return _INSIDE.search(whole) is not None and not last.endswith((*_ENDS, ",", "，"))


def _continues(text: str) -> bool:
    return "\t" not in text and _NEW.match(text) is None and _INSIDE.search(text + " ") is not None


def _joined(parts: list[Line]) -> Paragraph:
    chars, places = [], []
    for part in parts:
        marks = {place for link in _LINK.finditer(part.text) for place in _marks(link)} if "](" in part.text else set()
        for offset, char in enumerate(part.text):
            if char not in "*\f\ufeff" and offset not in marks:
                chars.append(char)
                places.append(part.start + offset)
    return Paragraph(fold_width("".join(chars)), tuple(places))


def _marks(link: re.Match[str]) -> Iterator[int]:
    """The characters of a link that are not its words; a picture has none."""
    first, last = link.span(1) if link[0][0] == "[" else (link.end(), link.end())
    yield from range(link.start(), first)
    yield from range(last, link.end())
