from __future__ import annotations

import time
from pathlib import Path

from tests.cli.command import SAMPLE, kg, load
from tests.neo4j.server import Neo4jServer


def test_a_load_on_neo4j_is_the_load_on_the_embedded_engine(neo4j_server: Neo4jServer, tmp_path: Path) -> None:
    neo4j_server.empty()
    server = neo4j_server.environment()
    load(tmp_path / "one", extra=server)
    load(tmp_path / "other")
    turtle = kg(tmp_path / "one", "export", extra=server).out
    assert turtle == kg(tmp_path / "other", "export").out
    assert len(turtle) > 50_000
    assert kg(tmp_path / "one", "rebuild", extra=server).code == 0
    assert kg(tmp_path / "one", "export", extra=server).out == turtle
    assert kg(tmp_path / "one", "check", extra=server).code == 0


def test_a_database_of_another_home_is_refused_and_taken_over_when_told(neo4j_server: Neo4jServer, tmp_path: Path) -> None:
    neo4j_server.empty()
    server = neo4j_server.environment()
    load(tmp_path / "one", extra=server)
    done = kg(tmp_path / "two", "load", str(SAMPLE), extra=server)
    assert done.code == 4
    assert "shows another KG_HOME" in done.err
    assert not (tmp_path / "two" / "manifest.json").exists()
    assert kg(tmp_path / "two", "rebuild", extra=server).code == 4
    assert kg(tmp_path / "two", "rebuild", "--take-over", extra=server).code == 0
    assert kg(tmp_path / "two", "query", "MATCH (n:Thing) RETURN count(n) AS n", extra=server).json == [{"n": 0}]


def test_a_wrong_password_is_one_sentence_without_the_password(neo4j_server: Neo4jServer, tmp_path: Path) -> None:
    server = neo4j_server.environment() | {"KG_NEO4J_PASSWORD": "not-the-password"}
    done = kg(tmp_path / "home", "load", str(SAMPLE), extra=server)
    assert done.code == 4
    assert "password" in done.err
    assert "not-the-password" not in done.err
    assert done.err.strip().count("\n") == 0


def test_a_neo4j_that_is_not_there_is_said_within_seconds(tmp_path: Path) -> None:
    began = time.monotonic()
    done = kg(tmp_path / "home", "load", str(SAMPLE), extra={"KG_NEO4J_URL": "bolt://127.0.0.1:9"})
    assert done.code == 4
    assert "bolt://127.0.0.1:9" in done.err
    assert done.err.strip().count("\n") == 0
    assert time.monotonic() - began < 30


def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    done = kg(tmp_path / "home", "list", extra={"KG_NEO4J_URL": "http://localhost"})
    assert done.code == 3
    assert "KG_NEO4J_URL" in done.err


def test_a_query_that_writes_is_refused_there_too(neo4j_server: Neo4jServer, tmp_path: Path) -> None:
    neo4j_server.empty()
    server = neo4j_server.environment()
    load(tmp_path / "home", extra=server)
    done = kg(tmp_path / "home", "query", "CREATE (n:Person {id: 'x'}) RETURN n", extra=server)
    assert done.code == 2
    assert "only reading" in done.err
