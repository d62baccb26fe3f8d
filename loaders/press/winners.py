"""Winners in the tables and lists of a document: who won which prize in which item."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.press.flow import Line
from loaders.press.names import Names
from loaders.press.organisations import Organisations
from loaders.press.prize_headings import Headings
from loaders.press.prize_words import PrizeWords
from loaders.press.tables import tables
from loaders.press.winner_lists import WinnerLists
from loaders.press.winner_tables import WinnerTables
from loaders.press.won import Winner


class Winners:
    """Reads tables and lists of winners; ``headings`` tell their contests."""

    def __init__(self, names: Names, organisations: Organisations, words: PrizeWords) -> None:
        self.headings = Headings(words)
        self.tables, self.lists = WinnerTables(names, self.headings), WinnerLists(names, organisations, self.headings)

    def find(self, rows: list[Line]) -> Iterator[Winner]:
        """The winners that the tables and lists of some lines name."""
        tabled: set[int] = set()
        for table in tables(rows):
            tabled.update(range(table.first, table.last + 1))
            yield from self.tables.find(rows, table)
        yield from self.lists.find(rows, tabled)
