"""Building the tables of the graph in DuckDB, in bounded memory, from the manifest's files alone."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import pyarrow as pa

from kg.assemble import sql, times
from kg.assemble.absent import ABSENT
from kg.assemble.bounds import BOUNDS
from kg.assemble.judged import apply
from kg.assemble.told import TOLD
from kg.claimfile import SCHEMA
from kg.claimtable import COLUMNS
from kg.errors import KeptError
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model
from kg.resolve import resolve
from kg.resolve.tables import lay
from kg.source import Source

LEAST_MEMORY = 1_000
"""Megabytes that DuckDB may take before it spills."""
MEMORY_PER_MILLION = 600
"""Megabytes for each million rows of claims: some joins cannot spill all (a million made people failed with 1 GB)."""
_SHARE = 0.8


@contextmanager
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB database for building, in memory, which spills to a temporary folder above ``LEAST_MEMORY``, or what ``afford`` says.

    In memory, for in a file each table was compressed and synced: twice the processor time, for what is read once or twice.

    Raises:
        KeptError: what is kept needs more memory than there is, or more room for what it spills.
    """
    with tempfile.TemporaryDirectory(prefix="kg-assemble-") as folder:
        connection = duckdb.connect()
        try:
            connection.execute(f"SET memory_limit = '{LEAST_MEMORY}MB'")
            connection.execute(f"SET temp_directory = '{folder}'")
            connection.execute("SET preserve_insertion_order = false")
            connection.execute("CREATE MACRO array_join(l, s) AS array_to_string(l, s)")
            connection.execute(times.MACROS)
            connection.execute("CREATE MACRO md5_id(c, n) AS substr(md5(concat(c, chr(31), n)), 1, 20)")
            yield connection
        except duckdb.OutOfMemoryException as exc:
            raise KeptError(
                "The memory of this machine does not suffice for what is kept; end other programs, or use one with more."
            ) from exc
        except duckdb.IOException as exc:
            if "No space left on device" not in str(exc):
                raise
            raise KeptError(f"The disk that holds {folder} is full; make room there, or set TMPDIR to another.") from exc
        finally:
            connection.close()


def afford(connection: duckdb.DuckDBPyConnection, manifest: Manifest) -> None:
    """Let DuckDB take memory by the rows of claims of all builds in this database, up to four fifths of the machine's.

    Args:
        manifest: of the build to come; those before it keep their share, for their tables stay.
    """
    rows = sum(standing.version.rows for standing in manifest.standings())
    connection.execute(f"SET VARIABLE claim_rows = coalesce(getvariable('claim_rows'), 0) + {rows}")
    ((built,),) = connection.execute("SELECT getvariable('claim_rows')").fetchall()
    there = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e6
    wanted = max(LEAST_MEMORY, built * MEMORY_PER_MILLION / 1e6)
    connection.execute(f"SET memory_limit = '{min(wanted, there * _SHARE):.0f}MB'")


def build(connection: duckdb.DuckDBPyConnection, schema: str, home: Home, manifest: Manifest, model: Model) -> None:
    """Make the tables ``node``, ``label``, ``value``, ``edge``, ``evidence`` and ``evidence_value`` in ``schema``.

    They hold text in normal form (``kg.values``), never NULL, and are the same for the same manifest whatever the order in
    which editions were loaded.

    Raises:
        KeptError: a file that the manifest names is missing or damaged.
    """
    # In no transaction: the sizes of tables that are not committed are unknown to DuckDB, and joins in a wrong order took all memory.
    prepare(connection, schema, home, manifest, model)
    resolve(connection, schema, manifest.judgements)
    connection.execute(sql.IDENTITY.format(s=schema))
    connection.execute(f"CREATE VIEW {schema}.present AS SELECT id FROM {schema}.node")
    assemble(connection, schema, home, manifest)


def assemble(connection: duckdb.DuckDBPyConnection, schema: str, home: Home, manifest: Manifest) -> None:
    """Make the tables of the graph from ``claim_row``, ``mention``, ``identity``, ``joined``, ``cluster`` and ``present``.

    Args:
        manifest: whose editions and sources get a node.
    """
    _describe_sources(connection, schema, home, manifest)
    connection.execute((sql.SUBJECTS + ABSENT + sql.GRAPH + BOUNDS + TOLD).format(s=schema, **times.EDGES))


