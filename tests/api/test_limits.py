"""What others try on a GraphQL server: each attack is refused in one sentence with a code, and the server lives on."""

from __future__ import annotations

import pytest

from api.graphql import Limits, Service, execute
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
