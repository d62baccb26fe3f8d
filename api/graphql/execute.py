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
    GraphQLSchema,
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
from graphql.type import get_named_type, get_nullable_type, is_list_type
from graphql.validation import NoSchemaIntrospectionCustomRule

from api.graphql.compile import Compiler, Shaper, Statement, selected
from api.graphql.links import Links
from api.graphql.schema import build_schema
from kg.errors import StoreError
from kg.lookup import identified
from kg.model import Class, Model
from kg.store import Store

_REMEMBERED, _SHORT = 200, 4_000
NOT_A_QUERY = "NOT_A_QUERY"
TOO_SLOW = "The request took too long and was stopped; ask for less."
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

    @property
    def code(self) -> str:
        """The code of the first error; empty where there is none."""
        found: str = next((e["extensions"]["code"] for e in self.body.get("errors", ())), "")
        return found


class Service:
    """Answers requests from a store."""

    def __init__(self, model: Model, store: Store, limits: Limits | None = None) -> None:
        self.model, self.store, self.limits = model, store, limits or Limits()
        self.links = Links(model)
        self.shaper = Shaper(model, self.links)
        self.schema = build_schema(model, self._resolve)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._prepare)

    def prepared(self, text: str) -> tuple[DocumentNode, tuple[GraphQLError, ...]]:
        """A request's text parsed, with its faults; a dashboard sends the same again and again, so the last ones are remembered.

        Long texts are not, for some hundreds of them would fill the memory.
        """
        return self._remembered(text) if len(text) <= _SHORT else self._prepare(text)

    def _prepare(self, text: str) -> tuple[DocumentNode, tuple[GraphQLError, ...]]:
        document = parse(text, max_tokens=self.limits.tokens)
        require_within(document, self.schema, self.limits, {})
        rules = [*specified_rules, *([] if self.limits.introspection else [NoSchemaIntrospectionCustomRule])]
        return document, tuple(validate(self.schema, document, rules, max_errors=10))

    def _resolve(self, kind: Class, shape: str, info: GraphQLResolveInfo[Any], arguments: dict[str, Any]) -> Any:
        wanted, compiler = selected(info), Compiler(self.model, self.links)
        if shape == "one":
            rows = self._read(info, compiler.one(kind.name, wanted, arguments)) or self._former(info, kind, wanted, arguments)
            return self.shaper.node(rows[0]["node"], kind.name, wanted) if rows else None
        if shape == "search":
            rows = self._read(info, compiler.search(kind.name, wanted, arguments))
            return [
                {k: r["score"] if o.name == "score" else self.shaper.node(r["node"], kind.name, o) for k, o in wanted.below.items()}
                for r in rows
            ]
        row = self._read(info, compiler.many(kind.name, wanted, arguments))[0]
        return self.shaper.connection(row.get("rows"), row.get("total"), kind.name, wanted, arguments)

    def _former(self, info: GraphQLResolveInfo[Any], kind: Class, wanted: Any, arguments: dict[str, Any]) -> list[dict[str, Any]]:
        """The answer for the thing to which an older id leads, if it leads to any."""
        found = identified(self.store, str(arguments["id"]))
        if not found or found[0]["n"]["id"] == arguments["id"]:
            return []
        compiler = Compiler(self.model, self.links)
        return self._read(info, compiler.one(kind.name, wanted, arguments | {"id": found[0]["n"]["id"]}))

    def _read(self, info: GraphQLResolveInfo[Any], statement: Statement) -> list[dict[str, Any]]:
        info.context["statements"] += 1
        return self.store.read(statement.text, statement.parameters, timeout=self.limits.seconds)


def execute(service: Service, text: str, variables: dict[str, Any] | None = None, operation: str | None = None) -> Answer:
    """Answer a request; whatever is wrong with it is in the answer's errors, each with a code."""
    try:
        document, faults = service.prepared(text)
        _require_query(document, operation)
        require_within(document, service.schema, service.limits, variables or {})
    except GraphQLError as exc:
        return _refused([exc])
    if faults:
        return _refused(list(faults))
    context = {"statements": 0}
    result = run(service.schema, document, variable_values=variables, operation_name=operation, context_value=context)
    assert isinstance(result, ExecutionResult)
    begun = not result.errors or any(e.path for e in result.errors)
    body: dict[str, Any] = {"data": result.data} if begun else {}
    if result.errors:
        body["errors"] = [_formatted(e) for e in result.errors]
    return Answer(body, _status(result), context["statements"], [e.original_error for e in result.errors or () if _is_ours(e)])


def _status(result: ExecutionResult) -> int:
    """200 where there is an answer, in part too; 400 where it was not begun; 503 where the store is away, 504 where it is too slow."""
    errors = result.errors or []
    if any(isinstance(e.original_error, StoreError) for e in errors):
        return 504 if any(_is_late(e.original_error) for e in errors) else 503
    return 400 if errors and not any(e.path for e in errors) else 200


def _is_ours(error: GraphQLError) -> bool:
    """Whether an error is a fault of the program, which is logged and masked: a statement that is not valid is one too."""
    original = error.original_error
    return error.path is not None and original is not None and not isinstance(original, (StoreError, GraphQLError))


def _is_late(original: BaseException | None) -> bool:
    """Whether the engine stopped a statement because its time was over."""
    code = getattr(getattr(original, "__cause__", None), "code", None) or ""
    return isinstance(original, StoreError) and ("TimedOut" in code or "Terminated" in code)


