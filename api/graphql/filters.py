"""``where`` and ``orderBy``: their input types, and the Cypher that they become."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLEnumValue,
    GraphQLError,
    GraphQLFloat,
    GraphQLID,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLScalarType,
    GraphQLString,
)

from api.graphql.links import Link, Links
from kg.clocks import Clocks, Clockwork
from kg.model import Model, Property
from kg.values import first_day, last_day

MOST_CONDITIONS, MOST_LINKS, MOST_TERMS = 100, 5, 8
"""The embedded engine takes some 200 terms in one expression; links within links multiply what is read."""

_OPERATORS = {"eq": "=", "ne": "<>", "lt": "<", "lte": "<=", "gt": ">", "gte": ">="}
_TEXT = {"contains": "CONTAINS", "startsWith": "STARTS WITH", "endsWith": "ENDS WITH"}
_UNSAID = "What is null is not asked for. 为 null 的条件视为未给出。"
_BY_DAYS = (
    "Bounds count by days: a month or a year is within them where each of its days is. What is null is not asked for. "
    "界限按日计：年、月须每一天都在界限之内。为 null 的条件视为未给出。"
)
DIRECTION = GraphQLEnumType("Direction", {"ASC": GraphQLEnumValue("ASC"), "DESC": GraphQLEnumValue("DESC")}, description="升序或降序。")


class Filters:
    """The input types of all classes, made when they are first asked for."""

    def __init__(self, model: Model, links: Links, date: GraphQLScalarType) -> None:
        self.model, self.links = model, links
        self._where: dict[str, GraphQLInputObjectType] = {}
        self._order: dict[str, GraphQLInputObjectType] = {}
        self._some: dict[str, GraphQLInputObjectType] = {}
        self._scalars = {
            "string": self._scalar("TextFilter", GraphQLString, [*_OPERATORS, *_TEXT]),
            "code": self._scalar("CodeFilter", GraphQLString, ["eq", "ne"]),
            "date": self._scalar("DateFilter", date, [*_OPERATORS, "startsWith"]),
            "integer": self._scalar("NumberFilter", GraphQLInt, list(_OPERATORS)),
            "decimal": self._scalar("DecimalFilter", GraphQLFloat, list(_OPERATORS)),
            "boolean": self._scalar("TruthFilter", GraphQLBoolean, ["eq"]),
            "id": self._scalar("IdFilter", GraphQLID, ["eq"]),
        }
        self._lists = {"string": self._list("TextListFilter", GraphQLString), "integer": self._list("NumberListFilter", GraphQLInt)}

    def where(self, name: str) -> GraphQLInputObjectType:
        """The filter of a class."""
        if name not in self._where:
            self._where[name] = GraphQLInputObjectType(
                f"{name}Where", lambda: dict(self._where_fields(name)), description="All that is said must hold. 各条件须同时满足。"
            )
        return self._where[name]

    def order(self, name: str) -> GraphQLInputObjectType:
        """The order of a class: one property, or the number of what hangs on it."""
        if name not in self._order:
            self._order[name] = GraphQLInputObjectType(
                f"{name}Order", lambda: dict(self._order_fields(name)), description="Give one. 每项给一个。", is_one_of=True
            )
        return self._order[name]

    def _where_fields(self, name: str) -> Iterator[tuple[str, GraphQLInputField]]:
        own = self.where(name)
        yield "and", GraphQLInputField(GraphQLList(GraphQLNonNull(own)))
        yield "or", GraphQLInputField(GraphQLList(GraphQLNonNull(own)))
        yield "not", GraphQLInputField(own)
        yield "id", GraphQLInputField(self._scalars["id"])
        for prop in self.model[name].values:
            if not prop.internal:
                types = self._lists if prop.many else self._scalars
                yield prop.name, GraphQLInputField(types[prop.datatype], description=prop.label.zh)
        for link in self.links.of(name).values():
            yield link.name, GraphQLInputField(self._related(link.target) if link.many else self.where(link.target))

    def _order_fields(self, name: str) -> Iterator[tuple[str, GraphQLInputField]]:
        yield "id", GraphQLInputField(DIRECTION)
        for prop in self.model[name].values:
            if not prop.internal and not prop.many:
                yield prop.name, GraphQLInputField(DIRECTION, description=prop.label.zh)
        for link in self.links.of(name).values():
            if link.many:
                yield f"{link.name}Count", GraphQLInputField(DIRECTION, description=f"{self.model[link.target].label.zh}之数")

    def _related(self, target: str) -> GraphQLInputObjectType:
        if target not in self._some:
            self._some[target] = GraphQLInputObjectType(
                f"{target}Related",
                lambda: {name: GraphQLInputField(self.where(target)) for name in ("some", "none", "all")},
                description="Some, none or all of them are so. 有些、没有或全部如此。",
            )
        return self._some[target]

    def _scalar(self, name: str, scalar: GraphQLScalarType, operators: list[str]) -> GraphQLInputObjectType:
        fields = {operator: GraphQLInputField(scalar) for operator in operators}
        fields["in"] = GraphQLInputField(GraphQLList(GraphQLNonNull(scalar)))
        fields["isNull"] = GraphQLInputField(GraphQLBoolean)
        return GraphQLInputObjectType(name, fields, description=_BY_DAYS if name == "DateFilter" else _UNSAID)

    def _list(self, name: str, scalar: GraphQLScalarType) -> GraphQLInputObjectType:
        return GraphQLInputObjectType(
            name, {"has": GraphQLInputField(scalar), "hasAny": GraphQLInputField(GraphQLList(GraphQLNonNull(scalar)))}
        )


class Conditions:
    """Filters and orders as Cypher; values become parameters, names come from the ontology alone."""

    def __init__(self, model: Model, links: Links, parameters: dict[str, Any]) -> None:
        self.model, self.links, self.parameters = model, links, parameters
        self._variables = self._asked = self._deep = 0
        self.clockwork = Clockwork(model, self.value, self.variable)

    def value(self, value: Any) -> str:
        """A parameter for a value."""
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return f"${name}"

    def variable(self, stem: str) -> str:
        """A variable that no other part of the statement uses."""
        self._variables += 1
        return f"{stem}{self._variables}"

    def where(self, variable: str, name: str, given: dict[str, Any] | None, clocks: Clocks) -> str:
        """The condition on a variable; empty where nothing is asked.

        Raises:
            GraphQLError: there are more conditions, or they lead along more links, than a statement may have.
        """
        return " AND ".join(self._parts(variable, name, given or {}, clocks))

    def _parts(self, variable: str, name: str, given: dict[str, Any], clocks: Clocks) -> Iterator[str]:
        links = self.links.of(name)
        for key, asked in given.items():
            if asked is None:
                continue
            self._count()
            if key in ("and", "or"):
                parts = [p for p in (self._counted(variable, name, one, clocks) for one in asked) if p]
                if parts:
                    yield f"({f' {key.upper()} '.join(f'({p})' for p in parts)})"
            elif key == "not":
                part = self.where(variable, name, asked, clocks)
                yield _not(part) if part else "false"
            elif key in links:
                yield from self._linked(variable, links[key], asked, clocks)
            else:
                yield from self._compared(variable, name, asked, None if key == "id" else self.model.properties[key], clocks)

    def _linked(self, variable: str, link: Link, asked: dict[str, Any], clocks: Clocks) -> Iterator[str]:
        self._deep += 1
        if self._deep > MOST_LINKS:
            raise GraphQLError(f"A filter may lead along {MOST_LINKS} links, one in another.", extensions={"code": "TOO_DEEP"})
        for quantifier, inner in asked.items() if link.many else [("some", asked)]:
            if inner is None:
                continue
            far = self.variable("w")
            part = self.where(far, link.target, inner, clocks)
            pattern, there = self.reached(variable, far, link, clocks)
            if quantifier == "all":
                yield f"NOT EXISTS {{ MATCH {pattern} WHERE {' AND '.join([*there, _not(part or 'true')])} }}"
            else:
                found = " AND ".join([*there, *([part] if part else [])])
                exists = f"EXISTS {{ MATCH {pattern}{f' WHERE {found}' if found else ''} }}"
                yield exists if quantifier == "some" else f"NOT {exists}"
        self._deep -= 1

    def reached(self, near: str, far: str, link: Link, clocks: Clocks) -> tuple[str, list[str]]:
        """A link as a pattern, and what the far thing must fulfil to be there; a single party is there with its fact."""
        asked = clocks if link.many else Clocks(known_at=clocks.known_at)
        pattern = link.pattern(near, far, self.clockwork.label(link.target, asked))
        return pattern, self.clockwork.conditions(far, link.target, asked)

    def _counted(self, variable: str, name: str, given: dict[str, Any], clocks: Clocks) -> str:
        self._count()
        return self.where(variable, name, given, clocks)

    def _count(self) -> None:
        self._asked += 1
        if self._asked > MOST_CONDITIONS:
            raise GraphQLError(f"There are more than {MOST_CONDITIONS} conditions; use in.", extensions={"code": "TOO_MANY_CONDITIONS"})

    def _compared(self, variable: str, name: str, asked: dict[str, Any], prop: Property | None, clocks: Clocks) -> Iterator[str]:
        field = f"{variable}.id" if prop is None else self.clockwork.read(variable, prop, clocks, name)
        missing = "false" if prop is not None and prop.datatype == "boolean" else ""
        for operator, value in asked.items():
            if value is None:
                continue
            self._count()
            if prop is not None and prop.datatype == "date" and operator in ("lt", "lte", "gt", "gte"):
                yield self._by_days(variable, prop, operator, value, clocks)
            elif operator == "isNull":
                yield f"{field} IS {'' if value else 'NOT '}NULL"
            elif operator == "in":
                yield f"{field} IN {self.value(value)}"
            elif operator == "has":
                yield f"{self.value(value)} IN coalesce({field}, [])"
            elif operator == "hasAny":
                yield f"any(x IN coalesce({field}, []) WHERE x IN {self.value(value)})"
            elif operator == "ne":
                yield f"({field} IS NULL OR {field} <> {self.value(value)})"
            elif missing and operator == "eq":
                yield f"coalesce({field}, {missing}) = {self.value(value)}"
            else:
                yield f"{field} {(_OPERATORS | _TEXT)[operator]} {self.value(value)}"

    def _by_days(self, variable: str, prop: Property, operator: str, date: str, clocks: Clocks) -> str:
        """A bound of a partial date: all days that the value may mean are within it; compared by the first and the last of them."""
        first, last = (self.clockwork.read(variable, p, clocks) for p in prop.bounds)
        sign = _OPERATORS[operator]
        if operator in ("gt", "gte"):
            return f"{first} {sign} {self.value(last_day(date) if operator == 'gt' else first_day(date))}"
        edge = self.value(last_day(date) if operator == "lte" else first_day(date))
        # The first day is the one that an index knows; the last one decides.
        return f"({first} {sign} {edge} AND {last} {sign} {edge})"

    def order(self, variable: str, name: str, given: list[dict[str, Any]] | None, clocks: Clocks) -> list[tuple[str, str]]:
        """Expressions with their directions; the id is the last, so that the order is total.

        Raises:
            GraphQLError: more is given than a statement may have.
        """
        if len(given or ()) > MOST_TERMS:
            raise GraphQLError(f"orderBy takes up to {MOST_TERMS} entries.", extensions={"code": "TOO_MANY_CONDITIONS"})
        asked = [(key, direction) for one in given or () for key, direction in one.items()]
        terms = [term for key, direction in asked for term in self._term(variable, name, key, direction, clocks)]
        if not terms and "sortKey" in self.model[name].properties:
            terms.append((f"coalesce({variable}.sortKey, '')", "ASC"))
        return [*terms, (f"{variable}.id", "ASC")]

    def _term(self, variable: str, name: str, key: str, direction: str, clocks: Clocks) -> Iterator[tuple[str, str]]:
        properties = self.model[name].properties
        if key == "id":
            yield f"{variable}.id", direction
        elif key == "name" and "sortKey" in properties:
            yield f"coalesce({variable}.sortKey, '')", direction
        elif key in properties:
            prop = properties[key]
            blank = {"integer": "-1", "boolean": "false"}.get(prop.datatype, "''")
            for one in (*prop.bounds[:1], prop):
                yield f"coalesce({self.clockwork.read(variable, one, clocks, name)}, {blank})", direction
        else:
            far = self.variable("c")
            pattern, there = self.reached(variable, far, self.links.of(name)[key.removesuffix("Count")], clocks)
            where = f" WHERE {' AND '.join(there)}" if there else ""
            yield f"COUNT {{ MATCH {pattern}{where} }}", direction


def _not(part: str) -> str:
    """The contrary of a condition: it holds too where the condition is unknown, for a value is missing."""
    return f"NOT coalesce(({part}), false)"
