"""Articles that no contents page lists: by the byline above or below them, or by the heading of a text that is alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.press.flow import Line
from loaders.press.headlines import (
    COLUMN,
    Headed,
    boxed,
    is_byline,
    is_furniture,
    is_heading,
    is_issue,
    is_marked,
    is_numbered,
    is_signed,
    is_subtitle,
    marked_section,
    named,
)

_OPENING = re.compile(r"^[\s　]*本[报刊网社]讯")
_SENTENCE = re.compile(r"[。；;]")
_CLOSED = re.compile(r"[。！？!?”）)】][\s　]*$")
_MASTHEAD = 6
_LEAST_TEXT = 20
_LEAST_MARKED = 2
_LINES = 3
_TABLED = 12


def headed(rows: list[Line], first: int, end: int, sections: tuple[str, ...] = ()) -> Iterator[Headed]:
    """The articles among some lines that have a byline below the heading or below their text; ``sections`` are no headings."""
    edge = first
    section = ""
    for number in range(first, end):
        section = boxed(rows[number]) or section
        if not (is_byline(rows[number]) or _OPENING.match(rows[number].text)):
            continue
        at = number - 1
        while at >= edge and not _heads(rows[at], sections):
            at -= 1
        if number - at > _LINES and not _OPENING.match(rows[number].text):
            at = next((n for n in range(edge, at + 1) if _heads(rows[n], sections)), at)
        if at >= edge and not (_OPENING.match(rows[number].text) and at < number - 2):
            top, signed = at, is_signed(rows[number].text)
            while number - at <= _LINES and top > edge and at - top < _LINES - 1 and _heads(rows[top - 1], sections):
                if signed and not is_subtitle(rows[top]):
                    break
                top -= 1
            found = named(rows, top, begins=_tabled(rows, top, edge))
            yield replace(found, section=found.section or section)
        edge = number + 1


def _heads(row: Line, sections: tuple[str, ...]) -> bool:
    return is_heading(row) and not is_numbered(row) and row.text.strip() not in sections


def newsletter(rows: list[Line], first: int, end: int, *, mast: bool = False) -> Iterator[Headed]:
    """The articles of a newsletter: a headline after a closed text, or with a mark (◆) before it, and a text right below.

    Args:
        mast: whether it has a masthead; without, its head tells the issue.
    """
    marked = not (mast or any(is_issue(row) for row in rows[:_MASTHEAD]))
    if marked and sum(is_marked(row) for row in rows[first:end]) < _LEAST_MARKED:
        return
    section = ""
    for number in range(max(first, 1), end - 1):
        above, row, below = rows[number - 1], rows[number], rows[number + 1]
        section = boxed(row) or marked_section(row) or section
        opens = _CLOSED.search(above.text) or is_furniture(above) or is_issue(above) or marked_section(above)
        text = (len(below.text) >= _LEAST_TEXT and _SENTENCE.search(below.text)) or is_byline(below)
        if (is_marked(row) if marked else opens) and text and is_heading(row) and len(row.text.strip()) > COLUMN and not is_numbered(row):
            found = named(rows, number)
            yield replace(found, section=found.section or section)


def after_closing(rows: list[Line], first: int, end: int) -> Iterator[int]:
    """The numbers of the headings that follow right behind a byline at the end of a text."""
    for number in range(first + 2, end - 1):
        closes = is_byline(rows[number]) and _SENTENCE.search(rows[number - 1].text)
        if closes and is_heading(rows[number + 1]):
            yield number + 1


def alone(rows: list[Line]) -> Headed | None:
    """The article that a text without parts is: its first line is a heading, and no paper of an office or a periodical's name.

    What a page of the web, a column or a journal prints above the heading is passed.
    """
    section = ""
    while len(rows) > 1 and (is_furniture(rows[0]) and not is_issue(rows[0])):
        section = boxed(rows[0]) or section
        rows = rows[1:]
    if not rows or not is_heading(rows[0]) or not any("。" in row.text for row in rows[1:]):
        return None
    head = rows[:2]
    if any(is_issue(row) for row in head) or len(rows[0].text.strip()) <= COLUMN:
        return None
    found = named(rows, 0)
    return replace(found, section=found.section or section)


def _tabled(rows: list[Line], top: int, edge: int) -> int:
    """Where an article begins whose heading has a table right above it: at the table's own heading."""
    number = top
    while number > edge and top - number < _TABLED and "\t" in rows[number - 1].text:
        number -= 1
    return number - 1 if edge < number < top and is_heading(rows[number - 1]) else number
