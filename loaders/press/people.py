"""People in a paragraph: names, and the titles and honours that stand before them.

The press puts what a person is before the name: bodies with their titles, marks of enumeration between them, honours too
(省人大常委会副主任、省总工会主席某某). So a name is looked for after a title or an honour, and the way to the left gives its posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.press.honours import Honour, Honours
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import Names
from loaders.press.organisations import Context, Organisation, Organisations

_LIST = re.compile(r"[、,，]|和|及|以及|与")
_GENDER = re.compile(r"[（(](女|男)(?:[，,、][^）)]{1,6})?[)）]")
_BRACKET = re.compile(r"[（(][^）)]{1,12}[)）]")
_CLAUSE = re.compile(r"(?:^|[。；;！？!?：:，,\s—“])(?=[\u3400-\u9fff]{2,4})")
_STRONG = re.compile(
    r"(?:[（(][^）)]{1,12}[)）])?(?:出席|主持|讲话|强调|指出|表示|致辞|率队|要求|介绍|认为|就贯彻|在报告|在讲话|充分肯定|当选|不再担任|说[，,:：])"
)
_TAKES = re.compile(r"(?P<leaves>不再担任|不再兼任|卸任|辞去)|(?P<takes>当选为?|担任|出任|兼任|任命为|任)")
_FORMER = re.compile(r"(?:原|前|原任|曾任)$")
_TAILS = ("", "获得者", "”获得者", "称号获得者", "”称号获得者", "人才", "”人才", "代表")


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


@dataclass
class _Chain:
    """What stands before a name, read from right to left."""

    start: int
    posts: list[Post] = field(default_factory=list)
    honours: list[Honour] = field(default_factory=list)


class People:
    """Finds people; it remembers the names that a document has told."""

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
        self.names, self.organisations, self.honours = names, organisations, honours

    def find(self, text: str, context: Context, known: set[str]) -> list[Person]:
        """The people of a paragraph from left to right; their names are added to ``known``."""
        honours = self.honours.find(text)
        titles = self._titles(text)
        found: dict[int, Person] = {}
        for start in self._starts(text, titles, honours):
            if any(p.start <= start < p.end for p in found.values()):
                continue
            end = self.names.end(text, start, known)
            chain = self._chain(text, start, context, titles, honours) if end else None
            if end and chain is not None and (chain.start < start):
                found[start] = self._person(text, start, end, chain)
                known.add(text[start:end])
        for start in self._bare(text, known, found):
            end = self.names.end(text, start, known)
            if end and not any(p.start < end and start < p.end for p in found.values()):
                found[start] = self._person(text, start, end, _Chain(start))
                known.add(text[start:end])
        return [found[start] for start in sorted(found)]

    def chain_at(self, text: str, end: int, context: Context) -> list[Post]:
        """The posts of a line that holds bodies and titles alone, as under a name in a list of honoured people."""
        return self._chain(text, end, context, self._titles(text), self.honours.find(text)).posts

    def taken(self, text: str, group: list[Person], context: Context, body: Organisation | None) -> Iterator[tuple[Person, Post]]:
        """Posts that come after the name: 某某当选主席, 某某不再担任主席职务.

        Args:
            group: people of whom the last stands right before the word.
            body: the body of a title that has none before it, such as the one that was elected.
        """
        end = group[-1].end
        bracket = _BRACKET.match(text, end)
        takes = _TAKES.match(text, bracket.end() if bracket else end)
        if takes is None:
            return
        run = re.match(r"[^，。；,;]{2,40}", text[takes.end() :])
        for hit in self.title.finditer(text, takes.end(), takes.end() + len(run[0]) if run else takes.end()):
            before = text[takes.end() : hit.start()]
            organisation = self.organisations.ending_at(text, hit.start(), context) or (
                body if before.strip("、") == "" or "、" in before else None
            )
            if organisation is not None:
                for person in group:
                    yield person, Post(organisation, hit[0], takes["leaves"] is not None, hit.start(), hit.end())

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

    def _starts(self, text: str, titles: dict[int, list[int]], honours: list[Honour]) -> list[int]:
        starts = {end for end in titles if end < len(text)}
        starts |= {end + 1 for end in titles if text[end : end + 1] in ("，", ",")}
        for one in honours:
            for tail in _TAILS:
                if text.startswith(tail, one.end):
                    starts.add(one.end + len(tail))
        return sorted(starts)

    def _bare(self, text: str, known: set[str], found: dict[int, Person]) -> Iterator[int]:
        """Places where a name may stand with nothing before it: in a list after a person, before a verb, or known already."""
        ends = {p.end for p in found.values()}
        for hit in _CLAUSE.finditer(text):
            stop = self.names.end(text, hit.end(), known)
            if stop and (text[hit.end() : stop] in known or _STRONG.match(text, stop)):
                ends.add(stop)
                yield hit.end()
        for name in sorted(known, key=len, reverse=True):
            for hit in re.finditer(re.escape(name), text):
                if self.names.end(text, hit.start(), known) == hit.end():
                    ends.add(hit.end())
                    yield hit.start()
        seen: set[int] = set()
        while ends - seen:
            end = min(ends - seen)
            seen.add(end)
            bracket = _BRACKET.match(text, end)
            mark = _LIST.match(text, bracket.end() if bracket else end)
            stop = self.names.end(text, mark.end(), known) if mark is not None and mark[0] not in (",", "，") else 0
            if mark is not None and stop:
                ends.add(stop)
                yield mark.end()

    def _person(self, text: str, start: int, end: int, chain: _Chain) -> Person:
        gender = _GENDER.match(text, end)
        return Person(text[start:end], start, end, chain.start, chain.posts[::-1], chain.honours[::-1], gender[1] if gender else "")

    def _chain(self, text: str, name: int, context: Context, titles: dict[int, list[int]], honours: list[Honour]) -> _Chain:
        """Read titles, bodies and honours from the name to the left, until neither stands there."""
        chain, position = _Chain(name), name
        if text[position - 1 : position] in ("，", ",") and position - 1 in titles and text.rfind("作为", 0, position) > position - 40:
            position -= 1
        pending: list[tuple[str, int, int]] = []
        while True:
            honour = self.honours.ending_at(text, position, honours)
            if honour is not None and not pending:
                chain.honours.append(honour)
                position = chain.start = honour.start
                position -= 1 if text[position - 1 : position] in tuple('“"「') else 0
            elif (title := self._title_at(text, position, titles, context, pending)) is not None:
                start, organisation = title
                pending.append((self.joined.get(text[start:position], text[start:position]), start, position))
                position = start
                if organisation is not None:
                    self._settle(text, chain, pending, organisation, context)
                    pending = []
                    position = chain.start
            else:
                break
            step = position
            while step > 0 and text[step - 1] in "、,，":
                step -= 1
            if step == position:
                break
            position = step
        if pending and chain.posts:
            position = chain.start
        return chain

    def _title_at(
        self, text: str, end: int, titles: dict[int, list[int]], context: Context, pending: list[tuple[str, int, int]]
    ) -> tuple[int, Organisation | None] | None:
        """A title that ends here, and the body before it where one stands there."""
        if end not in titles:
            return None
        bare = None
        for start in titles[end]:
            edge = start - 1 if text[start - 1 : start] == "的" else start
            organisation = self.organisations.ending_at(text, edge, context)
            if organisation is not None:
                return start, organisation
            if bare is None and (start == 0 or text[start - 1] in "、,，"):
                bare = start
        for length in range(2, 11):
            start = end - length
            if start >= 0 and self.open_title.fullmatch(text[start:end]):
                edge = start - 1 if text[start - 1 : start] == "的" else start
                organisation = self.organisations.ending_at(text, edge, context)
                if organisation is not None:
                    return start, organisation
        if bare is None and pending == [] and titles[end]:
            bare = titles[end][0]
        return (bare, None) if bare is not None else None

    def _settle(self, text: str, chain: _Chain, pending: list[tuple[str, int, int]], organisation: Organisation, context: Context) -> None:
        """All titles read so far belong to the body that was found; a unit without a place belongs to the body before it."""
        start = organisation.start
        former = _FORMER.search(text[max(0, start - 2) : start])
        if former is not None:
            start -= len(former[0])
        if organisation.kind == "department" and text[start - 1 : start] in ("、", "，", ","):
            outer = self._outer(text, start - 1, context)
            if outer is not None and not organisation.name.startswith(outer.name):
                organisation = Organisation(organisation.start, organisation.end, outer.name + organisation.name, organisation.kind)
        if organisation.name in self.organisations.kinds and organisation.kind == "department":
            chain.start = start
            return
        for title, first, last in pending:
            chain.posts.append(Post(organisation, title, former is not None, first, last))
        chain.start = start

    def _outer(self, text: str, end: int, context: Context) -> Organisation | None:
        for hit in self.title.finditer(text, max(0, end - 10), end):
            if hit.end() == end:
                return self.organisations.ending_at(text, hit.start(), context)
        return None
