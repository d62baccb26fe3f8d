"""Winners in lists: below headings of prizes, and in lines of their own (一等奖：某某、某某)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.press.flow import Line
from loaders.press.names import Names
from loaders.press.organisations import Organisations
from loaders.press.prize_headings import Heading, Headings
from loaders.press.rows import Run
from loaders.press.won import Winner

_SPLIT = re.compile(r"[^、,，;；\t]+")
_NAME = re.compile(
    r"(?P<name>[\u3400-\u9fff](?:[ 　]?[\u3400-\u9fff·]){1,5})(?:[\s　]*[（(](?P<more>[^（）()]{1,30})[)）])?(?:[\s　]+(?P<rest>\S.*))?$"
)
_WIDEST = 60


class WinnerLists:
    """Reads lists of winners."""

    def __init__(self, names: Names, organisations: Organisations, headings: Headings) -> None:
        self.names, self.organisations, self.headings, self.words = names, organisations, headings, headings.words

    def find(self, rows: list[Line], tabled: set[int]) -> Iterator[Winner]:
        """Lists below headings of prizes (一等奖, then a winner a line), and lines of their own (一等奖：某某、某某)."""
        current: Heading | None = None
        item = ""
        for number, row in enumerate(rows):
            text = row.text.strip()
            if number in tabled:
                current = None
                continue
            inline = self.headings.inline(row)
            heading = self.headings.of(row)
            if inline is not None:
                found, rest = inline
                winners = [replace(w, item=w.item or item) for w in self._entries(row, rest, found, number)]
                yield from winners
                current = replace(found, item=found.item or item) if winners and len(winners) == 1 else None
            elif heading is not None:
                current = replace(heading, item=heading.item or item)
            elif len(text) > _WIDEST or "。" in text:
                current, item = None, ""
            elif above := self.headings.item(text):
                item = above
                current = replace(current, item=item) if current is not None and not current.item else current
            elif current is not None:
                entries = list(self._entries(row, self.headings.begin(row.text), current, number))
                yield from entries
                current = current if entries else None

    def _entries(self, row: Line, begin: int, heading: Heading, number: int) -> Iterator[Winner]:
        """The winners of a line: names with their bodies in brackets or behind, or bodies."""
        inside = row.start <= heading.run.start < row.end
        for hit in _SPLIT.finditer(row.text, begin):
            written = hit[0].strip("。 　\t")
            if not written:
                continue
            start = row.start + hit.start() + len(hit[0]) - len(hit[0].lstrip())
            at = heading.run.start if inside else start
            named = _NAME.match(written)
            who = re.sub(r"[ 　]", "", named["name"]) if named is not None else ""
            if named is not None and self.names.is_name(who):
                group = "more" if named["more"] and len(named["more"]) > 3 else "rest"
                body = Run(named[group], start + named.start(group), start + named.end(group)) if named[group] else None
                yield Winner(
                    Run(who, start, start + named.end("name")),
                    False,
                    heading.prize,
                    heading.item,
                    at,
                    start + len(written),
                    number,
                    None if inside else heading.run,
                    body,
                )
            elif len(written) >= 4 and self._is_body(written):
                yield Winner(
                    Run(written, start, start + len(written)),
                    True,
                    heading.prize,
                    heading.item,
                    at,
                    start + len(written),
                    number,
                    None if inside else heading.run,
                )
            else:
                return

    def _is_body(self, written: str) -> bool:
        return any(written.endswith(ending) for ending in self.organisations.endings.kinds)
