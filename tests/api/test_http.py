from __future__ import annotations

import logging
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import GRAPHQL_JSON, LARGEST_BODY, create_app
from api.graphql import Limits
from kg.store import Settings, open_store
from tests.api.conftest import Served
from tests.needed import require
from tests.neo4j.server import Neo4jServer, missing
from tests.readings import MODEL

COUNT = "{ people { totalCount } }"


def test_post_and_get_answer_alike(served: Served) -> None:
    posted = served.client.post("/graphql", json={"query": COUNT})
    got = served.client.get("/graphql", params={"query": COUNT})
    assert posted.status_code == got.status_code == 200
    assert posted.json() == got.json()
    assert posted.json()["data"]["people"]["totalCount"] > 40


def test_variables_and_operation_names_are_taken(on_embedded: Served) -> None:
    asked = {
        "query": "query A { people { totalCount } } query B($n: String) { people(where: {name: {eq: $n}}) { nodes { name } } }",
        "variables": {"n": "梁景澜"},
        "operationName": "B",
    }
    assert on_embedded.client.post("/graphql", json=asked).json() == {"data": {"people": {"nodes": [{"name": "梁景澜"}]}}}


def test_the_newer_media_type_has_the_status_in_http(on_embedded: Served) -> None:
    headers = {"accept": GRAPHQL_JSON}
    good = on_embedded.client.post("/graphql", json={"query": COUNT}, headers=headers)
    assert (good.status_code, good.headers["content-type"]) == (200, GRAPHQL_JSON)
    bad = on_embedded.client.post("/graphql", json={"query": "{ nope }"}, headers=headers)
    assert bad.status_code == 400


BAD = {
    "a form": ({"content": "query=%7Bx%7D", "headers": {"content-type": "application/x-www-form-urlencoded"}}, 415, "NOT_JSON"),
    "plain text": ({"content": COUNT, "headers": {"content-type": "text/plain"}}, 415, "NOT_JSON"),
    "no JSON": ({"content": "{", "headers": {"content-type": "application/json"}}, 400, "NOT_JSON"),
    "a batch": ({"json": [{"query": COUNT}]}, 400, "NOT_A_REQUEST"),
    "no query": ({"json": {}}, 400, "NO_QUERY"),
    "a query that is no text": ({"json": {"query": 3}}, 400, "NO_QUERY"),
    "variables that are none": ({"json": {"query": COUNT, "variables": [1]}}, 400, "NOT_A_REQUEST"),
    "lists without end": ({"content": "[" * 90_000, "headers": {"content-type": "application/json"}}, 400, "NOT_JSON"),
    "half a character": (
        {"content": '{"query": "{ __typename }", "variables": {"n": "\\ud800"}}', "headers": {"content-type": "application/json"}},
        400,
        "NOT_JSON",
    ),
    "too large": ({"json": {"query": " " * LARGEST_BODY + COUNT}}, 413, "TOO_LARGE"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_request_has_a_code(on_embedded: Served, case: str) -> None:
    given, status, code = BAD[case]
    answer = on_embedded.client.post("/graphql", **given)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert answer.json()["errors"][0]["extensions"]["code"] == code


def test_a_mutation_by_get_is_refused(on_embedded: Served) -> None:
    answer = on_embedded.client.get("/graphql", params={"query": "mutation { x }"})
    assert answer.status_code == 405
    assert answer.json()["errors"][0]["extensions"]["code"] == "NOT_A_QUERY"


def test_the_older_media_type_has_200_for_what_is_not_valid(on_embedded: Served) -> None:
    answer = on_embedded.client.post("/graphql", json={"query": "{ nope }"}, headers={"accept": "application/json"})
    assert answer.status_code == 200
    assert "data" not in answer.json()


def test_an_operation_that_is_not_there_has_no_data(on_embedded: Served) -> None:
    answer = on_embedded.client.post("/graphql", json={"query": COUNT, "operationName": "B"}, headers={"accept": GRAPHQL_JSON})
    assert answer.status_code == 400
    assert "data" not in answer.json()


def test_a_request_without_end_is_left(on_embedded: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.app.GRACE", 0.1)
    client = TestClient(create_app(on_embedded.store, MODEL, limits=Limits(seconds=0.1)), raise_server_exceptions=False)
    monkeypatch.setattr("api.app.execute", lambda *_: time.sleep(1))
    answer = client.post("/graphql", json={"query": COUNT})
    assert answer.status_code == 504
    assert answer.json()["errors"][0]["extensions"]["code"] == "TIMEOUT"


def test_a_browser_is_told_how_to_ask(on_embedded: Served) -> None:
    answer = on_embedded.client.get("/graphql", headers={"accept": "text/html"})
    assert answer.status_code == 200
    assert "工会图谱" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "http://" not in answer.text.replace("http://testserver/", "")


def test_what_is_not_there_says_what_is(on_embedded: Served) -> None:
    answer = on_embedded.client.get("/nowhere")
    assert answer.status_code == 404
    assert "/graphql" in answer.json()["errors"][0]["message"]
    assert on_embedded.client.delete("/graphql").status_code == 405


def test_health_and_readiness(served: Served) -> None:
    assert served.client.get("/healthz").json() == {"status": "up"}
    assert served.client.get("/readyz").json() == {"status": "ready", "engine": served.store.engine, "stale": False}


def test_a_load_in_between_is_said(on_embedded: Served) -> None:
    client = TestClient(create_app(on_embedded.store, MODEL, stale=lambda: True))
    assert client.get("/readyz").json()["stale"] is True


def test_one_line_a_request(on_embedded: Served, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="kg.api"):
        on_embedded.client.get("/healthz")
    assert [r.getMessage().rsplit(" ", 2)[0] for r in caplog.records] == ["GET /healthz 200"]


def test_a_database_that_goes_away_is_said_and_the_server_lives_on(tmp_path: Path) -> None:
    require(missing())
    with Neo4jServer.running(tmp_path / "neo4j") as server:
        settings = Settings(home=tmp_path / "home", url=server.url, user=server.user, password=server.password)
        store = open_store(MODEL, settings)
    client = TestClient(create_app(store, MODEL), raise_server_exceptions=False)
    answer = client.post("/graphql", json={"query": COUNT})
    assert answer.status_code == 503
    assert answer.json()["errors"][0]["extensions"]["code"] == "STORE_UNAVAILABLE"
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200
    store.close()
