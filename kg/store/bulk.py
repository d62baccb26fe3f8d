"""The embedded engine's bulk way: many new nodes and edges go by its batch interface, some three times faster than by Cypher
(``bench/bulk.py``), into an empty database or beside what is there.

The write-ahead log stays on, which cost nothing that could be measured: what a crash leaves is a part of the graph under a ``Manifest``
that says so, and the next start reads it and writes the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeVar

from kg.delta import Delta, EdgeRow, EvidenceRow, NodeRow, Properties
from kg.model import Model

T = TypeVar("T")

LEAST_ROWS = 20_000
"""Below this Cypher is as fast."""
_CHUNK = 10_000
_BUFFERED_EDGES = 100_000
_FOUND = "SELECT id, @rid AS record FROM Thing WHERE id IN :ids"


def load_bulk(database: Any, model: Model, delta: Delta, progress: Callable[[int], None]) -> None:
    """Write the new nodes, edges and evidence of a difference.

    Args:
        database: the engine's own handle.
        model: says which label of a node is the engine's type.
        delta: an exact difference, for nothing that is there already is looked for; what it takes away or changes is not looked at.
        progress: hears how many rows are done.
    """
    records = _Records(database)
    with database.graph_batch(batch_size=_BUFFERED_EDGES, use_wal=True, wal_flush="yes_full") as batch:
        _nodes(batch, records, model, delta.nodes_new, progress)
        for edge_type, edges in groupby(delta.edges_new, key=itemgetter("type")):
            _edges(batch, records, edge_type, edges, progress)
        for edge_type, evidence in groupby(delta.evidence_new, key=itemgetter("type")):
            _evidence(batch, records, edge_type, evidence, progress)


class _Records:
    """The engine's own record ids by ours; they live for one load and are stored nowhere."""

    def __init__(self, database: Any) -> None:
        self._database, self._known = database, dict[str, str]()

    def add(self, ids: Iterable[str], records: Iterable[str]) -> None:
        """Remember the records of nodes that were made."""
        self._known.update(zip(ids, records, strict=True))

    def ends(self, rows: Sequence[EdgeRow] | Sequence[EvidenceRow]) -> tuple[list[str], list[str]]:
        """The records of the sources and of the targets; what this load did not make is looked up."""
        missing = sorted({i for r in rows for i in (r["source"], r["target"])} - self._known.keys())
        for row in self._database.query("sql", _FOUND, {"ids": missing}) if missing else ():
            self._known[row.get("id")] = str(row.get("record"))
        return [self._known[r["source"]] for r in rows], [self._known[r["target"]] for r in rows]


def _nodes(batch: Any, records: _Records, model: Model, rows: Iterable[NodeRow], progress: Callable[[int], None]) -> None:
    for labels, group in groupby(rows, key=itemgetter("labels")):
        found = model.class_of(labels)
        kind = found.name if found is not None else "Retracted"
        for chunk in _chunks(group):
            made = batch.create_vertices(kind, [{"id": r["id"], **_plain(r["properties"])} for r in chunk])
            records.add((r["id"] for r in chunk), made)
            progress(len(chunk))


def _edges(batch: Any, records: _Records, edge_type: str, rows: Iterable[EdgeRow], progress: Callable[[int], None]) -> None:
    for chunk in _chunks(iter(rows)):
        sources, targets = records.ends(chunk)
        batch.new_edges(sources, edge_type, targets)
        progress(len(chunk))


def _evidence(batch: Any, records: _Records, edge_type: str, rows: Iterable[EvidenceRow], progress: Callable[[int], None]) -> None:
    for chunk in _chunks(iter(rows)):
        properties = [{"id": r["id"], **_plain(r["properties"])} for r in chunk]
        sources, targets = records.ends(chunk)
        batch.new_edges(sources, edge_type, targets, properties)
        progress(len(chunk))


def _plain(properties: Properties) -> dict[str, Any]:
    """Moments as the engine's own text, in UTC without a zone."""
    given = {}
    for name, value in properties.items():
        if value is not None:
            given[name] = f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S}" if isinstance(value, datetime) else value
    return given


def _chunks(rows: Iterator[T]) -> Iterator[list[T]]:
    while chunk := list(islice(rows, _CHUNK)):
        yield chunk
