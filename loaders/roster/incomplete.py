"""Rows that say too little, or what cannot be: no name, a fact without what identifies it, another gender than the name says."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from kg.model import Model
from loaders.roster.columns import Columns
from loaders.roster.fault import Fault, letter
from loaders.roster.layout import FactRule, Layout


def incomplete(
    connection: duckdb.DuckDBPyConnection, layout: Layout, columns: Columns, model: Model, *, sheet: str, spoilt: frozenset[str]
) -> Iterator[Fault]:
    """The faults of the rows in the table ``t``.

    Args:
        spoilt: letters of the columns that have faults of their own; whatever stands in them counts as said.
    """
    first = next(iter(layout.things))
    name = columns.index(first, "name")
    if name is not None:
        yield from _told(connection, f"v{name} = ''", sheet, name, f"no name of the {first}")
    for thing in layout.things.values():
        gender, called = columns.index(thing.name, "gender"), columns.index(thing.name, "name")
        if gender is not None and called is not None:
            other = f"g{called} <> '' AND v{gender} <> '' AND g{called} <> v{gender}"
            yield from _told(connection, other, sheet, gender, "another gender than the name says in brackets")
        if thing.within and called is not None and (outer := columns.named(thing.within)) and letter(outer[0]) not in spoilt:
            yield from _told(
                connection, f"v{called} <> '' AND v{outer[0]} = ''", sheet, called, f"a {thing.name} without its {thing.within}"
            )
    for fact in layout.facts:
        for index, condition in _lacking(fact, columns, model, spoilt):
            message = f"{fact.class_name} lacks {columns.used[index].heading}"
            yield from _told(connection, condition, sheet, index, message)


def _lacking(fact: FactRule, columns: Columns, model: Model, spoilt: frozenset[str]) -> Iterator[tuple[int, str]]:
    """For each column that a fact cannot be without, the condition that a row says the fact and not that."""
    own = columns.of(fact.name)
    if not own:
        return
    kind = model[fact.class_name]
    ends = {named[-1] for p in fact.parties if p in kind.identifying and (named := columns.named(fact.parties[p]))}
    caption = {i for i, c in own if c.prop == kind.caption and kind.caption in kind.identifying}
    filled = " OR ".join(f"w{i} <> ''" if letter(i) in spoilt else columns.said(i) for i, _ in own)
    for index in sorted(ends | caption):
        yield index, f"({filled}) AND NOT ({columns.said(index)})"


def _told(connection: duckdb.DuckDBPyConnection, condition: str, sheet: str, index: int, message: str) -> Iterator[Fault]:
    rows = connection.execute(f"SELECT DISTINCT row FROM t WHERE {condition} ORDER BY 1").fetchall()
    yield from (Fault(sheet, row, letter(index), message) for (row,) in rows)
