"""Validation of claims that a loader put into a table itself: the rules for ``Claim`` objects, asked of whole columns."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from kg.claim import Reading
from kg.fit import needed, value_fault
from kg.model import Model

_TEXT = frozenset(("string",))
_SAID = """SELECT class, kind, property, min(sheet_row), list(DISTINCT value) FILTER (WHERE list_contains(?, property)) FROM said
WHERE kind <> 'apart' GROUP BY class, kind, property ORDER BY ALL"""
_NAMELESS = """SELECT DISTINCT class, 'an entity without a name' FROM said WHERE mention <> '' AND kind <> 'apart'
AND mention NOT IN (SELECT mention FROM said WHERE property = 'name' AND mention <> '')"""
_UNNAMED = """SELECT class, concat('the party ', property, ' is never named') FROM said WHERE kind = 'party'
AND value NOT IN (SELECT mention FROM said WHERE property = 'name' AND mention <> '') GROUP BY class, property ORDER BY ALL"""
_LACKING = """SELECT class, 'lacks what identifies it' FROM said WHERE mention = '' AND class = $name AND kind <> 'apart'
GROUP BY class, claim HAVING count(DISTINCT CASE WHEN list_contains($needed, property) THEN property END) < len($needed) LIMIT 1"""
_OUTSIDE = """SELECT s.class, concat('span ', s.span_start, '-', s.span_end, ' lies outside its document') FROM said s
LEFT JOIN place p ON p.id = s.document WHERE s.kind <> 'apart' AND (
p.id IS NULL OR NOT (p.start <= s.span_start AND s.span_start < s.span_end AND s.span_end <= p.stop)) LIMIT 1"""
_EDGES = """SELECT class, concat(property, ' is empty or has spaces at its ends') FROM said
WHERE kind <> 'apart' AND (value = '' OR value <> trim(value)) GROUP BY class, property ORDER BY ALL"""


def table_faults(reading: Reading, model: Model) -> Iterator[str]:
    """All faults of a reading's rows, each a sentence."""
    with duckdb.connect() as connection:
        connection.register("said", reading.rows)
        connection.execute("CREATE TABLE place (id VARCHAR, start BIGINT, stop BIGINT)")
        connection.executemany("INSERT INTO place VALUES (?, ?, ?)", [(d.id, d.start, d.end) for d in reading.documents])
        checked = [p.name for p in model.properties.values() if p.datatype not in _TEXT]
        for class_name, kind, name, row, values in connection.execute(_SAID, [checked]).fetchall():
            place = f"{class_name} in row {row}"
            yield from (f"{place}: {fault}" for fault in _faults(class_name, kind, name, values or [], model))
        for statement in (_NAMELESS, _UNNAMED, _OUTSIDE, _EDGES):
            yield from (f"{found}: {fault}" for found, fault in connection.execute(statement).fetchall())
        for fact in (c for c in model if c.is_fact):
            rows = connection.execute(_LACKING, {"name": fact.name, "needed": sorted(needed(fact))}).fetchall()
            yield from (f"{found}: {fault}" for found, fault in rows)


def _faults(class_name: str, kind: str, name: str, values: list[str], model: Model) -> Iterator[str]:
    if class_name not in model:
        yield "no such class"
        return
    prop = model[class_name].properties.get(name)
    if kind == "party" and (prop is None or not prop.is_edge):
        yield f"{class_name} has no party {name}"
    elif kind == "value" and (prop is None or prop.is_edge or prop.derived):
        yield f"{class_name} has no value {name}"
    elif kind == "value":
        yield from (fault for value in values if (fault := value_fault(model[class_name], name, value, model)))
