"""From what is selected to one Cypher statement for a root field, and from its record to what the resolvers look into.

Limits are applied before anything is expanded; what is not asked for is not read: a bare ``totalCount`` reads no thing.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLResolveInfo,
    InlineFragmentNode,
    SelectionSetNode,
)
from graphql.execution.values import get_argument_values, get_directive_values
from graphql.type import GraphQLIncludeDirective, GraphQLSkipDirective, get_named_type

from api.graphql.filters import Conditions
from api.graphql.links import Link, Links
from kg.clocks import RETRACTED, Clocks
from kg.model import Model
from kg.store.server import ENTITY_INDEX

LARGEST_PAGE = 1_000
CERTAIN = "certain"
"""The field, and the argument that narrows to what it says."""
_LUCENE = re.compile(r'([+\-!(){}\[\]^"~*?:\\/&|])')


Shaped = dict[Any, Any]
"""What the resolvers look into: values by place, and the labels by which a thing's type is told."""
Place = tuple[str, str, str]
"""Where a field stands in its parent's answer; see ``place``."""


def place(key: str, name: str, arguments: dict[str, Any]) -> Place:
    """A field's place: the name that the answer gives it, its own, and its arguments.

    Under one name in the answer, things of different types may show different fields, or one field with different arguments:
    ``... on Person { x: gender } ... on Union { x: level }``.
    """
    return key, name, repr(arguments) if arguments else ""


@dataclass
class Selected:
    """A field that is selected: its name, its arguments, and what is selected below by its place in the answer.

    ``slot`` is what the statement calls it: no word of the asker's comes into a statement.
    """

    name: str
    slot: str
    arguments: dict[str, Any] = field(default_factory=dict)
    below: dict[Place, Selected] = field(default_factory=dict)

    def named(self, name: str) -> list[Selected]:
        """The fields of this name below."""
        return [s for s in self.below.values() if s.name == name]

    def things(self) -> Selected:
        """All that a connection asks of its things, by slot: under ``nodes`` and under ``edges``."""
        inner = [*self.named("nodes"), *(node for edge in self.named("edges") for node in edge.named("node"))]
        return _merged(inner)


def _merged(nodes: list[Selected]) -> Selected:
    return Selected("node", "", below={(one.slot, "", ""): one for node in nodes for one in node.below.values()})


def selected(info: GraphQLResolveInfo[Any]) -> Selected:
    """The tree of what a root field selects, fragments and directives followed."""
    root, slots = Selected(info.field_name, ""), count()
    for node in info.field_nodes:
        _collect(info, node.selection_set, info.return_type, root, slots)
    return root


def _collect(info: GraphQLResolveInfo[Any], chosen: SelectionSetNode | None, parent: Any, into: Selected, slots: Iterator[int]) -> None:
    kind = get_named_type(parent)
    for node in chosen.selections if chosen else ():
        if _is_left_out(info, node):
            continue
        if isinstance(node, FieldNode):
            definition = getattr(kind, "fields", {}).get(node.name.value)
            if definition is None:
                continue
            arguments = get_argument_values(definition, node, info.variable_values)
            where = place(node.alias.value if node.alias else node.name.value, node.name.value, arguments)
            one = into.below.setdefault(where, Selected(node.name.value, f"f{next(slots)}", arguments))
            _collect(info, node.selection_set, definition.type, one, slots)
        elif isinstance(node, InlineFragmentNode):
            inner = info.schema.type_map[node.type_condition.name.value] if node.type_condition else kind
            _collect(info, node.selection_set, inner, into, slots)
        elif isinstance(node, FragmentSpreadNode):
            fragment = info.fragments[node.name.value]
            _collect(info, fragment.selection_set, info.schema.type_map[fragment.type_condition.name.value], into, slots)


def _is_left_out(info: GraphQLResolveInfo[Any], node: Any) -> bool:
    skip = get_directive_values(GraphQLSkipDirective, node, info.variable_values)
    include = get_directive_values(GraphQLIncludeDirective, node, info.variable_values)
    return bool(skip and skip["if"]) or bool(include and not include["if"])


