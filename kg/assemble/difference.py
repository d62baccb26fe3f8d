"""The difference of two sets of tables, as the rows that a store has to write."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import duckdb

from kg.delta import Delta, EdgeRow, EvidenceRow, LabelRow, NodeRow, Properties, ValueRow
from kg.model import Model
from kg.values import to_python

_FETCH = 10_000


def difference(connection: duckdb.DuckDBPyConnection, before: str, after: str, model: Model) -> Delta:
    """What leads from the tables of schema ``before`` to those of ``after``.

    Every iterable reads through a cursor of its own and is sorted, so that the same difference is the same rows.
    """
    tables = _Tables(connection, before, after, model)
    tables.prepare()
    return Delta(
        evidence_gone=tables.evidence("gone_evidence", before),
        edges_gone=tables.edges("gone_edge"),
        nodes_gone=(row[0] for row in tables.rows("SELECT id FROM diff.gone_node ORDER BY id")),
        nodes_new=tables.nodes(),
        labels_new=tables.labels("new_label"),
        labels_gone=tables.labels("gone_label"),
        values=tables.values(),
        edges_new=tables.edges("new_edge"),
        evidence_new=tables.evidence("new_evidence", after),
        size=tables.size(),
    )


class _Tables:
    """The tables of a difference, under the schema ``diff``."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, before: str, after: str, model: Model) -> None:
        self.connection, self.before, self.after, self.model = connection, before, after, model

    def prepare(self) -> None:
        """Fill the schema ``diff``."""
        self.connection.execute(
            f"""
            DROP SCHEMA IF EXISTS diff CASCADE; CREATE SCHEMA diff;
            CREATE TABLE diff.gone_node AS SELECT id FROM {self.before}.node EXCEPT SELECT id FROM {self.after}.node;
            CREATE TABLE diff.new_node AS SELECT id FROM {self.after}.node EXCEPT SELECT id FROM {self.before}.node;
            CREATE TABLE diff.both AS SELECT id FROM {self.after}.node INTERSECT SELECT id FROM {self.before}.node;
            CREATE TABLE diff.new_label AS
                SELECT l.id, l.label FROM (SELECT id, label FROM {self.after}.label EXCEPT SELECT id, label FROM {self.before}.label) l
                JOIN diff.both USING (id);
            CREATE TABLE diff.gone_label AS
                SELECT l.id, l.label FROM (SELECT id, label FROM {self.before}.label EXCEPT SELECT id, label FROM {self.after}.label) l
                JOIN diff.both USING (id);
            CREATE TABLE diff.changed AS
                SELECT id FROM diff.both WHERE id IN (SELECT id FROM (FROM {self.after}.value EXCEPT FROM {self.before}.value))
                OR id IN (SELECT id FROM (FROM {self.before}.value EXCEPT FROM {self.after}.value));
            CREATE TABLE diff.new_edge AS FROM {self.after}.edge EXCEPT FROM {self.before}.edge;
            CREATE TABLE diff.gone_edge AS FROM {self.before}.edge EXCEPT FROM {self.after}.edge;
            CREATE TABLE diff.gone_evidence AS FROM {self.before}.evidence EXCEPT FROM {self.after}.evidence;
            CREATE TABLE diff.new_evidence AS
                SELECT DISTINCT e.* FROM {self.after}.evidence e WHERE id IN (
                    SELECT id FROM (FROM {self.after}.evidence EXCEPT FROM {self.before}.evidence)
                    UNION SELECT id FROM (FROM {self.after}.evidence_value EXCEPT FROM {self.before}.evidence_value)
                    UNION SELECT id FROM (FROM {self.before}.evidence_value EXCEPT FROM {self.after}.evidence_value));
            """
        )

    def size(self) -> int:
        """How many rows the difference has."""
        names = [
            "gone_node",
            "new_node",
            "new_label",
            "gone_label",
            "changed",
            "new_edge",
            "gone_edge",
            "gone_evidence",
            "new_evidence",
        ]
        counts = " + ".join(f"(SELECT count(*) FROM diff.{name})" for name in names)
        return int(next(self.rows(f"SELECT {counts}"))[0])

    def rows(self, statement: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement, fetched in portions."""
        cursor = self.connection.cursor()
        cursor.execute(statement)
        while portion := cursor.fetchmany(_FETCH):
            yield from portion

    def nodes(self) -> Iterator[NodeRow]:
        """New nodes, those of the same labels together."""
        found = self.rows(
            f"""SELECT n.id, l.labels, v.property, v.value FROM diff.new_node n
            JOIN (SELECT id, array_join(array_sort(array_agg(label)), ' ') AS labels FROM {self.after}.label GROUP BY id) l ON l.id = n.id
            LEFT JOIN {self.after}.value v ON v.id = n.id ORDER BY l.labels, n.id, v.property, v.value"""
        )
        for (labels, node), rows in groupby(found, key=itemgetter(1, 0)):
            yield {"id": node, "labels": tuple(labels.split()), "properties": self._properties(r[2:] for r in rows)}

    def labels(self, table: str) -> Iterator[LabelRow]:
        """Labels that come or go."""
        for node, label in self.rows(f"SELECT id, label FROM diff.{table} ORDER BY label, id"):
            yield {"id": node, "label": label}

    def values(self) -> Iterator[ValueRow]:
        """The values of changed nodes; a property that goes is None."""
        found = self.rows(
            f"""SELECT c.id, v.property, v.value FROM diff.changed c JOIN (
                FROM {self.after}.value UNION ALL
                SELECT b.id, b.property, NULL FROM (SELECT DISTINCT id, property FROM {self.before}.value
                    EXCEPT SELECT DISTINCT id, property FROM {self.after}.value) b) v ON v.id = c.id
            ORDER BY c.id, v.property, v.value"""
        )
        for node, rows in groupby(found, key=itemgetter(0)):
            yield {"id": node, "properties": self._properties(r[1:] for r in rows)}

    def edges(self, table: str) -> Iterator[EdgeRow]:
        """Edges that come or go."""
        for source, kind, target in self.rows(f"SELECT source, type, target FROM diff.{table} ORDER BY type, source, target"):
            yield {"source": source, "type": kind, "target": target}

    def evidence(self, table: str, schema: str) -> Iterator[EvidenceRow]:
        """Evidence that comes, changes or goes."""
        found = self.rows(
            f"""SELECT e.type, e.id, e.source, e.target, v.property, v.value FROM diff.{table} e
            JOIN {schema}.evidence_value v ON v.id = e.id ORDER BY e.type, e.id, e.source, e.target, v.property, v.value"""
        )
        for (kind, identifier, source, target), rows in groupby(found, key=itemgetter(0, 1, 2, 3)):
            properties = self._properties(r[4:] for r in rows)
            yield {"id": identifier, "source": source, "type": kind, "target": target, "properties": properties}

    def _properties(self, rows: Iterator[tuple[Any, ...]]) -> Properties:
        properties: Properties = {}
        for name, values in groupby((r for r in rows if r[0] is not None), key=itemgetter(0)):
            prop = self.model.properties[name]
            found = [to_python(prop.datatype, v[1]) for v in values if v[1] is not None]
            if len(found) == 0:
                properties[name] = None
            else:
                properties[name] = sorted(found) if prop.many else found[0]  # type: ignore[assignment]
        return properties
