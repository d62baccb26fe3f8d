"""Checking: that what is kept is whole, that the store shows it, and what the sources contradict one another in."""

from __future__ import annotations

from collections.abc import Iterator

from kg import claimfile
from kg.assemble import build, database, difference, read_shown
from kg.contradictions import Finding, contradictions
from kg.document import REPEAT
from kg.errors import KeptError
from kg.home import Home
from kg.manifest import Manifest, Version, text_of
from kg.model import Model
from kg.store import Store


def check(store: Store, home: Home, manifest: Manifest, model: Model) -> Iterator[Finding]:
    """Everything that is wrong or worth a look, damage first; where anything is damaged the graph is not looked at."""
    damaged = False
    for edition, versions in sorted(manifest.editions.items()):
        for version in versions:
            for finding in _kept(home, edition, version):
                damaged = True
                yield finding
    if damaged:
        return
    with database() as connection:
        build(connection, "after", home, manifest, model)
        read_shown(connection, "before", store, model)
        size = difference(connection, "before", "after", model).size
        if size:
            yield Finding("fault", store.access.url, f"The store differs from what is kept in {size} rows; kg rebuild writes it anew.")
        yield from contradictions(connection, "after", model)


def _kept(home: Home, edition: str, version: Version) -> Iterator[Finding]:
    if not version.claims:
        return
    place = f"{edition} version {version.number}"
    try:
        rows = claimfile.read(home, version).select(["span_start", "span_end", "further", "quote"]).to_pylist()
        text = text_of(home, version)
    except KeptError as exc:
        yield Finding("damage", place, str(exc))
        return
    for row in rows:
        if row["span_start"] >= 0:
            runs = (r.split(":") for r in [f"{row['span_start']}-{row['span_end']}:", *row["further"].split()])
            if "".join(text[slice(*map(int, run.split("-")))] for run, gives in runs if gives != REPEAT).replace("\n", "") != row["quote"]:
                yield Finding("damage", f"{place} at {row['span_start']}", "A quote is not the text of its spans; load the edition again.")
                return
