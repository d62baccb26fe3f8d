"""What a load would change of an edition: what would come, go and change, by comparing claims with those kept last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import duckdb
import pyarrow as pa

from kg import claimfile
from kg.claimtable import COLUMNS
from kg.errors import KeptError
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model

Way = Literal["come", "go", "change"]


@dataclass(frozen=True, slots=True)
class Change:
    """A thing that would come, go or change; ``before`` and ``after`` are the sorted ``property=value`` in which the two differ."""

    way: Way
    class_name: str
    name: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


# A thing is an entity's mention, or a fact with what identifies it; what only matching may use (kind key) is not told.
_THINGS = """
CREATE TABLE {s}_said AS
SELECT c.claim, c.class, c.mention, c.property, c.value, coalesce(n.name, c.value) AS words, i.property IS NOT NULL AS identifies
FROM {s} c LEFT JOIN identifying i ON i.class = c.class AND i.property = c.property
LEFT JOIN (SELECT mention, min(value) AS name FROM {s} WHERE property = 'name' AND mention <> '' GROUP BY mention) n
    ON c.kind = 'party' AND n.mention = c.value
WHERE c.kind IN ('value', 'party') AND c.mention <> c.document;
CREATE TABLE {s}_thing AS
SELECT class, id, min(name) AS name, list_sort(list_distinct(flatten(list(said)))) AS said FROM (
    SELECT class, claim, CASE WHEN mention <> '' THEN mention
        ELSE array_to_string(list_sort(list(concat(property, '=', value)) FILTER (WHERE identifies)), chr(31)) END AS id,
        CASE WHEN mention <> '' THEN min(words) FILTER (WHERE property = 'name')
        ELSE array_to_string(list(words ORDER BY property) FILTER (WHERE identifies), ' · ') END AS name,
        list(concat(property, '=', words)) AS said
    FROM {s}_said GROUP BY class, claim, mention) GROUP BY class, id;
"""
_CHANGES = """
SELECT CASE WHEN b.id IS NULL THEN 'come' WHEN a.id IS NULL THEN 'go' ELSE 'change' END AS way,
    coalesce(a.class, b.class) AS class, coalesce(a.name, b.name) AS name,
    list_filter(b.said, lambda x: a.id IS NOT NULL AND NOT list_contains(a.said, x)),
    list_filter(a.said, lambda x: b.id IS NOT NULL AND NOT list_contains(b.said, x))
FROM before_thing b FULL JOIN after_thing a ON a.class = b.class AND a.id = b.id
WHERE a.id IS NULL OR b.id IS NULL OR a.said <> b.said ORDER BY way, class, name, coalesce(a.id, b.id)
"""


def preview(home: Home, edition: str, after: pa.Table, model: Model) -> Iterator[Change]:
    """What keeping a table of claims would change of an edition.

    Raises:
        KeptError: the edition's claims are damaged or of an older form.
    """
    last = Manifest.load(home).latest(edition)
    if last is not None and last.claims and last.schema != claimfile.SCHEMA:
        raise KeptError(f"The claims of {edition} are of schema {last.schema}, this program reads {claimfile.SCHEMA}; load it again.")
    before = claimfile.read(home, last) if last is not None and last.claims else COLUMNS.empty_table()
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE identifying (class VARCHAR, property VARCHAR)")
        rows = [(c.name, name) for c in model for name in c.identifying if c.is_fact]
        connection.executemany("INSERT INTO identifying VALUES (?, ?)", rows)
        for name, table in (("before", before), ("after", after)):
            connection.register(name, table)
            connection.execute(_THINGS.format(s=name))
        for way, class_name, name, old, new in connection.execute(_CHANGES).fetchall():
            yield Change(way, class_name, name or "", tuple(old or ()), tuple(new or ()))
