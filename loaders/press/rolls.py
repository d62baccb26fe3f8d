"""Rolls of honour: a heading that names an honour, and below it the people and bodies that were granted it, one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.flow import Line
from loaders.press.honours import Honour, Honours
from loaders.press.knowledge import knowledge, longest_first
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
# The name behind the body: 某某有限公司　班长　某某.
_BEHIND = re.compile(
    r"(?P<body>[^，,：:；;。]{4,40}?)[\s　]+(?P<name>[\u3400-\u9fff](?:[ 　]?[\u3400-\u9fff·]){1,3})"
    r"(?P<more>[\s　]*[（(][^）)]{1,14}[)）])?$"
)
_NUMERALS = "〇○零一二三四五六七八九十"
_DAY = re.compile(rf"[\s　]*[\d{_NUMERALS}]{{4}}年[\d{_NUMERALS}]{{1,2}}月(?:[\d{_NUMERALS}]{{1,3}}日)?[\s　]*$")
_NO_ENDINGS = ("industries", "stops", "whole", "not_before", "generic", "countries")
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


class Rolls:
    """Reads rolls of honour."""

    def __init__(self, honours: Honours, names: Names) -> None:
        endings = knowledge("organisations")
        words = [word for kind, listed in endings.items() if kind not in _NO_ENDINGS for word in listed]
        self.honours, self.names, self.heads = honours, names, Heads()
        ends = "|".join(map(re.escape, longest_first([*words, *knowledge("honours")["units"]])))
        self.body = re.compile(rf"(?!各|附|全[国省市县区]|关于)[^，,：:；;。]{{0,40}}(?:{ends})(?:[（(][^（）()]{{1,20}}[)）])?")

    def find(self, rows: list[Line]) -> Iterator[Entry]:
        """The entries of all rolls in some lines; a line with a full stop, too long for one, or a signature with its day ends a roll."""
        current: tuple[Line, Honour] | None = None
        year = ""
        for row, below in zip(rows, [*rows[1:], None], strict=True):
            text = row.text.strip()
            found = self.honours.find(row.text)
            if found and len(text) <= _WIDEST and "。" not in text and _HEADING.search(row.text):
                stated = _YEAR.search(row.text)
                year = stated[1] if stated else year
                several = len({one.name for one in found}) > 1
                current = None if several else (row, found[0])
            elif len(text) > _WIDEST or "。" in text or _DAY.match(text) or (below is not None and _DAY.match(below.text)):
                current = None
            elif current is not None and not found and not self.heads.of(cells(row)):
                entry = self._entry(row, current[1], current[0], current[1].year or year)
                if entry is not None:
                    yield entry

    def _entry(self, row: Line, honour: Honour, heading: Line, year: str) -> Entry | None:
        """The entry that a line is: a name and what is told of it, the same the other way round, or a body."""
        begins = _NUMBER.match(row.text).end()  # type: ignore[union-attr]
        ends = len(row.text.rstrip("、，, 　\t"))
        person = _PERSON.match(row.text, begins)
        if person is not None and self.names.is_name(re.sub(r"[\s　]", "", person["name"])):
            gender = _GENDER.search(person["more"] or "")
            return Entry(row, honour, heading, year, person.span("name"), gender[1] if gender else "", (person.end(), ends))
        behind = _BEHIND.match(row.text, begins, ends)
        if behind is not None and self.names.is_name(re.sub(r"[\s　]", "", behind["name"])):
            gender = _GENDER.search(behind["more"] or "")
            return Entry(row, honour, heading, year, behind.span("name"), gender[1] if gender else "", behind.span("body"))
        if ends - begins >= _LEAST and self.body.fullmatch(row.text, begins, ends):
            return Entry(row, honour, heading, year, body=(begins, ends))
        return None
