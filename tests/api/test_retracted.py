from __future__ import annotations

from kg import pipeline
from kg.home import Home
from kg.manifest import Manifest
from kg.store import Settings
from tests.api.conftest import fill
from tests.readings import MODEL


def test_what_no_source_says_any_longer_is_not_shown(settings: Settings) -> None:
    served, home = fill(settings), Home(settings.home)
    found = served.data("{ people(first: 1) { nodes { id } } }")["people"]
    identifier = found["nodes"][0]["id"]  # type: ignore[index]
    try:
        edition = next(iter(Manifest.load(home).editions))
        kept = pipeline.withdraw(home, edition, recorded="2025-12-02T00:00:00Z")
        pipeline.bring(served.store, home, kept.manifest, MODEL, before=kept.before, progress=pipeline.Progress())
        assert served.store.read("MATCH (n:Retracted) RETURN count(n) > 50 AS many") == [{"many": True}]
        assert served.data("{ things { totalCount nodes { id } } }") == {"things": {"totalCount": 0, "nodes": []}}
        assert served.data("query($i: ID!) { thing(id: $i) { id } person(id: $i) { id } }", i=identifier) == {"thing": None, "person": None}
    finally:
        served.store.close()
