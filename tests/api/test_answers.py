from __future__ import annotations

from typing import Any

import pytest

from api.graphql.compile import Compiler, Selected
from kg.sortkey import sort_key
from tests.api.conftest import Served
from tests.api.roots import queries


def names(served: Served, arguments: str, field: str = "people") -> list[str]:
    found: Any = served.data(f"{{ {field}{arguments} {{ nodes {{ ... on Entity {{ name }} }} }} }}")
    return [n["name"] for n in found[field]["nodes"]]


def identifiers(served: Served) -> dict[str, str]:
    """For each type the id of one thing of it."""
    found: Any = served.data("{ things(first: 1000, orderBy: [{id: ASC}]) { nodes { __typename id } } }")
    return {n["__typename"]: n["id"] for n in reversed(found["things"]["nodes"])}


def test_every_root_field_answers_alike_on_both_engines(on_embedded: Served, on_neo4j: Served) -> None:
    asked = queries(on_embedded.service.schema, identifiers(on_embedded))
    assert len(asked) == 2 * len(list(on_embedded.service.model)) + 1
    filled = 0
    for name, text in asked.items():
        one, other = on_embedded.ask(text), on_neo4j.ask(text)
        assert "errors" not in one.body, (name, one.body["errors"][:1])
        assert one.statements == other.statements == 1, name
        if name == "search":
            key = lambda body: sorted(h["node"]["id"] for h in body["data"]["search"])  # noqa: E731
            assert len(key(one.body)) == len(key(other.body)) > 0
        else:
            assert one.body == other.body, name
        filled += str(one.body).count("'id'") > 0
    assert filled > len(asked) // 2


def test_who_chaired_the_meeting_with_the_words(served: Served) -> None:
    data: Any = served.data(
        """{ participations(where: {role: {eq: "chaired"}, activity: {start: {eq: "2025-11-12"}}}) { nodes {
          agent { name } roleLabel en: roleLabel(lang: EN) activity { ... on Event { name kindLabel place { name } } }
          evidence { quote spanStart spanEnd document { name } } } } }"""
    )
    found = data["participations"]["nodes"]
    assert [(n["agent"]["name"], n["roleLabel"], n["en"]) for n in found] == [("沈望舒", "主持", "chaired")]
    assert len(found[0]["evidence"]) == 2
    for evidence in found[0]["evidence"]:
        assert served.text[evidence["spanStart"] : evidence["spanEnd"]].replace("\n", "") == evidence["quote"]


def test_filters_say_what_they_say(served: Served) -> None:
    assert names(served, '(where: {name: {eq: "梁景澜"}})') == ["梁景澜"]
    assert names(served, '(where: {name: {startsWith: "欧阳"}})') == ["欧阳树声"]
    assert names(served, '(where: {name: {in: ["梁景澜", "沈望舒"]}})') == ["梁景澜", "沈望舒"]
    assert names(served, '(where: {or: [{name: {eq: "梁景澜"}}, {name: {eq: "沈望舒"}}]})') == ["梁景澜", "沈望舒"]
    assert names(served, '(where: {and: [{name: {contains: "景"}}, {not: {name: {eq: "沈望舒"}}}]})') == ["梁景澜"]
    assert names(served, '(where: {alias: {has: "省总工会"}})', "unions") == ["江海省总工会"]
    assert names(served, '(where: {gender: {eq: "female"}, awards: {some: {year: {has: 2022}}}})') == ["亓晓岚"]
    assert names(served, '(where: {awards: {some: {honour: {name: {eq: "大国工匠年度人物"}}}}})') == ["欧阳树声"]


def test_a_month_holds_its_days(served: Served) -> None:
    count = lambda where: served.data(f"{{ events(where: {{start: {where}}}) {{ totalCount }} }}")["events"]["totalCount"]  # type: ignore[index]  # noqa: E731
    november = count('{startsWith: "2025-11"}')
    assert november > 10
    assert count('{gte: "2025-11", lte: "2025-11"}') == count('{gt: "2025-10", lt: "2025-12"}') == november
    assert count('{gte: "2025-11-01", lte: "2025-11-30"}') == count('{gte: "2025", lte: "2025"}') == november
    assert count('{lt: "2025-11"}') == count('{gt: "2025-11"}') == 0
    assert 0 < count('{lte: "2025-11-12"}') < november


def test_what_is_not_known_is_not_so(served: Served) -> None:
    count = lambda where: served.data(f"{{ people(where: {where}) {{ totalCount }} }}")["people"]["totalCount"]  # type: ignore[index]  # noqa: E731
    everybody, women = count("{}"), count('{gender: {eq: "female"}}')
    assert count('{not: {gender: {eq: "female"}}}') == everybody - women == count('{gender: {ne: "female"}}')
    assert women < everybody


def test_a_condition_that_is_null_is_not_asked(served: Served) -> None:
    text = """query($n: String, $w: PersonWhere) {
      people(where: {name: {eq: $n}, tenures: {some: null}, not: $w}) { totalCount } everybody: people { totalCount } }"""
    data: Any = served.data(text, n=None, w=None)
    assert data["people"] == data["everybody"]


