"""Firms by short names in a row that says what its members are: 甲、乙等企业, 来自甲、乙的30名职工."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.press.bodies.firms import Firms, ShortForms
from loaders.press.bodies.organisation import Organisation
from loaders.press.bodies.reach import Reach
from loaders.press.knowledge import knowledge, longest_first

_JOINTS = "、和与及"
_ITEM = re.compile(r"[\u3400-\u9fffA-Z]{2,8}")
# Behind a row that says its members are firms, one more that 等 ends: 甲、乙等企业与丙、丁等….
_MORE = re.compile(r"[与和同](?P<row>[\u3400-\u9fffA-Z]{2,8}(?:、[\u3400-\u9fffA-Z]{2,8})+)等")


class Listed:
    """Finds the members of such rows; one of them at least is a firm by its own name."""

    def __init__(self, reach: Reach, firms: Firms) -> None:
        words = knowledge("organisations")
        self.reach, self.firms = reach, firms
        count = r"(?:[\d一二三四五六七八九十百多数几余]{0,4}[家个])?"
        self.row = re.compile(rf"等{count}[\u3400-\u9fff]{{0,4}}?(?:{'|'.join(longest_first(words['row_nouns']))})")
        self.origin = re.compile(
            r"来自(?P<row>[^，。；：]{4,80}?)的(?=[\d一二三四五六七八九十百]+[余多]?[名位]|[\u3400-\u9fff]{0,4}(?:职工|员工|选手|工人|代表|劳模|工匠))"
        )
        self.never = re.compile("|".join(words["row_never"]))
        self.trades = frozenset([*words["trades"], *words["own_trades"], *words["industries"]])

    def find(self, text: str, found: Sequence[Organisation], told: ShortForms) -> Iterator[Organisation]:
        """The members of the rows of a paragraph that are none of the bodies ``found`` in it."""
        for hit in self.row.finditer(text):
            more = _MORE.match(text, hit.end())
            ends = [hit.start(), more.end("row")] if more is not None else [hit.start()]
            yield from self._firms(text, [item for end in ends for item in self._items(text, end, found)], found, told)
        for hit in self.origin.finditer(text):
            yield from self._firms(text, list(self._items(text, hit.end("row"), found)), found, told)

    def _items(self, text: str, end: int, found: Sequence[Organisation]) -> Iterator[tuple[int, int]]:
        """The members of a row that ends at a place, the last one first."""
        while end > 0:
            body = next((one for one in found if one.end == end), None)
            start = body.start if body is not None else self.reach.left(text, end)
            if start >= end:
                return
            yield start, end
            if text[start - 1 : start] not in tuple(_JOINTS):
                return
            end = start - 1

    def _firms(self, text: str, items: list[tuple[int, int]], found: Sequence[Organisation], told: ShortForms) -> Iterator[Organisation]:
        spans = {(one.start, one.end): one.kind for one in found}
        if len(items) < 2 or not any(spans.get(item) == "enterprise" or self.firms.is_placed(text[slice(*item)]) for item in items):
            return
        for start, end in items:
            if not any(one.start < end and start < one.end for one in found) and self._may_be(text[start:end]):
                yield Organisation(start, end, told.get(text[start:end], ("",))[0] or text[start:end], "enterprise")

    def _may_be(self, written: str) -> bool:
        """Whether a run is no word, no division and no branch of industry."""
        placed = self.reach.places.at(written, 0)
        common = written in self.firms.names.lexicon.words or written in self.trades or self.never.search(written) is not None
        return _ITEM.fullmatch(written) is not None and not common and (placed is None or placed[0] < len(written))
