"""Rolls of honour: a heading that names an honour, and below it the people and bodies that were granted it, one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.press.flow import Line
from loaders.press.honours import Honour, Honours
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import Names
from loaders.press.tables import Heads, cells
from loaders.press.winner_entries import WinnerEntries

BEGINS = re.compile(r"名单|表彰|公示|拟推荐|^[\s　]*(?:[（(]?[一二三四五六七八九十]{1,3}[)）、]|\d{1,2}[.、．])")
"""What makes a line the beginning of a list whatever stands above it."""

_HEADING = re.compile(rf"获得者(?:名单|[：:（(\s　]|$)|{BEGINS.pattern}")
# A line that tells who made a text is no entry, nor is a subtitle a heading.
_SIGNED = re.compile(r"记者|通讯员|摄影|作者|本[报刊网]|^[\s　]*[—－-]{1,2}")
_NUMBER = re.compile(r"[\s　]*(?:\d{1,3}[.、．)）]?[\s　]*)?")
_PERSON = re.compile(
    r"(?P<name>[\u3400-\u9fff·]{2,8}|[\u3400-\u9fff](?:[ 　]{1,4}(?![男女](?:[\s　]|$))[\u3400-\u9fff]){1,2})"
    r"(?P<more>[\s　]*[（(][^）)]{1,14}[)）])?(?:[\s　]+|[，,、：:]|\t|$)(?:(?P<gender>[男女])[\s　，,]+)?"
)
# Who is only put forward: 拟推荐对象公示.
_NOMINATED = re.compile(r"公示|候选|拟(?:推荐|表彰|授予|命名|申报|认定|评选)|推荐(?:人选|对象|单位|集体|名单|名额|班组|个人|的?$)|申报")
_GENDER = re.compile(r"[（(](女|男)")
_YEAR = re.compile(r"((?:19|20)\d{2})年")
# The name behind the body: 某某有限公司　班长　某某.
_BEHIND = re.compile(
    r"(?P<body>[^，,：:；;。]{4,40}?)[\s　]+(?P<name>[\u3400-\u9fff](?:[ 　]?[\u3400-\u9fff·]){1,3})"
    r"(?P<more>[\s　]*[（(][^）)]{1,14}[)）])?$"
)
_COUNTED = re.compile(r"[”\"]?(?:荣誉)?(?:称号)?(?:[（(][^（）()]{0,6}\d{1,4}[^（）()]{0,6}[)）])?[：:]?")
_NUMERALS = "〇○零一二三四五六七八九十"
_DAY = re.compile(rf"[\s　]*[\d{_NUMERALS}]{{4}}年[\d{_NUMERALS}]{{1,2}}月(?:[\d{_NUMERALS}]{{1,3}}日)?[\s　]*$")
_NO_ENDINGS = ("industries", "stops", "whole", "not_before", "generic", "countries")
_WIDEST = 60
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a roll. ``name`` is the run of a person's name, empty where the line names a body; ``body`` the run of the rest.

    ``nominated`` tells that the honour is not granted but proposed.
    """

    line: Line
    honour: Honour
    heading: Line
    year: str
    name: tuple[int, int] = (0, 0)
    gender: str = ""
    body: tuple[int, int] = (0, 0)
    nominated: bool = False


