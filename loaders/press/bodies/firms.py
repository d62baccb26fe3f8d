"""Firms that are called by short names of their own: numbered builders (中铁十五局), groups (鞍钢), a place and a trade (昆明石化)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.bodies.organisation import Organisation
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.places import Places

_LONGEST = 12
_SHORTEST_PLACE = 2


class Firms:
    """Knows short names of firms; those of a trade and of a group are sure only before a title, a unit or 工会."""

    def __init__(self, places: Places) -> None:
        words = knowledge("organisations")
        self.places = places
        self.builder = re.compile("|".join(words["builders"]))
        self.trades = tuple(longest_first(words["trades"]))
        self.groups = frozenset(words["groups"])

    def find(self, text: str) -> Iterator[Organisation]:
        """The numbered builders of a paragraph."""
        for hit in self.builder.finditer(text):
            yield Organisation(hit.start(), hit.end(), hit[0], "enterprise")

    def ending_at(self, text: str, end: int) -> Organisation | None:
        """The firm whose short name ends just here, as before a title."""
        for start in range(max(0, end - _LONGEST), end - 1):
            if self.is_firm(text[start:end]):
                return Organisation(start, end, text[start:end], "enterprise")
        return None

    def is_firm(self, written: str) -> bool:
        """Whether a run is such a name and nothing else."""
        if written in self.groups or self.builder.fullmatch(written) is not None:
            return True
        trade = next((one for one in self.trades if written.endswith(one) and len(written) >= len(one) + _SHORTEST_PLACE), "")
        found = self.places.at(written, 0) if trade else None
        return found is not None and found[0] == len(written) - len(trade)
