"""Prizes told in running text: who won which (某某获得焊工项目一等奖)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.press.bodies.organisation import Organisation
from loaders.press.marks import last_of
from loaders.press.person import Person
from loaders.press.prize_setting import Settings
from loaders.press.prize_takers import Takers
from loaders.press.prize_words import PrizeWords
from loaders.press.won import Won

# A work that wins, and what may stand between it and the verb: “…”项目在某某竞赛中获…; 《…》。该作品在….
_MADE = re.compile(r"“[^“”]{3,40}”(?:[\u3400-\u9fffA-Za-z]{0,8}(?:项目|成果|技术|工艺(?!美术)|装置|课题|作品))?|《[^《》]{2,40}》")
# A verb that says which prize is won.
_CROWNED = re.compile("(?:勇|最终|成功|一举)?夺冠(?!军|热|名)")
_LEADS = 2
_BETWEEN = re.compile(r"[^“”《》，。；]{0,30}|[^《》“”。]{0,20}。(?:该|这|此)[^。；]{0,50}")
# What a quoted name is part of a contest's before: “…杯”工艺美术大赛.
_NOUN = re.compile(r"[^，。；、在于获从以的]{0,10}$")


class Prizes:
    """Finds the prizes that running text tells."""

    def __init__(self, words: PrizeWords) -> None:
        self.words, self.takers, self.settings = words, Takers(words), Settings(words)

    def find(self, text: str, people: list[Person], bodies: list[Organisation]) -> Iterator[Won]:
        """The prizes that a paragraph says were won; a clause that names no item has that of the clause before it in its sentence."""
        people = [p for p in people if not any(b.start <= p.start and p.end <= b.end for b in bodies)]
        last: Won | None = None
        for start, end, prizes in sorted([*self.words.rows(text), *self._crowned(text)]):
            for won in self._won(text, start, end, prizes, people, bodies):
                whole = self._within(text, won, last)
                yield whole
                last = whole

    def _won(self, text: str, start: int, end: int, prizes: list[str], people: list[Person], bodies: list[Organisation]) -> Iterator[Won]:
        """Who won the prizes of a place: those before the verb, else those whom 由 or 获得者 has behind the prize, or who stand there."""
        verb = self.words.verb_before(text, start)
        turned = self.words.turned.match(text, end)
        clause = last_of(text, "，,。；;：", start) + 1
        named = self.takers.before(text, verb.start(), people, bodies) if verb is not None else []
        if turned is not None and (verb is None or (verb.start() - clause <= _LEADS and text[end : end + 1] == "的")):
            winners = named = list(self.takers.behind(turned.end(), text, people, bodies))
            first, verb, written = start, None, self.words.leading(text[(verb.end() if verb is not None else clause) : start])
        elif verb is not None:
            winners = named or self.takers.meant(text, verb.start(), people) or self.takers.of_work(text, verb.start(), people)
            written, first = text[verb.end() : start], verb.start()
        else:
            winners = named = self.takers.beside(text, start, end, people, bodies)
            written, first = self.words.leading(text[clause:start]), start
        if not winners or len(prizes) not in (1, len(winners)):
            return
        items, contest = self._items(text, written, first, start, winners, verb=verb is not None)
        for one, what, prize in zip(winners, items, prizes * len(winners) if len(prizes) == 1 else prizes, strict=True):
            yield Won(one, prize, what, contest, min(one.start, first) if named else first, max(end, one.end if verb is None else end))

    def _crowned(self, text: str) -> Iterator[tuple[int, int, list[str]]]:
        """Where somebody is said to have come first by a verb alone: 某某夺冠."""
        for hit in _CROWNED.finditer(text):
            yield hit.end() - 1, hit.end(), ["冠军"]

    def _items(
        self, text: str, written: str, first: int, start: int, winners: list[Person | Organisation], *, verb: bool
    ) -> tuple[list[str], str]:
        """The item of each winner, and the contest, that the words from ``first`` to the prize name; each may be empty."""
        item, contest = self.words.item(written)
        items = [self.words.plain_item(one) for one in re.split("[、和]", item)]
        if len(items) == len(winners) > 1 and "分" in text[max(0, first - 2) : start] and all(items):
            return items, contest
        item = self.settings.meant(text, written, first) or item or (self._made(text, winners[0].end, first) if verb else "")
        if not item and not contest and not verb and written == "" and text[start - 1 : start] in tuple("、：:"):
            item = self.settings.told(text, start)
        return [item] * len(winners), contest

    def _made(self, text: str, start: int, end: int) -> str:
        """The work that wins for those before it: 某某公司“…”项目获…; a contest (“…杯”大赛) is none."""
        for found in reversed(list(_MADE.finditer(text, start, end))) if start < end else ():
            contest = self.words.contests.search(text, found.end(), end)
            if contest is not None and _NOUN.fullmatch(text, found.end(), contest.start()):
                continue
            return found[0] if _BETWEEN.fullmatch(text, found.end(), end) or contest is not None else ""
        return ""

    def _within(self, text: str, won: Won, last: Won | None) -> Won:
        """A prize with the item and the contest that its sentence gave before it; one for all the contest has none."""
        sentence = last_of(text, "。！？!?", won.start) + 1
        before = last if last is not None and last.start >= sentence else None
        if before is not None and self.words.contests.search(text, before.end, won.start) is not None:
            before = None  # another contest is named between them
        if won.contest:
            return won
        item = won.item
        if not item and not self.words.overall.search(won.prize):
            said, place = self.settings.item(text, sentence, won.start)
            if said and (before is None or before.start < place):
                item = said
            elif before is not None and not _MADE.fullmatch(before.item):
                item = before.item
        return replace(won, item=item, contest=before.contest if before is not None else "")
