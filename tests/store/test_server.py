from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from neo4j import GraphDatabase

from kg.errors import StoreError
from kg.store import Settings, open_store
from kg.store.server import _require_new_enough, statements
from tests.neo4j.server import Neo4jServer, free_ports
from tests.readings import MODEL
from tests.store.graph import WHOLE, Shown, written


@pytest.fixture
def settings(neo4j_settings: Settings) -> Settings:
    return neo4j_settings


def refusal(settings: Settings) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(MODEL, settings)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_wrong_password_is_told_with_the_settings_to_set(settings: Settings) -> None:
    said = refusal(replace(settings, password="wrong"))
    assert "KG_NEO4J_PASSWORD" in said
    assert "wrong" not in said


def test_an_unknown_user_is_told(settings: Settings) -> None:
    assert "KG_NEO4J_USER" in refusal(replace(settings, user="nobody"))


def test_a_database_that_is_not_there_is_told(settings: Settings) -> None:
    assert "KG_NEO4J_DATABASE" in refusal(replace(settings, database="nowhere"))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_not_there_is_told_at_once(settings: Settings, scheme: str) -> None:
    began = time.monotonic()
    said = refusal(replace(settings, url=f"{scheme}://127.0.0.1:{free_ports(1)[0]}"))
    assert time.monotonic() - began < 5
    assert "KG_NEO4J_URL" in said


def test_a_host_without_an_address_is_told(settings: Settings) -> None:
    assert "KG_NEO4J_URL" in refusal(replace(settings, url="bolt://nowhere.invalid:7687"))


def test_encryption_where_the_server_has_none_is_told(settings: Settings) -> None:
    assert "KG_NEO4J_URL" in refusal(replace(settings, url=settings.url.replace("bolt:", "bolt+s:")))


def test_a_server_that_speaks_something_else_is_told(settings: Settings, neo4j_server: Neo4jServer) -> None:
    port = neo4j_server.browser.rsplit(":", 1)[1].split("/")[0]
    assert "KG_NEO4J_URL" in refusal(replace(settings, url=f"bolt://127.0.0.1:{port}"))


def test_the_address_may_be_one_of_routing(settings: Settings) -> None:
    store = open_store(MODEL, replace(settings, url=settings.url.replace("bolt:", "neo4j:")))
    store.apply(written())
    assert Shown.of(store) == WHOLE
    store.close()


@pytest.mark.usefixtures("store")
def test_constraints_and_indexes_stand_and_are_online(settings: Settings) -> None:
    with GraphDatabase.driver(settings.url, auth=(settings.user, settings.password)) as driver:
        found = {r["name"]: r for r in driver.execute_query("SHOW INDEXES").records}
        unique = {tuple(r["labelsOrTypes"]) for r in driver.execute_query("SHOW CONSTRAINTS").records}
    assert {r["state"] for r in found.values()} == {"ONLINE"}
    assert {("Thing",), ("Manifest",)} <= unique
    assert found["entity_ft"]["labelsOrTypes"] == ["Entity"]
    assert len(found) >= len(list(statements(MODEL)))


@pytest.mark.usefixtures("store")
def test_a_lookup_by_id_goes_over_the_index(settings: Settings) -> None:
    with GraphDatabase.driver(settings.url, auth=(settings.user, settings.password)) as driver:
        plan = driver.execute_query("EXPLAIN MATCH (n:Thing {id: 'x'}) RETURN n").summary.plan
    assert "NodeUniqueIndexSeek" in str(plan)


def test_the_server_says_nothing_on_our_streams(settings: Settings, capfd: pytest.CaptureFixture[str]) -> None:
    store = open_store(MODEL, settings)
    store.apply(written())
    store.empty()
    store.close()
    refusal(replace(settings, password="wrong"))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("version", "taken"), [("5.26.30", True), ("2026.08.1", True), ("5.27", True), ("5.25.1", False), ("4.4.40", False)]
)
def test_a_neo4j_before_5_26_is_refused(version: str, taken: bool) -> None:
    if taken:
        _require_new_enough(version, "bolt://localhost")
    else:
        with pytest.raises(StoreError, match=re.escape(version)):
            _require_new_enough(version, "bolt://localhost")
