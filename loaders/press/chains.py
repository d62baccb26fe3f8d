"""What stands before a name: titles, bodies and honours, read from the name to the left.

The press puts what a person is before the name: bodies with their titles, marks of enumeration between them, honours too
(省人大常委会副主任、省总工会主席某某).
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.press.bodies.organisation import Organisation
from loaders.press.chain import Chain, Held, Loose
from loaders.press.context import Context
from loaders.press.honours import Honour, Honours
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import Names
from loaders.press.organisations import Organisations
from loaders.press.person import Post
from loaders.press.starts import GENDERS
from loaders.press.titles import Titles

# A term of office is no part of a title: 第九届委员会委员, 新一届工会主席.
_TERM = re.compile(
    r"^(?:新一届|本届|上一?届|第?[一二三四五六七八九十\d]{1,4}届)(?:[\u3400-\u9fff]{0,4}(?:委员会|理事会|常委会|执委会))?(?=[\u3400-\u9fff]{2})"
)
_PAST = re.compile(r"原任?|前任?")
# Titles of nobody in particular: 省国资委有关负责人，昆明市委副书记某某.
_ANYBODY = ("有关", "相关", "主要负责", "各")
# Of which terms somebody is a member, before the body: 第八届、九届全国政协委员.
_TERMS = re.compile(r"(?:第?[一二三四五六七八九十]{1,3}届[、，和]?)+$")
_LONGEST_TERMS = 24
_COMMITTEE = re.compile(r"([\u3400-\u9fff]{2,8}委员会)((?:常务|执行)?(?:副?主任)?委员|副?主任)")
_OPEN = re.compile(r"[、，,兼]([\u3400-\u9fff]{1,6})$")
_OPENS = re.compile(r"(?<=[、，,兼])((?:(?!兼)[\u3400-\u9fff]){2,6})$")
# What bodies and their units are called: no words of a title (，余吾煤业公司总经理).
_OF_BODIES = re.compile(
    r"公司|集团|中心|银行|街道|工会|[厂矿局院校会委部处室科站所队段店社馆组市县区省镇乡村州旗班届名位个]|以及|还有|邀请|特邀|作为|等"
)
FORMER = re.compile(r"(?:原任?|前任?|曾任|上一?[届任])$")
"""What before a body or a title says that a post was left."""
# A clause that puts somebody into a post: its title is nobody's who follows behind a comma (某某当选主席，质量部主管某某).
_TAKEN = re.compile(r"(?:当选|担任|出任|兼任|接任|转任|调任|升任|推选|选举|增补|任命|聘任|免去|辞去|[^责主现时历]任)[^，。；,]{2,}$")
_CLAUSE = 40
_BETWEEN = "、,，兼"
_BEGINS = _BETWEEN + "。；！？：\n 　"
_SPACES = " 　"


class Chains:
    """Reads what stands before a name."""

    def __init__(self, names: Names, organisations: Organisations, honours: Honours) -> None:
        self.names, self.organisations, self.honours, self.titles = names, organisations, honours, Titles()
        self.apposition = re.compile(rf"[，,、](?:{'|'.join(longest_first(knowledge('titles')['appositions']))})$")

    def read(self, text: str, name: int, context: Context, titles: dict[int, list[int]], honours: list[Honour]) -> Chain:
        """Read titles, bodies and honours from the name to the left, until neither stands there."""
        chain, position = Chain(name), name
        if text[position - 1 : position] in _SPACES and position - 1 in titles:
            position -= 1
        if text.endswith(GENDERS, 0, position) and position - len(GENDERS[0]) in titles:
            position -= len(GENDERS[0])
        label = self.apposition.search(text[max(0, position - 12) : position])
        if label is not None:
            position -= len(label[0])
        if (
            text[position - 1 : position] in ("，", ",")
            and position - 1 in titles
            and text.find("作为", max(0, position - 40), position) >= 0
        ):
            position -= 1
        pending: list[Held] = []
        while True:
            honour = self.honours.ending_at(text, position, honours)
            if honour is not None:
                chain.honours.append(honour)
                position = chain.start = honour.start
                position -= 1 if text[position - 1 : position] in tuple('“"「') else 0
            elif (title := self._title_at(text, position, titles, context, pending)) is not None:
                start, organisation = title
                if organisation is None:
                    start = self._open(text, start, titles, honours)
                if text.startswith(_ANYBODY, start):
                    break
                pending = self._held(text[start:position], start, position, pending)
                position = start
                if organisation is not None:
                    self._settle(text, chain, pending, organisation, context)
                    pending = []
                    position = chain.start
            else:
                break
            step = position
            while step > 0 and text[step - 1] in _BETWEEN:
                step -= 1
            row = honour is not None and text[position - 1 : position] == "”"  # “甲”“乙”获得者
            if (step == position and not row) or ("，" in text[step:position] and _TAKEN.search(text, max(0, step - _CLAUSE), step)):
                break
            position = step
        for unit, held in chain.waiting:
            chain.loose += [Loose(one.title, unit.start, one.end, unit.name, one.former) for one in held]
        if chain.posts:
            pending = [one for one in pending if self.titles.implies(one.title)]
        if pending:
            chain.loose += [Loose(one.title, one.start, one.end, former=one.former) for one in pending]
            chain.start = min(chain.start, pending[-1].start)
        return chain

    def _held(self, written: str, start: int, end: int, pending: list[Held]) -> list[Held]:
        """The titles of which the body is still to be read, with one more; what is behind 原 was left (某某总工会原党组书记、主席)."""
        title = _TERM.sub("", written)
        past = _PAST.match(title)
        former = past is not None and self.titles.title.fullmatch(title, past.end()) is not None
        if past is not None and former:
            pending, title = [replace(one, former=True) for one in pending], title[past.end() :]
        return [*pending, Held(self.titles.joined.get(title, title), start, end, former)]

    def _title_at(
        self, text: str, end: int, titles: dict[int, list[int]], context: Context, pending: list[Held]
    ) -> tuple[int, Organisation | None] | None:
        """A title that ends here, and the body before it where one stands there."""
        if end not in titles:
            return None
        bare = None
        tried: set[int] = set()
        for start in sorted(titles[end], key=lambda at: text.startswith("工会", at) and text[at - 1 : at] not in _BETWEEN):
            edge = start - 1 if text[start - 1 : start] == "的" else start
            organisation = self.organisations.ending_at(text, edge, context)
            tried.add(edge)
            if organisation is not None:
                return start, organisation
            if bare is None and (start == 0 or text[start - 1] in _BEGINS):
                bare = start
        for length in range(2, 11):
            start = end - length
            edge = start - 1 if start > 0 and text[start - 1] == "的" else start
            if start >= 0 and edge not in tried and self.titles.open.fullmatch(text[start:end]):
                organisation = self.organisations.ending_at(text, edge, context)
                if organisation is not None and not self._has_verb(text[start:end]):
                    return start, organisation
        if bare is None:
            for start in titles[end]:
                if (unit := self.organisations.units.bare_unit_at(text, start)) is not None and not self._has_verb(unit.name):
                    return start, unit
        if bare is None and pending == [] and titles[end]:
            bare = titles[end][0]
        return (bare, None) if bare is not None else None

    def _open(self, text: str, start: int, titles: dict[int, list[int]], honours: list[Honour]) -> int:
        """Where a title begins that follows another, or an honour, and that no prefix of the list opens (、外科主任)."""
        run = _OPEN.search(text[max(0, start - 7) : start])
        if run is None or FORMER.fullmatch(run[1]) or self._has_verb(run[1]) or self.organisations.reach.begins(run[1]):
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
        if one.unit or run is None or self._has_verb(run[1]) or _OF_BODIES.search(run[1]) or self.organisations.reach.begins(run[1]):
            return replace(one, start=start, former=past)
        return replace(one, title=run[1] + one.title, start=run.start(1), former=past)

    def _has_verb(self, title: str) -> bool:
        return any(word in title for word in self.names.verbs)

    def _settle(self, text: str, chain: Chain, pending: list[Held], organisation: Organisation, context: Context) -> None:
        """All titles read so far belong to the body that was found; a unit without a place belongs to the body before it."""
        start = organisation.start
        former = FORMER.search(text[max(0, start - 3) : start])
        if former is not None:
            start -= len(former[0])
        if organisation.kind == "department" and text[start - 1 : start] in ("、", "，", ","):
            outer = self._outer(text, start - 1, context)
            if outer is not None and not outer.bare and not organisation.name.startswith(outer.name):
                organisation = self.unit_of(outer.name, organisation)
        terms = _TERMS.search(text, max(0, start - _LONGEST_TERMS), start)
        chain.start = start = terms.start() if terms is not None else start
        if organisation.bare:
            chain.waiting.append((organisation, list(pending)))
            return
        for unit, titles in chain.waiting:
            body = self.unit_of(organisation.name, unit)
            chain.posts += [Post(body, one.title, one.former, one.start, one.end) for one in titles]
        chain.waiting = []
        for one in pending:
            if self.titles.implies(one.title) and organisation.kind != "government":
                chain.loose.append(Loose(one.title, one.start, one.end, former=one.former))  # 县委副书记、县长: of the county's government
            else:
                chain.posts.append(self._post(organisation, replace(one, former=one.former or former is not None)))

    def _post(self, body: Organisation, held: Held) -> Post:
        """A post; 执行委员会委员 is a member of the committee of the body."""
        committee = _COMMITTEE.fullmatch(held.title)
        if committee is not None:
            unit = Organisation(body.start, held.start + committee.end(1), committee[1], "department")
            return Post(self.unit_of(body.name, unit), committee[2], held.former, held.start, held.end)
        return Post(body, held.title, held.former, held.start, held.end)

    def unit_of(self, body: str, unit: Organisation) -> Organisation:
        """A unit that is told after a body, with the name of what it is of."""
        return Organisation(unit.start, unit.end, self.organisations.endings.inner.base(body, unit.name) + unit.name, unit.kind)

    def _outer(self, text: str, end: int, context: Context) -> Organisation | None:
        for hit in self.titles.title.finditer(text, max(0, end - 10), end):
            if hit.end() == end:
                return self.organisations.ending_at(text, hit.start(), context)
        return None
