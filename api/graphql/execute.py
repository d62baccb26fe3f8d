"""A request: parsed, held to the limits, validated, and answered with one statement for each root field."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLResolveInfo,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    VariableNode,
    parse,
    specified_rules,
    validate,
)
from graphql import execute as run
from graphql.validation import NoSchemaIntrospectionCustomRule

from api.graphql.compile import Compiler, Shaper, Statement, selected
from api.graphql.links import Links
from api.graphql.schema import build_schema
from kg.errors import InputError, StoreError
from kg.model import Class, Model
from kg.store import Store

PAGE = 50
_REMEMBERED = 200
_MASKED = "Something went wrong here; the server's log says what."


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may ask: how deep, how many root fields, fields in all, tokens, things, and how long it may take."""

    depth: int = 12
    roots: int = 10
    fields: int = 400
    tokens: int = 4_000
    cost: int = 200_000
    seconds: float = 20.0
    introspection: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer as GraphQL has it, the status that HTTP gives it, how many statements it took, and what is to be logged."""

    body: dict[str, Any]
    status: int
    statements: int = 0
    faults: list[BaseException | None] = field(default_factory=list)


class Service:
    """Answers requests from a store."""

    def __init__(self, model: Model, store: Store, limits: Limits | None = None) -> None:
        self.model, self.store, self.limits = model, store, limits or Limits()
        self.links = Links(model)
        self.shaper = Shaper(model, self.links)
        self.schema = build_schema(model, self._resolve)
        self.prepared = lru_cache(maxsize=_REMEMBERED)(self._prepare)

    def _prepare(self, text: str) -> tuple[DocumentNode, tuple[GraphQLError, ...]]:
        """A request's text parsed and validated; a dashboard sends the same again and again, so the last ones are remembered."""
        document = parse(text, max_tokens=self.limits.tokens)
        require_within(document, self.limits, {})
        rules = [*specified_rules, *([] if self.limits.introspection else [NoSchemaIntrospectionCustomRule])]
        return document, tuple(validate(self.schema, document, rules, max_errors=10))

    def _resolve(self, kind: Class, shape: str, info: GraphQLResolveInfo[Any], arguments: dict[str, Any]) -> Any:
        wanted, compiler = selected(info), Compiler(self.model, self.links)
        if shape == "one":
            rows = self._read(info, compiler.one(kind.name, arguments["id"], wanted))
            return self.shaper.node(rows[0]["node"], kind.name, wanted) if rows else None
        if shape == "search":
            rows = self._read(info, compiler.search(kind.name, wanted, arguments["text"], arguments["first"]))
            return [
                {k: r["score"] if o.name == "score" else self.shaper.node(r["node"], kind.name, o) for k, o in wanted.below.items()}
                for r in rows
            ]
        row = self._read(info, compiler.many(kind.name, wanted, arguments))[0]
        return self.shaper.connection(row.get("rows"), row.get("total"), kind.name, wanted, arguments)

    def _read(self, info: GraphQLResolveInfo[Any], statement: Statement) -> list[dict[str, Any]]:
        info.context["statements"] += 1
        return self.store.read(statement.text, statement.parameters, timeout=self.limits.seconds)


def execute(service: Service, text: str, variables: dict[str, Any] | None = None, operation: str | None = None) -> Answer:
    """Answer a request; whatever is wrong with it is in the answer's errors, each with a code."""
    try:
        document, faults = service.prepared(text)
        _require_query(document, operation)
        require_within(document, service.limits, variables or {})
    except GraphQLError as exc:
        return _refused([exc])
    if faults:
        return _refused(list(faults))
    context = {"statements": 0}
    result = run(service.schema, document, variable_values=variables, operation_name=operation, context_value=context)
    assert isinstance(result, ExecutionResult)
    body: dict[str, Any] = {"data": result.data}
    if result.errors:
        body["errors"] = [_formatted(e) for e in result.errors]
        if result.data is None and not any(e.path for e in result.errors):
            del body["data"]
    return Answer(body, _status(result), context["statements"], [e.original_error for e in result.errors or () if _is_ours(e)])


def _status(result: ExecutionResult) -> int:
    """200 where there is an answer, in part too; 400 where the request was not begun; 503 where the store is away."""
    errors = result.errors or []
    if any(isinstance(e.original_error, StoreError) for e in errors):
        return 503
    return 400 if errors and not any(e.path for e in errors) else 200


def _is_ours(error: GraphQLError) -> bool:
    """Whether an error is a fault of the program, which is logged and masked."""
    original = error.original_error
    return original is not None and not isinstance(original, (InputError, StoreError, GraphQLError))


