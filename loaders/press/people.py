"""People in a paragraph: names, and the titles and honours that stand before them.

A name is looked for behind a title or an honour, and the way to the left gives its posts (``chains``); who was told once is known
in the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.press import combination
from loaders.press.bodies.organisation import Organisation
from loaders.press.chains import Chain, Chains, Loose
from loaders.press.context import Context
from loaders.press.honours import Honour, Honours
from loaders.press.knowledge import knowledge
from loaders.press.names import TITLE, Names
from loaders.press.organisations import Organisations
from loaders.press.person import Known, Person, Post
from loaders.press.starts import Starts
from loaders.press.tagged import Tagged

_LINK = re.compile(r"(?:[（(][^）)]{1,12}[)）])?(?:、|和|及|以及|与)")
_GENDER = re.compile(r"[（(](女|男)(?:[，,、][^）)]{1,6})?[)）]|[，,](?P<plain>女|男)[，,]")
_OF_NEAR = ("队", "班", "科", "室", "中心", "站", "工段", "分厂")
# 外科主任 is the hospital's, 急诊科护士长 the ward's.
_OF_WHOLE = ("主任", "副主任")
_TITLE = 8
_CLAUSES = ("", "，", "。", "；", "！", "　", " ")
_SENTENCE = "。！？!?；;"
_UNION_TITLES = ("主席", "副主席", "常务副主席", "委员")
# Units that are of the firm told last, where nothing beside them says whose they are; 外科 is the title's (外科主任).
_OF_FIRMS = ("部", "车间", "作业区")


class People:
    """Finds people; what a document has told of them is handed in and added to."""

    def __init__(self, names: Names, organisations: Organisations, honours: Honours) -> None:
        words = knowledge("titles")
        self.names, self.organisations, self.honours = names, organisations, honours
        self.starts, self.chains = Starts(names), Chains(names, organisations, honours)
        self.titles = self.chains.titles
        self.of_firms = frozenset(words["of_firms"])
        self.shared = re.compile(rf"副|(?:{'|'.join(words['shared'])})$")

    def find(self, text: str, context: Context, known: Known, tagged: Sequence[Tagged] = ()) -> list[Person]:
        """The people of a paragraph from left to right; they are added to ``known``.

        Args:
            tagged: what a tagger takes for names in it.
        """
        honours, titles = self.honours.find(text, context), self.titles.ends(text)
        found: dict[int, Person] = {}
        taken = 0
        for start, evidence in self.starts.led(text, titles, honours):
            end = self.names.end(text, start, known.names, evidence=evidence) if start >= taken else 0
            if end == 0 and evidence != TITLE:
                continue
            chain = self.chains.read(text, start, context, titles, honours)
            if end == 0 and chain.posts and start >= taken:
                end = self.names.guess(text, start)
            if end == 0:
                continue
            found[start] = self._person(text, start, end, chain)
            self._place(text, found[start], chain.loose, list(found.values())[:-1], context)
            known.names.add(text[start:end])
            taken = end
        self._join(text, tagged, found, context, known, titles, honours)
        for start, end in self.starts.bare(text, known.names, found):
            if not any(p.start < end and start < p.end for p in found.values()):
                found[start] = self._person(text, start, end, Chain(start))
                known.names.add(text[start:end])
        people = [found[start] for start in sorted(found)]
        known.placed |= {p.name for p in people if p.posts}
        self._share(text, people, known)
        return people

    def _join(
        self,
        text: str,
        tagged: Sequence[Tagged],
        found: dict[int, Person],
        context: Context,
        known: Known,
        titles: dict[int, list[int]],
        honours: list[Honour],
    ) -> None:
        """Add the tagger's people to those of the rules, and mark those on whom both agree."""
        taken = {place for person in found.values() for place in range(person.start, person.end)}
        for one in combination.names(tagged, text, self.names, known.names):
            person = found.get(one.start)
            if person is not None and person.end == one.end:
                person.method, person.confidence = "both", combination.BY_BOTH
            elif taken.isdisjoint(range(one.start, one.end)):
                chain = self.chains.read(text, one.start, context, titles, honours)
                person = found[one.start] = self._person(text, one.start, one.end, chain)
                person.method, person.confidence = "tagger", round(100 * one.confidence)
                self._place(text, person, chain.loose, [p for s, p in sorted(found.items()) if s < one.start], context)
                known.names.add(person.name)

    def chain(self, text: str, end: int, context: Context) -> Chain:
        """What a run of bodies, titles and honours says that ends at ``end``, as under a name in a list or after 当选."""
        chain = self.chains.read(text, end, context, self.titles.ends(text), self.honours.find(text, context))
        return Chain(chain.start, chain.posts[::-1], chain.honours[::-1], chain.loose[::-1])

    def _person(self, text: str, start: int, end: int, chain: Chain) -> Person:
        gender = _GENDER.match(text, end)
        return Person(
            text[start:end],
            start,
            end,
            chain.start,
            chain.posts[::-1],
            chain.honours[::-1],
            (gender[1] or gender["plain"]) if gender else "",
        )

    def _place(self, text: str, person: Person, loose: list[Loose], before: list[Person], context: Context) -> None:
        """Give titles that stand without a body the one of the person before (主席某某，副主席某某), or what the title implies."""
        sentence = max(text.rfind(mark, 0, person.start) for mark in _SENTENCE)
        last = next((p.posts[-1] for p in reversed(before) if p.start > sentence and p.posts), None)
        strange = bool(loose) and self._follows_strange(text, min(one.start for one in loose))
        for told in reversed(loose):
            one = self.chains.opened(text, told)
            implied = self.titles.implies(one.title)
            division = context.division(implied, text, one.start) if implied else ""
            if division:
                body = Organisation(one.start, one.end, division + "人民政府", "government", "inferred")
            elif last is None and (holder := self._holder(text, one, context)):
                body = self.chains.unit_of(holder, self.told_alone(one))
            elif last is None and self._leads(text, one) and (holder := context.antecedents.holder(text, one.start)):
                body = Organisation(one.start, one.end, holder, self.organisations.endings.kind_of(holder), "inferred")
            elif strange or implied or last is None or last.former or text[one.start - 1 : one.start] not in tuple("，,、和及兼"):
                continue
            elif one.unit:
                body = self.chains.unit_of(last.organisation.name, self.told_alone(one))
            else:
                body = self._of_union(text, one, last.organisation, context)
            inside = last is not None and body == last.organisation and last.title.startswith("工会") and one.title in _UNION_TITLES
            person.posts.append(Post(body, "工会" + one.title if inside else one.title, one.former, one.start, one.end))
            last = last or person.posts[-1]

    def _follows_strange(self, text: str, start: int) -> bool:
        """Whether titles go on from one of a body that is not understood (…局（公司）党组成员、组长): they are not of the body before."""
        before = max(0, start - 1 - _TITLE)
        return text[start - 1 : start] == "、" and any(
            hit.end() == start - 1 for hit in self.titles.title.finditer(text, before, max(before, start - 1))
        )

    def _leads(self, text: str, one: Loose) -> bool:
        """Whether a title begins a clause that firms have (党委书记某某讲话); it is of the firm told last."""
        return one.title in self.of_firms and not one.unit and text[max(0, one.start - 1) : one.start] in _CLAUSES

    def _holder(self, text: str, one: Loose, context: Context) -> str:
        """The firm, school or hospital of which a unit is that is told alone: the one told last, of some units in the paragraph only."""
        if one.unit.endswith(_OF_FIRMS):
            return context.antecedents.holder(text, one.start)
        ward = one.unit.endswith("科") and one.title in _OF_WHOLE
        near = context.antecedents.near(text, one.start) or context.antecedents.home
        return near if one.unit.endswith(_OF_NEAR) and not ward else ""

    def _of_union(self, text: str, one: Loose, last: Organisation, context: Context) -> Organisation:
        """Whose a title without a body is: a chair is of the union told last, where the body before is a firm or a unit (前任主席)."""
        chairs = one.title in _UNION_TITLES[:3] and last.kind in ("department", "enterprise", "hospital")
        union = context.antecedents.meant("工会", text, one.start) if chairs else None
        return Organisation(one.start, one.end, *union, "inferred") if union is not None else last

    def _share(self, text: str, people: list[Person], known: Known) -> None:
        """Those who follow in one list share a title that several hold (副主席某某、某某), unless they are known by another."""
        for one, other in pairwise(people):
            link = _LINK.match(text, one.end)
            if link is None or link.end() != other.start or other.posts or other.honours or other.name in known.placed:
                continue
            other.posts = [replace(post) for post in one.posts if self.shared.search(post.title)]

    def told_alone(self, one: Loose) -> Organisation:
        """The unit of a title, by its own words only."""
        return Organisation(
            one.start, one.start + len(one.unit), one.unit, self.organisations.endings.kinds.get(one.unit, "department"), bare=True
        )
