"""What a store shows, read back as tables: the way to repair a store whose state is not known."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pyarrow as pa

from kg.assemble import sql
from kg.delta import Properties
from kg.model import Model
from kg.store import Store
from kg.values import to_text

_PORTION = 50_000


def read_shown(connection: duckdb.DuckDBPyConnection, schema: str, store: Store, model: Model) -> None:
    """Fill ``schema`` with the tables that ``store`` shows, in the normal form of ``kg.assemble.build``.

    The table ``node`` gets no class: a difference needs the ids alone.
    """
    connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}")
    connection.execute(sql.TABLES.format(s=schema))
    sink = _Sink(connection, schema)
    for node in store.nodes():
        sink.add("node", node["id"], "", True)
        for label in node["labels"]:
            sink.add("label", node["id"], label)
        for name, value in as_text(node["properties"], model):
            sink.add("value", node["id"], name, value)
    for edge in store.edges():
        sink.add("edge", edge["source"], edge["type"], edge["target"])
    for evidence in store.evidence():
        sink.add("evidence", evidence["id"], evidence["source"], evidence["type"], evidence["target"])
        for name, value in as_text(evidence["properties"], model):
            sink.add("evidence_value", evidence["id"], name, value)
    sink.flush()


def as_text(properties: Properties, model: Model) -> Iterator[tuple[str, str]]:
    """Properties as a store gave them, in normal form, one pair for each value of a list."""
    for name, value in sorted(properties.items()):
        if value is None:
            continue
        datatype = model.properties[name].datatype if name in model.properties else "string"
        for one in value if isinstance(value, list) else [value]:
            yield name, to_text(datatype, one)


class _Sink:
    """Rows on their way into the tables, inserted in portions."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, schema: str) -> None:
        self.connection, self.schema = connection, schema
        self.rows: dict[str, list[tuple[str | bool, ...]]] = {}
        self.count = 0

    def add(self, table: str, *row: str | bool) -> None:
        self.rows.setdefault(table, []).append(row)
        self.count += 1
        if self.count >= _PORTION:
            self.flush()

    def flush(self) -> None:
        for table, rows in self.rows.items():
            columns = {f"c{i}": list(column) for i, column in enumerate(zip(*rows, strict=True))}
            portion = pa.table(columns)
            self.connection.register("portion", portion)
            self.connection.execute(f"INSERT INTO {self.schema}.{table} SELECT * FROM portion")
            self.connection.unregister("portion")
        self.rows, self.count = {}, 0