def _require_query(document: DocumentNode, operation: str | None) -> None:
    asked = [n for n in document.definitions if isinstance(n, OperationDefinitionNode)]
    for node in asked if operation is None else [n for n in asked if n.name is not None and n.name.value == operation]:
        if node.operation is not OperationType.QUERY:
            raise GraphQLError("Only queries are answered here; the graph is changed by kg load.", node, extensions={"code": "NOT_A_QUERY"})


def require_within(document: DocumentNode, limits: Limits, variables: dict[str, Any]) -> None:
    """Raise where a request asks for more than the limits allow, before it is validated.

    Raises:
        GraphQLError: too deep, too many root fields or fields, or too costly: lists within lists multiply.
    """
    fragments = {n.name.value: n for n in document.definitions if isinstance(n, FragmentDefinitionNode)}
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            counter = _Counter(limits, fragments, variables)
            roots = sum(isinstance(s, FieldNode) for s in node.selection_set.selections)
            if roots > limits.roots:
                raise GraphQLError(
                    f"{roots} root fields are more than {limits.roots}; ask in several requests.", extensions={"code": "TOO_MANY_ROOTS"}
                )
            cost = counter.cost(node.selection_set, 1, ())
            if cost > limits.cost:
                raise GraphQLError(
                    f"The request costs {cost}, more than {limits.cost}; ask for smaller pages.", extensions={"code": "TOO_COSTLY"}
                )


class _Counter:
    def __init__(self, limits: Limits, fragments: dict[str, FragmentDefinitionNode], variables: dict[str, Any]) -> None:
        self.limits, self.fragments, self.variables, self.fields = limits, fragments, variables, 0

    def cost(self, chosen: SelectionSetNode | None, depth: int, within: tuple[str, ...]) -> int:
        """How many things a selection may bring, at most."""
        if chosen is None:
            return 0
        if depth > self.limits.depth:
            raise GraphQLError(f"The request is more than {self.limits.depth} levels deep; ask in steps.", extensions={"code": "TOO_DEEP"})
        return sum(self._one(node, depth, within) for node in chosen.selections)

    def _one(self, node: Any, depth: int, within: tuple[str, ...]) -> int:
        self.fields += 1
        if self.fields > self.limits.fields:
            raise GraphQLError(
                f"The request has more than {self.limits.fields} fields; ask for less.", extensions={"code": "TOO_MANY_FIELDS"}
            )
        if len(node.directives or ()) > 3:
            raise GraphQLError("A field has more than three directives.", node, extensions={"code": "TOO_MANY_DIRECTIVES"})
        if isinstance(node, FieldNode):
            if node.name.value in ("__schema", "__type"):
                return 0
            inner = self.cost(node.selection_set, depth + 1, within)
            return 1 + inner * (self._first(node) if node.selection_set else 1)
        if isinstance(node, InlineFragmentNode):
            return self.cost(node.selection_set, depth, within)
        if isinstance(node, FragmentSpreadNode) and node.name.value in self.fragments and node.name.value not in within:
            return self.cost(self.fragments[node.name.value].selection_set, depth, (*within, node.name.value))
        return 0

    def _first(self, node: FieldNode) -> int:
        """How many things a field may bring: what its ``first`` says, else a page where it is a list."""
        for argument in node.arguments or ():
            if argument.name.value == "first":
                given = argument.value
                value = self.variables.get(given.name.value, PAGE) if isinstance(given, VariableNode) else getattr(given, "value", PAGE)
                return max(1, int(value)) if str(value).isdecimal() else PAGE
        chosen = node.selection_set.selections if node.selection_set else ()
        names = {s.name.value for s in chosen if isinstance(s, FieldNode)}
        return PAGE if names & {"nodes", "edges"} else 1


def _refused(faults: list[GraphQLError]) -> Answer:
    return Answer({"errors": [_formatted(f) for f in faults]}, 400)


def _formatted(error: GraphQLError) -> dict[str, Any]:
    shown = dict(error.formatted)
    original = error.original_error
    if isinstance(original, (InputError, StoreError)):
        shown["message"] = str(original)
        shown["extensions"] = {"code": "STORE_UNAVAILABLE" if isinstance(original, StoreError) else "BAD_INPUT"}
    elif original is not None and not isinstance(original, GraphQLError):
        shown["message"] = _MASKED
        shown["extensions"] = {"code": "INTERNAL"}
    else:
        shown.setdefault("extensions", {"code": "BAD_REQUEST"})
        shown["message"] = _without_hints(error.message)
    return shown


def _without_hints(message: str) -> str:
    """A message without suggestions, by which a hidden schema could be read letter by letter."""
    return message.partition(" Did you mean ")[0]