@dataclass
class Statement:
    """A Cypher statement with its parameters."""

    text: str
    parameters: dict[str, Any]


class Compiler:
    """Makes the statement of one root field."""

    def __init__(self, model: Model, links: Links) -> None:
        self.model, self.links = model, links
        self.parameters: dict[str, Any] = {}
        self.conditions = Conditions(model, links, self.parameters)
        self.clockwork = self.conditions.clockwork

    def one(self, name: str, wanted: Selected, arguments: dict[str, Any]) -> Statement:
        """A thing by id."""
        clocks = _clocks(arguments)
        holds = " AND ".join(self._there("n", name, clocks) if clocks.known_at else [f"n:{name}", *self._there("n", name, clocks)])
        match = f"MATCH (n:Thing {{id: {self.conditions.value(arguments['id'])}}}) WHERE {holds}"
        return Statement(f"{match} RETURN {self._node('n', name, wanted, clocks)} AS node", self.parameters)

    def many(self, name: str, wanted: Selected, arguments: dict[str, Any]) -> Statement:
        """A list: its page and its count, each only where it is asked for."""
        clocks = _clocks(arguments)
        pattern = f"(n:{self.clockwork.label(name, clocks)})"
        parts = self._connection(pattern, "n", name, wanted, arguments, clocks, self._there("n", name, clocks))
        text = ", ".join(f"{value} AS {key}" for key, value in parts.items()) or "true AS nothing"
        return Statement(f"RETURN {text}", self.parameters)

    def search(self, name: str, wanted: Selected, arguments: dict[str, Any]) -> Statement:
        """Entities by words; one character is looked for in names, as no index of two neighbours holds it."""
        text, clocks = arguments["text"].strip(), _clocks(arguments)
        if not text:
            raise GraphQLError("search wants some text to look for.", extensions={"code": "BAD_INPUT"})
        limit = self.conditions.value(_page(arguments["first"]))
        node = _merged(wanted.named("node"))
        if len(text) < 2:
            match = f"MATCH (n:{name}) WHERE n.name CONTAINS {self.conditions.value(text)} WITH n, 1.0 AS score WHERE n:{name}"
        else:
            words = '"' + _LUCENE.sub(r"\\\1", text) + '"'
            call = f"CALL db.index.fulltext.queryNodes('{ENTITY_INDEX}', {self.conditions.value(words)}) YIELD node, score"
            match = f"{call} WITH node AS n, score WHERE n:{name}"
        match = " AND ".join([match, *self.clockwork.conditions("n", name, clocks)])
        order = "ORDER BY score DESC, n.sortKey, n.id"
        shown = self._node("n", name, node, clocks)
        return Statement(f"{match} WITH n, score {order} LIMIT {limit} RETURN score, {shown} AS node {order}", self.parameters)

    def _there(self, variable: str, name: str, clocks: Clocks) -> list[str]:
        """What a thing must fulfil that no link leads to: what is retracted is no thing unless it was known."""
        retracted = len(self.model[name].lineage) == 1 and not clocks.known_at
        return [*([f"NOT {variable}:{RETRACTED}"] if retracted else []), *self.clockwork.conditions(variable, name, clocks)]

    def _connection(
        self,
        pattern: str,
        variable: str,
        name: str,
        wanted: Selected,
        arguments: dict[str, Any],
        clocks: Clocks,
        there: list[str],
    ) -> dict[str, str]:
        parts: dict[str, str] = {}
        where = " AND ".join(c for c in (*there, self.conditions.where(variable, name, arguments.get("where"), clocks)) if c)
        if wanted.named("totalCount"):
            parts["total"] = f"COUNT {{ MATCH {pattern}{f' WHERE {where}' if where else ''} }}"
        if wanted.named("nodes") or wanted.named("edges") or wanted.named("pageInfo"):
            terms = self.conditions.order(variable, name, arguments.get("orderBy"), clocks)
            after = self._after(terms, arguments.get("after"))
            asked = " AND ".join(f"({c})" for c in (where, after) if c)
            limit = self.conditions.value(_page(arguments.get("first")) + 1)
            names = [self.conditions.variable("k") for _ in terms]
            columns = ", ".join(f"{term} AS {n}" for (term, _), n in zip(terms, names, strict=True))
            again = ", ".join(f"{n} {direction}" for (_, direction), n in zip(terms, names, strict=True))
            body = self._node(variable, name, wanted.things(), clocks, f"k: [{', '.join(names)}]")
            page = f"WITH {variable}, {columns} ORDER BY {again} LIMIT {limit}"
            parts["rows"] = f"COLLECT {{ MATCH {pattern}{f' WHERE {asked}' if asked else ''} {page} RETURN {body} }}"
        return parts

    def _after(self, terms: list[tuple[str, str]], cursor: str | None) -> str:
        if cursor is None:
            return ""
        values = read_cursor(cursor, len(terms))
        given = [self.conditions.value(v) for v in values]
        ways = []
        for i, (term, direction) in enumerate(terms):
            equal = [f"{terms[j][0]} = {given[j]}" for j in range(i)]
            ways.append(" AND ".join([*equal, f"{term} {'>' if direction == 'ASC' else '<'} {given[i]}"]))
        return " OR ".join(f"({w})" for w in ways)

    def _node(self, variable: str, name: str, wanted: Selected, clocks: Clocks, *further: str) -> str:
        entries = [f"i: {variable}.id", f"l: {self.clockwork.labels(variable, clocks)}", *further]
        links = self.links.below(name)
        properties = {p.name: p for c in self.model.leaves(name) for p in c.values}
        for one in wanted.below.values():
            if one.name == "evidence":
                entries.append(f"{one.slot}: {self._evidence(variable, one, clocks)}")
            elif one.name == CERTAIN:
                entries.append(f"{one.slot}: {self.clockwork.certain(variable, name, clocks)}")
            elif one.name in links:
                entries += self._linked(variable, links[one.name], one, clocks)
            elif one.name not in ("__typename", "id"):
                prop = properties.get(one.name) or properties[one.name.removesuffix("Label")]
                entries.append(f"{one.slot}: {self.clockwork.read(variable, prop, clocks, name)}")
        return f"{variable} {{ {', '.join(entries)} }}"

    def _linked(self, variable: str, link: Link, wanted: Selected, around: Clocks) -> list[str]:
        far, clocks = self.conditions.variable("n"), _clocks(wanted.arguments, around)
        pattern, there = self.conditions.reached(variable, far, link, clocks)
        if not link.many:
            where = f" WHERE {' AND '.join(there)}" if there else ""
            return [f"{wanted.slot}: head(COLLECT {{ MATCH {pattern}{where} RETURN {self._node(far, link.target, wanted, clocks)} }})"]
        parts = self._connection(pattern, far, link.target, wanted, wanted.arguments, clocks, there)
        return [f"{wanted.slot}_{part}: {text}" for part, text in parts.items()]

    def _evidence(self, variable: str, wanted: Selected, clocks: Clocks) -> str:
        edge, document = self.conditions.variable("s"), self.conditions.variable("d")
        entries = [f"i: {edge}.id"]
        for one in wanted.below.values():
            if one.name == "document":
                entries.append(f"{one.slot}: {self._node(document, self.links.document, one, clocks)}")
            elif one.name not in ("id", "__typename"):
                entries.append(f"{one.slot}: {edge}.{evidence_property(one.name)}")
        limit = self.conditions.value(_page(wanted.arguments.get("first", 20)))
        types, known = self.clockwork.evidence(edge, clocks)
        target = self.clockwork.label(self.links.document, clocks)
        return (
            f"COLLECT {{ MATCH ({variable})-[{edge}:{types}]->({document}:{target}){f' WHERE {known}' if known else ''} "
            f"WITH {edge}, {document} ORDER BY {document}.id, {edge}.spanStart, {edge}.id LIMIT {limit} "
            f"RETURN {edge} {{ {', '.join(entries)} }} }}"
        )