def prepare(connection: duckdb.DuckDBPyConnection, schema: str, home: Home, manifest: Manifest, model: Model) -> None:
    """Make the tables that resolving needs: all claims that stand, with their recorded intervals, and all mentions.

    Raises:
        KeptError: a file that the manifest names is missing or damaged.
    """
    afford(connection, manifest)
    connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}")
    connection.execute((sql.TABLES + times.TABLES).format(s=schema))
    declare(connection, schema, model)
    _gather(connection, schema, home, manifest)
    connection.execute(sql.CLAIMS.format(s=schema))
    apply(connection, schema, manifest.judgements)
    connection.execute(sql.MENTIONS.format(s=schema))


def declare(connection: duckdb.DuckDBPyConnection, schema: str, model: Model) -> None:
    """Lay down what the ontology says."""
    timed = [c for c in model if c.is_timed]
    said: dict[str, list[tuple[object, ...]]] = {
        "class_label": [
            (c.name, label, depth, c.identity_class, c.identified_by, c.is_fact) for c in model for depth, label in enumerate(c.lineage)
        ],
        "identifying": [(c.name, name) for c in model if c.is_fact for name in c.identifying],
        "property": [(p.name, p.many, p.edge_type, p.full_text, p.datatype == "date") for p in model.properties.values()],
        "time_of": [(c.name, c.ends, c.during, c.since, c.momentary, "terms" in c.properties, c.is_fact) for c in timed],
        "begins": [
            (c.name, p.name, int(p.datatype != "date"), p.many and p.datatype != "date")
            for c in timed
            for p in map(model.properties.__getitem__, c.begins)
        ],
    }
    for table, rows in said.items():  # at once: row by row took half a second
        columns = {f"c{i}": type(value) for i, value in enumerate(rows[0])}
        lay(connection, "laid", columns, rows)
        connection.execute(f"INSERT INTO {schema}.{table} FROM laid; DROP TABLE laid")


def _gather(connection: duckdb.DuckDBPyConnection, schema: str, home: Home, manifest: Manifest) -> None:
    columns = ", ".join(f"{f.name} {'BIGINT' if f.type == pa.int64() else 'VARCHAR'}" for f in COLUMNS)
    connection.execute(f"CREATE TABLE {schema}.raw (edition VARCHAR, run BIGINT, {columns})")
    for standing in manifest.standings():
        version = standing.version
        if version.schema != SCHEMA:
            raise KeptError(f"The claims of {standing.edition} are of schema {version.schema}, this program reads {SCHEMA}; load it again.")
        path = home.claims / version.claims
        home.read(path, version.sha256)
        source = Source.kept(home, standing.edition.split("/")[0], manifest)
        connection.execute(
            f"INSERT INTO {schema}.standing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                standing.edition,
                standing.order,
                version.number,
                source.id,
                source.publisher,
                version.issued,
                source.rank,
                standing.since,
                standing.until,
                source.complete,
                source.rows_are,
            ],
        )
        connection.execute(f"INSERT INTO {schema}.raw SELECT ?, ?, * FROM read_parquet(?)", [standing.edition, standing.order, str(path)])


def _describe_sources(connection: duckdb.DuckDBPyConnection, schema: str, home: Home, manifest: Manifest) -> None:
    """Add the nodes of editions and sources, which the manifest and the sources' YAML describe."""
    nodes: list[tuple[str, str]] = []
    values: list[tuple[str, str, str]] = []
    edges: list[tuple[str, str, str]] = []
    editions = [s for s in manifest.standings() if s.until == ""]
    for standing in editions:
        version = standing.version
        nodes.append((standing.edition, "Edition"))
        values += [(standing.edition, "name", version.title), (standing.edition, "issued", version.issued)]
        edges.append((standing.edition, "PART_OF", standing.edition.split("/")[0]))
    for name in sorted({s.edition.split("/")[0] for s in editions}):
        source = Source.kept(home, name, manifest)
        nodes.append((source.id, "Source"))
        values += [
            (source.id, "name", source.name),
            (source.id, "publisher", source.publisher),
            (source.id, "rank", str(source.rank)),
        ]
    said = [v for v in values if v[2]]
    if nodes:
        connection.executemany(f"INSERT INTO {schema}.node VALUES (?, ?, true)", nodes)
        connection.executemany(f"INSERT INTO {schema}.value VALUES (?, ?, ?)", said)
        connection.executemany(f"INSERT INTO {schema}.edge VALUES (?, ?, ?)", edges)
