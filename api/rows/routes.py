"""The addresses of rows: ``/rows`` lists them, ``/rows/NAME.json`` and ``/rows/NAME.csv`` give them.

An answer's ETag comes from what the store shows, the query and what was asked, so a dashboard that asks again for what has
not changed costs one small read. While a load is being written there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from api.rows.named import NamedQuery, named_queries
from api.rows.table import as_csv, as_json, cells
from kg.errors import InputError
from kg.ids import digest
from kg.model import Model
from kg.store import Store

Format = Literal["json", "csv"]
_TYPES: dict[Format, str] = {"json": "application/json", "csv": "text/csv; charset=utf-8; header=present"}


def routes(store: Store, model: Model) -> list[Route]:
    """The routes of the rows, for an application to take up; a StoreError is left to the application's table."""
    queries = named_queries(model)
    listed = [query.describe() for query in queries.values()]

    def index(_: Request) -> Response:
        return JSONResponse(listed)

    def rows(form: Format) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            query = queries.get(request.path_params["name"])
            if query is None:
                return _problem(404, "UNKNOWN_ROWS", "There are no rows of this name; /rows lists those there are.")
            try:
                return _answer(store, model, query, form, request)
            except InputError as exc:
                return _problem(400, "BAD_VARIABLE", str(exc))

        return endpoint

    return [
        Route("/rows", index),
        Route("/rows/{name}.json", rows("json")),
        Route("/rows/{name}.csv", rows("csv")),
    ]


def _answer(store: Store, model: Model, query: NamedQuery, form: Format, request: Request) -> Response:
    given = request.query_params.multi_items()
    bom = _bom(given) if form == "csv" else False
    values = query.values(item for item in given if form == "json" or item[0] != "bom")
    tag = _tag(store, model, query, [form, str(bom), *(f"{name}={value}" for name, value in sorted(values.items()))])
    headers = {"Cache-Control": "no-cache", **({"ETag": tag} if tag else {})}
    if tag and _matches(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    found = cells(query.columns, store.read(query.cypher, query.parameters(values, model)))
    body = as_json(query.columns, found) if form == "json" else as_csv(query.columns, found, bom=bom)
    return Response(body, media_type=_TYPES[form], headers=headers | {"Content-Disposition": f'inline; filename="{query.name}.{form}"'})


def _bom(given: Sequence[tuple[str, str]]) -> bool:
    said = [value for name, value in given if name == "bom"]
    if len(said) > 1 or not set(said) <= {"0", "1"}:
        raise InputError("bom must be 0 or 1.")
    return said == ["1"]


def _tag(store: Store, model: Model, query: NamedQuery, asked: Sequence[str]) -> str:
    """The ETag of an answer, or nothing while the store is on its way to another state."""
    state = store.state()
    shown = "" if state is None else state.shown
    if state is not None and (state.going or not shown):
        return ""
    return f'"{digest(shown, model.digest, query.digest, *asked)}"'


def _matches(header: str, tag: str) -> bool:
    """Whether If-None-Match names the tag; weakly compared, as proxies that compress make tags weak (RFC 9110, 13.1.2)."""
    named = [part.strip().removeprefix("W/") for part in header.split(",")]
    return "*" in named or tag in named


def _problem(status: int, code: str, message: str) -> Response:
    return JSONResponse({"code": code, "message": message}, status_code=status)
