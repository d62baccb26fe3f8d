"""What the last build came to, kept in a DuckDB file so that the next one begins from there.

    KG_HOME/cache/build.duckdb        origin(kind, name, said)   kept.graph: the tables named in ``TABLES``

It may be deleted at any time and belongs to nothing that is kept: one of another program, ontology or state is not used. It is written
aside and renamed, and changed within one transaction, so that it is there whole or not at all.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass

import duckdb

from kg import __version__
from kg.home import Home, sha256
from kg.manifest import Manifest
from kg.model import Model
from kg.resolve.again.kept import RESOLVED

FORMAT = 4
LEAST = 20_000
"""Rows of claims below which no build is kept."""
KEPT = "kept.graph"
"""The schema of the tables, where the file is attached."""

GRAPH = ("node", "label", "value", "edge", "evidence", "evidence_value")
"""The tables of the graph."""

# What is kept of a build, and how: of what is inferred from lists that are complete the graph alone, for it is inferred again.
TABLES: Mapping[str, str] = {
    "standing": "FROM {s}.standing",
    "raw": "FROM {s}.raw WHERE kind = 'apart'",
    "claim_row": "FROM {s}.claim_row WHERE claim NOT IN (SELECT claim FROM {s}.absent)",
    "mention": "FROM {s}.mention",
    **RESOLVED,
    "identity": "FROM {s}.identity",
    "subject": "FROM {s}.subject WHERE claim NOT IN (SELECT claim FROM {s}.absent)",
    **{name: f"FROM {{s}}.{name}" for name in GRAPH},
}


@dataclass(frozen=True)
class Origin:
    """What a build was made from.

    Attributes:
        base: the hash of what concerns every edition: program, ontology, claims that were rejected or corrected.
        state: the state of the graph (``kg.pipeline.state``).
        editions: for each edition the hash of its versions and of its source's description.
    """

    base: str
    state: str
    editions: Mapping[str, str]

    @classmethod
    def of(cls, manifest: Manifest, model: Model, state: str) -> Origin:
        """What a build of the manifest is made from."""
        judged = [j.line().decode() for j in manifest.judgements.of("reject", "correct")]
        base = sha256(json.dumps([FORMAT, __version__, model.digest, judged]).encode())
        stretches: dict[str, list[object]] = {}
        for standing in manifest.standings():
            source = manifest.sources[standing.edition.split("/")[0]]
            stretches.setdefault(standing.edition, [source]).append(asdict(standing))
        return cls(base, state, {edition: sha256(json.dumps(said).encode()) for edition, said in stretches.items()})

    def changed(self, other: Origin) -> list[str]:
        """The editions of which the two say something else, or only one says anything."""
        named = sorted({*self.editions, *other.editions})
        return [edition for edition in named if self.editions.get(edition) != other.editions.get(edition)]

    def rows(self) -> list[tuple[str, str, str]]:
        """As they stand in the file."""
        return [("base", "", self.base), ("state", "", self.state), *(("edition", *pair) for pair in self.editions.items())]


def attach(connection: duckdb.DuckDBPyConnection, home: Home) -> Origin | None:
    """Attach the file as ``kept`` and return what it was made from; None where there is none, or none that can be read."""
    path = home.cache / "build.duckdb"
    if not path.exists():
        return None
    try:
        connection.execute(f"ATTACH {_quoted(str(path))} AS kept")
        rows = connection.execute("FROM kept.origin").fetchall()
    except duckdb.Error:
        with suppress(duckdb.Error):
            connection.execute("DETACH kept")
        return None
    said = {kind: value for kind, name, value in rows if name == ""}
    return Origin(said.get("base", ""), said.get("state", ""), {name: value for kind, name, value in rows if kind == "edition"})


def is_worth(manifest: Manifest) -> bool:
    """Whether a build of the manifest takes longer than to keep it."""
    return sum(standing.version.rows for standing in manifest.standings()) >= LEAST


def show(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Make a schema with the graph of the build that is attached."""
    views = (f"CREATE VIEW {schema}.{name} AS FROM {KEPT}.{name}" for name in GRAPH)
    connection.execute(f"CREATE SCHEMA {schema}; {'; '.join(views)}")


def save(connection: duckdb.DuckDBPyConnection, schema: str, home: Home, origin: Origin) -> None:
    """Keep the build of a schema in place of the one there was. What cannot be written is not kept: the next build is a whole one."""
    aside = home.cache / "build.duckdb.part"
    try:
        home.cache.mkdir(exist_ok=True)
        aside.unlink(missing_ok=True)
        connection.execute(f"ATTACH {_quoted(str(aside))} AS aside")
        connection.execute("CREATE SCHEMA aside.graph; CREATE TABLE aside.origin (kind VARCHAR, name VARCHAR, said VARCHAR)")
        for name, query in TABLES.items():
            connection.execute(f"CREATE TABLE aside.graph.{name} AS {query.format(s=schema)}")
        connection.executemany("INSERT INTO aside.origin VALUES (?, ?, ?)", origin.rows())
        connection.execute("DETACH aside")
        for log in home.cache.glob("build.duckdb.wal*"):  # of the file that is replaced, which a crash left
            log.unlink()
        aside.replace(home.cache / "build.duckdb")
    except (duckdb.IOException, duckdb.TransactionException, OSError):  # a commit that finds no room is the second
        with suppress(duckdb.Error):
            connection.execute("DETACH aside")
        drop(home)


def drop(home: Home) -> None:
    """Remove the file: what it holds must go, or cannot be relied on."""
    shutil.rmtree(home.cache, ignore_errors=True)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
