"""Clusters of mentions, in which two that are forbidden to meet never do, not even through a chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions and how much speaks for their being one; a score of 0 says that they are certainly two."""

    one: str
    other: str
    score: int


class Clusters:
    """A union-find that refuses what would join a forbidden pair.

    Args:
        order: for each mention what its age is compared by: (date of the edition, edition, mention id).
    """

    def __init__(self, order: Mapping[str, tuple[str, str, str]]) -> None:
        self.order = order
        self.parent = {mention: mention for mention in order}
        self.enemies: dict[str, set[str]] = {}

    def find(self, mention: str) -> str:
        """The root of the mention's cluster."""
        while self.parent[mention] != mention:
            self.parent[mention] = self.parent[self.parent[mention]]
            mention = self.parent[mention]
        return mention

    def forbid(self, one: str, other: str) -> None:
        """Say that two mentions are two things. Mentions that are not of this kind are passed over."""
        if one in self.parent and other in self.parent:
            first, second = self.find(one), self.find(other)
            self.enemies.setdefault(first, set()).add(second)
            self.enemies.setdefault(second, set()).add(first)

    def join(self, one: str, other: str) -> bool:
        """Make one cluster of two, unless that would join a forbidden pair; True when they are one afterwards."""
        first, second = sorted((self.find(one), self.find(other)), key=lambda m: self.order[m])
        if first == second:
            return True
        if second in self.enemies.get(first, ()):
            return False
        self.parent[second] = first
        for enemy in self.enemies.pop(second, set()):
            self.enemies[enemy].discard(second)
            self.enemies[enemy].add(first)
            self.enemies.setdefault(first, set()).add(enemy)
        return True

    def canonical(self) -> dict[str, str]:
        """For each mention the canonical id: the smallest mention id of the earliest edition in its cluster."""
        return {mention: self.find(mention) for mention in self.parent}


def best_first(pairs: Iterator[Pair]) -> list[Pair]:
    """Certain twos first, then the best pairs, ties by mention id: the order of loading changes nothing."""
    return sorted(pairs, key=lambda p: (p.score > 0, -p.score, p.one, p.other))
