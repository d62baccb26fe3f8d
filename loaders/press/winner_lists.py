"""Winners in lists: below headings of prizes, and in lines of their own (一等奖：某某、某某)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.press.flow import Line
from loaders.press.names import Names
from loaders.press.organisations import Organisations
from loaders.press.prize_headings import Heading, Headings
from loaders.press.winner_entries import WinnerEntries
from loaders.press.winner_works import WinnerWorks
from loaders.press.won import Winner

_WIDEST = 60


class WinnerLists:
    """Reads lists of winners."""

    def __init__(self, names: Names, organisations: Organisations, headings: Headings) -> None:
        self.headings, self.entries = headings, WinnerEntries(names, organisations.endings.kinds)
        self.works = WinnerWorks(names, organisations.endings.kinds)

    def find(self, rows: list[Line], tabled: set[int]) -> Iterator[Winner]:
        """Lists below headings of prizes (一等奖, then a winner a line), and lines of their own (一等奖：某某、某某)."""
        current: Heading | None = None
        item = ""
        for number, (row, below) in enumerate(zip(rows, [*rows[1:], None], strict=True)):
            text = row.text.strip()
            if number in tabled:
                current = None
                continue
            inline = self.headings.inline(row)
            heading = self.headings.of(row)
            if inline is not None:
                found, rest = inline
                found = self._of_item(found, item)
                winners = list(self._won(row, rest, found, number))
                yield from winners
                current = found if winners and len(winners) == 1 else None
            elif heading is not None:
                current = self._of_item(heading, item)
            elif len(text) > _WIDEST or "。" in text:
                current, item = None, ""
            elif (above := self.headings.item(text)) is not None:
                item = above
                current = replace(current, item=item) if current is not None and not current.item else current
            elif current is not None and (entries := list(self._won(row, self.headings.begin(row.text), current, number))):
                yield from entries
            else:
                above = self.headings.item_over(text, below)
                current, item = None, above if above is not None else item

    def _of_item(self, heading: Heading, item: str) -> Heading:
        """A heading with the item that stands above it, unless its prize is one of the whole contest."""
        overall = self.headings.words.overall.search(heading.prize)
        return replace(heading, item=heading.item or ("" if overall else item))

    def _won(self, row: Line, begin: int, heading: Heading, number: int) -> Iterator[Winner]:
        """The winners of a line below a heading or behind it."""
        inside = row.start <= heading.run.start < row.end
        for one in self.works.find(row, begin) or self.entries.find(row.text, row.start, begin):
            at = heading.run.start if inside else min(one.who.start, one.body.start if one.body is not None else one.who.start)
            over = None if inside else heading.run
            at = min(at, one.work.start) if one.work is not None else at
            item = one.work.words if one.work is not None else heading.item
            yield Winner(one.who, one.is_body, heading.prize, item, at, one.end, number, over, one.body, work=one.work)
