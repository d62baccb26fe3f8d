"""Titles to the left of a place: where one that ends there begins, and whose it is."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.press.bodies.organisation import Organisation
from loaders.press.chain import Held, Loose
from loaders.press.context import Context
from loaders.press.honours import Honour, Honours
from loaders.press.names import Names
from loaders.press.organisations import Organisations
from loaders.press.titles import Titles

FORMER = re.compile(r"(?:原任?|前任?|曾任|上一?[届任])$")
"""What before a body or a title says that a post was left."""
BETWEEN = "、,，兼"
"""What stands between the titles of somebody."""
_BEGINS = BETWEEN + "。；！？：\n 　"
_OPEN = re.compile(r"[、，,兼]((?:(?!兼)[\u3400-\u9fff]){1,6})$")
# What puts somebody into a post is no part of the title behind it: ，某某当选副主席.
_PUTS = re.compile("当选|担任|出任|兼任|接任|选举|推选|增补|补选|聘任|任命")
_OPENS = re.compile(r"(?<=[、，,兼])((?:(?!兼)[\u3400-\u9fff]){2,6})$")
# What bodies and their units are called: no words of a title (，余吾煤业公司总经理).
_OF_BODIES = re.compile(
    r"公司|集团|中心|银行|街道|工会|[厂矿局院校会委部处室科站所队段店社馆组市县区省镇乡村州旗班届名位个]|以及|还有|邀请|特邀|作为|等"
)
OF_TERM = re.compile(r"(?:新一届|本届|第?[一二三四五六七八九十\d]{1,4}届)(?:委员会|理事会|常委会|执委会)?$")
"""Of which term somebody is, behind the body: 县总工会第十届委员会委员."""
_LONGEST_TERM = 12


class LeftTitles:
    """Finds titles by their right ends."""

    def __init__(self, names: Names, organisations: Organisations, honours: Honours, titles: Titles) -> None:
        self.names, self.organisations, self.honours, self.titles = names, organisations, honours, titles

    def at(
        self, text: str, end: int, titles: dict[int, list[int]], context: Context, pending: list[Held]
    ) -> tuple[int, Organisation | None] | None:
        """A title that ends here, and the body before it where one stands there."""
        if end not in titles:
            return None
        bare = None
        tried: set[int] = set()
        for start in sorted(titles[end], key=lambda at: text.startswith("工会", at) and text[at - 1 : at] not in BETWEEN):
            edge = _edge(text, start)
            organisation = self.organisations.ending_at(text, edge, context)
            tried.add(edge)
            if organisation is not None:
                return start, organisation
            if bare is None and (start == 0 or text[start - 1] in _BEGINS):
                bare = start
        for length in range(2, 11):
            start = end - length
            edge = _edge(text, start)
            if start >= 0 and edge not in tried and "兼" not in text[start:end] and self.titles.open.fullmatch(text[start:end]):
                organisation = self.organisations.ending_at(text, edge, context)
                if organisation is not None and not self.has_verb(text[start:end]) and not self._names_another(text, start, end):
                    return start, organisation
        if bare is None:
            for start in titles[end]:
                if (unit := self.organisations.units.bare_unit_at(text, start)) is not None and not self.has_verb(unit.name):
                    return start, unit
        if bare is None and pending == [] and titles[end]:
            bare = titles[end][0]
        return (bare, None) if bare is not None else None

    def _names_another(self, text: str, start: int, end: int) -> bool:
        """Whether what opens a title is the title and the name of somebody else: 理事长某某领队，议员某某."""
        other = self.titles.title.match(text, start, end)
        after = other.end() if other is not None else end
        return any(after + length < end and self.names.is_name(text[after : after + length]) for length in (3, 2))

    def open(self, text: str, start: int, titles: dict[int, list[int]], honours: list[Honour]) -> int:
        """Where a title begins that follows another, or an honour, and that no prefix of the list opens (、外科主任)."""
        run = _OPEN.search(text[max(0, start - 7) : start])
        if (
            run is None
            or FORMER.fullmatch(run[1])
            or _PUTS.search(run[1])
            or self.has_verb(run[1])
            or self.organisations.reach.begins(run[1])
        ):
            return start
        mark = start - len(run[0])
        follows = mark in titles or self.honours.ending_at(text, mark, honours) is not None
        return mark + 1 if follows else start

    def opened(self, text: str, one: Loose) -> Loose:
        """A title without a body, with the words of its own that open it behind a mark: ，人力资源总监; ，原主席 begins behind 原."""
        former = FORMER.search(text, max(0, one.start - 3), one.start)
        past = one.former or former is not None
        start = one.start if former is None else former.start()
        run = _OPENS.search(text, max(0, start - 7), start)
        if one.unit or run is None or self.has_verb(run[1]) or _OF_BODIES.search(run[1]) or self.organisations.reach.begins(run[1]):
            return replace(one, start=start, former=past)
        return replace(one, title=run[1] + one.title, start=run.start(1), former=past)

    def has_verb(self, title: str) -> bool:
        return any(word in title for word in self.names.verbs)


def _edge(text: str, start: int) -> int:
    """Where a body may end before a title: before 的, or before the term of office that the title is of."""
    if text[start - 1 : start] == "的":
        return start - 1
    term = OF_TERM.search(text, max(0, start - _LONGEST_TERM), start) if text[start - 1 : start] in ("会", "届") else None
    return term.start() if term is not None else start
