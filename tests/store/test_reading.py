from __future__ import annotations

import time

import pytest

from kg.errors import InputError, StoreError
from kg.store import Settings, Store, open_store
from tests.readings import MODEL
from tests.store.graph import OPEN, WHOLE, Shown, written

WRITING = [
    "CREATE (n:Person {id: 'x'}) RETURN n",
    "CREATE (n:Nonsense {id: 'x'})",
    "MERGE (n:Person {id: 'x'})",
    "MATCH (n:Person) SET n.name = 'x' RETURN n.id",
    "MATCH (n:Person) SET n:Union",
    "MATCH (n:Person) REMOVE n.name",
    "MATCH (n) DETACH DELETE n",
    "MATCH (a:Person), (b:Union) CREATE (a)-[:PLACE]->(b)",
    "MATCH ()-[e:STATED_IN]->() DELETE e",
    "MATCH (n:Person) WITH n FOREACH (i IN [1] | SET n.name = 'x')",
    "CREATE INDEX nonsense FOR (n:Person) ON (n.nonsense)",
    "DROP CONSTRAINT thing_id",
]
WRONG = ["FIND everyone", "MATCH (n RETURN n", "MATCH (n) RETURN m", "", "RETURN 1 +", "MATCH (n)\nWHERE n.name =\nRETURN n"]


def test_a_statement_that_writes_is_refused_and_leaves_nothing(store: Store) -> None:
    store.apply(written())
    for statement in WRITING:
        with pytest.raises(InputError) as caught:
            store.read(statement)
        assert "\n" not in str(caught.value), statement
        assert Shown.of(store) == WHOLE, statement


def test_a_statement_that_is_wrong_is_told_in_one_line(store: Store) -> None:
    for statement in WRONG:
        with pytest.raises(InputError) as caught:
            store.read(statement)
        said = str(caught.value)
        assert said.startswith("The statement is not valid: "), statement
        assert "\n" not in said, statement
        assert "com.arcadedb" not in said, statement
        assert len(said) < 400, statement


def test_a_missing_parameter_is_told(store: Store) -> None:
    with pytest.raises(InputError):
        store.read("RETURN $words AS words")


def test_parameters_are_values_and_never_cypher(store: Store) -> None:
    store.apply(written())
    words = "' OR 1=1 //"
    assert store.read("MATCH (n:Person {name: $name}) RETURN n", {"name": words}) == []
    assert store.read("RETURN $words AS words, $many AS many", {"words": words, "many": [1, 2]}) == [{"words": words, "many": [1, 2]}]


def test_what_is_read_is_plain(store: Store) -> None:
    store.apply(written())
    row = store.read("MATCH p = (n:Union)<-[e:ORGANIZATION]-(:Tenure) RETURN n, e, p")[0]
    assert row["n"]["labels"] == ["Agent", "Entity", "Organization", "Thing", "Union"]
    assert row["n"]["alias"] == ["江海工会", "省总工会"]
    assert row["e"] == {"type": "ORGANIZATION"}
    assert [step.get("type", step.get("id")) for step in row["p"]] == ["u1", "ORGANIZATION", "t1"]


def test_a_moment_is_read_as_text_in_utc(store: Store) -> None:
    store.apply(written())
    rows = store.read("MATCH ()-[e:STATED_IN]->() RETURN e.recordedFrom AS moment, e")
    assert rows[0]["moment"] == rows[0]["e"]["recordedFrom"] == "2025-12-01T08:30:05Z"


def test_moments_are_compared_as_moments(store: Store) -> None:
    store.apply(written())
    statement = "MATCH ()-[e:STATED_IN]->() WHERE e.recordedFrom <= $moment RETURN e.id AS id"
    moment = OPEN["properties"]["recordedFrom"]
    assert store.read(statement, {"moment": moment}) == [{"id": "e1"}]
    assert store.read(statement, {"moment": moment.replace(second=4)}) == []  # type: ignore[union-attr, call-arg]


def test_nothing_found_is_no_record(store: Store) -> None:
    assert store.read("MATCH (n:Person) RETURN n") == []


def test_a_statement_over_its_time_is_stopped(neo4j_settings: Settings) -> None:
    store = open_store(MODEL, neo4j_settings)
    try:
        began = time.monotonic()
        with pytest.raises(StoreError, match="took too long"):
            store.read("UNWIND range(1, 1000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i) AS n", timeout=1.0)
        assert time.monotonic() - began < 8
    finally:
        store.close()


def test_reading_says_nothing_of_its_own(store: Store, capfd: pytest.CaptureFixture[str]) -> None:
    store.apply(written())
    store.read("MATCH (n:Nobody) WHERE n.nothing = 1 RETURN n")
    with pytest.raises(InputError):
        store.read("FIND everyone")
    assert capfd.readouterr() == ("", "")
