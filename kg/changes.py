"""What differs between two views of the graph: two recorded moments, or two days.

Both views are of one build, so identity is today's on either side, and no clock is read. What is new, gone or changed between two
moments is what the graph had been told; between two days it is what holds and how certain it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal

import duckdb

from kg.assemble import build, database
from kg.errors import InputError
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model
from kg.values import first_day, last_day, moment

Way = Literal["new", "gone", "changed"]
CERTAIN = "certain"


@dataclass(frozen=True, slots=True)
class Difference:
    """One property of a changed thing: its values before and after, sorted, in normal form."""

    property: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A thing that is new, gone or changed; a fact's name is made of its parties and what identifies it."""

    way: Way
    kind: Literal["entity", "fact"]
    class_name: str
    id: str
    name: str
    differences: tuple[Difference, ...] = ()


def moment_of(manifest: Manifest, text: str) -> str:
    """The recorded moment that a text names: a moment, or a version such as ``jhgy/2025-11@2``.

    Raises:
        InputError: it is no moment, and no version of the manifest.
    """
    edition, at, number = text.rpartition("@")
    if at:
        found = [v for v in manifest.editions.get(edition, ()) if str(v.number) == number]
        if not found:
            raise InputError(f"There is no version {text}; kg list shows those there are.")
        return found[0].recorded
    try:
        return moment(text)
    except ValueError as exc:
        raise InputError(f"{text!r} is neither a moment (2025-12-01T00:00:00Z) nor a version (jhgy/2025-11@1).") from exc


def between_moments(home: Home, manifest: Manifest, model: Model, before: str, after: str) -> Iterator[Change]:
    """What the graph was told between two moments, in normal form, each with what was loaded at it."""
    with database() as connection:
        build(connection, "graph", home, manifest, model)
        for side, at in (("before", before), ("after", after)):
            for statement in _TOLD_BY:
                connection.execute(statement.format(side=side), {"at": at})
        yield from _changes(connection, model)


def between_days(home: Home, manifest: Manifest, model: Model, before: str, after: str) -> Iterator[Change]:
    """What began, ended, or became certain or uncertain between two partial dates; what has no time is on both sides."""
    with database() as connection:
        build(connection, "graph", home, manifest, model)
        for side, day in (("before", before), ("after", after)):
            for statement in _HOLDING_ON:
                connection.execute(statement.format(side=side), {"first": first_day(day), "last": last_day(day)})
        yield from _changes(connection, model)


# Who was there at a moment, and the values that were shown then: those that were told for a time, else today's.
_TOLD_BY = (
    "CREATE TABLE {side}_thing AS SELECT DISTINCT id FROM graph.recorded WHERE since <= $at AND until > $at",
    """CREATE TABLE {side}_value AS
SELECT t.id, t.property, t.value FROM graph.told_row t WHERE t.since <= $at AND t.until > $at
UNION ALL
SELECT v.id, v.property, v.value FROM graph.value v
WHERE NOT EXISTS (SELECT 1 FROM graph.told_row t WHERE t.id = v.id AND t.property = v.property)""",
)

_HOLDING_ON = (
    """CREATE TABLE {side}_thing AS
SELECT n.id FROM graph.node n LEFT JOIN graph.value f ON f.id = n.id AND f.property = 'possibleFrom'
LEFT JOIN graph.value t ON t.id = n.id AND t.property = 'possibleTo'
WHERE n.holds AND (f.value IS NULL OR (f.value <= $last AND t.value >= $first AND NOT EXISTS (
    SELECT 1 FROM graph.value x WHERE x.id = n.id AND x.property = 'excludedDays'
    AND left(x.value, 10) <= $first AND right(x.value, 10) >= $last)))""",
    """CREATE TABLE {side}_value AS
SELECT n.id, 'certain' AS property,
    cast(coalesce(bool_or(left(x.value, 10) <= $first AND right(x.value, 10) >= $last), false) AS VARCHAR) AS value
FROM graph.node n JOIN graph.time_of o ON o.class = n.class
LEFT JOIN graph.value x ON x.id = n.id AND x.property = 'certainDays' GROUP BY n.id""",
)

_NAMES = """
CREATE TABLE label_of AS
SELECT n.id, n.class, l.is_fact, coalesce(m.name, array_join(array_sort(array_agg(coalesce(p.name, v.value))), ' · '), n.id) AS name
FROM graph.node n JOIN graph.class_label l ON l.class = n.class AND l.label = n.class
LEFT JOIN (SELECT id, value AS name FROM graph.value WHERE property = 'name') m ON m.id = n.id
LEFT JOIN graph.identifying i ON i.class = n.class
LEFT JOIN graph.property q ON q.property = i.property
LEFT JOIN graph.edge e ON e.source = n.id AND e.type = q.edge_type
LEFT JOIN (SELECT id, value AS name FROM graph.value WHERE property = 'name') p ON p.id = e.target
LEFT JOIN graph.value v ON v.id = n.id AND v.property = i.property
GROUP BY n.id, n.class, l.is_fact, m.name
"""

_CHANGES = """
SELECT l.id, l.class, l.is_fact, l.name, b.id IS NOT NULL, a.id IS NOT NULL, x.property, x.value, x.side FROM label_of l
LEFT JOIN before_thing b ON b.id = l.id LEFT JOIN after_thing a ON a.id = l.id
LEFT JOIN (
    SELECT id, property, value, 'before' AS side FROM (FROM before_value EXCEPT FROM after_value)
    UNION ALL SELECT id, property, value, 'after' FROM (FROM after_value EXCEPT FROM before_value)) x
  ON x.id = l.id AND b.id IS NOT NULL AND a.id IS NOT NULL AND NOT list_contains($hidden, x.property)
WHERE (b.id IS NULL) <> (a.id IS NULL) OR x.id IS NOT NULL
ORDER BY l.is_fact, l.class, l.name, l.id, x.property, x.side, x.value
"""


def _changes(connection: duckdb.DuckDBPyConnection, model: Model) -> Iterator[Change]:
    """Read the two sides; that a source shows a thing again is no change of it."""
    hidden = [p.name for p in model.properties.values() if p.internal or p.name in ("attestedFrom", "attestedTo", "was")]
    connection.execute(_NAMES)
    rows = connection.execute(_CHANGES, {"hidden": hidden}).fetchall()
    for (identifier, class_name, is_fact, name, was, remains), group in groupby(rows, key=itemgetter(0, 1, 2, 3, 4, 5)):
        way: Way = "changed" if was and remains else "gone" if was else "new"
        kind: Literal["entity", "fact"] = "fact" if is_fact else "entity"
        yield Change(way, kind, class_name, identifier, name, tuple(_differences(list(group))) if way == "changed" else ())


def _differences(rows: list[tuple[Any, ...]]) -> Iterator[Difference]:
    for prop, values in groupby(rows, key=itemgetter(6)):
        found = [(value, side) for *_, value, side in values]
        sides = (tuple(v for v, s in found if s == side) for side in ("before", "after"))
        yield Difference(prop, *sides)
