"""Clusters of mentions, in which two that are forbidden to meet never do, not even through a chain.

Mentions are numbered from 0 in the order of their age (date of the edition, edition, mention id), so a cluster's smallest number
is its canonical mention. A million mentions are a few lists of that length.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Traits:
    """What tells mentions apart besides pairs that are named: each a text a mention, empty where nothing is known.

    ``alike`` hold values of which two in one cluster must be equal, or one the beginning of the other (a year and a day of birth);
    ``once`` holds values that a cluster may have only once (the document: within one, what is one is one mention), or again where the
    two ``marks`` are equal (the name, in a table whose rows are posts: two names side by side there are two people).
    """

    alike: Sequence[Sequence[str]] = ()
    once: Sequence[str] = ()
    marks: Sequence[str] = ()


@dataclass
class Clusters:
    """A union-find that refuses what would join a forbidden pair.

    Args:
        size: how many mentions there are.
        traits: what tells them apart.
    """

    size: int
    traits: Traits = field(default_factory=Traits)

    def __post_init__(self) -> None:
        self.parent = list(range(self.size))
        self.count = [1] * self.size
        self.enemies: dict[int, set[int]] = {}
        self.alike = [list(values) for values in self.traits.alike]
        self.seen: dict[int, dict[str, str]] = {}

    def find(self, mention: int) -> int:
        """The oldest mention of the cluster."""
        parent = self.parent
        while parent[mention] != mention:
            parent[mention] = parent[parent[mention]]
            mention = parent[mention]
        return mention

    def forbid(self, one: int, other: int) -> None:
        """Say that two mentions are two things; those that are one already stay so."""
        first, second = self.find(one), self.find(other)
        if first != second:
            self.enemies.setdefault(first, set()).add(second)
            self.enemies.setdefault(second, set()).add(first)

    def join(self, one: int, other: int, *, judged: bool = False) -> bool:
        """Make one cluster of two, unless that would join a forbidden pair; True when they are one afterwards.

        Args:
            judged: whether a person said so, against which no trait counts.
        """
        first, second = self.find(one), self.find(other)
        if first == second:
            return True
        if first > second:
            first, second = second, first
        if not (judged or self.may_join(first, second)):
            return False
        self.parent[second] = first
        self.count[first] += self.count[second]
        self._take_over(first, second)
        return True

    def may_join(self, first: int, second: int) -> bool:
        """Whether nothing forbids two clusters, given by their oldest mentions, to be one."""
        if second in self.enemies.get(first, ()):
            return False
        for values in self.alike:
            one, other = values[first], values[second]
            if one and other and not one.startswith(other) and not other.startswith(one):
                return False
        if not self.traits.once:
            return True
        few, many = sorted((self._once(first), self._once(second)), key=len)
        return all(value not in many or (mark and many[value] == mark) for value, mark in few.items())

    def _once(self, root: int) -> dict[str, str]:
        found = self.seen.get(root)
        if found is None:
            value = self.traits.once[root]
            found = {value: self.traits.marks[root] if self.traits.marks else ""} if value else {}
        return found

    def _take_over(self, first: int, second: int) -> None:
        for values in self.alike:
            values[first] = max(values[first], values[second], key=len)
        if self.traits.once:
            one, other = self._once(first), self._once(second)
            one, other = (one, other) if len(one) >= len(other) else (other, one)
            one.update(other)
            self.seen[first] = one
            self.seen.pop(second, None)
        for enemy in self.enemies.pop(second, set()):
            self.enemies[enemy].discard(second)
            self.enemies[enemy].add(first)
            self.enemies.setdefault(first, set()).add(enemy)

    def join_all(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join pairs in their order: the best first, ties by mention."""
        for one, other in pairs:
            self.join(one, other)

    def roots(self) -> list[int]:
        """For each mention the oldest of its cluster."""
        return [self.find(mention) for mention in range(self.size)]
