"""Through which pairs two mentions of one thing came to be one, where the two share too little themselves."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Set

import duckdb

from kg.judgement import Judgements
from kg.resolve.activities import activities, activity_pairs
from kg.resolve.parts import UPPER

_MEMBERS = "SELECT mention FROM graph.cluster WHERE id = $id"
_PEOPLE = f"""WITH member AS ({_MEMBERS})
SELECT x.mention, y.mention FROM graph.scored s JOIN graph.person x ON x.m = s.a JOIN graph.person y ON y.m = s.b
WHERE s.points >= {UPPER} AND x.mention IN (FROM member) AND y.mention IN (FROM member) ORDER BY s.points DESC, s.a, s.b"""

Pair = tuple[str, str]


def pairs_of(connection: duckdb.DuckDBPyConnection, judgements: Judgements, class_name: str, canonical: str) -> list[Pair]:
    """The pairs of mentions of a person or an activity that were joined: those that people judged, then the rules', the best first.

    Args:
        class_name: the class that identifies the thing, Person or Activity.
        canonical: the id that it has.
    """
    members = {mention for (mention,) in connection.execute(_MEMBERS, {"id": canonical}).fetchall()}
    if class_name == "Person":
        joined: list[Pair] = connection.execute(_PEOPLE, {"id": canonical}).fetchall()
    else:
        joined = activity_pairs([one for one in activities(connection, "graph") if one.mention in members])
    return [pair for pair in judgements.pairs("same") if members.issuperset(pair)] + joined


def both_ways(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    """From each mention those that it is joined with, in the order of the pairs."""
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


def shortest(steps: Mapping[str, Iterable[str]], first: Set[str], second: Set[str]) -> list[Pair]:
    """The links of the shortest chain from one of some ids to one of others; of equal ones the first in the order of the steps."""
    before: dict[str, str] = {}
    waiting = deque(sorted(first & steps.keys()))
    seen = set(waiting)
    while waiting:
        at = waiting.popleft()
        if at in second:
            way: list[Pair] = []
            while at in before:
                way.append((before[at], at))
                at = before[at]
            return way[::-1]
        for other in steps[at]:
            if other not in seen:
                seen.add(other)
                before[other] = at
                waiting.append(other)
    return []
