from __future__ import annotations

from tests.api.conftest import Served

MERGED = "MATCH (n:Person) WHERE size(n.formerId) > 0 RETURN n.id AS id, n.formerId[0] AS old, n.name AS name ORDER BY n.id LIMIT 1"


def test_a_thing_answers_at_its_address(on_embedded: Served) -> None:
    [merged] = on_embedded.store.read(MERGED, {})
    answer = on_embedded.client.get(f"/id/{merged['id']}")
    assert answer.status_code == 200
    assert answer.json()["values"]["name"] == merged["name"]


def test_an_older_id_leads_to_the_one_that_holds(on_embedded: Served) -> None:
    [merged] = on_embedded.store.read(MERGED, {})
    answer = on_embedded.client.get(f"/id/{merged['old']}", follow_redirects=False)
    assert answer.status_code == 301
    assert answer.headers["location"].endswith(f"/id/{merged['id']}")
    asked = f'{{ person(id: "{merged["old"]}") {{ id }} }}'
    assert on_embedded.client.post("/graphql", json={"query": asked}).json() == {"data": {"person": {"id": merged["id"]}}}


def test_nothing_at_an_unknown_address(on_embedded: Served) -> None:
    assert on_embedded.client.get("/id/00000000000000000000").status_code == 404
