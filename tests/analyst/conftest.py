"""The hand-made part of the sample on both engines, filled once for a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg import pipeline
from kg.home import Home
from kg.store import Settings, Store, open_store
from tests.analyst.sample import sample
from tests.neo4j.server import Neo4jServer
from tests.readings import MODEL, SOURCE


def fill(settings: Settings) -> Store:
    """A store of these settings that shows the hand-made sample."""
    home = Home(settings.home)
    home.prepare()
    store = open_store(MODEL, settings)
    kept = pipeline.keep(home, MODEL, sample(), SOURCE, loader="hand", recorded="2025-12-01T00:00:00Z")
    pipeline.bring(store, home, kept.manifest, MODEL, before=kept.before, progress=pipeline.Progress())
    return store


@pytest.fixture(scope="module")
def on_embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = fill(Settings(home=tmp_path_factory.mktemp("embedded") / "home"))
    yield store
    store.close()


@pytest.fixture(scope="module")
def on_neo4j(neo4j_server: Neo4jServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    neo4j_server.empty()
    home = tmp_path_factory.mktemp("neo4j") / "home"
    store = fill(Settings(home=home, url=neo4j_server.url, user=neo4j_server.user, password=neo4j_server.password))
    yield store
    store.close()
