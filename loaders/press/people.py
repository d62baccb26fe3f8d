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
from loaders.press.chain import Chain
from loaders.press.chains import Chains
from loaders.press.context import Context
from loaders.press.honours import Honour, Honours
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.loose_titles import LooseTitles
from loaders.press.names import TITLE, Names
from loaders.press.organisations import Organisations
from loaders.press.person import Known, Person
from loaders.press.starts import Starts
from loaders.press.tagged import Tagged

_LINK = re.compile(r"(?:[（(][^）)]{1,12}[)）])?(?:、|和|及|以及|与)")
_GENDER_BEFORE = re.compile(r"[（(](女|男)[)）]")
_WORN = 16
_GENDER = re.compile(r"[（(](女|男)(?:[，,、][^）)]{1,6})?[)）]|[，,](?P<plain>女|男)[，,]")


class People:
    """Finds people; what a document has told of them is handed in and added to."""

    def __init__(self, names: Names, organisations: Organisations, honours: Honours) -> None:
        words = knowledge("titles")
        self.names, self.organisations, self.honours = names, organisations, honours
        self.starts, self.chains = Starts(names), Chains(names, organisations, honours)
        self.titles, self.loose = self.chains.titles, LooseTitles(self.chains)
        nouns, players = ("|".join(longest_first(words[key])) for key in ("gendered", "gendered_players"))
        self.gendered = re.compile(rf"(?<![男女子妇儿孙])(?:(女|男)(?:{nouns})|(女|男)子[\u3400-\u9fff]{{1,8}}?(?:{players}))$")
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
            self.loose.place(text, found[start], chain.loose, list(found.values())[:-1], context)
            known.names.add(text[start:end])
            taken = end
        self._join(text, tagged, found, context, known, titles, honours)
        for start, end in self.starts.bare(text, known.names, found):
            if not any(p.start < end and start < p.end for p in found.values()):
                found[start] = self._person(text, start, end, Chain(start))
                known.names.add(text[start:end])
        for start, end, name in self.starts.spaced(text):
            found[start] = replace(self._person(text, start, end, Chain(start)), name=name)
            known.names.add(name)
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
                self.loose.place(text, person, chain.loose, [p for s, p in sorted(found.items()) if s < one.start], context)
                known.names.add(person.name)

    def chain(self, text: str, end: int, context: Context) -> Chain:
        """What a run of bodies, titles and honours says that ends at ``end``, as under a name in a list or after 当选."""
        chain = self.chains.read(text, end, context, self.titles.ends(text), self.honours.find(text, context))
        return Chain(chain.start, chain.posts[::-1], chain.honours[::-1], chain.loose[::-1])

    def _person(self, text: str, start: int, end: int, chain: Chain) -> Person:
        gender = _GENDER.match(text, end) or _GENDER_BEFORE.fullmatch(text, max(0, start - 3), start)
        gender = gender or self.gendered.search(text, max(0, start - _WORN), start)
        return Person(
            text[start:end],
            start,
            end,
            chain.start,
            chain.posts[::-1],
            chain.honours[::-1],
            next(filter(None, gender.groups())) if gender else "",
        )

    def _share(self, text: str, people: list[Person], known: Known) -> None:
        """Those who follow in one list share a title that several hold (副主席某某、某某), unless they are known by another."""
        for one, other in pairwise(people):
            link = _LINK.match(text, one.end)
            if link is None or link.end() != other.start or other.posts or other.honours or other.name in known.placed:
                continue
            other.posts = [replace(post) for post in one.posts if self.shared.search(post.title)]
