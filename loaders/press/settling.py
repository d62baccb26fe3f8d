"""Whose the titles are that stand before a name: of the body before them, of its unit or its committee."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.press.bodies.organisation import Organisation
from loaders.press.chain import Chain, Held, Loose
from loaders.press.context import Context
from loaders.press.knowledge import knowledge
from loaders.press.left_titles import FORMER, OF_TERM
from loaders.press.organisations import Organisations
from loaders.press.person import Post
from loaders.press.titles import Titles

# A term of office is no part of a title: 第九届委员会委员, 新一届工会主席.
_TERM = re.compile(
    r"^(?:新一届|本届|上一?届|第?[一二三四五六七八九十\d]{1,4}届)(?:[\u3400-\u9fff]{0,4}(?:委员会|理事会|常委会|执委会))?(?=[\u3400-\u9fff]{2})"
)
_PAST = re.compile(r"原任?|前任?")
# Of which terms somebody is a member, before the body: 第八届、九届全国政协委员.
_TERMS = re.compile(r"(?:第?[一二三四五六七八九十]{1,3}届[、，和]?)+$")
_LONGEST_TERMS = 24
_COMMITTEE = re.compile(r"([\u3400-\u9fff]{2,8}委员会)((?:常务|执行)?(?:副?主任)?委员|副?主任)")

_FEDERATION = "总工会"


class Settling:
    """Gives titles to bodies."""

    def __init__(self, organisations: Organisations, titles: Titles) -> None:
        self.organisations, self.titles = organisations, titles
        self.committees: dict[str, str] = knowledge("units")["committees"]

    def held(self, written: str, start: int, end: int, pending: list[Held]) -> list[Held]:
        """The titles of which the body is still to be read, with one more; what is behind 原 was left (某某总工会原党组书记、主席)."""
        title = _TERM.sub("", written)
        past = _PAST.match(title)
        former = past is not None and self.titles.title.fullmatch(title, past.end()) is not None
        if past is not None and former:
            pending, title = [replace(one, former=True) for one in pending], title[past.end() :]
        return [*pending, Held(self.titles.joined.get(title, title), start, end, former)]

    def settle(self, text: str, chain: Chain, pending: list[Held], organisation: Organisation, context: Context) -> None:
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
                chain.posts.append(self._post(text, organisation, replace(one, former=one.former or former is not None)))

    def _post(self, text: str, body: Organisation, held: Held) -> Post:
        """A post; 执行委员会委员 is a member of the committee of the body, or of one of its term (第十届委员会常务委员会委员).

        The chair of a 总工会 that is told behind the party committee of a division is that of the division's federation.
        """
        division = self.organisations.reach.places.at(body.name, 0) if held.title.startswith(_FEDERATION) else None
        if division is not None and body.kind in ("party", "congress", "government"):
            union = Organisation(body.start, body.end, division[1] + _FEDERATION, "union", "inferred")
            return Post(union, held.title.removeprefix(_FEDERATION), held.former, held.start, held.end)
        committee = _COMMITTEE.fullmatch(held.title)
        if committee is not None:
            term = OF_TERM.fullmatch(text, body.end, held.start)
            written = (term[0] if term is not None else "") + committee[1]
            unit = Organisation(body.start, held.start + committee.end(1), written, "department")
            return Post(self.unit_of(body.name, unit), committee[2], held.former, held.start, held.end)
        return Post(body, held.title, held.former, held.start, held.end)

    def unit_of(self, body: str, unit: Organisation) -> Organisation:
        """A unit that is told after a body, with the name of what it is of."""
        full = self.committees.get(unit.name, unit.name)
        return Organisation(unit.start, unit.end, self.organisations.endings.inner.base(body, unit.name) + full, unit.kind)

    def _outer(self, text: str, end: int, context: Context) -> Organisation | None:
        for hit in self.titles.title.finditer(text, max(0, end - 10), end):
            if hit.end() == end:
                return self.organisations.ending_at(text, hit.start() + len("工会") * hit[0].startswith("工会"), context)
        return None
