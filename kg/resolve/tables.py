"""Rows from Python laid down as a table of DuckDB."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import duckdb
import pyarrow as pa

_ARROW: Mapping[type, pa.DataType] = {str: pa.string(), int: pa.int32(), float: pa.float64(), bool: pa.bool_()}


def lay(connection: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, type], rows: Iterable[tuple[object, ...]]) -> None:
    """Make a table of these columns and rows; whole numbers have 32 bits."""
    found = list(zip(*rows, strict=True)) or [() for _ in columns]
    portion = pa.table({column: pa.array(values, _ARROW[kind]) for (column, kind), values in zip(columns.items(), found, strict=True)})
    connection.register("portion", portion)
    connection.execute(f"CREATE TABLE {name} AS SELECT * FROM portion")
    connection.unregister("portion")
