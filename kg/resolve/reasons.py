"""Why two organizations, or two activities, are one or two: the parts of what the rules go by, for people to read.

Each reason for is worth a point or two, one that forbids takes more than all give: two are one from ``BOUND`` on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import duckdb

from kg.judgement import Judgements
from kg.resolve.activities import Activity, Part, activities, activity_parts
from kg.resolve.linked import shortest

BOUND = 1
"""From which sum on two are one."""
_FORBIDDEN = -99

_BODIES = """
SELECT o.id, o.name, o.code, o.low, o.high, o.form, coalesce(min(x.mark), '') FROM graph.organization o
LEFT JOIN graph.namesake x ON x.id = o.id
WHERE coalesce((SELECT j.id FROM graph.joined j WHERE j.old = o.id), o.id) IN (SELECT unnest($ids)) GROUP BY ALL ORDER BY o.id
"""

Body = tuple[str, str, str, str, str, str, str]
"""Id, name, code, the kinds that sources give (low, high), form, mark."""
Steps = Mapping[str, list[tuple[str, str, str]]]


def body_parts(
    connection: duckdb.DuckDBPyConnection, judgements: Judgements, one: Iterable[str], other: Iterable[str], canonical: Iterable[str]
) -> list[Part]:
    """The parts for two organizations, each given by the ids of its names: the shortest chain of reasons, and what forbids them.

    Args:
        canonical: the ids that the two have now.
    """
    first, second = set(one), set(other)
    rows: list[Body] = connection.execute(_BODIES, {"ids": list(canonical)}).fetchall()
    named = {row[0]: row for row in rows}
    sides = [[named[i] for i in sorted(side) if i in named] for side in (first, second)]
    against = {part[0]: part for a in sides[0] for b in sides[1] for part in _against(a, b)}
    return [*_chain(_steps(connection, judgements, rows), first, second, named), *against.values()]


def _steps(connection: duckdb.DuckDBPyConnection, judgements: Judgements, rows: list[Body]) -> Steps:
    """From each name the names that a rule or a judgement joins it with, by which part, and what is shared."""
    ids = [row[0] for row in rows]
    found: dict[str, list[tuple[str, str, str]]] = {i: [] for i in ids}
    query = "SELECT one, other, part, shared FROM graph.renamed WHERE one IN (SELECT unnest($ids)) AND other IN (SELECT unnest($ids))"
    pairs = connection.execute(query, {"ids": ids}).fetchall()
    pairs += [(j.one, j.other, "judged", f"{j.by}, line {j.number}") for j in judgements.of("same")]
    for number, a in enumerate(rows):
        for b in rows[number + 1 :]:
            pairs += [(a[0], b[0], "credit code", a[2])] if a[2] and a[2] == b[2] else []
            pairs += [(a[0], b[0], "spelling", f"{a[1]} / {b[1]}")] if a[5] == b[5] else []
    for one, other, part, shared in sorted(pairs):
        if one in found and other in found:
            found[one].append((other, part, shared))
            found[other].append((one, part, shared))
    return found


def _chain(steps: Steps, first: set[str], second: set[str], named: Mapping[str, Body]) -> Iterator[Part]:
    """The parts along the shortest way from one side to the other."""
    others = {at: [other for other, _, _ in found] for at, found in steps.items()}
    for came, at in shortest(others, first, second):
        part, shared = next((part, shared) for other, part, shared in steps[came] if other == at)
        yield part, 1, shared or f"{named[came][1]} → {named[at][1]}"


def _against(one: Body, other: Body) -> Iterator[Part]:
    if one[2] and other[2] and one[2] != other[2]:
        yield "other credit code", _FORBIDDEN, f"{one[2]} / {other[2]}"
    elif one[1] == other[1] and one[6] and other[6] and one[6] != other[6]:
        yield "other place", _FORBIDDEN, f"{one[6]} / {other[6]}"
    kinds = [row[3] if row[3] == row[4] else "" for row in (one, other)]
    if all(kinds) and kinds[0] != kinds[1]:
        yield "union and other", _FORBIDDEN, f"{one[1]} / {other[1]}"


def event_parts(connection: duckdb.DuckDBPyConnection, one: Iterable[str], other: Iterable[str]) -> list[Part]:
    """The parts of the best pair of mentions of two activities."""
    known = {a.mention: a for a in activities(connection, "graph")}
    sides = [[known[m] for m in sorted(side) if m in known] for side in (one, other)]
    found = [[*activity_parts(a, b), *_between(a, b)] for a in sides[0] for b in sides[1] if a is not b]
    return max(found, key=lambda parts: sum(points for _, points, _ in parts), default=[])


def _between(one: Activity, other: Activity) -> Iterator[Part]:
    """What forbids two mentions to be one activity."""
    if one.class_name != other.class_name:
        yield "other class", _FORBIDDEN, f"{one.class_name} / {other.class_name}"
    if one.dates != other.dates:
        yield "other dates", _FORBIDDEN, " / ".join("–".join(d for side in a.dates for d in side) or "?" for a in (one, other))
    elif one.name != other.name and not one.on_a_day:
        yield "no day", _FORBIDDEN, "–".join(d for side in one.dates for d in side)
    if one.document == other.document:
        yield "one document", _FORBIDDEN, ""
