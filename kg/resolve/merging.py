"""Clusters that grow by all that speaks between them: the closest two are joined first, until none are close enough.

How close two clusters are is a sum: the points of their best pair of mentions; half of what the mean of all their pairs is below it, for
the best of many is good by chance; and less the more pairs of mentions there are to be wrong about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import groupby
from math import floor, log2

import duckdb

from kg.resolve.clusters import Clusters
from kg.resolve.parts import UPPER
from kg.resolve.tables import lay

OTHER_PAIRS = "floor((avg({points}) - max({points})) / 2 + 0.5)::INTEGER"
"""The SQL of ``Between.other_pairs``."""
MENTIONS = "floor(0.5 - log2({pairs}) / 2)::INTEGER"
"""The SQL of ``many``, by how many pairs of mentions two clusters make."""

_COMPONENTS = """
SELECT x.root, s.a, s.b, s.points FROM {s}.scored s JOIN component x ON x.m = s.a JOIN component y ON y.m = s.b
WHERE x.root = y.root ORDER BY x.root, s.points DESC, s.a, s.b
"""
_PORTION = 50_000


@dataclass(frozen=True, slots=True)
class Between:
    """The pairs of mentions between two clusters: the points of the best, the sum of all, and how many they are."""

    best: int
    total: int
    count: int

    def __add__(self, other: Between) -> Between:
        return Between(max(self.best, other.best), self.total + other.total, self.count + other.count)

    @property
    def other_pairs(self) -> int:
        """Half of what the mean is below the best, in whole points."""
        return floor((self.total / self.count - self.best) / 2 + 0.5)


def many(one: int, other: int) -> int:
    """What is taken away for so many mentions on each side: half the binary logarithm of the pairs that they make, in whole points."""
    return floor(0.5 - log2(one * other) / 2)


def merge_close(connection: duckdb.DuckDBPyConnection, schema: str, clusters: Clusters) -> None:
    """Join what is close enough by the pairs in ``scored``, ties by mention; what cannot come to hang together is never held at once."""
    close = connection.execute(f"SELECT a, b FROM {schema}.scored WHERE points >= {UPPER}").fetchall()
    close += [(root, mention) for mention in range(clusters.size) if (root := clusters.find(mention)) != mention]  # judged to be one
    hanging = Clusters(clusters.size)
    hanging.join_all(close)
    met = sorted({mention for pair in close for mention in pair})
    lay(connection, "component", {"m": int, "root": int}, ((mention, hanging.find(mention)) for mention in met))
    cursor = connection.execute(_COMPONENTS.format(s=schema))
    rows = (row for portion in iter(lambda: cursor.fetchmany(_PORTION), []) for row in portion)
    for _, pairs in groupby(rows, key=lambda row: row[0]):
        _Growing(clusters, ((a, b, points) for _, a, b, points in pairs)).grow()
    connection.execute("DROP TABLE component")


class _Growing:
    """The clusters of what hangs together, and what stands between each two of them."""

    def __init__(self, clusters: Clusters, pairs: Iterable[tuple[int, int, int]]) -> None:
        self.clusters = clusters
        self.beside: dict[int, dict[int, Between]] = {}
        for a, b, points in pairs:
            one, other = clusters.find(a), clusters.find(b)
            if one != other:
                self._add(one, other, Between(points, points, 1))
        self.queue = [(-self._close(one, other), one, other) for one in self.beside for other in self.beside[one] if one < other]
        self.queue = [entry for entry in self.queue if -entry[0] >= UPPER]
        heapify(self.queue)

    def grow(self) -> None:
        """Join the closest two, again and again."""
        while self.queue:
            points, one, other = heappop(self.queue)
            if other not in self.beside.get(one, ()):
                continue
            now = self._close(one, other)
            if -points != now:
                if now >= UPPER and now < -points:  # it grew meanwhile, so it waits for its turn
                    heappush(self.queue, (-now, one, other))
            elif self.clusters.join(one, other):
                self._take_over(one, other)
            else:
                del self.beside[one][other], self.beside[other][one]

    def _close(self, one: int, other: int) -> int:
        between, count = self.beside[one][other], self.clusters.count
        return between.best + between.other_pairs + many(count[one], count[other])

    def _add(self, one: int, other: int, between: Between) -> None:
        known = self.beside.setdefault(one, {}).get(other)
        between = known + between if known else between
        self.beside[one][other] = self.beside.setdefault(other, {})[one] = between

    def _take_over(self, one: int, other: int) -> None:
        """Give what stood beside the younger of two to the older, into which it went."""
        del self.beside[one][other]
        for third, between in self.beside.pop(other).items():
            if third != one:
                del self.beside[third][other]
                self._add(one, third, between)
                if (now := self._close(one, third)) >= UPPER:
                    heappush(self.queue, (-now, min(one, third), max(one, third)))
