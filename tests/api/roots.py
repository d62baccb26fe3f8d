"""A query for every root field of the schema: all values, and one step along every link."""

from __future__ import annotations

from graphql import GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, get_named_type
from graphql.type import is_leaf_type

SKIPPED = {"pageInfo", "edges"}


def queries(schema: GraphQLSchema, identifiers: dict[str, str]) -> dict[str, str]:
    """For each root field a query; those by id ask for the given id of their type."""
    assert schema.query_type is not None
    found = {}
    for name, field in schema.query_type.fields.items():
        kind = get_named_type(field.type)
        if "id" in field.args:
            arguments = f'(id: "{identifiers.get(kind.name, "none")}")'
        elif "text" in field.args:
            arguments = '(text: "总工会", first: 5)'
        else:
            arguments = "(first: 3)"
        found[name] = f"{{ {name}{arguments} {{ {_selection(kind, 2)} }} }}"
    return found


def _selection(kind: object, depth: int) -> str:
    assert isinstance(kind, (GraphQLObjectType, GraphQLInterfaceType))
    parts = ["__typename"] if isinstance(kind, GraphQLInterfaceType) else []
    for name, field in kind.fields.items():
        inner = get_named_type(field.type)
        if is_leaf_type(inner):
            if name != "score":
                parts.append(name)
        elif depth > 0 and name not in SKIPPED:
            first = "(first: 2)" if "first" in field.args else ""
            parts.append(f"{name}{first} {{ {_selection(inner, depth - 1)} }}")
    return " ".join(parts) or "__typename"
