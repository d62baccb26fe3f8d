"""Winners in tables and lists: who won which prize in which item, by column, by row and by the heading above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.press.flow import Line
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import Names
from loaders.press.organisations import Organisations
from loaders.press.prizes import Prizes
from loaders.press.rows import Run, is_signature
from loaders.press.tables import Heads, Table, tables

_NUMBER = re.compile(r"^[\s　]*(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|\d{1,3}[.、．)）]|[★●■◆·•])?[\s　]*")
_COUNT = re.compile(r"[（(][^（）()]{0,4}\d{1,3}[^（）()]{0,4}[)）]|[:：\s　]+$")
_SPLIT = re.compile(r"[^、,，;；\t]+")
_NAME = re.compile(
    r"(?P<name>[\u3400-\u9fff](?:[ 　]?[\u3400-\u9fff·]){1,5})(?:[\s　]*[（(](?P<more>[^（）()]{1,30})[)）])?(?:[\s　]+(?P<rest>\S.*))?$"
)
_WIDEST = 60
_HEADING = 45


@dataclass(frozen=True, slots=True)
class Winner:
    """Who won: a person's or a body's run, the body of a person where one is named, the prize, the item, and where the words stand.

    ``line`` numbers the first line that says so; ``heading`` is the run that names the prize where that is not in the row itself.
    """

    who: Run
    is_body: bool
    prize: str
    item: str
    begin: int
    end: int
    line: int
    heading: Run | None = None
    body: Run | None = None
    title: Run | None = None


@dataclass(frozen=True, slots=True)
class _Heading:
    prize: str
    item: str
    run: Run


class Winners:
    """Reads tables and lists of winners."""

    def __init__(self, names: Names, organisations: Organisations, prizes: Prizes) -> None:
        self.names, self.organisations, self.prizes, self.heads = names, organisations, prizes, Heads()
        self.items = tuple(knowledge("prizes")["item_heads"])
        self.around = re.compile(rf"^(?:{'|'.join(longest_first(knowledge('prizes')['around_competitions']))})+[\d\s　:：]*")

    def find(self, rows: list[Line]) -> Iterator[Winner]:
        """The winners that the tables and lists of some lines name."""
        tabled: set[int] = set()
        for table in tables(rows):
            tabled.update(range(table.first, table.last + 1))
            yield from self._tabled(rows, table)
        yield from self._listed(rows, tabled)

    def contest(self, text: str) -> str:
        """The competition that a heading names, without what stands around it; nothing where it names none."""
        hits = list(self.prizes.contests.finditer(text))
        if not hits or len(text) > 2 * _WIDEST or "。" in text:
            return ""
        written = re.split(r"[：:]", text[: hits[-1].end()])[-1] if len(text[: hits[-1].end()]) > _HEADING else text[: hits[-1].end()]
        name = self.around.sub("", _NUMBER.sub("", written)).strip(" 　")
        return name if len(name) >= 5 else ""

    def _tabled(self, rows: list[Line], table: Table) -> Iterator[Winner]:
        above = self._above(rows, table.first)
        for number in range(min(2, len(table.rows))):
            heads = self.heads.of(table.rows[number])
            if heads:
                yield from self._by_heads(table, number, heads, above)
                return
        yield from self._by_columns(table, above)

    def _by_heads(self, table: Table, first: int, heads: dict[int, str], above: _Heading | None) -> Iterator[Winner]:
        """A record a row; an empty cell of item or prize has what stands above it."""
        kept: dict[str, str] = {}
        for number, row in enumerate(table.rows[first + 1 :], first + 1):
            cells = {kind: row[column] for column, kind in heads.items() if column < len(row) and row[column].words}
            for kind in ("item", "prize"):
                if kind in cells:
                    kept[kind] = cells[kind].words
            prize = self.prizes.prize.fullmatch(kept.get("prize", ""))
            if prize is None and (above is None or "prize" in heads.values()):
                continue
            won = prize[0] if prize is not None else above.prize if above is not None else ""
            item = self.prizes.plain_item(kept.get("item", "")) if "item" in heads.values() else above.item if above is not None else ""
            filled = [cell for cell in row if cell.words]
            body = cells.get("body") or cells.get("body_title")
            who = cells.get("name")
            if who is not None and is_signature(_bare(who).words, self.names):
                yield Winner(
                    _bare(who),
                    False,
                    won,
                    item,
                    filled[0].start,
                    filled[-1].end,
                    table.first + number,
                    above.run if above and prize is None else None,
                    body,
                    cells.get("title"),
                )
            elif who is None and "name" not in heads.values() and body is not None:
                yield Winner(
                    body,
                    True,
                    won,
                    item,
                    filled[0].start,
                    filled[-1].end,
                    table.first + number,
                    above.run if above and prize is None else None,
                )

    def _by_columns(self, table: Table, above: _Heading | None) -> Iterator[Winner]:
        """Items in the first row, names below them; the prize from the heading above or from the first cell of a row."""
        items = table.rows[0]
        if any(is_signature(cell.words, self.names) and self.names.is_name(cell.words) for cell in items[1:]):
            return
        for row in table.rows[1:]:
            prize = self.prizes.prize.fullmatch(row[0].words) if row else None
            won = prize[0] if prize is not None else above.prize if above is not None else ""
            named = [column for column, cell in enumerate(row) if self.names.is_name(cell.words)]
            if not won or len(named) < min(2, sum(bool(c.words) for c in row)) or not named:
                continue
            for column in named:
                if column < len(items) and items[column].words:
                    item = self.prizes.plain_item(items[column].words)
                    yield Winner(
                        row[column],
                        False,
                        won,
                        item,
                        items[column].start,
                        row[column].end,
                        table.first,
                        above.run if above and prize is None else None,
                    )

    def _above(self, rows: list[Line], first: int) -> _Heading | None:
        """The heading of a table that names the prize of all its rows."""
        for number in range(first - 1, max(-1, first - 4), -1):
            found = self._heading(rows[number])
            if found is not None:
                return found
            if len(rows[number].text) > _HEADING:
                break
        return None

    def _heading(self, row: Line) -> _Heading | None:
        """A line that is nothing but a prize, perhaps with the item before it and the number of winners behind it."""
        if len(row.text) > _HEADING or "\t" in row.text or "。" in row.text:
            return None
        begin = _NUMBER.match(row.text).end()  # type: ignore[union-attr]
        plain = _COUNT.sub("", row.text[begin:]).rstrip("：: 　")
        hits = list(self.prizes.prize.finditer(plain))
        if not hits or hits[-1].end() != len(plain):
            return None
        hit = hits[-1]
        item = self.prizes.plain_item(self.prizes.contests.sub("", plain[: hit.start()])) if len(plain[: hit.start()]) > 1 else ""
        return _Heading(hit[0], item if item not in ("", "获奖") else "", Run(plain, row.start + begin, row.start + begin + len(plain)))

    def _listed(self, rows: list[Line], tabled: set[int]) -> Iterator[Winner]:
        """Lists below headings of prizes (一等奖, then a winner a line), and lines of their own (一等奖：某某、某某)."""
        current: _Heading | None = None
        item = ""
        for number, row in enumerate(rows):
            text = row.text.strip()
            if number in tabled:
                current = None
                continue
            inline = self._inline(row)
            heading = self._heading(row)
            if inline is not None:
                found, rest = inline
                winners = [replace(w, item=w.item or item) for w in self._entries(row, rest, found, number)]
                yield from winners
                current = replace(found, item=found.item or item) if winners and len(winners) == 1 else None
            elif heading is not None:
                current = replace(heading, item=heading.item or item)
            elif len(text) > _WIDEST or "。" in text:
                current, item = None, ""
            elif self._is_item(text):
                item = self.prizes.plain_item(_COUNT.sub("", _NUMBER.sub("", text)))
                current = replace(current, item=item) if current is not None and not current.item else current
            elif current is not None:
                entries = list(self._entries(row, _NUMBER.match(row.text).end(), current, number))  # type: ignore[union-attr]
                yield from entries
                current = current if entries else None

    def _is_item(self, text: str) -> bool:
        plain = _COUNT.sub("", _NUMBER.sub("", text))
        return 2 < len(plain) <= 20 and plain.endswith(self.items) and not re.search(r"[，,：:、]", plain)

    def _inline(self, row: Line) -> tuple[_Heading, int] | None:
        """The heading that a line begins with, and where its winners begin: 一等奖：某某, 一等奖 某某 某某公司."""
        begin = _NUMBER.match(row.text).end()  # type: ignore[union-attr]
        colon = re.search(r"[:：]", row.text[:_HEADING])
        prize = self.prizes.prize.match(row.text, begin)
        if colon is None and prize is not None and row.text[prize.end() : prize.end() + 1] in tuple(" 　"):
            ends = prize.end()
        elif colon is None or colon.start() <= begin:
            return None
        else:
            ends = colon.start()
        head = self._heading(Line(row.text[:ends], row.start))
        return (head, ends + 1) if head is not None and row.text[ends + 1 :].strip() else None

    def _entries(self, row: Line, begin: int, heading: _Heading, number: int) -> Iterator[Winner]:
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
        return any(written.endswith(ending) for ending in self.organisations.kinds)


def _bare(cell: Run) -> Run:
    """A name's cell without what stands in brackets behind it (某某（女）)."""
    plain = re.sub(r"[（(].*$", "", cell.words)
    return replace(cell, words=plain, end=cell.end - (len(cell.words) - len(plain)))
