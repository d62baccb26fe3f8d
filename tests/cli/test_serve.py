from __future__ import annotations

import json
import os
import signal
import socket
import urllib.request
from pathlib import Path

import pytest

from tests.cli.command import kg, load, serving


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
        assert "nothing new" in load(home).err
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
