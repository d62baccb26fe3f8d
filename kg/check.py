"""Checking: that what is kept is whole, that the store shows it, and what the sources contradict one another in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import duckdb

from kg import claimfile
from kg.assemble import build, database, difference, read_shown
from kg.document import REPEAT
from kg.errors import KeptError
from kg.home import Home
from kg.manifest import Manifest, Version
from kg.model import Model
from kg.store import Store

Weight = Literal["damage", "fault", "note"]
"""``damage``: what is kept is not whole; ``fault``: the graph is not what it should be; ``note``: worth a look, no fault."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the check found, with its place and what to do."""

    weight: Weight
    place: str
    message: str


def check(store: Store, home: Home, manifest: Manifest, model: Model) -> Iterator[Finding]:
    """Everything that is wrong or worth a look, damage first; where anything is damaged the graph is not looked at."""
    damaged = False
    for edition, versions in sorted(manifest.editions.items()):
        for version in versions:
            for finding in _kept(home, edition, version):
                damaged = True
                yield finding
    if damaged:
        return
    with database() as connection:
        build(connection, "after", home, manifest, model)
        read_shown(connection, "before", store, model)
        size = difference(connection, "before", "after", model).size
        if size:
            yield Finding("fault", store.access.url, f"The store differs from what is kept in {size} rows; kg rebuild writes it anew.")
        yield from _torn(connection)
        yield from _alternatives(connection, model)
        yield from _backwards(connection)


def _kept(home: Home, edition: str, version: Version) -> Iterator[Finding]:
    if not version.claims:
        return
    place = f"{edition} version {version.number}"
    try:
        rows = claimfile.read(home, version).select(["span_start", "span_end", "further", "quote"]).to_pylist()
        text = home.read(home.texts / f"{version.text[:16]}.txt", version.text).decode("utf-8")
    except KeptError as exc:
        yield Finding("damage", place, str(exc))
        return
    for row in rows:
        if row["span_start"] >= 0:
            runs = (r.split(":") for r in [f"{row['span_start']}-{row['span_end']}:", *row["further"].split()])
            if "".join(text[slice(*map(int, run.split("-")))] for run, gives in runs if gives != REPEAT).replace("\n", "") != row["quote"]:
                yield Finding("damage", f"{place} at {row['span_start']}", "A quote is not the text of its spans; load the edition again.")
                return


def _torn(connection: duckdb.DuckDBPyConnection) -> Iterator[Finding]:
    rows = connection.execute(
        """SELECT coalesce(n.name, c.id), c.class, array_join(array_sort(array_agg(k.class)), ', ') FROM after.class_of c
        JOIN after.claimed_class k ON k.id = c.id LEFT JOIN after.named n ON n.id = c.id WHERE c.torn GROUP BY ALL ORDER BY ALL"""
    ).fetchall()
    for name, shown, claimed in rows:
        yield Finding("note", name, f"Sources say that it is {claimed}; it is shown as {shown}.")


def _alternatives(connection: duckdb.DuckDBPyConnection, model: Model) -> Iterator[Finding]:
    rows = connection.execute(
        """SELECT coalesce(n.name, a.id), a.value, s.value FROM after.value a LEFT JOIN after.named n ON n.id = a.id
        JOIN after.value s ON s.id = a.id AND s.property = split_part(a.value, '=', 1) WHERE a.property = 'alternatives' ORDER BY ALL"""
    ).fetchall()
    for name, alternative, shown in rows:
        prop, _, value = alternative.partition("=")
        yield Finding("note", name, f"Sources differ on {model.properties[prop].label.en}: {shown} is shown, {value} is stated too.")


def _backwards(connection: duckdb.DuckDBPyConnection) -> Iterator[Finding]:
    rows = connection.execute(
        """SELECT coalesce(n.name, s.id), s.value, e.value FROM after.value s JOIN after.value e ON e.id = s.id AND e.property = 'end'
        LEFT JOIN after.named n ON n.id = s.id WHERE s.property = 'start'
        AND left(s.value, least(length(s.value), length(e.value))) > left(e.value, least(length(s.value), length(e.value))) ORDER BY ALL"""
    ).fetchall()
    for name, start, end in rows:
        yield Finding("fault", name, f"It ends ({end}) before it starts ({start}); look at its quotes with kg show.")
