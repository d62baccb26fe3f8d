"""The words for prizes: which stand in a row, which verb wins them, of which item and contest they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.marks import last_of

_BRACKET = r"(?:[（(][^）)]{1,16}[)）])?"
_RANKS = "特一二三四五六冠亚季金银铜"
# Prizes in a row of which each winner has its own: 一、二、三等奖, 冠、亚军, 冠亚季军, 第二、三名, 第一至第三名, 前三名.
_ENUMERATED = re.compile(
    rf"(?:(?P<who>团体|个人|单项|综合)(?:总分|总成绩)?)?(?:第?(?P<grades>[{_RANKS}](?:[、和及]第?[{_RANKS}])+)(?P<noun>等奖|军|奖|牌|名)"
    r"|(?P<joined>[一二三]{2,3}(?=等奖)|[冠亚季]{2,3}(?=军)|[金银铜]{2,3}(?=[奖牌]))(?P<of>等奖|军|奖|牌)"
    rf"|(?<=[列居获得组])第(?P<place>[{_RANKS}])(?=[，。；、,]|$)"
    rf"|第(?P<from>[{_RANKS}])[至到](?:第)?(?P<to>[{_RANKS}])名|前(?P<first>[两二三四五六])名)"
)
_CROWNS = re.compile("夺(?=冠)")
_NUMBERS = "一二三四五六"
_ITEM = 26


class PrizeWords:
    """Knows the words for prizes, the verbs that win them, and what is an item of a contest."""

    def __init__(self) -> None:
        words = knowledge("prizes")
        self.prize = re.compile("|".join(f"(?:{one})" for one in words["prizes"]))
        self.verb = re.compile("|".join(map(re.escape, longest_first(words["verbs"]))))
        self.turned = re.compile(rf"[，,]?(?:{'|'.join(longest_first(words['turned']))})")
        self.before = re.compile(rf"[”\"]?{_BRACKET}(?:[，,])?(?:{'|'.join(words['before_verbs'])})*$")
        self.tails = tuple(longest_first(words["item_tails"]))
        self.overall = re.compile("|".join(longest_first(words["overall"])))
        self.single = frozenset(words["single"])
        self.sports = tuple(words["sports"])
        self.no_item = re.compile("|".join(words["not_items"]))
        self.contests = re.compile("|".join(map(re.escape, longest_first(words["competitions"]))))

    def rows(self, text: str) -> Iterator[tuple[int, int, list[str]]]:
        """The prizes of a text from left to right, several in a row (一、二等奖; 第一名、第二名) together."""
        parallel = list(_ENUMERATED.finditer(text))
        hits: list[tuple[int, int, list[str]]] = [(m.start(), m.end(), [(m["who"] or "") + one for one in _each(m)]) for m in parallel]
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

    def verb_before(self, text: str, prize: int) -> re.Match[str] | None:
        """The last verb of the clause before a prize, near it and with no other prize between."""
        begin = max(prize - _ITEM - 8, last_of(text, "，,。；;", prize) + 1)
        hits = list(self.verb.finditer(text, max(0, begin), prize)) or list(_CROWNS.finditer(text, max(0, begin), prize + 1))
        if not hits:
            return None
        return next((h for h in hits if self.prize.search(text, h.end(), prize) is None), None)

    def leading(self, written: str) -> str:
        """The words before a prize that lead its clause, where they name an item or a contest: 电焊工赛项冠军由…."""
        plain = written.removeprefix("其中").removesuffix("的")
        return plain if plain.endswith((*self.tails, "组", *self.sports)) or self.contests.search(plain) else ""

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


def _each(row: re.Match[str]) -> Iterator[str]:
    """The prizes of a row, one by one."""
    if row["joined"]:
        yield from (grade + row["of"] for grade in row["joined"])
    elif row["grades"]:
        ordinal = "第" if row["noun"] == "名" else ""
        yield from (ordinal + grade + row["noun"] for grade in re.findall(f"[{_RANKS}]", row["grades"]))
    elif row["place"]:
        yield f"第{row['place']}名"
    else:
        first = _NUMBERS.find(row["from"]) if row["from"] else 0
        last = _NUMBERS.find((row["to"] or row["first"]).replace("两", "二"))
        yield from (f"第{number}名" for number in _NUMBERS[first : last + 1])
