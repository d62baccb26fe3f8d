"""What others try on a GraphQL server: each attack is refused in one sentence with a code, and the server lives on."""

from __future__ import annotations

import pytest
from neo4j.exceptions import ClientError

from api.graphql import Limits, Service, execute
from kg.errors import InputError, StoreError
from tests.api.conftest import Served

DEEP = "{ people { nodes " + "{ tenures { nodes { holder " * 6 + "{ id }" + " } } }" * 6 + " } }"

REFUSED = {
    "malformed": ("{", "BAD_REQUEST"),
    "unknown field": ("{ people { nodes { salary } } }", "BAD_REQUEST"),
    "unknown argument": ("{ people(limit: 3) { totalCount } }", "BAD_REQUEST"),
    "wrong variable": ("query($n: Int!) { people(first: $n) { totalCount } }", "BAD_REQUEST"),
    "mutation": ("mutation { drop }", "NOT_A_QUERY"),
    "subscription": ("subscription { people }", "NOT_A_QUERY"),
    "too deep": (DEEP, "TOO_DEEP"),
    "aliases": ("{ " + " ".join(f"a{i}: people {{ totalCount }}" for i in range(200)) + " }", "TOO_MANY_ROOTS"),
    "field duplication": ("{ people { nodes { " + "name " * 500 + "} } }", "TOO_MANY_FIELDS"),
    "directive overloading": ("{ people { totalCount " + "@skip(if: false) " * 20 + "} }", "TOO_MANY_DIRECTIVES"),
    "circular fragments": ("{ people { nodes { ...A } } } fragment A on Person { ...B } fragment B on Person { ...A }", "BAD_REQUEST"),
    "tokens": ("{ people { totalCount } } #" + "\n{" * 9000, "BAD_REQUEST"),
    "lists in lists": ("{ people(first: 1000) { nodes { tenures(first: 1000) { nodes { id } } } } }", "TOO_COSTLY"),
    "page size": ("{ people(first: 5000) { nodes { id } } }", "PAGE_SIZE"),
    "page size below": ("{ people(first: -1) { nodes { id } } }", "PAGE_SIZE"),
    "aliases in a fragment": (
        "{ ...F } fragment F on Query { " + " ".join(f"a{i}: people {{ totalCount }}" for i in range(200)) + " }",
        "TOO_MANY_ROOTS",
    ),
    "a page hidden in a default": (
        "query($n: Int = 1000) { people(first: $n) { nodes { tenures(first: $n) { nodes { id } } } } }",
        "TOO_COSTLY",
    ),
    "a page hidden in a fragment": (
        "{ people(first: 1000) { ...C } } fragment C on PersonConnection { nodes { tenures { ...D } } }"
        " fragment D on TenureConnection { nodes { evidence { quote } } }",
        "TOO_COSTLY",
    ),
    "conditions": ("{ people(where: {or: [" + "{gender: {isNull: true}}" * 200 + "]}) { totalCount } }", "TOO_MANY_CONDITIONS"),
    "links in links": (
        "{ people(where: " + "{tenures: {some: {holder: " * 4 + "{}" + "}}}" * 4 + ") { totalCount } }",
        "TOO_DEEP",
    ),
    "terms of an order": ("{ people(orderBy: [" + "{name: ASC}" * 20 + "]) { nodes { id } } }", "TOO_MANY_CONDITIONS"),
    "two keys in one term": ("{ people(orderBy: [{name: ASC, id: ASC}]) { nodes { id } } }", "BAD_REQUEST"),
    "a date that is none": ('{ events(where: {start: {gte: "2025-13"}}) { totalCount } }', "BAD_REQUEST"),
    "no text to search": ('{ search(text: "  ") { score } }', "BAD_INPUT"),
    "a cursor of nested lists": ('{ people(after: "' + "W1tb" * 20_000 + '") { nodes { id } } }', "CURSOR"),
    "cursor": ('{ people(after: "nonsense") { nodes { id } } }', "CURSOR"),
}


@pytest.mark.parametrize("attack", REFUSED)
def test_an_attack_is_refused_with_a_code(on_embedded: Served, attack: str) -> None:
    text, code = REFUSED[attack]
    answer = on_embedded.ask(text)
    assert [e["extensions"]["code"] for e in answer.body["errors"]][:1] == [code]
    assert answer.statements == 0
    assert "Traceback" not in str(answer.body)


def test_a_cost_hidden_in_a_variable_is_counted(on_embedded: Served) -> None:
    text = "query($n: Int) { people(first: $n) { nodes { tenures(first: $n) { nodes { id } } } } }"
    assert on_embedded.ask(text, n=1000).body["errors"][0]["extensions"]["code"] == "TOO_COSTLY"
    assert "errors" not in on_embedded.ask(text, n=10).body


def test_counts_of_many_are_not_costly(on_embedded: Served) -> None:
    text = "{ people(first: 1000) { nodes { name tenures { totalCount } awards { totalCount } participations { totalCount } } } }"
    assert "errors" not in on_embedded.ask(text).body


def test_a_fault_of_a_statement_is_masked_and_logged(on_embedded: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object, **__: object) -> list[object]:
        raise InputError("The statement is not valid: MATCH (secret)")

    monkeypatch.setattr(on_embedded.service.store, "read", read)
    answer = on_embedded.ask("{ people { totalCount } }")
    assert answer.code == "INTERNAL"
    assert "secret" not in str(answer.body)
    assert len(answer.faults) == 1


def test_a_statement_whose_time_is_over_is_said(on_embedded: Served) -> None:
    hasty = Service(on_embedded.service.model, Slow(), Limits())  # type: ignore[arg-type]
    answer = execute(hasty, "{ people { totalCount } }")
    assert (answer.status, answer.code) == (504, "TIMEOUT")


class Slow:
    """A store that takes too long."""

    def read(self, *_: object, **__: object) -> list[object]:
        cause = ClientError()
        cause._neo4j_code = "Neo.ClientError.Transaction.TransactionTimedOut"  # type: ignore[attr-defined]
        raise StoreError("The statement took too long.") from cause


def test_errors_do_not_teach_the_schema(on_embedded: Served) -> None:
    answer = on_embedded.ask("{ people { nodes { nam } } }")
    assert "Did you mean" not in str(answer.body)


def test_introspection_can_be_switched_off(on_embedded: Served) -> None:
    closed = Service(on_embedded.service.model, on_embedded.store, Limits(introspection=False))
    assert "errors" in execute(closed, "{ __schema { types { name } } }").body
    assert "errors" not in on_embedded.ask("{ __schema { types { name } } }").body


def test_text_of_the_asker_never_comes_into_the_statement(on_embedded: Served) -> None:
    evil = "x'}) DETACH DELETE n //"
    before = on_embedded.data("{ things { totalCount } }")
    answer = on_embedded.ask(
        "query($t: String) { people(where: {name: {contains: $t}}) { totalCount } search(text: $u) { node { name } } }", t=evil, u=evil
    )
    assert "errors" in answer.body
    assert on_embedded.data("query($t: String) { people(where: {name: {contains: $t}}) { totalCount } }", t=evil) == {
        "people": {"totalCount": 0}
    }
    assert on_embedded.data("{ things { totalCount } }") == before
