"""Firms that are called by short names of their own: numbered builders (中铁十五局), groups (鞍钢), a place or a word and a trade.

昆明石化 is called after its place, 中联重工, 莆田宏远建筑 and 朱集东矿 by a word of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from loaders.press.bodies.organisation import Organisation
from loaders.press.knowledge import knowledge
from loaders.press.names import Names
from loaders.press.places import Places

_LONGEST = 16
# A word of a firm's own, which begins at a mark.
_OWN = re.compile(r"(?:^|(?<=[、，。；：！？(（\s　和与是给●◆■★▲◎○“]))[\u3400-\u9fff]{2,6}$")
_OWN_REACH = 7
_SHORTEST = 2
_TELLING = 4
_LEGAL = re.compile(r"(?:股份|控股|有限责任|有限)+公司$")

ShortForms = Mapping[str, tuple[str, str]]
"""Short names of bodies that a document introduces, each with the full name and the kind."""
_BUILDERS_END = frozenset("局冶院建团工配装饰构投航道桥化通木")


class Firms:
    """Knows short names of firms; those of a trade and of a group are sure only before a title, a unit or 工会."""

    def __init__(self, places: Places, names: Names) -> None:
        words = knowledge("organisations")
        self.places, self.names = places, names
        self.own_trades = frozenset(words["own_trades"])
        self.stops = tuple(words["stops"])
        self.builder = re.compile("|".join(words["builders"]))
        self.built = re.compile(rf"(?:{self.builder.pattern})$")
        self.trades, self.groups = frozenset(words["trades"]), frozenset(words["groups"])
        self.lengths = sorted({len(one) for one in (*self.trades, *self.groups, *self.own_trades)}, reverse=True)

    @property
    def forms(self) -> tuple[str, ...]:
        """What the names end in."""
        return (*self.groups, *self.trades, *self.own_trades, *_BUILDERS_END)

    def find(self, text: str, told: ShortForms) -> Iterator[Organisation]:
        """The builders of a paragraph."""
        for hit in self.builder.finditer(text):
            yield self._named(text, *hit.span(), told)

    def short(self, full: str) -> str:
        """What a firm may be called whose full name is told (湖南鸿基建设有限公司 is 湖南鸿基建设), or nothing."""
        core = _LEGAL.sub("", full)
        placed = self.places.at(core, 0)
        own = core[placed[0] :] if placed is not None else core
        telling = len(own) >= _SHORTEST and len(core) >= _TELLING and not own.startswith(("省", "市", "区", "县"))
        return core if core != full and telling else ""

    def ending_at(self, text: str, end: int, told: ShortForms) -> Organisation | None:
        """The firm whose short name ends just here, as before a title; in full where the document has ``told`` it so."""
        start = self._start(text, end)
        start = start if start >= 0 else self._own(text, end)
        return self._named(text, start, end, told) if start >= 0 else None

    def beginning_at(self, text: str, start: int, end: int, told: ShortForms) -> Organisation | None:
        """The firm whose short name is what a longer run begins with; the longest."""
        stop = next((stop for stop in range(end - 2, start + 1, -1) if self.is_firm(text[start:stop])), -1)
        return self._named(text, start, stop, told) if stop > 0 else None

    def _named(self, text: str, start: int, end: int, told: ShortForms) -> Organisation:
        return Organisation(start, end, told.get(text[start:end], ("",))[0] or text[start:end], "enterprise")

    def is_placed(self, written: str) -> bool:
        """Whether a run is the name of a firm that is called after its place or its group."""
        return self._start(written, len(written)) == 0

    def is_firm(self, written: str) -> bool:
        """Whether a run is such a name and nothing else."""
        return self._start(written, len(written)) == 0 or self._own(written, len(written)) == 0

    def _start(self, text: str, end: int) -> int:
        """Where the firm begins whose short name ends at a place, else -1."""
        if text[end - 1 : end] in _BUILDERS_END:
            built = self.built.search(text, max(0, end - _LONGEST), end)
            if built is not None:
                return built.start()
        for length in self.lengths:
            written = text[end - length : end] if length <= end else ""
            if written in self.groups:
                return end - length
            if written in self.trades:
                return self._placed(text, end - length)
        return -1

    def _own(self, text: str, end: int) -> int:
        """Where a firm begins that is called by a word of its own and its trade, behind a mark, else -1."""
        trade = next((text[end - n : end] for n in self.lengths if n < end and text[end - n : end] in self.own_trades), "")
        first = end - len(trade)
        own = _OWN.search(text, max(0, first - _OWN_REACH), first) if trade else None
        if own is None:
            return -1
        placed = self.places.at(text, own.start(), first)
        word = text[placed[0] if placed is not None else own.start() : first]
        common = len(word) < _SHORTEST or any(self.names.lexicon.word_at(word, at) for at in range(len(word) - 1))
        return -1 if common or any(stop in word for stop in self.stops) else own.start()

    def _placed(self, text: str, end: int) -> int:
        """Where a division begins that ends at a place, or a group right before it; else -1."""
        for start in range(max(0, end - _LONGEST), end - 1):
            found = self.places.at(text, start)
            if found is not None and found[0] == end:
                group = next((n for n in self.lengths if text[max(0, start - n) : start] in self.groups), 0)
                return start - group  # 美团成都锦江站
        return -1
