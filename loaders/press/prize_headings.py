"""Headings over tables and lists of winners: the prize of what stands below, the item, the contest."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.press.flow import Line
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.prize_words import PrizeWords
from loaders.press.rows import Run

_NUMBER = re.compile(r"^[\s　]*(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|\d{1,3}[.、．)）]|[★●■◆·•])?[\s　]*")
_COUNT = re.compile(r"[（(][^（）()]{0,4}\d{1,3}[^（）()]{0,4}[)）]|[:：\s　]+$")
# A heading over prizes of all who compete alone, or together: 二、团体奖.
# What a heading of the whole list holds, and no item: 某某大赛获奖名单, 2024年….
_NO_ITEM = re.compile(r"名单|结果|公布|公示|表彰|附件|届|\d{4}年|[大竞比]赛$|比武$")
_GROUP = re.compile(r"([\u3400-\u9fff]{2,4})奖项?")
_WIDEST = 60
_ITEM = 20
_LONGEST = 45


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of all below it: the prize, the item (may be empty), and its run."""

    prize: str
    item: str
    run: Run


class Headings:
    """Reads headings of winners."""

    def __init__(self, words: PrizeWords) -> None:
        self.words = words
        self.items = tuple(knowledge("prizes")["item_heads"])
        self.around = re.compile(rf"^(?:{'|'.join(longest_first(knowledge('prizes')['around_competitions']))})+[\d\s　:：]*")

    def of(self, row: Line) -> Heading | None:
        """A line that is nothing but a prize, perhaps with the item before it and the number of winners behind it."""
        if len(row.text) > _LONGEST or "\t" in row.text or "。" in row.text:
            return None
        begin = self.begin(row.text)
        plain = _COUNT.sub("", row.text[begin:]).rstrip("：: 　")
        hits = list(self.words.prize.finditer(plain))
        if not hits or hits[-1].end() != len(plain):
            return None
        hit = hits[-1]
        item = self.words.plain_item(self.words.contests.sub("", plain[: hit.start()])) if len(plain[: hit.start()]) > 1 else ""
        return Heading(hit[0], item if item not in ("", "获奖") else "", Run(plain, row.start + begin, row.start + begin + len(plain)))

    def above(self, rows: list[Line], first: int) -> Heading | None:
        """The heading of a table that names the prize of all its rows."""
        for number in range(first - 1, max(-1, first - 4), -1):
            found = self.of(rows[number])
            if found is not None:
                return found
            if len(rows[number].text) > _LONGEST:
                break
        return None

    def inline(self, row: Line) -> tuple[Heading, int] | None:
        """The heading that a line begins with, and where its winners begin: 一等奖：某某, 一等奖 某某 某某公司."""
        begin = self.begin(row.text)
        colon = re.search(r"[:：]", row.text[:_LONGEST])
        prize = self.words.prize.match(row.text, begin)
        if colon is None and prize is not None and row.text[prize.end() : prize.end() + 1] in tuple(" 　"):
            ends = prize.end()
        elif colon is None or colon.start() <= begin:
            return None
        else:
            ends = colon.start()
        head = self.of(Line(row.text[:ends], row.start))
        return (head, ends + 1) if head is not None and row.text[ends + 1 :].strip() else None

    def contest(self, text: str) -> str:
        """The competition that a heading names, without what stands around it; nothing where it names none."""
        hits = list(self.words.contests.finditer(text))
        if not hits or len(text) > 2 * _WIDEST or "。" in text:
            return ""
        written = re.split(r"[：:]", text[: hits[-1].end()])[-1] if len(text[: hits[-1].end()]) > _LONGEST else text[: hits[-1].end()]
        name = self.around.sub("", _NUMBER.sub("", written)).strip(" 　")
        return name if len(name) >= 5 else ""

    def item(self, text: str) -> str | None:
        """The item that a line names by its last word (焊工项目, 团体奖), empty where it ends those of items; None where it names none."""
        plain = self._plain(text)
        if (group := _GROUP.fullmatch(plain)) is not None:
            return "" if group[1] in self.words.single else group[1]
        return self.words.plain_item(plain) if len(plain) > 2 and plain.endswith(self.items) else None

    def item_over(self, text: str, below: Line | None) -> str | None:
        """The item that a line names which a prize stands right below (砌筑工, then 一等奖); None where it names none."""
        prized = below is not None and (self.of(below) is not None or self.inline(below) is not None)
        plain = self._plain(text)
        return self.words.plain_item(plain) or None if prized and _NO_ITEM.search(plain) is None else None

    def _plain(self, text: str) -> str:
        """The words of a short line without its number and a count; nothing of one that is no name."""
        plain = _COUNT.sub("", _NUMBER.sub("", text))
        return plain if len(plain) <= _ITEM and not re.search(r"[，,：:、。\t]", plain) else ""

    def begin(self, text: str) -> int:
        """Where the words of a line begin, behind its number or mark."""
        return _NUMBER.match(text).end()  # type: ignore[union-attr]
