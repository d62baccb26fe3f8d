from __future__ import annotations

from graphql import GraphQLInterfaceType, GraphQLObjectType, assert_valid_schema

from api.graphql.schema import build_schema
from api.graphql.sdl import sdl
from kg.model import ontology_folder
from tests.readings import MODEL

SCHEMA = build_schema(MODEL, lambda *_: None)


def test_the_committed_schema_is_the_one_that_the_ontology_makes() -> None:
    committed = (ontology_folder() / "derived" / "schema.graphql").read_text(encoding="utf-8")
    assert sdl(MODEL) == committed, "run python -m api.graphql.sdl and read what changed"


def test_the_schema_is_valid() -> None:
    assert_valid_schema(SCHEMA)


def test_every_class_is_a_type_with_both_languages() -> None:
    assert len(list(MODEL)) > 30
    for kind in MODEL:
        described = SCHEMA.type_map[kind.name].description or ""
        assert kind.label.zh in described
        assert kind.label.en in described


def test_every_class_is_asked_by_id_and_as_a_list() -> None:
    assert SCHEMA.query_type is not None
    fields = SCHEMA.query_type.fields
    for kind in MODEL:
        one = kind.name[0].lower() + kind.name[1:]
        assert "id" in fields[one].args
        assert "where" in fields[kind.plural if kind.plural != one else f"{one}List"].args


def test_a_superclass_is_an_interface_with_fields_of_its_own() -> None:
    agent = SCHEMA.type_map["Agent"]
    assert isinstance(agent, GraphQLInterfaceType)
    assert {"name", "participations", "awards", "evidence"} <= set(agent.fields)
    person = SCHEMA.type_map["Person"]
    assert isinstance(person, GraphQLObjectType)
    assert {i.name for i in person.interfaces} == {"Agent", "Entity", "Thing"}
    assert {"tenures", "gender", "genderLabel"} <= set(person.fields)


def test_what_serves_the_engines_alone_is_not_shown() -> None:
    assert "searchText" not in sdl(MODEL)
    assert "sortKey" not in sdl(MODEL)
