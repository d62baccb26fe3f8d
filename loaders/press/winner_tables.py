"""Winners in tables: by the heads of columns, by items in the first row, and by the heading above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.press.flow import Line
from loaders.press.knowledge import knowledge
from loaders.press.names import Names
from loaders.press.prize_headings import Heading, Headings
from loaders.press.rows import Run, is_signature
from loaders.press.tables import Heads, Table
from loaders.press.won import Winner

_WORK_HEADS = frozenset(knowledge("prizes")["work_heads"])
_NAMES = re.compile(r"[^、,，;；]+")
_LISTS = re.compile(r"(?:获奖|比赛|竞赛|决赛)?(?:选手|人员|个人)?(?:名单|名次|成绩|结果|排名)(?:表|公布|公示)?[:：]?$")


class WinnerTables:
    """Reads tables of winners."""

    def __init__(self, names: Names, headings: Headings) -> None:
        self.names, self.headings, self.words, self.heads = names, headings, headings.words, Heads()

    def find(self, rows: list[Line], table: Table) -> Iterator[Winner]:
        above = self.headings.above(rows, table.first)
        for number in range(min(2, len(table.rows))):
            heads = self.heads.of(table.rows[number])
            if heads:
                yield from self._by_heads(table, number, heads, above, self._item_above(rows, table.first))
                return
        yield from self._by_columns(table, above)

    def _item_above(self, rows: list[Line], first: int) -> str:
        """The item that the line above a table names (数控铣工赛项获奖名单), empty where it names none."""
        text = _LISTS.sub("", rows[first - 1].text.strip()) if first else ""
        return self.headings.item(text) or ""

    def _by_heads(self, table: Table, first: int, heads: dict[int, str], above: Heading | None, item: str) -> Iterator[Winner]:
        """A record a row; an empty cell of item or prize has what stands above it."""
        kept: dict[str, str] = {}
        works = any(cell.words in _WORK_HEADS for cell in table.rows[first])
        over = above.item if above is not None else item
        for number, row in enumerate(table.rows[first + 1 :], first + 1):
            cells = {kind: row[column] for column, kind in heads.items() if column < len(row) and row[column].words}
            for kind in ("item", "prize"):
                if kind in cells:
                    kept[kind] = cells[kind].words
            prize = self.words.prize.fullmatch(kept.get("prize", ""))
            if prize is None and (above is None or "prize" in heads.values()):
                continue
            won = prize[0] if prize is not None else above.prize if above is not None else ""
            item = self.words.plain_item(kept.get("item", "")) if "item" in heads.values() else over
            filled = [cell for cell in row if cell.words]
            body = cells.get("body") or cells.get("body_title")
            who = cells.get("name")
            work = cells.get("item") if works else None
            for one in self._people(who) if who is not None else ():
                yield Winner(
                    one,
                    False,
                    won,
                    item,
                    filled[0].start,
                    filled[-1].end,
                    table.first + number,
                    above.run if above and prize is None else None,
                    body,
                    cells.get("title"),
                    work,
                )
            if who is None and "name" not in heads.values() and body is not None:
                yield Winner(
                    body,
                    True,
                    won,
                    item,
                    filled[0].start,
                    filled[-1].end,
                    table.first + number,
                    above.run if above and prize is None else None,
                    work=work,
                )

    def _people(self, cell: Run) -> Iterator[Run]:
        """The people of a cell, several with marks between them; nobody where one of them is no name."""
        set_apart = len(cell.words) < cell.end - cell.start  # 王 伟: a cell's words have no blanks, so their places are not its
        places = [(0, cell.end - cell.start) if set_apart else m.span() for m in _NAMES.finditer(cell.words)]
        names = [m[0].strip() for m in _NAMES.finditer(cell.words)]
        found = [_bare(Run(name, cell.start + a, cell.start + b)) for name, (a, b) in zip(names, places, strict=True)]
        if all(is_signature(one.words, self.names) for one in found):
            yield from found

    def _by_columns(self, table: Table, above: Heading | None) -> Iterator[Winner]:
        """Items in the first row, names below them; the prize from the heading above or from the first cell of a row."""
        items = table.rows[0]
        if any(is_signature(cell.words, self.names) and self.names.is_name(cell.words) for cell in items[1:]):
            return
        for row in table.rows[1:]:
            prize = self.words.prize.fullmatch(row[0].words) if row else None
            won = prize[0] if prize is not None else above.prize if above is not None else ""
            named = [column for column, cell in enumerate(row) if self.names.is_name(cell.words)]
            if not won or len(named) < min(2, sum(bool(c.words) for c in row)) or not named:
                continue
            for column in named:
                if column < len(items) and items[column].words:
                    item = self.words.plain_item(items[column].words)
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


def _bare(cell: Run) -> Run:
    """A name's cell without what stands in brackets behind it (某某（女）)."""
    plain = re.sub(r"[（(].*$", "", cell.words)
    return replace(cell, words=plain, end=cell.end - (len(cell.words) - len(plain)))
