"""The embedded engine's bulk way beside Cypher: the same made graph into two empty databases, in one run.

python -m bench.bulk [ENTERPRISES]        30,000 by default; each is a node with one piece of evidence in one document
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from kg.delta import Delta, EvidenceRow, NodeRow, Properties
from kg.ids import digest
from kg.model import Model
from kg.store import bulk
from kg.store.embedded import open_embedded

MODEL = Model.load()
RECORDED = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Print rows a second of each way, and the ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
    seconds = {}
    for name, least in (("cypher", 10 * count), ("bulk", 1)):
        bulk.LEAST_ROWS = least
        with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
            store = open_embedded(MODEL, Path(folder))
            began = time.monotonic()
            store.apply(graph(count))
            seconds[name] = time.monotonic() - began
            store.close()
        sys.stdout.write(f"{name:8}{2 * count / seconds[name]:10,.0f} rows/s {seconds[name]:8.1f} s\n")
    sys.stdout.write(f"bulk is {seconds['cypher'] / seconds['bulk']:.1f} times as fast ({count:,} nodes and as many pieces of evidence)\n")


def graph(count: int) -> Delta:
    """A document and so many enterprises that it states."""
    document: NodeRow = {"id": "d", "labels": labels("Document"), "properties": {"name": "名册"}}
    return Delta(nodes_new=[document, *nodes(count)], evidence_new=evidence(count), size=2 * count + 1)


def nodes(count: int) -> Iterator[NodeRow]:
    """Enterprises with their names and codes."""
    for number in range(count):
        name = f"江海第{number}机械制造有限公司"
        said: Properties = {"name": name, "creditCode": f"9144{number:014d}", "sortKey": f"jiang1 hai3 {number}", "searchText": name}
        yield {"id": digest(str(number)), "labels": labels("Enterprise"), "properties": said}


def evidence(count: int) -> Iterator[EvidenceRow]:
    """The line of each."""
    for number in range(count):
        said: Properties = {"quote": f"江海第{number}机械制造有限公司", "spanStart": 30 * number, "spanEnd": 30 * number + 20, "version": 1}
        said |= {"method": "table", "confidence": 100, "recordedFrom": RECORDED, "stated": [f"name=江海第{number}机械制造有限公司"]}
        yield {"id": digest("e", str(number)), "source": digest(str(number)), "type": "STATED_IN", "target": "d", "properties": said}


def labels(class_name: str) -> tuple[str, ...]:
    """The class and its superclasses."""
    return tuple(sorted(MODEL[class_name].lineage))


if __name__ == "__main__":
    main()