def test_one_name_in_the_answer_may_show_different_fields(served: Served) -> None:
    data: Any = served.data(
        """{ agents(where: {name: {in: ["亓晓岚", "江海省总工会"]}}) { nodes {
          __typename ... on Person { what: gender label: genderLabel(lang: EN) } ... on Union { what: level label: levelLabel } } } }"""
    )
    found = {n["__typename"]: (n["what"], n["label"]) for n in data["agents"]["nodes"]}
    assert found == {"Person": ("female", "female"), "Union": ("provincial", "省级")}


def test_quantifiers_split_all_people_into_two(served: Served) -> None:
    count = lambda where: served.data(f"{{ people(where: {where}) {{ totalCount }} }}")["people"]["totalCount"]  # type: ignore[index]  # noqa: E731
    everybody = count("{}")
    assert count("{tenures: {some: {}}}") + count("{tenures: {none: {}}}") == everybody
    former = "{former: {eq: true}}"
    assert 0 < count(f"{{tenures: {{some: {former}}}}}") < everybody
    assert count(f"{{tenures: {{all: {{not: {former}}}}}}}") == everybody - count(f"{{tenures: {{some: {former}}}}}")


def test_lists_are_ordered_by_pinyin_and_by_counts(served: Served) -> None:
    by_name = names(served, "(first: 1000)")
    assert by_name == sorted(by_name, key=sort_key)
    assert by_name == names(served, "(first: 1000, orderBy: [{name: ASC}])")
    assert by_name[0] != sorted(by_name)[0], "pinyin is not code-point order"
    data: Any = served.data("{ people(first: 5, orderBy: [{participationsCount: DESC}]) { nodes { name participations { totalCount } } } }")
    counts = [n["participations"]["totalCount"] for n in data["people"]["nodes"]]
    assert counts == sorted(counts, reverse=True)
    assert data["people"]["nodes"][0]["name"] == "沈望舒"


@pytest.mark.parametrize("order", ["", "orderBy: [{participationsCount: DESC}, {name: ASC}]", "orderBy: [{gender: DESC}]"])
def test_pages_bring_everybody_once(served: Served, order: str) -> None:
    seen: list[str] = []
    after = ""
    for _ in range(50):
        data: Any = served.data(
            f"{{ people(first: 7 {after} {order}) {{ totalCount nodes {{ id }} edges {{ cursor }}"
            " pageInfo { hasNextPage hasPreviousPage endCursor } } }"
        )
        page = data["people"]
        assert page["pageInfo"]["hasPreviousPage"] == (after != "")
        assert page["edges"][-1]["cursor"] == page["pageInfo"]["endCursor"]
        seen += [n["id"] for n in page["nodes"]]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = f'after: "{page["pageInfo"]["endCursor"]}"'
    assert len(seen) == len(set(seen)) == page["totalCount"]


def test_a_nested_list_has_pages_too(served: Served) -> None:
    inner = "totalCount nodes { id } pageInfo { endCursor hasNextPage }"
    text = '{ people(where: {name: {eq: "沈望舒"}}) { nodes { participations(first: 2 %s) { ' + inner + " } } } }"
    first: Any = served.data(text % "")
    one = first["people"]["nodes"][0]["participations"]
    second: Any = served.data(text % f'after: "{one["pageInfo"]["endCursor"]}"')
    other = second["people"]["nodes"][0]["participations"]
    assert one["pageInfo"]["hasNextPage"]
    assert not {n["id"] for n in one["nodes"]} & {n["id"] for n in other["nodes"]}


def test_a_count_alone_reads_no_thing(served: Served) -> None:
    wanted = Selected("people", "", below={"totalCount": Selected("totalCount", "f0")})
    statement = Compiler(served.service.model, served.service.links).many("Person", wanted, {})
    assert statement.text == "RETURN COUNT { MATCH (n:Person) } AS total"


def test_one_answer_may_name_one_field_twice(served: Served) -> None:
    data: Any = served.data(
        """query($n: String!) {
          a: people(where: {name: {eq: $n}}) { nodes { x: name ...F } }
          b: people(where: {name: {eq: "梁景澜"}}) { nodes { x: id } }
        }
        fragment F on Person { __typename many: tenures { totalCount } few: tenures(first: 1) { nodes { title } } }""",
        n="沈望舒",
    )
    assert data["a"]["nodes"][0] | {"few": None} == {"x": "沈望舒", "__typename": "Person", "many": {"totalCount": 2}, "few": None}
    assert len(data["a"]["nodes"][0]["few"]["nodes"]) == 1
    assert len(data["b"]["nodes"][0]["x"]) == 20


def test_directives_leave_fields_out(served: Served) -> None:
    data: Any = served.data(
        "query($no: Boolean!) { people(first: 1) { totalCount @skip(if: $no) nodes { id name @include(if: $no) } } }", no=True
    )
    assert set(data["people"]) == {"nodes"}
    assert set(data["people"]["nodes"][0]) == {"id", "name"}


def test_an_id_that_nothing_has_is_null(served: Served) -> None:
    assert served.data('{ person(id: "none") { name } }') == {"person": None}


def test_search_finds_by_words_and_by_one_character(served: Served) -> None:
    data: Any = served.data('{ search(text: "总工会") { score node { name } } one: search(text: "会", first: 3) { node { name } } }')
    assert all("总工会" in h["node"]["name"] for h in data["search"])
    assert [h["score"] for h in data["search"]] == sorted((h["score"] for h in data["search"]), reverse=True)
    assert len(data["one"]) == 3
    assert served.data('{ search(text: "\\"*?~ AND") { node { name } } }') == {"search": []}
