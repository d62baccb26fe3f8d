"""The endings of organisations' names and the kind that each makes."""

from __future__ import annotations

import re

from loaders.press.inner import Inner
from loaders.press.knowledge import knowledge, longest_first

KINDS = (
    "union", "government", "party", "congress", "court", "enterprise", "university", "hospital", "research", "media", "museum",
    "social", "department", "workshop", "team", "laboratory", "venue",
)  # fmt: skip
ADMINISTRATIVE = ("union", "government", "party", "congress", "court")


class Endings:
    """Knows what names of organisations end in.

    ``kinds`` leads from an ending to its kind, ``pattern`` finds any ending, ``longest`` is the length of the longest, in characters.
    """

    def __init__(self) -> None:
        words = knowledge("organisations")
        self.kinds: dict[str, str] = {ending: kind for kind in KINDS for ending in words[kind]}
        goes_on: dict[str, str] = words["goes_on"]
        alone: dict[str, str] = words["goes_on_alone"]
        after = {e: alone.get(e) or next((more for word, more in goes_on.items() if e.endswith(word)), "") for e in self.kinds}
        closed = {e: f"(?![{more}])" if more else "" for e, more in after.items()}
        self.pattern = re.compile("|".join(e + closed[e] for e in longest_first(list(self.kinds))))
        self.longest = max(map(len, self.kinds))
        self.inner = Inner(self.kinds)

    def kind_of(self, name: str) -> str:
        """The kind that a full name's ending makes; an enterprise where it has none."""
        found = [e for e in self.kinds if name.endswith(e)]
        return self.kinds[max(found, key=len)] if found else "enterprise"

    def of_kind(self, *kinds: str) -> list[str]:
        """The endings that make one of some kinds."""
        return [ending for ending, kind in self.kinds.items() if kind in kinds]
