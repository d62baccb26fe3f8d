from __future__ import annotations

import json
import os
import signal
import socket
import struct
import time
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.cli.command import kg, load, serving
from tests.needed import require
from tests.neo4j.server import Neo4jServer, missing


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("serve") / "home"
    load(home)
    return home


def get(address: str, body: object = None) -> object:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data=data, headers={"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read())


def test_a_server_answers_and_ends_on_ctrl_c(home: Path) -> None:
    with serving(home, "serve") as (process, address):
        answer = get(f"{address}/graphql", {"query": '{ people(where: {name: {eq: "沈望舒"}}) { nodes { name } } }'})
        assert answer == {"data": {"people": {"nodes": [{"name": "沈望舒"}]}}}
        assert get(f"{address}/readyz") == {"status": "ready", "engine": "embedded", "stale": False}
        os.kill(process.pid, signal.SIGINT)
        assert process.wait(timeout=30) in (0, 130)
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


def test_another_process_reads_and_loads_while_one_serves(home: Path) -> None:
    with serving(home, "serve") as (_, address):
        assert "Nothing new" in load(home).err
        assert kg(home, "query", "MATCH (n:Person) RETURN count(n) > 10 AS many").json == [{"many": True}]
        assert kg(home, "unload", "jhgy/2025-11", "--recorded", "2025-12-02").code == 0
        assert get(f"{address}/graphql", {"query": "{ people { totalCount } }"}) == {"data": {"people": {"totalCount": 0}}}


def test_the_demo_serves_what_it_loaded(tmp_path: Path) -> None:
    with serving(tmp_path / "demo", "demo") as (_, address):
        rows = get(f"{address}/rows/honours-by-year.json")
        assert isinstance(rows, list)
        assert len(rows) > 5


def test_a_taken_port_is_one_sentence(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = kg(home, "serve", "--port", str(taken.getsockname()[1]))
    assert done.code == 6
    assert "cannot be listened on" in done.err
    assert done.err.strip().count("\n") == 0


def test_a_client_that_hangs_up_is_one_line_and_the_server_lives_on(home: Path) -> None:
    body = json.dumps({"query": "{ people(first: 1000) { nodes { name participations { nodes { activity { id } } } } } }"}).encode()
    head = f"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    with serving(home, "serve") as (process, address):
        port = int(address.rpartition(":")[2])
        for sent in (head[:20], head + body[:10], head + body):
            with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
                client.sendall(sent)
                # A reset, as of a process that was killed, and no orderly end.
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        assert get(f"{address}/graphql", {"query": "{ __typename }"}) == {"data": {"__typename": "Query"}}
        assert get(f"{address}/readyz") == {"status": "ready", "engine": "embedded", "stale": False}
        os.kill(process.pid, signal.SIGINT)
        assert process.wait(timeout=30) in (0, 130)
        assert process.stderr is not None
        said = process.stderr.read()
    assert "Traceback" not in said
    assert "POST /graphql 499" in said


def test_a_neo4j_that_goes_away_while_serving_is_said_and_found_again(tmp_path: Path) -> None:
    require(missing())
    count = {"query": "{ people { totalCount } }"}
    with Neo4jServer.running(tmp_path / "neo4j") as neo4j:
        load(tmp_path / "home", extra=neo4j.environment())
        with serving(tmp_path / "home", "serve", extra=neo4j.environment()) as (process, address):
            before = get(f"{address}/graphql", count)
            os.kill(neo4j.pid, signal.SIGKILL)
            for path, body in (("/graphql", count), ("/rows/events.json", None), ("/readyz", None)):
                began = time.monotonic()
                with pytest.raises(HTTPError) as refused:
                    get(f"{address}{path}", body)
                assert refused.value.code == 503
                assert "STORE_UNAVAILABLE" in refused.value.read().decode()
                assert time.monotonic() - began < 20
            assert get(f"{address}/healthz") == {"status": "up"}
            with neo4j.again():
                assert get(f"{address}/graphql", count) == before
            os.kill(process.pid, signal.SIGINT)
            assert process.wait(timeout=30) in (0, 130)
            assert process.stderr is not None
            assert "Traceback" not in process.stderr.read()


def test_a_database_that_is_not_there_stops_the_server_before_it_listens(tmp_path: Path) -> None:
    done = kg(tmp_path / "home", "serve", "--port", "0", extra={"KG_NEO4J_URL": "bolt://127.0.0.1:9"})
    assert done.code == 4
    assert "bolt://127.0.0.1:9" in done.err
    assert done.err.strip().count("\n") == 0


def test_graphql_is_asked_without_a_server(tmp_path: Path) -> None:
    home = tmp_path / "home"
    load(home)
    done = kg(home, "query", "--graphql", "{ unions(first: 1) { totalCount } }")
    assert done.code == 0
    assert done.json["data"]["unions"]["totalCount"] > 5
    bad = kg(home, "query", "--graphql", "{ nonsense }")
    assert bad.code == 2
    assert bad.json["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    assert kg(home, "query").code == 2