class Rolls:
    """Reads rolls of honour."""

    def __init__(self, honours: Honours, names: Names) -> None:
        endings = knowledge("organisations")
        words = [word for kind, listed in endings.items() if kind not in _NO_ENDINGS for word in listed]
        self.honours, self.names, self.heads, self.several = honours, names, Heads(), WinnerEntries(names, [])
        ends = "|".join(map(re.escape, longest_first([*words, *knowledge("honours")["units"]])))
        self.body = re.compile(rf"(?!各|附|全[国省市县区]|关于)[^，,：:；;。]{{0,40}}(?:{ends})(?:[（(][^（）()]{{1,20}}[)）])?")

    def find(self, rows: list[Line]) -> Iterator[Entry]:
        """The entries of all rolls in some lines; a line with a full stop, too long for one, or a signature with its day ends a roll."""
        current: tuple[Line, Honour] | None = None
        year, nominated = "", False
        for row, below in zip(rows, [*rows[1:], None], strict=True):
            text = row.text.strip()
            found = self.honours.find(row.text) if _SIGNED.search(row.text) is None else []
            nominated = nominated or (len(text) <= _WIDEST and "。" not in text and _NOMINATED.search(text) is not None)
            if found and len(text) <= _WIDEST and "。" not in text and (_HEADING.search(row.text) or self._is_all(row, found)):
                stated = _YEAR.search(row.text)
                year = stated[1] if stated else year
                several = len({one.name for one in found}) > 1
                current = None if several else (row, found[0])
            elif self._ends(row, below):
                current = None
            elif current is not None and not found and not self.heads.of(cells(row)):
                for entry in self._entries(row, current[1], current[0], current[1].year or year):
                    yield replace(entry, nominated=nominated)

    def _ends(self, row: Line, below: Line | None) -> bool:
        """Whether a line ends a roll: one too long or closed for an entry, a byline, a signature with its day."""
        text = row.text.strip()
        if len(text) > _WIDEST or "。" in text or _SIGNED.search(row.text):
            return True
        return _DAY.match(text) is not None or (below is not None and _DAY.match(below.text) is not None)

    def _is_all(self, row: Line, found: list[Honour]) -> bool:
        """Whether a line is nothing but an honour, perhaps with how many have it: 某某市五一劳动奖章（3名）."""
        rest = row.text[: found[0].start] + row.text[found[0].end :]
        return len(found) == 1 and _COUNTED.fullmatch(rest.strip('“”" 　')) is not None

    def _entries(self, row: Line, honour: Honour, heading: Line, year: str) -> Iterator[Entry]:
        """The entries of a line: several names in one, or one that it is."""
        begins = _NUMBER.match(row.text).end()  # type: ignore[union-attr]
        several = list(self.several.find(row.text, row.start, begins))
        if len(several) > 1 and not any(one.is_body for one in several):
            for one in several:
                body = (one.body.start - row.start, one.body.end - row.start) if one.body is not None else (0, 0)
                yield Entry(row, honour, heading, year, (one.who.start - row.start, one.who.end - row.start), "", body)
            return
        single = self._entry(row, honour, heading, year)
        if single is not None:
            yield single

    def _entry(self, row: Line, honour: Honour, heading: Line, year: str) -> Entry | None:
        """The entry that a line is: a name and what is told of it, the same the other way round, or a body."""
        begins = _NUMBER.match(row.text).end()  # type: ignore[union-attr]
        ends = len(row.text.rstrip("、，, 　\t"))
        person = _PERSON.match(row.text, begins)
        if person is not None and self._is_name(re.sub(r"[\s　]", "", person["name"]), person["more"] or ""):
            gender = _GENDER.search(person["more"] or "")
            of = gender[1] if gender else person["gender"] or ""
            return Entry(row, honour, heading, year, person.span("name"), of, (min(person.end(), ends), ends))
        behind = _BEHIND.match(row.text, begins, ends)
        if behind is not None and self.names.is_name(re.sub(r"[\s　]", "", behind["name"])):
            gender = _GENDER.search(behind["more"] or "")
            return Entry(row, honour, heading, year, behind.span("name"), gender[1] if gender else "", behind.span("body"))
        if ends - begins >= _LEAST and self.body.fullmatch(row.text, begins, ends):
            return Entry(row, honour, heading, year, body=(begins, ends))
        return None

    def _is_name(self, written: str, more: str) -> bool:
        """Whether a word is a name; one of a people that writes names by their sounds may be long (乌云其其格（蒙古族）)."""
        return self.names.is_name(written) or ("族" in more and not written.endswith(self.names.offices))