def _require_query(document: DocumentNode, operation: str | None) -> None:
    asked = [n for n in document.definitions if isinstance(n, OperationDefinitionNode)]
    for node in asked if operation is None else [n for n in asked if n.name is not None and n.name.value == operation]:
        if node.operation is not OperationType.QUERY:
            raise GraphQLError("Only queries are answered here; the graph is changed by kg load.", node, extensions={"code": NOT_A_QUERY})


def require_within(document: DocumentNode, schema: GraphQLSchema, limits: Limits, variables: dict[str, Any]) -> None:
    """Raise where a request asks for more than the limits allow, before it is validated.

    Raises:
        GraphQLError: too deep, too many root fields or fields, or too costly: lists within lists multiply.
    """
    fragments = {n.name.value: n for n in document.definitions if isinstance(n, FragmentDefinitionNode)}
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            defaults = {d.variable.name.value: getattr(d.default_value, "value", None) for d in node.variable_definitions or ()}
            counter = _Counter(schema, limits, fragments, {**defaults, **variables})
            cost = counter.cost(node.selection_set, schema.query_type, 1, ())
            if cost > limits.cost:
                raise GraphQLError(
                    f"The request costs {cost}, more than {limits.cost}; ask for smaller pages.", extensions={"code": "TOO_COSTLY"}
                )


class _Counter:
    """Counts what a selection may bring, before it is validated: what the schema does not have costs nothing here."""

    def __init__(
        self, schema: GraphQLSchema, limits: Limits, fragments: dict[str, FragmentDefinitionNode], variables: dict[str, Any]
    ) -> None:
        self.schema, self.limits, self.fragments, self.variables = schema, limits, fragments, variables
        self.fields = self.roots = 0

    def cost(self, chosen: SelectionSetNode | None, parent: Any, depth: int, within: tuple[str, ...], page: int = 1) -> int:
        """How many things a selection may bring, at most; ``page`` is how many a connection may."""
        if chosen is None:
            return 0
        if depth > self.limits.depth:
            raise GraphQLError(f"The request is more than {self.limits.depth} levels deep; ask in steps.", extensions={"code": "TOO_DEEP"})
        return sum(self._one(node, parent, depth, within, page) for node in chosen.selections)

    def _one(self, node: Any, parent: Any, depth: int, within: tuple[str, ...], page: int) -> int:
        self._count(node, depth)
        if isinstance(node, FieldNode):
            return self._field(node, parent, depth, within) * (page if node.name.value in ("nodes", "edges") else 1)
        if isinstance(node, InlineFragmentNode):
            return self.cost(node.selection_set, self._narrowed(parent, node.type_condition), depth, within, page)
        if isinstance(node, FragmentSpreadNode) and node.name.value in self.fragments and node.name.value not in within:
            fragment = self.fragments[node.name.value]
            inner = self._narrowed(parent, fragment.type_condition)
            return self.cost(fragment.selection_set, inner, depth, (*within, node.name.value), page)
        return 0

    def _field(self, node: FieldNode, parent: Any, depth: int, within: tuple[str, ...]) -> int:
        definition = getattr(parent, "fields", {}).get(node.name.value)
        if definition is None or node.selection_set is None:
            return 0
        inner, page = get_named_type(definition.type), self._page(node, definition)
        is_list = is_list_type(get_nullable_type(definition.type)) and "first" in definition.args
        return (1 + self.cost(node.selection_set, inner, depth + 1, within, page)) * (page if is_list else 1)

    def _page(self, node: FieldNode, definition: Any) -> int:
        """How many things a field may bring: what its ``first`` says, else the schema's default."""
        if "first" not in definition.args:
            return 1
        default: int = definition.args["first"].default_value
        given = next((a.value for a in node.arguments or () if a.name.value == "first"), None)
        value = self.variables.get(given.name.value) if isinstance(given, VariableNode) else getattr(given, "value", None)
        return max(1, int(str(value))) if str(value).isdecimal() else default

    def _narrowed(self, parent: Any, condition: Any) -> Any:
        return parent if condition is None else self.schema.get_type(condition.name.value)

    def _count(self, node: Any, depth: int) -> None:
        self.fields += 1
        self.roots += depth == 1 and isinstance(node, FieldNode)
        if self.roots > self.limits.roots:
            raise GraphQLError(
                f"There are more than {self.limits.roots} root fields; ask in several requests.", extensions={"code": "TOO_MANY_ROOTS"}
            )
        if self.fields > self.limits.fields:
            raise GraphQLError(
                f"The request has more than {self.limits.fields} fields; ask for less.", extensions={"code": "TOO_MANY_FIELDS"}
            )
        if len(node.directives or ()) > 3:
            raise GraphQLError("A field has more than three directives.", node, extensions={"code": "TOO_MANY_DIRECTIVES"})


def _refused(faults: list[GraphQLError]) -> Answer:
    return Answer({"errors": [_formatted(f) for f in faults]}, 400)


def _formatted(error: GraphQLError) -> dict[str, Any]:
    shown = dict(error.formatted)
    original = error.original_error
    if isinstance(original, StoreError):
        shown["message"] = TOO_SLOW if _is_late(original) else "The database does not answer; try again later."
        shown["extensions"] = {"code": "TIMEOUT" if _is_late(original) else "STORE_UNAVAILABLE"}
    elif _is_ours(error):
        shown["message"] = _MASKED
        shown["extensions"] = {"code": "INTERNAL"}
    else:
        shown.setdefault("extensions", {"code": "BAD_REQUEST"})
        shown["message"] = _without_hints(error.message)
    return shown


def _without_hints(message: str) -> str:
    """A message without suggestions, by which a hidden schema could be read letter by letter."""
    return message.partition(" Did you mean ")[0]
