"""Which mentions of an activity are one: the dates agree, and two of organiser, place, kind, name and participants do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

import duckdb
from rapidfuzz import fuzz

_SIMILAR = 70.0
_COMPANY = 2
_DAY = len("2025-11-13")
_ITEMS = {"Organising": "organiser", "Participation": "participant", "place": "place of the activity", "kind": "kind of the activity"}

_MENTIONS = """SELECT m.mention, r.class, m.name, m.document, r.property, r.value FROM {s}.activity m
JOIN {s}.claim_row r ON r.mention = m.mention AND r.kind = 'value'"""

# The place of an activity, and who took part in it or organised it, by name: people are not resolved yet.
_TIES = """SELECT m.mention, 'place', p.name FROM {s}.activity m
JOIN {s}.claim_row r ON r.mention = m.mention AND r.kind = 'party' AND r.property = 'place' JOIN {s}.mention p ON p.mention = r.value
UNION SELECT m.mention, r.class, p.name FROM {s}.activity m
JOIN {s}.claim_row r ON r.kind = 'party' AND r.value = m.mention AND r.mention = ''
JOIN {s}.claim_row o ON o.claim = r.claim AND o.recorded_from = r.recorded_from AND o.kind = 'party' AND o.value <> m.mention
JOIN {s}.mention p ON p.mention = o.value"""


@dataclass
class Activity:
    """What one mention says of an activity: its values, and by name its place, who organised it and who took part."""

    mention: str
    class_name: str
    name: str
    document: str
    values: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def dates(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Start and end, as they are compared."""
        return tuple(sorted(self.values["start"])), tuple(sorted(self.values["end"]))

    @property
    def block(self) -> str:
        """Its class and dates as one text: only activities of one block may be one."""
        return "|".join((self.class_name, *(" ".join(dates) for dates in self.dates)))

    @property
    def on_a_day(self) -> bool:
        """Whether its start is stated in full."""
        return len(self.values["start"]) > 0 and all(len(start) == _DAY for start in self.values["start"])


def activities(connection: duckdb.DuckDBPyConnection, schema: str) -> list[Activity]:
    """The mentions in the table ``activity``, by their ids."""
    found: dict[str, Activity] = {}
    for mention, class_name, name, document, prop, value in connection.execute(_MENTIONS.format(s=schema)).fetchall():
        activity = found.setdefault(mention, Activity(mention, class_name, name, document))
        activity.class_name = min(activity.class_name, class_name)
        activity.values[prop].add(value)
    for mention, tie, name in connection.execute(_TIES.format(s=schema)).fetchall():
        found[mention].values[tie].add(name)
    return sorted(found.values(), key=lambda a: a.mention)


def activity_pairs(found: list[Activity]) -> list[tuple[str, str]]:
    """Pairs of mentions of one activity, best first, ties by mention: the order of loading changes nothing.

    A day that is stated in full, the same start and end, is asked of both, or the very same name; then a similar name and one item
    more (organiser, place, kind, participant). Under different names two tellings are one only where kind, place and two people
    agree: a leader opens a contest and inspects a union in one city on one day. Two activities of one document are two.
    """
    pairs = sorted(_pairs(found), key=lambda p: (-p[2], p[0], p[1]))
    return [(one, other) for one, other, _ in pairs]


def _pairs(found: list[Activity]) -> Iterator[tuple[str, str, int]]:
    blocks: dict[str, list[Activity]] = defaultdict(list)
    for activity in found:
        blocks[activity.block].append(activity)
    for members in blocks.values():
        on_a_day = members[0].on_a_day
        for one, other in combinations(members, 2):
            if one.document != other.document and (one.name == other.name or on_a_day):
                score = sum(points for _, points, _ in activity_parts(one, other))
                if score > 0:
                    yield one.mention, other.mention, score


Part = tuple[str, int, str]
"""A named part of a score: its name, its points, and what is shared."""


def activity_parts(one: Activity, other: Activity) -> Iterator[Part]:
    """The parts of the score of two mentions of one class on the same dates; they are one where the sum is more than nothing."""
    shared = {tie: one.values[tie] & other.values[tie] for tie in _ITEMS}
    for tie, part in _ITEMS.items():
        if shared[tie]:
            yield part, 1, "、".join(sorted(shared[tie]))
    items = sum(len(found) > 0 for found in shared.values())
    if one.name == other.name:
        yield "same name", 2, one.name
    elif _similar(one.name, other.name):
        yield "similar name", 2 if items else 0, f"{one.name} / {other.name}"
    elif not (shared["kind"] and shared["place"] and len(shared["Participation"]) >= _COMPANY):
        yield "other name", -items, f"{one.name} / {other.name}"


def _similar(one: str, other: str) -> bool:
    return fuzz.ratio(one, other) >= _SIMILAR or (min(len(one), len(other)) >= 6 and (one in other or other in one))