class Shaper:
    """Turns a record into what the resolvers look into: connections with pages, cursors and keys of the answer."""

    def __init__(self, model: Model, links: Links) -> None:
        self.model, self.links = model, links

    def node(self, raw: dict[str, Any] | None, name: str, wanted: Selected) -> Shaped | None:
        """A thing by the names of the answer, with every connection below it in shape."""
        if raw is None:
            return None
        shaped: Shaped = {"__labels": raw["l"]}
        links = self.links.below(name)
        for key, one in wanted.below.items():
            if one.name == "id":
                shaped[key] = raw["i"]
            elif one.name == "evidence":
                shaped[key] = [self._evidence(e, one) for e in raw[one.slot] or ()]
            elif one.name in links and links[one.name].many:
                rows, total = raw.get(f"{one.slot}_rows"), raw.get(f"{one.slot}_total")
                shaped[key] = self.connection(rows, total, links[one.name].target, one, one.arguments)
            elif one.name in links:
                shaped[key] = self.node(raw[one.slot], links[one.name].target, one)
            elif one.name != "__typename":
                shaped[key] = self._value(one.name, raw[one.slot])
        return shaped

    def _value(self, name: str, value: Any) -> Any:
        prop = self.model.properties.get(name)
        return value or [] if prop is not None and prop.many else value

    def connection(
        self, rows: list[dict[str, Any]] | None, total: int | None, name: str, wanted: Selected, arguments: dict[str, Any]
    ) -> Shaped:
        """A page of a list."""
        limit = _page(arguments.get("first"))
        page, more = (rows or [])[:limit], len(rows or []) > limit
        shaped: Shaped = {}
        for key, one in wanted.below.items():
            match one.name:
                case "totalCount":
                    shaped[key] = total
                case "nodes":
                    shaped[key] = [self.node(r, name, one) for r in page]
                case "edges":
                    shaped[key] = [self._edge(r, name, one) for r in page]
                case "pageInfo":
                    ends = {"startCursor": write_cursor(page[0]["k"]), "endCursor": write_cursor(page[-1]["k"])} if page else {}
                    info = {"hasNextPage": more, "hasPreviousPage": arguments.get("after") is not None, **ends}
                    shaped[key] = {k: info.get(i.name) for k, i in one.below.items()}
        return shaped

    def _edge(self, row: dict[str, Any], name: str, wanted: Selected) -> Shaped:
        return {
            key: write_cursor(row["k"]) if one.name == "cursor" else self.node(row, name, one)
            for key, one in wanted.below.items()
            if one.name != "__typename"
        }

    def _evidence(self, raw: dict[str, Any], wanted: Selected) -> Shaped:
        shaped: Shaped = {}
        for key, one in wanted.below.items():
            if one.name == "document":
                shaped[key] = self.node(raw[one.slot], self.links.document, one)
            elif one.name == "id":
                shaped[key] = raw["i"]
            elif one.name != "__typename":
                shaped[key] = self._value(evidence_property(one.name), raw[one.slot])
        return shaped


