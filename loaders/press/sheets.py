"""What is no running text: mastheads, tables, bylines, lists of references and of honoured people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.flow import Line, Paragraph
from loaders.press.names import Names

_BYLINE = re.compile(r"(?:^|[\s　)）。”])(?:文|图|作者|摄影|撰文|撰稿|供图|记者|通讯员|文字|图片)\s*[|｜/／:：]\s*")
_NEXT = re.compile(r"\s*(?:文|图|作者|摄影|撰文|撰稿|供图|记者|通讯员|来源)\s*[|｜/／:：]")
_MEDIA = re.compile(r"来源\s*[|｜/／:：]\s*《([^》]{2,20})》")
_REFERENCE = re.compile(r"^[\s　]*(?:\[\d{1,3}\]|\d{1,3}[.．、])\s*")
_AUTHORS = re.compile(r"[\u3400-\u9fff·]{2,5}(?:\s*[,，、]\s*[\u3400-\u9fff·]{2,5})*(?=\s*[。.．:：])")
_PUBLISHER = re.compile(r"[:：]\s*([\u3400-\u9fff]{2,14}出版社)")
_BODIES = ("主办", "编印单位", "编辑出版", "印刷", "出版", "承办")
_PEOPLE = (
    *("编委会主任", "编委会副主任", "编委会成员", "编委", "主编", "副主编", "执行主编", "编辑", "责任编辑"),
    *("美编", "美术编辑", "校对", "总编辑", "社长", "顾问"),
)
_LABELS = {**dict.fromkeys(_BODIES, "organisation"), **dict.fromkeys(_PEOPLE, "people")}
_OTHER = ("地址", "邮编", "电话", "传真", "投稿邮箱", "印数", "发送", "印刷日期", "邮箱", "网址", "准印证", "开本", "印张")
_PIECE = re.compile(r"[^\s　、,，]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A value in the kept text: its words without spaces, and where it stands."""

    words: str
    start: int
    end: int


def _spaced(label: str) -> str:
    return r"[\s　]*".join(map(re.escape, label))


_LABEL = re.compile(
    rf"^[\s　]*(?P<label>{'|'.join(_spaced(x) for x in sorted([*_LABELS, *_OTHER], key=len, reverse=True))})(?:[\s　:：]+|$)"
)


def masthead(rows: list[Line], names: Names) -> Iterator[tuple[str, Run]]:
    """The people and bodies of a masthead, each as ``people`` or ``organisation`` with its place; values may run on below."""
    kind = ""
    pieces: list[Run] = []
    for row in rows:
        hit = _LABEL.match(row.text)
        if hit is not None:
            yield from _values(kind, pieces, names)
            kind, pieces = _LABELS.get(re.sub(r"\s", "", hit["label"]), ""), []
        pieces += [Run(m[0], row.start + m.start(), row.start + m.end()) for m in _PIECE.finditer(row.text, hit.end() if hit else 0)]
    yield from _values(kind, pieces, names)


def _values(kind: str, pieces: list[Run], names: Names) -> Iterator[tuple[str, Run]]:
    if kind == "organisation" and pieces:
        words = "".join(p.words for p in pieces)
        yield kind, Run(words, pieces[0].start, pieces[-1].end)
    elif kind == "people":
        for one in _people(pieces, names):
            yield kind, one


def _people(pieces: list[Run], names: Names) -> Iterator[Run]:
    """Names in a row; a name of two may be set apart letter by letter (何 涛)."""
    position = 0
    while position < len(pieces):
        one = pieces[position]
        if len(one.words) == 1 and position + 1 < len(pieces) and names.is_name(one.words + pieces[position + 1].words):
            after = pieces[position + 1]
            yield Run(one.words + after.words, one.start, after.end)
            position += 2
            continue
        if names.is_name(one.words):
            yield one
        position += 1


def table_people(row: Line, names: Names) -> list[Run]:
    """The names in the cells of a row, where at least two cells are names."""
    cells = re.finditer(r"[^\t|]+", row.text)
    found = []
    for cell in cells:
        words = re.sub(r"[\s　]", "", cell[0])
        if names.is_name(words):
            first = cell.start() + len(cell[0]) - len(cell[0].lstrip())
            found.append(Run(words, row.start + first, row.start + first + len(cell[0].strip())))
    return found if len(found) > 1 else []


def bylines(paragraph: Paragraph, names: Names) -> Iterator[tuple[int, int]]:
    """Where the names of a byline stand in a paragraph (文 | 某某 摄影 | 某某)."""
    for hit in _BYLINE.finditer(paragraph.text):
        position = hit.end()
        while (piece := _PIECE.match(paragraph.text, position)) is not None and _NEXT.match(paragraph.text, piece.start()) is None:
            words = piece[0].rstrip("。；;")
            if not names.is_name(words):
                break
            if words.endswith(names.offices):
                position = piece.end()
                break
            yield piece.start(), piece.start() + len(words)
            position = piece.end()
            while position < len(paragraph.text) and paragraph.text[position] in " \t　、,，":
                position += 1


def media(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Where the name of the paper stands from which a text is taken."""
    for hit in _MEDIA.finditer(paragraph.text):
        yield hit.span(1)


def reference(paragraph: Paragraph, names: Names) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where the authors and the publishers of an entry in a list of references stand; nothing where it is no entry."""
    head = _REFERENCE.match(paragraph.text)
    if head is None:
        return [], []
    run = _AUTHORS.match(paragraph.text, head.end())
    authors = []
    if run is not None:
        authors = [
            m.span()
            for m in re.finditer(r"[\u3400-\u9fff·]+", paragraph.text[: run.end()])
            if m.start() >= head.end() and names.is_name(m[0])
        ]
    return authors, [m.span(1) for m in _PUBLISHER.finditer(paragraph.text)]
