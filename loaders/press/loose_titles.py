"""Titles before a name without their body: of the person before, of what the title implies, of the firm or the union told last."""

from __future__ import annotations

import re

from loaders.press.bodies.organisation import Organisation
from loaders.press.chain import Loose
from loaders.press.chains import Chains
from loaders.press.context import Context
from loaders.press.knowledge import knowledge
from loaders.press.marks import last_of
from loaders.press.person import Person, Post

_OF_NEAR = ("队", "班", "科", "室", "中心", "站", "工段", "分厂")
# 外科主任 is the hospital's, 急诊科护士长 the ward's.
_OF_WHOLE = ("主任", "副主任")
_TITLE = 8
_CLAUSES = ("", "，", "。", "；", "！", "　", " ")
_SENTENCE = "。！？!?；;"
_FIRM_OF_UNION = re.compile(r".{2,}(?:公司|集团|厂|矿|段|局|院|部|站|行)(?=工会$)")
_UNION_TITLES = ("主席", "副主席", "常务副主席", "委员")
# Units that are of the firm told last, where nothing beside them says whose they are; 外科 is the title's (外科主任).
_OF_FIRMS = ("部", "车间", "作业区")


class LooseTitles:
    """Finds whose such titles are."""

    def __init__(self, chains: Chains) -> None:
        self.chains, self.titles = chains, chains.titles
        self.of_firms = frozenset(knowledge("titles")["of_firms"])

    def place(self, text: str, person: Person, loose: list[Loose], before: list[Person], context: Context) -> None:
        """Give titles that stand without a body the one of the person before (主席某某，副主席某某), or what the title implies."""
        sentence = last_of(text, _SENTENCE, person.start)
        last = next((p.posts[-1] for p in reversed(before) if p.start > sentence and p.posts), None)
        strange = bool(loose) and self._follows_strange(text, min(one.start for one in loose))
        for told in reversed(loose):
            one = self.chains.left.opened(text, told)
            implied = self.titles.implies(one.title)
            division = self._division(implied, text, one.start, context) if implied else ""
            if division:
                body = Organisation(one.start, one.end, division + "人民政府", "government", "inferred")
            elif last is None and (holder := self._holder(text, one, context)):
                body = self.chains.settling.unit_of(holder, self.told_alone(one))
            elif last is None and self._leads(text, one) and (holder := context.antecedents.holder(text, one.start)):
                body = Organisation(one.start, one.end, holder, self.chains.organisations.endings.kind_of(holder), "inferred")
            elif last is None and self._is_of_union(text, one) and (union := context.antecedents.union(text, one.start)):
                body = Organisation(one.start, one.end, *union, "inferred")
                body = self.chains.settling.unit_of(union[0], self.told_alone(one)) if one.unit else body
            elif strange or implied or last is None or last.former or text[one.start - 1 : one.start] not in tuple("，,、和及兼"):
                continue
            elif one.unit:
                body = self.chains.settling.unit_of(self._of_committee(last, one), self.told_alone(one))
            else:
                body = self._of_union(text, one, last.organisation, context)
            inside = last is not None and body == last.organisation and last.title.startswith("工会") and one.title in _UNION_TITLES
            person.posts.append(Post(body, "工会" + one.title if inside else one.title, one.former, one.start, one.end))
            last = last or person.posts[-1]

    def _division(self, unit: str, text: str, position: int, context: Context) -> str:
        """The division of whose government a head is: a county, or the town told last."""
        return context.division(unit, text, position) or context.antecedents.town(unit, text, position)

    def _follows_strange(self, text: str, start: int) -> bool:
        """Whether titles go on from one of a body that is not understood (…局（公司）党组成员、组长): they are not of the body before."""
        before = max(0, start - 1 - _TITLE)
        return text[start - 1 : start] == "、" and any(
            hit.end() == start - 1 for hit in self.titles.title.finditer(text, before, max(before, start - 1))
        )

    def _leads(self, text: str, one: Loose) -> bool:
        """Whether a title begins a clause that firms have (党委书记某某讲话); it is of the firm told last."""
        return one.title in self.of_firms and not one.unit and text[max(0, one.start - 1) : one.start] in _CLAUSES

    def _is_of_union(self, text: str, one: Loose) -> bool:
        """Whether a title begins a clause that unions have (会议由副主席某某主持); it is of the union told last."""
        begins = text[max(0, one.start - 1) : one.start] in (*_CLAUSES[1:5], "由")
        return begins and not one.former and (one.title in _UNION_TITLES[:3] if one.unit == "" else one.unit.startswith("机关"))

    def _holder(self, text: str, one: Loose, context: Context) -> str:
        """The firm, school or hospital of which a unit is that is told alone: the one told last, of some units in the paragraph only."""
        if one.unit.endswith(_OF_FIRMS):
            return context.antecedents.holder(text, one.start)
        ward = one.unit.endswith("科") and one.title in _OF_WHOLE
        near = context.antecedents.near(text, one.start) or context.antecedents.home
        return near if one.unit.endswith(_OF_NEAR) and not ward else ""

    def _of_committee(self, last: Post, one: Loose) -> str:
        """The body that a unit is of which is told behind another post: a committee behind a chair of the firm's union is the union's."""
        union = last.title.startswith("工会") and self.chains.organisations.endings.inner.own.search(one.unit) is not None
        return last.organisation.name + ("工会" if union else "")

    def _of_union(self, text: str, one: Loose, last: Organisation, context: Context) -> Organisation:
        """Whose a title without a body is: a chair is of the union told last, where the body before is a firm or a unit (前任主席).

        What firms have (副总经理) is of the firm of the union before.
        """
        firm = _FIRM_OF_UNION.match(last.name) if last.kind == "union" and one.title in self.of_firms else None
        if firm is not None:
            return Organisation(one.start, one.end, firm[0], self.chains.organisations.endings.kind_of(firm[0]), "inferred")
        chairs = one.title in _UNION_TITLES[:3] and last.kind in ("department", "enterprise", "hospital")
        union = context.antecedents.meant("工会", text, one.start) if chairs else None
        return Organisation(one.start, one.end, *union, "inferred") if union is not None else last

    def told_alone(self, one: Loose) -> Organisation:
        """The unit of a title, by its own words only."""
        return Organisation(
            one.start, one.start + len(one.unit), one.unit, self.chains.organisations.endings.kinds.get(one.unit, "department"), bare=True
        )
