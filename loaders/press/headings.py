"""Articles that no contents page lists: by the byline above or below them, or by the heading of a text that is alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.document import Span
from loaders.press.flow import Line
from loaders.press.knowledge import knowledge, longest_first

_LABELS = knowledge("publication")
_BYLINE = re.compile(
    r"^[\s　]*(?:文|图|撰文|作者|来源|文/图|图/文|发布时间|时间|日期)[\s　]*[|｜/／:：][\s　]*\S"
    r"|^[\s　]*[（(]?[\s　]*(?:文/图|图/文|本[报刊]记者)[\s　]+\S"
)
_OPENING = re.compile(r"^[\s　]*本[报刊网社]讯")
_SENTENCE = re.compile(r"[。；;]")
_OFFICIAL = re.compile(
    r"(?:通知|决定|名单|公示|公告|通报|批复|公报|目录|议程|大事记?|要事|附件|办法|须知|启事)[\s　]*(?:[（(][^）)]*[)）])?$"
)
_ISSUE = re.compile(r"\d{4}\s*年\s*第?\s*\d{1,3}\s*(?:期|号|月[号刊])|总第\s*\d+\s*期")
_NUMBER = re.compile(r"第[\s　]*[\d一二三四五六七八九十百]{1,5}[\s　]*期(?=[\s　）)（(·]|$)")
_SECTIONED = re.compile(r"^[\s　]*(?:【(?P<boxed>[^】]{2,8})】|(?P<barred>[\u3400-\u9fff]{2,6})[\s　]*[|｜])[\s　]*(?=\S{4})")
# What a newsletter says of itself above its first headline, and what begins a part of an article.
_SELF = "|".join(longest_first([*_LABELS["bodies"], *_LABELS["people"], *_LABELS["other"]]))
_FURNITURE = re.compile(
    rf"^[\s　]*(?:{_SELF})[\s　]*[:：|｜]|(?:编印?|主办|办公室)[\s　]*$|[\s　]\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?[\s　]*$"
)
_BOXED = re.compile(r"^[\s　]*[【\[](?P<section>[^】\]]{2,8})[】\]][\s　]*$")
_NUMBERED = re.compile(r"^[\s　]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|[●■◆★▲·•])")
_CLOSED = re.compile(r"[。！？!?”）)】][\s　]*$")
_MASTHEAD = 6
_LEAST_TEXT = 20
_COLUMN = 4
_WIDEST = 45
_LINES = 3
_TABLED = 12


@dataclass(frozen=True, slots=True)
class Headed:
    """An article: the numbers of its first line and of its heading, its title, the section told beside it, and the run that names it."""

    first: int
    title: str
    section: str
    run: Span


def headed(rows: list[Line], first: int, end: int, sections: tuple[str, ...] = ()) -> Iterator[Headed]:
    """The articles among some lines that have a byline below the heading or below their text; ``sections`` are no headings."""
    edge = first
    for number in range(first, end):
        if not (_BYLINE.match(rows[number].text) or _OPENING.match(rows[number].text)):
            continue
        at = number - 1
        while at >= edge and (not is_heading(rows[at]) or rows[at].text.strip() in sections):
            at -= 1
        if at >= edge and not (_OPENING.match(rows[number].text) and at < number - 2):
            top = at
            while top > edge and at - top < _LINES - 1 and is_heading(rows[top - 1]) and rows[top - 1].text.strip() not in sections:
                top -= 1
            yield named(rows, top, begins=_tabled(rows, top, edge))
        edge = number + 1


def newsletter(rows: list[Line], first: int, end: int, *, mast: bool = False) -> Iterator[Headed]:
    """The articles of a newsletter: a headline after a closed text, and a text right below it.

    Args:
        mast: whether it has a masthead; without, its head tells the issue.
    """
    if not (mast or any(_is_issue(row) for row in rows[:_MASTHEAD])):
        return
    section = ""
    for number in range(max(first, 1), end - 1):
        above, row, below = rows[number - 1], rows[number], rows[number + 1]
        boxed = _BOXED.match(row.text)
        section = boxed["section"] if boxed is not None else section
        opens = _CLOSED.search(above.text) or _is_issue(above) or _FURNITURE.search(above.text)
        text = (len(below.text) >= _LEAST_TEXT and _SENTENCE.search(below.text)) or _BYLINE.match(below.text)
        if opens and text and is_heading(row) and len(row.text.strip()) > _COLUMN and not _NUMBERED.match(row.text):
            found = named(rows, number)
            yield replace(found, section=found.section or section)


def after_closing(rows: list[Line], first: int, end: int) -> Iterator[int]:
    """The numbers of the headings that follow right behind a byline at the end of a text."""
    for number in range(first + 2, end - 1):
        closes = _BYLINE.match(rows[number].text) and _SENTENCE.search(rows[number - 1].text)
        if closes and is_heading(rows[number + 1]):
            yield number + 1


def named(rows: list[Line], number: int, *, begins: int | None = None) -> Headed:
    """The article whose heading is a line; a column's short name above its title is told with it (数说)."""
    row = rows[number]
    section = ""
    sectioned = _SECTIONED.match(row.text)
    start = row.start + len(row.text) - len(row.text.lstrip())
    title, finish = row.text.strip(), row.start + len(row.text.rstrip())
    if sectioned is not None:
        section = sectioned["boxed"] or sectioned["barred"]
        title = row.text[sectioned.end() :].strip()
    elif len(title) <= _COLUMN and number + 1 < len(rows) and is_heading(rows[number + 1]):
        below = rows[number + 1]
        title, finish = below.text.strip(), below.start + len(below.text.rstrip())
    return Headed(number if begins is None else begins, title, section, Span(start, finish))


def alone(rows: list[Line]) -> Headed | None:
    """The article that a text without parts is: its first line is a heading, and no paper of an office or a periodical's name."""
    if not rows or not is_heading(rows[0]) or not any("。" in row.text for row in rows[1:]):
        return None
    head = " ".join(row.text for row in rows[:2])
    if any(_OFFICIAL.search(row.text) for row in rows[:2]) or _ISSUE.search(head) or len(rows[0].text.strip()) <= _COLUMN:
        return None
    return named(rows, 0)


def _is_issue(row: Line) -> bool:
    return _ISSUE.search(row.text) is not None or (len(row.text) <= _WIDEST and _NUMBER.search(row.text) is not None)


def is_heading(row: Line) -> bool:
    """Whether a line is short, no table and no byline, and has no mark that ends a sentence."""
    text = row.text.strip()
    fits = 2 <= len(text) <= _WIDEST and "\t" not in text and not text.endswith(("，", ",", "：", ":"))
    furniture = _ISSUE.search(text) or _FURNITURE.search(text)
    return fits and not _SENTENCE.search(text) and not _BYLINE.match(text) and not furniture


def _tabled(rows: list[Line], top: int, edge: int) -> int:
    """Where an article begins whose heading has a table right above it: at the table's own heading."""
    number = top
    while number > edge and top - number < _TABLED and "\t" in rows[number - 1].text:
        number -= 1
    return number - 1 if edge < number < top and is_heading(rows[number - 1]) else number
