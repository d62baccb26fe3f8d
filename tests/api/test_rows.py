from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from kg.model import data_folder
from tests.api.conftest import Served

FILES = sorted(p.stem for p in (data_folder("api") / "queries").glob("*.cypher"))


def test_all_named_queries_are_listed(on_embedded: Served) -> None:
    listed = on_embedded.client.get("/rows").json()
    assert len(FILES) == 7
    assert sorted(q["name"] for q in listed) == FILES
    for query in listed:
        assert query["title"]["zh"]
        assert query["title"]["en"]
        assert all(c["type"] in {"string", "integer", "date", "boolean"} for c in query["columns"])


@pytest.mark.parametrize("name", FILES)
def test_both_engines_give_the_same_rows(on_embedded: Served, on_neo4j: Served, name: str) -> None:
    one, other = on_embedded.client.get(f"/rows/{name}.json"), on_neo4j.client.get(f"/rows/{name}.json")
    assert one.status_code == 200, one.text
    assert one.json() == other.json()
    assert len(one.json()) > 0
    columns = [c["name"] for q in on_embedded.client.get("/rows").json() if q["name"] == name for c in q["columns"]]
    assert all(list(row) == columns for row in one.json())
    assert one.text == on_embedded.client.get(f"/rows/{name}.json").text


def test_the_table_and_the_array_say_the_same(on_embedded: Served) -> None:
    rows: list[dict[str, Any]] = on_embedded.client.get("/rows/officials-by-body.json").json()
    answer = on_embedded.client.get("/rows/officials-by-body.csv")
    table = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["content-type"].startswith("text/csv")
    assert [r["person"] for r in table] == [r["person"] for r in rows]
    assert on_embedded.client.get("/rows/officials-by-body.csv?bom=1").content.startswith(b"\xef\xbb\xbf")


def test_variables_narrow(on_embedded: Served) -> None:
    get = on_embedded.client.get
    rows = get("/rows/officials-by-body.json", params={"body": "江海省总工会", "title": "主席", "former": "no"}).json()
    assert {"梁景澜", "沈望舒"} <= {r["person"] for r in rows}
    assert {r["body"] for r in rows} == {"江海省总工会"}
    assert not any(r["former"] for r in rows)
    assert len(get("/rows/officials-by-body.json", params={"limit": 2}).json()) == 2


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/rows/nothing.json", 404),
        ("/rows/officials-by-body.json?nonsense=1", 400),
        ("/rows/officials-by-body.json?limit=0", 400),
        ("/rows/officials-by-body.json?limit=many", 400),
        ("/rows/officials-by-body.json?former=perhaps", 400),
        ("/rows/officials-by-body.csv?bom=2", 400),
    ],
)
def test_a_bad_address_is_one_sentence(on_embedded: Served, address: str, status: int) -> None:
    answer = on_embedded.client.get(address)
    assert answer.status_code == status
    assert set(answer.json()) == {"code", "message"}


def test_what_has_not_changed_is_not_sent_again(on_embedded: Served) -> None:
    first = on_embedded.client.get("/rows/events.json")
    again = on_embedded.client.get("/rows/events.json", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.text) == (304, "")
    other = on_embedded.client.get("/rows/events.json?limit=1", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200
