"""The GraphQL schema, made from the ontology by one function; no class is named here.

A class with classes below it is an interface, and things that are known as just that are of an object type of their own
(``OtherOrganization``); a class with none below it is an object type. Resolvers only look into what one statement brought.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLEnumValue,
    GraphQLField,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLString,
)

from api.graphql.compile import CERTAIN, place
from api.graphql.filters import Filters
from api.graphql.links import Link, Links
from kg.model import Class, Model, Property, Text
from kg.values import is_partial_date, moment

Resolver = Callable[..., Any]


def _partial_date(value: object) -> str:
    if not isinstance(value, str) or not is_partial_date(value):
        raise ValueError("A date is a text such as 2025, 2025-11 or 2025-11-13.")
    return value


def _moment(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("A moment is a text such as 2025-12-01T00:00:00Z.")
    return moment(value)


PARTIAL_DATE = GraphQLScalarType(
    "PartialDate",
    parse_value=_partial_date,
    description="A date of the precision that the source states: 2025, 2025-11 or 2025-11-13. 精度与来源一致的日期。",
)
MOMENT = GraphQLScalarType(
    "Moment", parse_value=_moment, description="A moment in UTC, ISO 8601: 2025-12-01T00:00:00Z. 时刻（协调世界时）。"
)
LANGUAGE = GraphQLEnumType("Language", {"ZH": GraphQLEnumValue("zh"), "EN": GraphQLEnumValue("en")}, description="The language of a label.")
_SCALARS = {
    "string": GraphQLString,
    "code": GraphQLString,
    "integer": GraphQLInt,
    "decimal": GraphQLFloat,
    "boolean": GraphQLBoolean,
    "date": PARTIAL_DATE,
    "datetime": MOMENT,
}
OTHER = "Other"
_NODES = "The things of this page. 本页各项。"
_CURSOR = "Where the thing stands in the list; give it as after to go on from there. 游标，用作 after 可由此继续。"
_TOTAL = "How many there are in all, whatever the page; asked alone it reads no thing. 总数，不受分页影响。"
_CERTAIN = (
    "Whether it is certain on the day of asOf: within stated or attested bounds; null where asOf is not given, and of what has no time. "
    "在 asOf 当日是否确知成立（处于来源写明或见载的起止之内）；未给 asOf 或无时间可言时为 null。"
)


def _clock_arguments() -> dict[str, GraphQLArgument]:
    return {
        "asOf": GraphQLArgument(
            PARTIAL_DATE,
            description="What is not excluded on that day, here and below. 该日不能排除成立者，以下各层同此。",
        ),
        "knownAt": GraphQLArgument(
            MOMENT,
            description="What the graph had been told by that moment, here and below. 截至该时刻图谱已获知者，以下各层同此。",
        ),
        CERTAIN: GraphQLArgument(GraphQLBoolean, default_value=False, description="Of asOf only what is certain. 仅限 asOf 当日确知者。"),
    }


def from_answer(source: dict[Any, Any], info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
    """What the statement brought for this field, at its place in the answer."""
    return source.get(place(str(info.path.key), info.field_name, arguments))


def describe(label: Text, definition: Text) -> str:
    """A description in both languages."""
    return f"{label.zh} · {label.en}: {definition.zh} {definition.en}"


def build_schema(model: Model, resolve: Resolver) -> GraphQLSchema:
    """The schema of a model.

    Args:
        resolve: the resolver of every root field; it is given the class and the shape (``one``, ``list`` or ``search``).
    """
    return _Builder(model, resolve).schema()


class _Builder:
    def __init__(self, model: Model, resolve: Resolver) -> None:
        self.model, self.resolve = model, resolve
        self.links = Links(model)
        self.filters = Filters(model, self.links, PARTIAL_DATE)
        self.objects: dict[str, GraphQLObjectType] = {}
        self.interfaces: dict[str, GraphQLInterfaceType] = {}
        self.connections: dict[str, GraphQLObjectType] = {}
        self.page_info = GraphQLObjectType(
            "PageInfo",
            {
                "hasNextPage": GraphQLField(GraphQLNonNull(GraphQLBoolean), resolve=from_answer),
                "hasPreviousPage": GraphQLField(GraphQLNonNull(GraphQLBoolean), resolve=from_answer),
                "startCursor": GraphQLField(GraphQLString, resolve=from_answer),
                "endCursor": GraphQLField(GraphQLString, resolve=from_answer),
            },
            description="Where a page of a list stands. 列表分页的位置。",
        )
        self.evidence_type = GraphQLObjectType(
            "Evidence", self._evidence_fields, description="出处 · evidence: 陈述该事物的文字。 The characters that state a thing."
        )

    def schema(self) -> GraphQLSchema:
        for kind in sorted(self.model, key=lambda c: (len(c.lineage), c.name)):
            if self._has_below(kind):
                self.interfaces[kind.name] = self._interface(kind)
            self.objects[kind.name] = self._object(kind)
        query = GraphQLObjectType("Query", self._roots, description="All questions. 一切查询。")
        return GraphQLSchema(query, types=[*self.interfaces.values(), *self.objects.values()])

    def type_of(self, name: str) -> GraphQLObjectType | GraphQLInterfaceType:
        """The type by which a class is asked: its interface where it has one."""
        return self.interfaces.get(name) or self.objects[name]

    def _has_below(self, kind: Class) -> bool:
        return len(self.model.leaves(kind.name)) > 1

    def _interface(self, kind: Class) -> GraphQLInterfaceType:
        return GraphQLInterfaceType(
            kind.name,
            lambda: self._fields(kind),
            interfaces=lambda: [self.interfaces[n] for n in kind.lineage[1:]],
            resolve_type=lambda value, _info, _type: self._object_name(value),
            description=describe(kind.label, kind.definition),
        )

    def _object(self, kind: Class) -> GraphQLObjectType:
        name = OTHER + kind.name if self._has_below(kind) else kind.name
        above = kind.lineage if self._has_below(kind) else kind.lineage[1:]
        return GraphQLObjectType(
            name,
            lambda: self._fields(kind),
            interfaces=lambda: [self.interfaces[n] for n in above],
            description=describe(kind.label, kind.definition),
        )

    def _object_name(self, value: dict[str, Any]) -> str:
        kind = self.model.class_of(value["__labels"]) or self.model["Thing"]
        return self.objects[kind.name].name

    def _fields(self, kind: Class) -> dict[str, GraphQLField]:
        fields = {"id": GraphQLField(GraphQLNonNull(GraphQLID), resolve=from_answer, description="标识 · identifier")}
        for prop in kind.values:
            if not prop.internal:
                fields |= self._value_fields(prop)
        for link in self.links.of(kind.name).values():
            fields.setdefault(link.name, self._link_field(link))
        fields[CERTAIN] = GraphQLField(GraphQLBoolean, resolve=from_answer, description=_CERTAIN)
        fields["evidence"] = GraphQLField(
            GraphQLNonNull(GraphQLList(GraphQLNonNull(self.evidence_type))),
            args={"first": GraphQLArgument(GraphQLInt, default_value=20, description="At most so many. 至多若干条。")},
            resolve=from_answer,
            description="出处 · evidence: 陈述它的文字。 The characters that state it.",
        )
        return dict(sorted(fields.items(), key=lambda f: (f[0] != "id", f[0])))

    def _value_fields(self, prop: Property) -> dict[str, GraphQLField]:
        scalar = _SCALARS[prop.datatype]
        kind: GraphQLOutputType = GraphQLNonNull(GraphQLList(GraphQLNonNull(scalar))) if prop.many else scalar
        description = describe(prop.label, prop.definition)
        if prop.datatype != "code":
            return {prop.name: GraphQLField(kind, resolve=from_answer, description=description)}
        codes = "; ".join(f"{c.notation} {c.label.zh}" for s in prop.schemes for c in self.model.concepts[s].values())
        label = GraphQLField(
            GraphQLString,
            args={"lang": GraphQLArgument(LANGUAGE, default_value="zh")},
            resolve=lambda source, info, lang: self._label(prop, from_answer(source, info, lang=lang), lang or "zh"),
            description=f"The words for {prop.name} in its code list. {prop.label.zh}的名称。",
        )
        return {prop.name: GraphQLField(kind, resolve=from_answer, description=f"{description} ({codes})"), f"{prop.name}Label": label}

    def _label(self, prop: Property, notation: str | None, lang: str) -> str | None:
        if notation is None:
            return None
        concept = self.model.concept(prop, notation)
        return notation if concept is None else concept.label.en if lang == "en" else concept.label.zh

    def _link_field(self, link: Link) -> GraphQLField:
        description = describe(link.prop.label, link.prop.definition)
        if not link.many:
            return GraphQLField(self.type_of(link.target), resolve=from_answer, description=description)
        kind = self.model[link.target]
        return GraphQLField(
            GraphQLNonNull(self._connection(kind)),
            args=self._list_arguments(kind),
            resolve=from_answer,
            description=f"{kind.label.zh} · {kind.plural}",
        )

    def _connection(self, kind: Class) -> GraphQLObjectType:
        if kind.name not in self.connections:
            edge = GraphQLObjectType(
                f"{kind.name}Edge",
                lambda: {
                    "cursor": GraphQLField(GraphQLNonNull(GraphQLString), resolve=from_answer, description=_CURSOR),
                    "node": GraphQLField(GraphQLNonNull(self.type_of(kind.name)), resolve=from_answer),
                },
            )
            self.connections[kind.name] = GraphQLObjectType(
                f"{kind.name}Connection",
                lambda: {
                    "nodes": GraphQLField(
                        GraphQLNonNull(GraphQLList(GraphQLNonNull(self.type_of(kind.name)))), resolve=from_answer, description=_NODES
                    ),
                    "edges": GraphQLField(GraphQLNonNull(GraphQLList(GraphQLNonNull(edge))), resolve=from_answer),
                    "pageInfo": GraphQLField(GraphQLNonNull(self.page_info), resolve=from_answer),
                    "totalCount": GraphQLField(GraphQLNonNull(GraphQLInt), resolve=from_answer, description=_TOTAL),
                },
            )
        return self.connections[kind.name]

    def _list_arguments(self, kind: Class) -> dict[str, GraphQLArgument]:
        return {
            "where": GraphQLArgument(self.filters.where(kind.name), description="Which ones. 筛选条件。"),
            "orderBy": GraphQLArgument(
                GraphQLList(GraphQLNonNull(self.filters.order(kind.name))), description="In which order; then by id. 排序；最后按标识。"
            ),
            "first": GraphQLArgument(GraphQLInt, default_value=50, description="At most so many, up to 1000. 至多若干条，上限 1000。"),
            "after": GraphQLArgument(GraphQLString, description="Those after this cursor. 从该游标之后开始。"),
            **_clock_arguments(),
        }

    def _evidence_fields(self) -> dict[str, GraphQLField]:
        fields = {"id": GraphQLField(GraphQLNonNull(GraphQLID), resolve=from_answer)}
        for prop in self.model.evidence:
            fields |= self._value_fields(prop)
        fields["page"] = fields.pop("onPage")
        document = self.model[self.links.document]
        fields["document"] = GraphQLField(
            GraphQLNonNull(self.type_of(document.name)), resolve=from_answer, description=describe(document.label, document.definition)
        )
        return dict(sorted(fields.items(), key=lambda f: (f[0] != "id", f[0])))

    def _roots(self) -> dict[str, GraphQLField]:
        fields = {}
        for kind in sorted(self.model, key=lambda c: c.name):
            one = kind.name[0].lower() + kind.name[1:]
            fields[one] = GraphQLField(
                self.type_of(kind.name),
                args={"id": GraphQLArgument(GraphQLNonNull(GraphQLID)), **_clock_arguments()},
                resolve=self._root(kind, "one"),
                description=f"{kind.label.zh} · {kind.label.en}, by id",
            )
            fields[kind.plural if kind.plural != one else f"{one}List"] = GraphQLField(
                GraphQLNonNull(self._connection(kind)),
                args=self._list_arguments(kind),
                resolve=self._root(kind, "list"),
                description=f"{kind.label.zh} · {kind.plural}",
            )
        entity = self.model["Entity"]
        hit = GraphQLObjectType(
            "SearchHit",
            lambda: {
                "score": GraphQLField(GraphQLNonNull(GraphQLFloat), resolve=from_answer),
                "node": GraphQLField(GraphQLNonNull(self.type_of(entity.name)), resolve=from_answer),
            },
            description="An entity that full-text search found. 全文检索所得。",
        )
        fields["search"] = GraphQLField(
            GraphQLNonNull(GraphQLList(GraphQLNonNull(hit))),
            args={
                "text": GraphQLArgument(GraphQLNonNull(GraphQLString)),
                "first": GraphQLArgument(GraphQLInt, default_value=20),
                **_clock_arguments(),
            },
            resolve=self._root(entity, "search"),
            description="Entities by a part of their names, best first. 按名称的一部分检索，相近者在前。",
        )
        return dict(sorted(fields.items()))

    def _root(self, kind: Class, shape: str) -> Resolver:
        return lambda _source, info, **arguments: self.resolve(kind, shape, info, arguments)
