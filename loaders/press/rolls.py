"""Rolls of honour: a heading that names an honour, and below it the people and bodies that were granted it, one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.flow import Line
from loaders.press.honours import Honour, Honours
from loaders.press.names import Names
from loaders.press.tables import Heads, cells

BEGINS = re.compile(r"名单|表彰|公示|拟推荐|^[\s　]*(?:[（(]?[一二三四五六七八九十]{1,3}[)）、]|\d{1,2}[.、．])")
"""What makes a line the beginning of a list whatever stands above it."""

_HEADING = re.compile(rf"获得者|{BEGINS.pattern}")
_NUMBER = re.compile(r"[\s　]*(?:\d{1,3}[.、．)）]?[\s　]*)?")
_PERSON = re.compile(
    r"(?P<name>[\u3400-\u9fff](?:[\s　]?[\u3400-\u9fff·]){1,5})(?P<more>[\s　]*[（(][^）)]{1,14}[)）])?(?:[\s　]+|[，,、：:]|\t|$)"
)
_GENDER = re.compile(r"[（(](女|男)")
_YEAR = re.compile(r"((?:19|20)\d{2})年")
_WIDEST = 60
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a roll. ``name`` is the run of a person's name, empty where the line names a body; ``body`` the run of the rest."""

    line: Line
    honour: Honour
    heading: Line
    year: str
    name: tuple[int, int] = (0, 0)
    gender: str = ""
    body: tuple[int, int] = (0, 0)


def rolls(rows: list[Line], honours: Honours, names: Names) -> Iterator[Entry]:
    """The entries of all rolls in some lines; a line with a full stop, or too long for one, ends a roll."""
    current: tuple[Line, Honour] | None = None
    year = ""
    heads = Heads()
    for row in rows:
        text = row.text.strip()
        found = honours.find(row.text)
        if found and len(text) <= _WIDEST and "。" not in text and _HEADING.search(row.text):
            stated = _YEAR.search(row.text)
            year = stated[1] if stated else year
            several = len({one.name for one in found}) > 1
            current = None if several else (row, found[0])
        elif current is not None and (len(text) > _WIDEST or "。" in text):
            current = None
        elif current is not None and not found and not heads.of(cells(row)):
            entry = _entry(row, current[1], current[0], current[1].year or year, names)
            if entry is not None:
                yield entry


def _entry(row: Line, honour: Honour, heading: Line, year: str, names: Names) -> Entry | None:
    begins = _NUMBER.match(row.text).end()  # type: ignore[union-attr]
    ends = len(row.text.rstrip("、，, 　\t"))
    person = _PERSON.match(row.text, begins)
    if person is not None and names.is_name(re.sub(r"[\s　]", "", person["name"])):
        gender = _GENDER.search(person["more"] or "")
        return Entry(row, honour, heading, year, person.span("name"), gender[1] if gender else "", (person.end(), ends))
    if ends - begins >= _LEAST and not re.search(r"[，,：:；;]", row.text[begins:ends]):
        return Entry(row, honour, heading, year, body=(begins, ends))
    return None
