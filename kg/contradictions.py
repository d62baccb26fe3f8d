"""What sources contradict one another in, read from a build: kinds, values, dates, bodies of one name, parents in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import duckdb

from kg.circle import circles
from kg.model import Model

Weight = Literal["damage", "fault", "note"]
"""``damage``: what is kept is not whole; ``fault``: the graph is not what it should be; ``note``: worth a look, no fault."""

_TORN = """
SELECT coalesce(n.name, c.id), c.class, array_join(array_sort(array_agg(k.class)), ', ') FROM {s}.class_of c
JOIN {s}.claimed_class k ON k.id = c.id LEFT JOIN {s}.named n ON n.id = c.id WHERE c.torn GROUP BY ALL ORDER BY ALL
"""
_NAMESAKES = """
SELECT x.name, array_join(array_sort(array_agg(DISTINCT concat(x.mark, ' (', i.id, ')'))), ', '), count(DISTINCT i.id),
       (SELECT count(*) FROM {s}.mention m JOIN {s}.claim_row r ON r.mention = m.mention AND r.property = 'name' AND r.recorded_to = ''
        WHERE m.name = x.name AND m.class = 'Organization' AND m.mention NOT IN (SELECT mention FROM {s}.namesake))
FROM {s}.namesake x JOIN {s}.identity i ON i.mention = x.mention GROUP BY x.name HAVING count(DISTINCT i.id) > 1 ORDER BY x.name
"""
_ALTERNATIVES = """
SELECT coalesce(n.name, a.id), a.value, s.value FROM {s}.value a LEFT JOIN {s}.named n ON n.id = a.id
JOIN {s}.value s ON s.id = a.id AND s.property = split_part(a.value, '=', 1) WHERE a.property = 'alternatives' ORDER BY ALL
"""
_BACKWARDS = """
SELECT coalesce(n.name, s.id), s.value, e.value FROM {s}.value s JOIN {s}.value e ON e.id = s.id AND e.property = 'end'
LEFT JOIN {s}.named n ON n.id = s.id WHERE s.property = 'start'
AND left(s.value, least(length(s.value), length(e.value))) > left(e.value, least(length(s.value), length(e.value))) ORDER BY ALL
"""

# What is a part of what, with the days on which that is not excluded, and where it stands. Only of things that are a part and a whole.
_PARTS = """
WITH part AS (
    SELECT m.target AS member, w.target AS whole, m.source AS fact, coalesce(f.value, '') AS lo, coalesce(t.value, '9') AS hi
    FROM {s}.edge m JOIN {s}.edge w ON w.source = m.source AND w.type = 'WHOLE'
    JOIN {s}.node n ON n.id = m.source AND n.holds
    LEFT JOIN {s}.value f ON f.id = m.source AND f.property = 'possibleFrom'
    LEFT JOIN {s}.value t ON t.id = m.source AND t.property = 'possibleTo' WHERE m.type = 'MEMBER'
    UNION ALL SELECT p.source, p.target, p.source, '', '9' FROM {s}.edge p JOIN {s}.node n ON n.id = p.source AND n.holds
    WHERE p.type = 'PART_OF' AND p.target IN (SELECT source FROM {s}.edge WHERE type = 'PART_OF'))
SELECT p.member, p.whole, p.lo, p.hi, coalesce(a.name, p.member), coalesce(b.name, p.whole), (
    SELECT min(concat(r.edition, CASE WHEN r.sheet_row > 0 THEN concat(' row ', r.sheet_row) ELSE concat(' at ', r.span_start) END))
    FROM {s}.subject s JOIN {s}.claim_row r ON r.claim = s.claim AND r.recorded_from = s.recorded_from AND r.recorded_to = ''
    WHERE s.id = p.fact)
FROM part p LEFT JOIN {s}.named a ON a.id = p.member LEFT JOIN {s}.named b ON b.id = p.whole
WHERE p.member IN (SELECT whole FROM part) AND p.whole IN (SELECT member FROM part) ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found, with its place and what to do."""

    weight: Weight
    place: str
    message: str


def contradictions(connection: duckdb.DuckDBPyConnection, schema: str, model: Model) -> Iterator[Finding]:
    """Everything of the schema's graph in which sources contradict one another."""

    def rows(query: str) -> list[tuple[str, ...]]:
        return connection.execute(query.format(s=schema)).fetchall()

    for name, shown, claimed in rows(_TORN):
        yield Finding("note", name, f"Sources say that it is {claimed}; it is shown as {shown}.")
    for name, bodies, count, left in rows(_NAMESAKES):
        rest = f"; {left} mentions give neither code nor place and stand apart: kg judge same joins them with one" if left else ""
        yield Finding("note", name, f"{count} bodies bear this name: {bodies}{rest}.")
    for name, alternative, shown in rows(_ALTERNATIVES):
        prop, _, value = alternative.partition("=")
        yield Finding("note", name, f"Sources differ on {model.properties[prop].label.en}: {shown} is shown, {value} is stated too.")
    for name, start, end in rows(_BACKWARDS):
        yield Finding("fault", name, f"It ends ({end}) before it starts ({start}); look at its quotes with kg show.")
    yield from _circles(rows(_PARTS))


def _circles(parts: list[tuple[str, ...]]) -> Iterator[Finding]:
    """Each circle that is one on some day: where all its parts are not excluded at once."""
    told: set[frozenset[str]] = set()
    names = {row[0]: row[4] for row in parts} | {row[1]: row[5] for row in parts}
    places = {(row[0], row[1]): row[6] for row in parts}
    for day in sorted({row[2] for row in parts}):
        for found in circles((row[0], row[1]) for row in parts if row[2] <= day <= row[3]):
            if frozenset(found) not in told:
                told.add(frozenset(found))
                first = min(range(len(found) - 1), key=lambda i: (names[found[i]], found[i]))
                chain = (*found[first:-1], *found[: first + 1])
                stated = ", ".join(places[one, other] for one, other in pairwise(chain))
                message = (
                    f"Parents in a circle: {' → '.join(names[one] for one in chain)}; stated by {stated}. Take one back with kg judge."
                )
                yield Finding("fault", names[chain[0]], message)
