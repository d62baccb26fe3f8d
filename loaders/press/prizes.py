"""Prizes told in running text: who won which (某某获得焊工项目一等奖)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.press.bodies.organisation import Organisation
from loaders.press.person import Person
from loaders.press.prize_takers import Takers
from loaders.press.prize_words import PrizeWords
from loaders.press.won import Won

# In whose item the sentence speaks: 在电焊工赛项中，….
_WITHIN = re.compile(
    r"(?:^|[。；，！？])(?:其中，?)?在?(?P<item>[^，。；、在]{2,20}?(?:赛项|项目|工种|组|比赛|竞赛))"
    r"(?:的?(?:比赛|决赛|较量|角逐))?[中上里]?，"
)
# A work that wins, and what may stand between it and the verb (“…”项目在某某竞赛中获…).
_MADE = re.compile(
    r"(?P<name>“[^“”]{3,40}”(?:[\u3400-\u9fffA-Za-z]{0,8}(?:项目|成果|技术|工艺|装置|课题|作品))?|《[^《》]{3,40}》)[^“”《》，。；]{0,30}$"
)


class Prizes:
    """Finds the prizes that running text tells."""

    def __init__(self, words: PrizeWords) -> None:
        self.words, self.takers = words, Takers(words)

    def find(self, text: str, people: list[Person], bodies: list[Organisation]) -> Iterator[Won]:
        """The prizes that a paragraph says were won; a clause that names no item has that of the clause before it in its sentence."""
        people = [p for p in people if not any(b.start <= p.start and p.end <= b.end for b in bodies)]
        last: Won | None = None
        for start, end, prizes in self.words.rows(text):
            for won in self._won(text, start, end, prizes, people, bodies):
                whole = self._within(text, won, last)
                yield whole
                last = whole

    def _won(self, text: str, start: int, end: int, prizes: list[str], people: list[Person], bodies: list[Organisation]) -> Iterator[Won]:
        """Who won the prizes of a place: those before the verb, else those that 由 or 获得者 has behind the prize."""
        verb = self.words.verb_before(text, start)
        if verb is not None:
            named = self.takers.before(text, verb.start(), people, bodies)
            winners = named or self.takers.meant(text, verb.start(), people)
            written, first = text[verb.end() : start], verb.start()
        elif (turned := self.words.turned.match(text, end)) is not None:
            clause = max(text.rfind(mark, 0, start) for mark in "，,。；;：") + 1
            winners = named = list(self.takers.behind(turned.end(), text, people, bodies))
            written, first = self.words.leading(text[clause:start]), start
        else:
            return
        item, contest = self.words.item(written)
        items = [self.words.plain_item(one) for one in re.split("[、和]", item)]
        if len(items) != len(winners) or len(items) < 2 or "分" not in text[max(0, first - 2) : start] or not all(items):
            items = [item or (self._made(text, winners[0].end, first) if winners and verb is not None else "")] * len(winners)
        if len(prizes) not in (1, len(winners)):
            return
        for one, what, prize in zip(winners, items, prizes * len(winners) if len(prizes) == 1 else prizes, strict=True):
            yield Won(one, prize, what, contest, min(one.start, first) if named else first, max(end, one.end if verb is None else end))

    def _made(self, text: str, start: int, end: int) -> str:
        """The work that wins for those before it: 某某公司“…”项目获…."""
        found = _MADE.search(text, start, end) if start < end else None
        return found["name"] if found is not None else ""

    def _within(self, text: str, won: Won, last: Won | None) -> Won:
        """A prize with the item and the contest that its sentence gave before it; one for all the contest has none."""
        sentence = max(text.rfind(mark, 0, won.start) for mark in "。！？!?") + 1
        before = last if last is not None and last.start >= sentence else None
        if won.contest:
            return won
        item = won.item
        if not item and not self.words.overall.search(won.prize):
            said = list(_WITHIN.finditer(text, max(0, sentence - 1), won.start))
            if said and (before is None or before.start < said[-1].start()):
                item = self.words.plain_item(said[-1]["item"])
            elif before is not None and not _MADE.fullmatch(before.item):
                item = before.item
        return replace(won, item=item, contest=before.contest if before is not None else "")