def _clocks(arguments: dict[str, Any], around: Clocks | None = None) -> Clocks:
    return (around or Clocks()).within(arguments.get("asOf"), arguments.get("knownAt"), arguments.get(CERTAIN))


def evidence_property(name: str) -> str:
    """The property that a field of evidence shows: ``page`` is ``onPage``, a label its code."""
    return "onPage" if name == "page" else name


def _is_key(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, int) and abs(value) < 2**63)


def _page(first: int | None) -> int:
    count = 50 if first is None else first
    if not 0 <= count <= LARGEST_PAGE:
        raise GraphQLError(f"first must be from 0 to {LARGEST_PAGE}, not {count}.", extensions={"code": "PAGE_SIZE"})
    return count


def write_cursor(key: list[Any]) -> str:
    """A place in a list, as a text that says nothing to its reader."""
    return base64.urlsafe_b64encode(json.dumps(key, ensure_ascii=False, separators=(",", ":")).encode()).decode().rstrip("=")


def read_cursor(cursor: str, length: int) -> list[Any]:
    """The place that a cursor names.

    Raises:
        GraphQLError: it is no cursor, or one of another order.
    """
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        key = None
    if not isinstance(key, list) or len(key) != length or not all(map(_is_key, key)):
        raise GraphQLError("after is no cursor of this list in this order; take one from pageInfo.", extensions={"code": "CURSOR"})
    return key
