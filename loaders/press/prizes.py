"""Prizes: the words for them, and who won which, told in running text (某某获得焊工项目一等奖)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.organisations import Organisation
from loaders.press.people import Person

_CLAUSE = re.compile(r"[，,。；;！!？?]")
_SENTENCE = "。！？!?；;"
_BRACKET = r"(?:[（(][^）)]{1,16}[)）])?"
_ENUMERATED = re.compile(r"(?P<grades>[特一二三四冠亚金银](?:、[一二三四亚季银铜])+)(?P<noun>等奖|军|奖|牌)")
_LINK = re.compile(rf"{_BRACKET}(?:、|和|及|以及|与|，|,)(?:来自|选手|职工|员工|工人)?")
_ITEM = 26


@dataclass(frozen=True, slots=True)
class Won:
    """A prize won in a paragraph: by whom, in which item, and the run that says so. ``contest`` is empty where the item names none."""

    winner: Person | Organisation
    prize: str
    item: str
    contest: str
    start: int
    end: int


class Prizes:
    """Knows the words for prizes and finds those told in running text."""

    def __init__(self) -> None:
        words = knowledge("prizes")
        self.prize = re.compile("|".join(f"(?:{one})" for one in words["prizes"]))
        self.verb = re.compile("|".join(map(re.escape, longest_first(words["verbs"]))))
        self.turned = re.compile(rf"[，,]?(?:{'|'.join(longest_first(words['turned']))})")
        self.before = re.compile(rf"{_BRACKET}(?:[，,])?(?:{'|'.join(words['before_verbs'])})*$")
        self.tails = tuple(longest_first(words["item_tails"]))
        self.no_item = re.compile("|".join(words["not_items"]))
        self.contests = re.compile("|".join(map(re.escape, longest_first(words["competitions"]))))

    def find(self, text: str, people: list[Person], bodies: list[Organisation]) -> Iterator[Won]:
        """The prizes that a paragraph says were won."""
        parallel = list(_ENUMERATED.finditer(text))
        for row in parallel:
            yield from self._in_order(text, row, people, bodies)
        for hit in self.prize.finditer(text):
            if any(row.start() < hit.end() and hit.start() < row.end() for row in parallel):
                continue
            verb = self._verb(text, hit.start())
            if verb is not None:
                winners = self.winners(text, verb.start(), people, bodies)
                item, contest = self.item(text[verb.end() : hit.start()])
                for one in winners:
                    yield Won(one, hit[0], item, contest, min(one.start, verb.start()), hit.end())
                continue
            turned = self.turned.match(text, hit.end())
            if turned is not None:
                for one in self._listed(turned.end(), text, people, bodies):
                    yield Won(one, hit[0], "", "", hit.start(), one.end)

    def _in_order(self, text: str, row: re.Match[str], people: list[Person], bodies: list[Organisation]) -> Iterator[Won]:
        """某某、某某分获一、二等奖: as many prizes as winners, each their own; nothing where the numbers differ."""
        verb = self._verb(text, row.start())
        winners = self.winners(text, verb.start(), people, bodies) if verb is not None else []
        grades = row["grades"].split("、")
        if verb is None or len(winners) != len(grades):
            return
        item, contest = self.item(text[verb.end() : row.start()])
        for one, grade in zip(winners, grades, strict=True):
            yield Won(one, grade + row["noun"], item, contest, min(one.start, verb.start()), row.end())

    def item(self, written: str) -> tuple[str, str]:
        """The item of a contest, and the contest, that the words between the verb and the prize name; each may be empty."""
        plain = written.strip("“”\"'的了 　·")
        contest = ""
        hits = list(self.contests.finditer(plain))
        if hits and hits[-1].end() >= 5 and (len(plain) - hits[-1].end() > 2 or not self.no_item.match(plain)):
            named = plain[: hits[-1].end()]
            if not self.no_item.match(named):
                contest, plain = named, plain[hits[-1].end() :].strip("“”的 　")
        return self.plain_item(plain), contest

    def plain_item(self, written: str) -> str:
        """An item without what is no part of its name."""
        item = re.sub(r"[\s　]+", "", written)
        while len(item) > 2 and item.endswith(self.tails):
            item = item.removesuffix(next(tail for tail in self.tails if item.endswith(tail)))
        return "" if self.no_item.match(item) or not 2 <= len(item) <= _ITEM else item

    def _verb(self, text: str, prize: int) -> re.Match[str] | None:
        """The last verb of the clause before a prize, near it and with no other prize between."""
        begin = max(prize - _ITEM - 8, *(text.rfind(mark, 0, prize) + 1 for mark in "，,。；;"))
        hits = list(self.verb.finditer(text, max(0, begin), prize))
        if not hits:
            return None
        return next((h for h in hits if self.prize.search(text, h.end(), prize) is None), None)

    def winners(self, text: str, verb: int, people: list[Person], bodies: list[Organisation]) -> list[Person | Organisation]:
        """Who stands right before the verb, and those before them in a list."""
        found: list[Person | Organisation] = []
        ends = verb
        both: list[Person | Organisation] = [*people, *bodies]
        for one in sorted(both, key=lambda x: (-x.end, x.start)):
            if one.end > ends or (found and one.end > found[0].start):
                continue
            between = text[one.end : ends]
            if not found and self.before.fullmatch(between):
                found = [one]
            elif found and isinstance(one, type(found[0])) and self._links(text, one, found[0], bodies):
                found.insert(0, one)
            elif found and isinstance(found[0], Person) and isinstance(one, Organisation) and one.end >= found[0].before - 1:
                continue
            else:
                break
            ends = found[0].start
        return found

    def _links(self, text: str, one: Person | Organisation, other: Person | Organisation, bodies: list[Organisation]) -> bool:
        """Whether two stand in one list, the second perhaps with its body before it."""
        begins = other.start
        if isinstance(other, Person):
            ends = [b for b in bodies if b.end <= other.before and text[b.end : other.before] in _BETWEEN]
            begins = ends[-1].start if ends else other.before
        return _LINK.fullmatch(text[one.end : begins]) is not None

    def _listed(self, begin: int, text: str, people: list[Person], bodies: list[Organisation]) -> Iterator[Person | Organisation]:
        """Those named from a place to the end of the clause, people where there are any."""
        stop = _CLAUSE.search(text, begin)
        end = stop.start() if stop is not None else len(text)
        inside: list[Person | Organisation] = [p for p in people if begin <= p.start < end]
        yield from inside or [b for b in bodies if begin <= b.start < end]


# What may stand between a body and the one of it who wins.
_BETWEEN = ("", "的", "职工", "的职工", "员工", "选手", "代表队选手", "工人", "队员", "代表")
