"""People in a paragraph: names, and the titles and honours that stand before them.

The press puts what a person is before the name: bodies with their titles, marks of enumeration between them, honours too
(省人大常委会副主任、省总工会主席某某). So a name is looked for after a title or an honour, and the way to the left gives its posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kg.claim import Method
from loaders.press import combination
from loaders.press.bodies.organisation import Organisation
from loaders.press.context import Context
from loaders.press.honours import Honour, Honours
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import BYLINE, LABEL, TITLE, Evidence, Names
from loaders.press.organisations import Organisations
from loaders.press.tagged import Tagged

_LIST = re.compile(r"[、,，]|和|及|以及|与")
_LINK = re.compile(r"(?:[（(][^）)]{1,12}[)）])?(?:、|和|及|以及|与)")
_GENDER = re.compile(r"[（(](女|男)(?:[，,、][^）)]{1,6})?[)）]|[，,](?P<plain>女|男)[，,]")
_BRACKET = re.compile(r"[（(][^）)]{1,12}[)）]")
_CLAUSE = re.compile(r"(?:^|[。；;！？!?：:，,\s—“])(?=[\u3400-\u9fff]{2,4})")
# A name before the people that one is of: 才让多杰（藏族）.
_PEOPLE = re.compile(r"(?:^|[、，,。；\s　])([\u3400-\u9fff·]{2,7})[（(](?:[男女][，,、])?[\u3400-\u9fff]{1,5}族[)），,]")
_OPEN = re.compile(r"[、，,]([\u3400-\u9fff]{1,6})$")
_FORMER = re.compile(r"(?:原任?|前|曾任|上一?届)$")
_TAILS = ("", "”", "获得者", "”获得者", "称号获得者", "”称号获得者", "人才", "”人才", "代表")
_SENTENCE = "。！？!?；;"
_UNION_TITLES = ("主席", "副主席", "常务副主席", "委员")
# Units that are of the firm told last, where nothing beside them says whose they are; 外科 is the title's (外科主任).
_OF_FIRMS = ("部", "车间", "作业区")
_BETWEEN = "、,，兼"
_SPACES = " 　"


@dataclass(frozen=True, slots=True)
class Post:
    """A post before a name: the body, the title, whether it was left, and where body and title stand."""

    organisation: Organisation
    title: str
    former: bool
    start: int
    end: int


@dataclass
class Person:
    """A person in a paragraph: ``start`` to ``end`` is the name, ``before`` where what stands before it begins."""

    name: str
    start: int
    end: int
    before: int
    posts: list[Post] = field(default_factory=list)
    honours: list[Honour] = field(default_factory=list)
    gender: str = ""
    method: Method = "rule"
    confidence: int = combination.BY_RULE


@dataclass
class Known:
    """The people whom a document has told: their names, and those of them that it gave posts of their own."""

    names: set[str] = field(default_factory=set)
    placed: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Loose:
    """A title whose body is not said beside it, and the unit of that body (经费审查委员会) where one is."""

    title: str
    start: int
    end: int
    unit: str = ""


@dataclass
class Chain:
    """What stands before a name, read from right to left."""

    start: int
    posts: list[Post] = field(default_factory=list)
    honours: list[Honour] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    waiting: list[tuple[Organisation, list[tuple[str, int, int]]]] = field(default_factory=list)


class People:
    """Finds people; what a document has told of them is handed in and added to."""

    def __init__(self, names: Names, organisations: Organisations, honours: Honours) -> None:
        words = knowledge("titles")
        heads = "|".join(map(re.escape, longest_first(words["heads"])))
        prefixes = "|".join(map(re.escape, longest_first(words["prefixes"])))
        joined = {j["written"]: j["means"] for j in words["joined"]}
        self.joined: dict[str, str] = joined
        self.title = re.compile(rf"(?:(?:{prefixes}){{0,4}}(?:{heads})|{'|'.join(joined)})")
        trades = "|".join(map(re.escape, longest_first(words["trades"])))
        self.open_title = re.compile(rf"[\u3400-\u9fff]{{0,6}}(?:{heads}|{trades})")
        self.trade_end = re.compile(rf"(?:{trades})")
        self.label = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first(words['labels'])))})[{_SPACES}]?")
        self.byline = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first(words['bylines'])))})[:：|｜]?[{_SPACES}]?")
        self.apposition = re.compile(rf"[，,、](?:{'|'.join(longest_first(words['appositions']))})$")
        self.strong = re.compile(rf"(?:[（(][^）)]{{1,12}}[)）])?(?:{'|'.join(longest_first(words['strong']))})")
        self.shared = re.compile(rf"副|(?:{'|'.join(words['shared'])})$")
        self.implied: dict[str, str] = words["implied"]
        self.names, self.organisations, self.honours = names, organisations, honours

    def find(self, text: str, context: Context, known: Known, tagged: Sequence[Tagged] = ()) -> list[Person]:
        """The people of a paragraph from left to right; they are added to ``known``.

        Args:
            tagged: what a tagger takes for names in it.
        """
        honours, titles = self.honours.find(text), self._titles(text)
        found: dict[int, Person] = {}
        taken = 0
        for start, evidence in self._starts(text, titles, honours):
            end = self.names.end(text, start, known.names, evidence=evidence) if start >= taken else 0
            if end == 0 and evidence != TITLE:
                continue
            chain = self._chain(text, start, context, titles, honours)
            if end == 0 and chain.posts and start >= taken:
                end = self.names.guess(text, start)
            if end == 0:
                continue
            found[start] = self._person(text, start, end, chain)
            self._place(text, found[start], chain.loose, list(found.values())[:-1], context)
            known.names.add(text[start:end])
            taken = end
        self._join(text, tagged, found, context, known, titles, honours)
        for start in self._bare(text, known.names, found):
            end = self.names.end(text, start, known.names)
            if end and not any(p.start < end and start < p.end for p in found.values()):
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
                chain = self._chain(text, one.start, context, titles, honours)
                person = found[one.start] = self._person(text, one.start, one.end, chain)
                person.method, person.confidence = "tagger", round(100 * one.confidence)
                self._place(text, person, chain.loose, [p for s, p in sorted(found.items()) if s < one.start], context)
                known.names.add(person.name)

    def chain(self, text: str, end: int, context: Context) -> Chain:
        """What a run of bodies, titles and honours says that ends at ``end``, as under a name in a list or after 当选."""
        chain = self._chain(text, end, context, self._titles(text), self.honours.find(text))
        return Chain(chain.start, chain.posts[::-1], chain.honours[::-1], chain.loose[::-1])

    def _titles(self, text: str) -> dict[int, list[int]]:
        """Where titles end, and for each end where they may begin, the longest first."""
        ends: dict[int, list[int]] = {}
        position = 0
        while (hit := self.title.search(text, position)) is not None:
            ends.setdefault(hit.end(), []).append(hit.start())
            position = hit.start() + 1
        for hit in self.trade_end.finditer(text):
            ends.setdefault(hit.end(), [])
        return ends

    def _starts(self, text: str, titles: dict[int, list[int]], honours: list[Honour]) -> list[tuple[int, Evidence]]:
        """Where names may begin after something that is put before names, and how sure that makes it."""
        starts = dict.fromkeys((end for end in titles if end < len(text)), TITLE)
        for end in titles:
            if text[end : end + 1] in ("，", ",", *_SPACES) and end + 1 < len(text):
                starts.setdefault(end + 1, BYLINE)
        for one in honours:
            for tail in _TAILS:
                if text.startswith(tail, one.end):
                    starts[one.end + len(tail)] = BYLINE
        for hit in self.byline.finditer(text):
            starts.setdefault(hit.end(), BYLINE)
        for hit in _PEOPLE.finditer(text):
            starts.setdefault(hit.start(1), TITLE)
        for hit in self.label.finditer(text):
            starts.setdefault(hit.end(), LABEL)
        return sorted(starts.items())

    def _bare(self, text: str, known: set[str], found: dict[int, Person]) -> Iterator[int]:
        """Places where a name may stand with nothing before it: in a list after a person, before a verb, or known already."""
        ends = {p.end for p in found.values()}
        for hit in _CLAUSE.finditer(text):
            stop = self.names.end(text, hit.end(), known)
            if stop and (text[hit.end() : stop] in known or self.strong.match(text, stop)):
                ends.add(stop)
                yield hit.end()
        for name in sorted(known, key=lambda n: (-len(n), n)):
            position = text.find(name)
            while position >= 0:
                if self.names.end(text, position, known) == position + len(name):
                    ends.add(position + len(name))
                    yield position
                position = text.find(name, position + len(name))
        seen: set[int] = set()
        while ends - seen:
            end = min(ends - seen)
            seen.add(end)
            bracket = _BRACKET.match(text, end)
            mark = _LIST.match(text, bracket.end() if bracket else end)
            stop = self.names.listed(text, mark.end(), known) if mark is not None and mark[0] not in (",", "，") else 0
            if mark is not None and stop:
                ends.add(stop)
                yield mark.end()

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
        for one in reversed(loose):
            implied = next((unit for title, unit in self.implied.items() if one.title in (title, "副" + title, "常务副" + title)), "")
            division = context.division(implied, text, one.start) if implied else ""
            if division:
                body = Organisation(one.start, one.end, division + "人民政府", "government", "inferred")
            elif last is None and one.unit.endswith(_OF_FIRMS) and (holder := context.holder(text, one.start)):
                body = self._unit_of(holder, self._told_alone(one))
            elif implied or last is None or last.former or text[one.start - 1 : one.start] not in tuple("，,、和及兼"):
                continue
            elif one.unit:
                body = self._unit_of(last.organisation.name, self._told_alone(one))
            else:
                body = last.organisation
            inside = last is not None and body == last.organisation and last.title.startswith("工会") and one.title in _UNION_TITLES
            person.posts.append(Post(body, "工会" + one.title if inside else one.title, False, one.start, one.end))

    def _share(self, text: str, people: list[Person], known: Known) -> None:
        """Those who follow in one list share a title that several hold (副主席某某、某某), unless they are known by another."""
        for one, other in pairwise(people):
            link = _LINK.match(text, one.end)
            if link is None or link.end() != other.start or other.posts or other.honours or other.name in known.placed:
                continue
            other.posts = [replace(post) for post in one.posts if self.shared.search(post.title)]

    def _chain(self, text: str, name: int, context: Context, titles: dict[int, list[int]], honours: list[Honour]) -> Chain:
        """Read titles, bodies and honours from the name to the left, until neither stands there."""
        chain, position = Chain(name), name
        if text[position - 1 : position] in _SPACES and position - 1 in titles:
            position -= 1
        label = self.apposition.search(text[max(0, position - 12) : position])
        if label is not None:
            position -= len(label[0])
        if (
            text[position - 1 : position] in ("，", ",")
            and position - 1 in titles
            and text.find("作为", max(0, position - 40), position) >= 0
        ):
            position -= 1
        pending: list[tuple[str, int, int]] = []
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
                pending.append((self.joined.get(text[start:position], text[start:position]), start, position))
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
            if step == position:
                break
            position = step
        for unit, held in chain.waiting:
            chain.loose += [Loose(title, unit.start, last, unit.name) for title, _, last in held]
        if pending and not chain.posts:
            chain.loose += [Loose(title, start, end) for title, start, end in pending]
            chain.start = min(chain.start, pending[-1][1])
        return chain

    def _title_at(
        self, text: str, end: int, titles: dict[int, list[int]], context: Context, pending: list[tuple[str, int, int]]
    ) -> tuple[int, Organisation | None] | None:
        """A title that ends here, and the body before it where one stands there."""
        if end not in titles:
            return None
        bare = None
        for start in sorted(titles[end], key=lambda at: text.startswith("工会", at) and text[at - 1 : at] not in _BETWEEN):
            edge = start - 1 if text[start - 1 : start] == "的" else start
            organisation = self.organisations.ending_at(text, edge, context)
            if organisation is not None:
                return start, organisation
            if bare is None and (start == 0 or text[start - 1] in _BETWEEN):
                bare = start
        for length in range(2, 11):
            start = end - length
            if start >= 0 and self.open_title.fullmatch(text[start:end]):
                edge = start - 1 if text[start - 1 : start] == "的" else start
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
        if run is None or self._has_verb(run[1]) or self.organisations.reach.begins(run[1]):
            return start
        mark = start - len(run[0])
        follows = mark in titles or self.honours.ending_at(text, mark, honours) is not None
        return mark + 1 if follows else start

    def _has_verb(self, title: str) -> bool:
        return any(word in title for word in self.names.verbs)

    def _settle(self, text: str, chain: Chain, pending: list[tuple[str, int, int]], organisation: Organisation, context: Context) -> None:
        """All titles read so far belong to the body that was found; a unit without a place belongs to the body before it."""
        start = organisation.start
        former = _FORMER.search(text[max(0, start - 3) : start])
        if former is not None:
            start -= len(former[0])
        if organisation.kind == "department" and text[start - 1 : start] in ("、", "，", ","):
            outer = self._outer(text, start - 1, context)
            if outer is not None and not outer.bare and not organisation.name.startswith(outer.name):
                organisation = self._unit_of(outer.name, organisation)
        chain.start = start
        if organisation.bare:
            chain.waiting.append((organisation, list(pending)))
            return
        for unit, titles in chain.waiting:
            body = self._unit_of(organisation.name, unit)
            chain.posts += [Post(body, title, False, first, last) for title, first, last in titles]
        chain.waiting = []
        for title, first, last in pending:
            chain.posts.append(Post(organisation, title, former is not None, first, last))

    def _told_alone(self, one: Loose) -> Organisation:
        """The unit of a title, by its own words only."""
        return Organisation(
            one.start, one.start + len(one.unit), one.unit, self.organisations.endings.kinds.get(one.unit, "department"), bare=True
        )

    def _unit_of(self, body: str, unit: Organisation) -> Organisation:
        """A unit that is told after a body, with the name of what it is of."""
        return Organisation(unit.start, unit.end, self.organisations.endings.inner.base(body, unit.name) + unit.name, unit.kind)

    def _outer(self, text: str, end: int, context: Context) -> Organisation | None:
        for hit in self.title.finditer(text, max(0, end - 10), end):
            if hit.end() == end:
                return self.organisations.ending_at(text, hit.start(), context)
        return None
