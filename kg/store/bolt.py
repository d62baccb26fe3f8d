"""The store over Bolt: what both engines share. An adapter gives it the driver, and declares constraints and indexes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeVar

from neo4j import READ_ACCESS, Driver, GraphDatabase, ManagedTransaction, unit_of_work

from kg.delta import Delta, EdgeRow, EvidenceRow, LabelRow, NodeRow
from kg.model import Model
from kg.store import cypher
from kg.store.contract import Access, Record, State
from kg.store.failures import told
from kg.store.plain import plain, properties

T = TypeVar("T")

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # else the driver's retries are printed where nobody set up logging

BATCH = 2_000
PAGE = 2_000
_CONNECT_SECONDS = 5.0
_RETRY_SECONDS = 5.0
_ACQUIRE_SECONDS = 10.0


def connect(url: str, user: str, password: str, *, retry_seconds: float = _RETRY_SECONDS) -> Driver:
    """A driver that gives up within seconds where nobody answers."""
    with told(url):
        return GraphDatabase.driver(
            url,
            auth=(user, password),
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=_ACQUIRE_SECONDS,
            max_transaction_retry_time=retry_seconds,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
        )


class BoltStore:
    """A store that is written by one driver and read by another, which may be the same.

    Args:
        engine: ``embedded`` or ``neo4j``.
        version: the engine's own.
        access: how the store is read.
        writer: may write.
        reader: only reads.
        model: says how deep a label lies.
        declare: declares constraints and indexes; called again after ``empty``.
    """

    def __init__(
        self,
        *,
        engine: str,
        version: str,
        access: Access,
        writer: Driver,
        reader: Driver,
        model: Model,
        declare: Callable[[], None],
    ) -> None:
        self.engine, self.version, self.access = engine, version, access
        self._writer, self._reader, self._declare = writer, reader, declare
        self._depth = {c.name: len(c.lineage) for c in model}

    def read(self, cypher_text: str, parameters: Mapping[str, Any] | None = None, *, timeout: float = 30.0) -> list[Record]:
        """The records of a reading statement; see the contract."""
        with told(self.access.url), self._reader.session(database=self.access.database, default_access_mode=READ_ACCESS) as session:

            def ask(transaction: ManagedTransaction) -> list[Record]:
                result = transaction.run(cypher_text, dict(parameters or {}))
                return [{key: plain(value) for key, value in zip(result.keys(), record, strict=True)} for record in result]

            return session.execute_read(unit_of_work(timeout=timeout)(ask))

    def state(self) -> State | None:
        """What the ``Manifest`` node says."""
        rows = self._write(cypher.STATE)
        return State(rows[0]["home"], rows[0]["shown"] or "", rows[0]["going"] or "") if rows else None

    def begin(self, home: str, going: str) -> None:
        """Say that the store is on its way."""
        self._write(cypher.BEGIN, home=home, going=going)

    def finish(self, shown: str) -> None:
        """Say what the store shows."""
        self._write(cypher.FINISH, shown=shown)

    def apply(self, delta: Delta, progress: Callable[[int], None] = lambda _: None) -> None:
        """Write the rows in the order of Delta's fields."""

        def write(rows: Iterable[T], key: Callable[[T], Any], statement: Callable[[Any], str]) -> None:
            for value, group in groupby(rows, key=key):
                for batch in _batches(group):
                    self._write(statement(value), rows=batch)
                    progress(len(batch))

        write(delta.evidence_gone, itemgetter("type"), cypher.delete_evidence)
        write(delta.edges_gone, itemgetter("type"), cypher.delete_edges)
        write(({"id": i} for i in delta.nodes_gone), lambda _: "", lambda _: cypher.DELETE_NODES)
        write(delta.nodes_new, itemgetter("labels"), cypher.create_nodes)
        write(self._by_depth(delta.labels_new, 1), itemgetter("label"), cypher.add_label)
        write(self._by_depth(delta.labels_gone, -1), itemgetter("label"), cypher.remove_label)
        write(delta.values, lambda _: "", lambda _: cypher.SET_VALUES)
        write(delta.edges_new, itemgetter("type"), cypher.merge_edges)
        write(map(_with_id, delta.evidence_new), itemgetter("type"), cypher.merge_evidence)

    def empty(self) -> None:
        """Delete everything."""
        self._write(cypher.EMPTYING)
        for statement in (cypher.EMPTY_EDGES, cypher.EMPTY_NODES):
            while self._write(statement, limit=BATCH)[0]["gone"]:
                pass
        self._write(cypher.EMPTY_MANIFEST)
        self._declare()

    def nodes(self) -> Iterator[NodeRow]:
        """All nodes but the ``Manifest``, by id."""
        for row in self._pages(cypher.NODES):
            yield {"id": row["id"], "labels": tuple(sorted(row["labels"])), "properties": properties(row["properties"])}

    def edges(self) -> Iterator[EdgeRow]:
        """All bare edges, by source."""
        for row in self._pages(cypher.EDGES):
            for edge_type, target in sorted(row["edges"]):
                yield {"source": row["id"], "type": edge_type, "target": target}

    def evidence(self) -> Iterator[EvidenceRow]:
        """All evidence edges, by source."""
        for row in self._pages(cypher.EVIDENCE):
            for edge_type, found in (("STATED_IN", row["open"]), ("WAS_STATED_IN", row["closed"])):
                for target, given in sorted(found, key=lambda f: str(f[1]["id"])):
                    yield {
                        "id": given["id"],
                        "source": row["id"],
                        "type": edge_type,
                        "target": target,
                        "properties": properties(given),
                    }

    def close(self) -> None:
        """Close the drivers."""
        self._reader.close()
        self._writer.close()

    def _by_depth(self, rows: Iterable[LabelRow], sign: int) -> list[LabelRow]:
        return sorted(rows, key=lambda r: (sign * self._depth.get(r["label"], 0), r["label"]))

    def _pages(self, statement: str) -> Iterator[Record]:
        after = ""
        while rows := self._write(statement, after=after, limit=PAGE):
            yield from rows
            after = rows[-1]["id"]

    def _write(self, statement: str, **parameters: Any) -> list[Record]:
        def run(transaction: ManagedTransaction) -> list[Record]:
            return [record.data() for record in transaction.run(statement, parameters)]

        with told(self.access.url), self._writer.session(database=self.access.database) as session:
            return session.execute_write(run)


def _with_id(row: EvidenceRow) -> EvidenceRow:
    return {**row, "properties": {**row["properties"], "id": row["id"]}}


def _batches(rows: Iterator[T]) -> Iterator[list[T]]:
    while batch := list(islice(rows, BATCH)):
        yield batch
