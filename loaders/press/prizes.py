"""Prizes: the words for them, and who won which, told in running text (某某获得焊工项目一等奖)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.organisations import Organisation
from loaders.press.people import Person

_CLAUSE = re.compile(r"[，,。；;！!？?]")
_SENTENCE = "。！？!?；;"
_BRACKET = r"(?:[（(][^）)]{1,16}[)）])?"
_RANKS = "特一二三四五六冠亚季金银铜"
# Prizes in a row of which each winner has its own: 一、二、三等奖, 冠、亚军, 第二、三名.
_ENUMERATED = re.compile(rf"(?P<head>第)?(?P<grades>[{_RANKS}](?:[、和及][{_RANKS}])+)(?P<noun>等奖|军|奖|牌|名)")
_LINK = re.compile(rf"{_BRACKET}(?:、|和|及|以及|与|，|,)(?:来自|选手|职工|员工|工人)?")
_ITEM = 26
# In whose item the sentence speaks: 在电焊工赛项中，….
_WITHIN = re.compile(
    r"(?:^|[。；，！？])(?:其中，?)?在?(?P<item>[^，。；、在]{2,20}?(?:赛项|项目|工种|组|比赛|竞赛))"
    r"(?:的?(?:比赛|决赛|较量|角逐))?[中上里]?，"
)
_PRONOUN = re.compile(r"(?:他|她|其)")
# A work that wins, and what may stand between it and the verb (“…”项目在某某竞赛中获…).
_MADE = re.compile(
    r"(?P<name>“[^“”]{3,40}”(?:[\u3400-\u9fffA-Za-z]{0,8}(?:项目|成果|技术|工艺|装置|课题|作品))?|《[^《》]{3,40}》)[^“”《》，。；]{0,30}$"
)


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
        self.overall = re.compile("|".join(longest_first(words["overall"])))
        self.no_item = re.compile("|".join(words["not_items"]))
        self.contests = re.compile("|".join(map(re.escape, longest_first(words["competitions"]))))

    def find(self, text: str, people: list[Person], bodies: list[Organisation]) -> Iterator[Won]:
        """The prizes that a paragraph says were won; a clause that names no item has that of the clause before it in its sentence."""
        people = [p for p in people if not any(b.start <= p.start and p.end <= b.end for b in bodies)]
        last: Won | None = None
        for start, end, prizes in self._rows(text):
            for won in self._won(text, start, end, prizes, people, bodies):
                whole = self._within(text, won, last)
                yield whole
                last = whole

    def _rows(self, text: str) -> Iterator[tuple[int, int, list[str]]]:
        """The prizes of a text from left to right, several in a row (一、二等奖; 第一名、第二名) together."""
        parallel = list(_ENUMERATED.finditer(text))
        hits: list[tuple[int, int, list[str]]] = [
            (m.start(), m.end(), [f"{m['head'] or ''}{grade}{m['noun']}" for grade in re.split("[、和及]", m["grades"])]) for m in parallel
        ]
        alone = [h for h in self.prize.finditer(text) if not any(m.start() < h.end() and h.start() < m.end() for m in parallel)]
        kept: tuple[int, int, list[str]] | None = None
        for start, end, prizes in sorted([*hits, *((h.start(), h.end(), [h[0]]) for h in alone)]):
            if kept is not None and text[kept[1] : start] in ("、", "和", "及", "与"):
                kept = (kept[0], end, [*kept[2], *prizes])
                continue
            if kept is not None:
                yield kept
            kept = (start, end, prizes)
        if kept is not None:
            yield kept

    def _won(self, text: str, start: int, end: int, prizes: list[str], people: list[Person], bodies: list[Organisation]) -> Iterator[Won]:
        """Who won the prizes of a place: those before the verb, else those that 由 or 获得者 has behind the prize."""
        verb = self._verb(text, start)
        if verb is not None:
            named = self.winners(text, verb.start(), people, bodies)
            winners = named or self._meant(text, verb.start(), people)
            written, first = text[verb.end() : start], verb.start()
        elif (turned := self.turned.match(text, end)) is not None:
            clause = max(text.rfind(mark, 0, start) for mark in "，,。；;：") + 1
            winners = named = list(self._listed(turned.end(), text, people, bodies))
            written, first = self._leading(text[clause:start]), start
        else:
            return
        item, contest = self.item(written)
        items = [self.plain_item(one) for one in re.split("[、和]", item)]
        if len(items) != len(winners) or len(items) < 2 or "分" not in text[max(0, first - 2) : start] or not all(items):
            items = [item or (self._made(text, winners[0].end, first) if winners and verb is not None else "")] * len(winners)
        if len(prizes) not in (1, len(winners)):
            return
        for one, what, prize in zip(winners, items, prizes * len(winners) if len(prizes) == 1 else prizes, strict=True):
            yield Won(one, prize, what, contest, min(one.start, first) if named else first, max(end, one.end if verb is None else end))

    def _leading(self, written: str) -> str:
        """The words before a prize that lead its clause, where they name an item or a contest: 电焊工赛项冠军由…."""
        plain = written.removeprefix("其中").removesuffix("的")
        return plain if plain.endswith((*self.tails, "组")) or self.contests.search(plain) else ""

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
        if not item and not self.overall.search(won.prize):
            said = list(_WITHIN.finditer(text, max(0, sentence - 1), won.start))
            if said and (before is None or before.start < said[-1].start()):
                item = self.plain_item(said[-1]["item"])
            elif before is not None and not _MADE.fullmatch(before.item):
                item = before.item
        return replace(won, item=item, contest=before.contest if before is not None else "")

    def _meant(self, text: str, verb: int, people: list[Person]) -> list[Person | Organisation]:
        """Whom a clause without a name means: 他…获得, and the one person with whom its sentence begins."""
        clause = max(text.rfind(mark, 0, verb) for mark in "，,。；;！？") + 1
        pronoun = _PRONOUN.match(text, clause, verb)
        if self.before.fullmatch(text, pronoun.end() if pronoun else clause, verb) is None:
            return []
        sentence = max(text.rfind(mark, 0, verb) for mark in "。！？!?") + 1
        told = [p for p in people if p.end <= clause]
        inside = [p for p in told if p.start >= sentence]
        if inside:
            return [inside[0]] if len({p.name for p in inside}) == 1 and inside[0].start - sentence <= _ITEM else []
        return [told[-1]] if told and pronoun is not None else []

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
