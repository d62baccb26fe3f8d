"""What the tests of the store share: the graph on both engines, really running.

settings      where a fresh graph is; each test that asks for it runs twice, as [embedded] and as [neo4j]
store         the open store of these settings, closed afterwards
home          the prepared KG_HOME of these settings (or of a test without a store)
neo4j_server  a real Neo4j 5.26, one for the whole session; its database is emptied before each test

What concerns one engine asks for ``embedded_settings`` or ``neo4j_settings``, what compares the two for both.

Where Java 17 or Maven is missing the tests on Neo4j are skipped by name; under ``CI=true`` they fail instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.home import Home
from kg.store import Settings, Store, open_store
from tests.needed import require
from tests.neo4j.server import Neo4jServer, missing
from tests.readings import MODEL


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    require(missing())
    with Neo4jServer.running(tmp_path_factory.mktemp("neo4j")) as server:
        yield server


@pytest.fixture
def embedded_settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home")


@pytest.fixture
def neo4j_settings(neo4j_server: Neo4jServer, tmp_path: Path) -> Settings:
    neo4j_server.empty()
    return Settings(home=tmp_path / "home", url=neo4j_server.url, user=neo4j_server.user, password=neo4j_server.password)


@pytest.fixture(params=["embedded", "neo4j"])
def settings(request: pytest.FixtureRequest) -> Settings:
    found: Settings = request.getfixturevalue(f"{request.param}_settings")
    return found


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.prepare()
    return home


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    store = open_store(MODEL, settings)
    yield store
    store.close()
