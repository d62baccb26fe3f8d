"""The newest calendar version of Neo4j: a load, a look, and the same Turtle as on the embedded engine."""

from __future__ import annotations

import pytest

from kg.home import Home
from kg.store import Settings, open_store
from tests.neo4j.server import NEWEST, Neo4jServer
from tests.readings import MODEL
from tests.store.editions import bring, turtle
from tests.store.graph import found


def test_the_newest_neo4j_shows_what_the_embedded_engine_shows(
    embedded_settings: Settings, home: Home, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if reason := NEWEST.missing():
        pytest.skip(reason)
    with Neo4jServer.running(tmp_path_factory.mktemp("newest"), NEWEST) as server:
        other = Settings.from_environment({"KG_HOME": str(home.folder), **server.environment()})
        shown: list[bytes] = []
        for settings in (embedded_settings, other):
            store = open_store(MODEL, settings)
            bring(store, home, len(shown) + 1)
            bring(store, home, 2)
            assert bring(store, home, 2) == 0
            assert len(found(store, "总工会")) > 5
            shown.append(turtle(store))
            version = store.version
            store.close()
    assert version == NEWEST.version
    assert shown[0] == shown[1]
