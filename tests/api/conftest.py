"""The API over the sample, on both engines: ``served`` is filled once for a module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.graphql import Answer, Service, execute
from kg import pipeline
from kg.home import Home
from kg.source import Source
from kg.store import Settings, Store, open_store
from loaders import press
from tests.cli.command import SAMPLE
from tests.neo4j.server import Neo4jServer
from tests.readings import MODEL

RECORDED = "2025-12-01T00:00:00Z"


@dataclass
class Served:
    """A store that shows the sample, the service over it, and a client of the application."""

    store: Store
    service: Service
    client: TestClient
    text: str

    def ask(self, text: str, **variables: object) -> Answer:
        return execute(self.service, text, dict(variables))

    def data(self, text: str, **variables: object) -> dict[str, object]:
        answer = self.ask(text, **variables)
        assert "errors" not in answer.body, answer.body["errors"]
        found: dict[str, object] = answer.body["data"]
        return found


def fill(settings: Settings) -> Served:
    """Load the sample into the store of these settings."""
    home = Home(settings.home)
    home.prepare()
    reading = press.read(SAMPLE)
    source = Source.parse(press.sources()[reading.source].yaml, "source")
    store = open_store(MODEL, settings)
    kept = pipeline.keep(home, MODEL, reading, source, loader="press", recorded=RECORDED)
    pipeline.bring(store, home, kept.manifest, MODEL, before=kept.before, progress=pipeline.Progress())
    client = TestClient(create_app(store, MODEL), raise_server_exceptions=False)
    return Served(store, Service(MODEL, store), client, reading.text)


@pytest.fixture(scope="module")
def on_embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = fill(Settings(home=tmp_path_factory.mktemp("embedded") / "home"))
    yield served
    served.store.close()


@pytest.fixture(scope="module")
def on_neo4j(neo4j_server: Neo4jServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    neo4j_server.empty()
    home: Path = tmp_path_factory.mktemp("neo4j") / "home"
    served = fill(Settings(home=home, url=neo4j_server.url, user=neo4j_server.user, password=neo4j_server.password))
    yield served
    served.store.close()


@pytest.fixture(params=["embedded", "neo4j"])
def served(request: pytest.FixtureRequest) -> Served:
    found: Served = request.getfixturevalue(f"on_{request.param}")
    return found
