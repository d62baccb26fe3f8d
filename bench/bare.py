"""A roster of many enterprises into Neo4j, by ``kg load`` and by the bare driver, in one run: seconds, and the ratio.

    python -m bench.bare [ROWS]        20,000 by default

The bare driver writes what ours is found to have written, after the database is emptied: the same nodes, edges and evidence under the
same constraints and indexes. It gets the rows as lists that are ready and sends each batch as one ``UNWIND … CREATE``, while ours reads
the file, assembles the graph, and writes so that it may be cut off anywhere. A load of a quarter warms the server up.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from neo4j import GraphDatabase

from bench.enterprises import DESCRIPTION
from bench.load import run
from bench.roster import write
from kg.model import Model
from kg.store import Settings, open_store
from tests.neo4j.server import Neo4jServer, missing

BATCH = 2_000
_ENDS = "UNWIND $rows AS row MATCH (s:Thing {id: row.source}) MATCH (t:Thing {id: row.target})"


def bare(server: Neo4jServer, nodes: list[Any], edges: list[Any], evidence: list[Any]) -> float:
    """Write rows by the driver alone; return the seconds."""
    began = time.perf_counter()
    with GraphDatabase.driver(server.url, auth=(server.user, server.password)) as driver:

        def create(rows: Iterable[Any], key: str, statement: Callable[[Any], str]) -> None:
            for value, group in groupby(rows, key=itemgetter(key)):
                found = list(group)
                for start in range(0, len(found), BATCH):
                    driver.execute_query(statement(value), rows=found[start : start + BATCH])

        create(nodes, "labels", lambda labels: f"UNWIND $rows AS row CREATE (n:{':'.join(labels)} {{id: row.id}}) SET n += row.properties")
        create(edges, "type", lambda kind: f"{_ENDS} CREATE (s)-[:{kind}]->(t)")
        create(evidence, "type", lambda kind: f"{_ENDS} CREATE (s)-[e:{kind} {{id: row.id}}]->(t) SET e += row.properties")
    return time.perf_counter() - began


def main() -> None:
    """Print a line for each way, and the ratios."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    if reason := missing():
        sys.stdout.write(f"not measured: {reason}\n")
        return
    out = sys.stdout.write
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "enterprises-2025-12-31.csv"
        with Neo4jServer.running(folder / "server") as server:
            write(path, max(rows // 4, 1))
            run(path, server.environment(), "--source", DESCRIPTION)
            write(path, rows)
            load = os.getloadavg()[0]
            seconds, steps, peak = run(path, server.environment(), "--source", DESCRIPTION)
            settings = Settings.from_environment({"KG_HOME": str(folder / "home"), **server.environment()})
            store = open_store(Model.load(), settings)
            nodes = sorted(store.nodes(), key=itemgetter("labels"))
            edges, evidence = sorted(store.edges(), key=itemgetter("type")), sorted(store.evidence(), key=itemgetter("type"))
            began = time.perf_counter()
            store.empty()
            emptied = time.perf_counter() - began
            alone = bare(server, nodes, edges, evidence)
            store.close()
        shares = ", ".join(f"{step} {value:.1f} s" for step, value in steps.items())
        count = len(nodes) + len(edges) + len(evidence)
        out(f"{rows:,} enterprises, {count:,} rows, load {load:.1f} before\n")
        out(f"kg load      {seconds:7.1f} s ({shares}; peak {peak:,.0f} MiB)\nbare driver  {alone:7.1f} s\n")
        out(f"bare : kg's writing = 1 : {steps['write'] / alone:.2f}, bare : whole kg load = 1 : {seconds / alone:.2f}\n")
        out(f"emptying the database {emptied:.1f} s\n")


if __name__ == "__main__":
    main()
