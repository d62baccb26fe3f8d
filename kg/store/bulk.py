"""The embedded engine's bulk way: into an empty database a large graph goes by its batch interface, some three times faster than by
Cypher (``bench/bulk.py``).

The write-ahead log stays on, which cost nothing that could be measured: what a crash leaves is a part of the graph under a ``Manifest``
that says so, and the next start reads it and writes the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
Ids = dict[str, str]
"""The engine's own record ids by ours; they live for one load and are stored nowhere."""


def load_bulk(database: Any, model: Model, delta: Delta, progress: Callable[[int], None]) -> None:
    """Write the new nodes, edges and evidence of a difference into a database that has no nodes yet.

    Args:
        database: the engine's own handle.
        model: says which label of a node is the engine's type.
        delta: a difference from nothing; what it takes away is not looked at.
        progress: hears how many rows are done.
    """
    with database.graph_batch(batch_size=_BUFFERED_EDGES, use_wal=True, wal_flush="yes_full") as batch:
        ids = _nodes(batch, model, delta.nodes_new, progress)
        for edge_type, edges in groupby(delta.edges_new, key=itemgetter("type")):
            _edges(batch, ids, edge_type, edges, progress)
        for edge_type, evidence in groupby(delta.evidence_new, key=itemgetter("type")):
            _evidence(batch, ids, edge_type, evidence, progress)


def _nodes(batch: Any, model: Model, rows: Iterable[NodeRow], progress: Callable[[int], None]) -> Ids:
    ids: Ids = {}
    for labels, group in groupby(rows, key=itemgetter("labels")):
        found = model.class_of(labels)
        kind = found.name if found is not None else "Retracted"
        for chunk in _chunks(group):
            made = batch.create_vertices(kind, [{"id": r["id"], **_plain(r["properties"])} for r in chunk])
            ids.update(zip((r["id"] for r in chunk), made, strict=True))
            progress(len(chunk))
    return ids


def _edges(batch: Any, ids: Ids, edge_type: str, rows: Iterable[EdgeRow], progress: Callable[[int], None]) -> None:
    for chunk in _chunks(iter(rows)):
        batch.new_edges([ids[r["source"]] for r in chunk], edge_type, [ids[r["target"]] for r in chunk])
        progress(len(chunk))


def _evidence(batch: Any, ids: Ids, edge_type: str, rows: Iterable[EvidenceRow], progress: Callable[[int], None]) -> None:
    for chunk in _chunks(iter(rows)):
        properties = [{"id": r["id"], **_plain(r["properties"])} for r in chunk]
        batch.new_edges([ids[r["source"]] for r in chunk], edge_type, [ids[r["target"]] for r in chunk], properties)
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
