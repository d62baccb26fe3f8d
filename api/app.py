"""The application: GraphQL, health, and what else is served, over one store."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from typing import Any

import anyio
import anyio.to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import analyst, rows, things
from api.errors import problem, response_to
from api.graphql import NOT_A_QUERY, TOO_SLOW, Limits, Service, execute
from api.page import POLICY, page
from kg.errors import UnionGraphError
from kg.model import Model
from kg.store import Store

log = logging.getLogger("kg.api")

GRAPHQL_JSON = "application/graphql-response+json"
LARGEST_BODY = 100_000
WORKERS = 8
GRACE = 1.0
"""Seconds after the limit in which an engine may still end a statement by itself."""
_REFUSALS = {404: "There is nothing at this address; /graphql and /rows answer.", 405: "This address does not take that method."}
_PARAMETERS = {"query", "variables", "operationName", "extensions"}


def create_app(store: Store, model: Model, *, stale: Callable[[], bool] = lambda: False, limits: Limits | None = None) -> Starlette:
    """The application over a store.

    Args:
        stale: whether a load is being written just now; the health check says so.
        limits: what one request may ask.
    """
    service = Service(model, store, limits)
    threads = anyio.CapacityLimiter(WORKERS)

    async def graphql(request: Request) -> Response:
        if request.method == "GET" and "query" not in request.query_params and "text/html" in request.headers.get("accept", ""):
            return HTMLResponse(page(str(request.base_url)), headers={"content-security-policy": POLICY})
        try:
            asked = await _asked(request)
        except ValueError as exc:
            return problem(*exc.args)
        try:
            with anyio.fail_after(service.limits.seconds + GRACE):
                answer = await anyio.to_thread.run_sync(
                    lambda: execute(service, asked["query"], asked.get("variables"), asked.get("operationName")),
                    limiter=threads,
                    abandon_on_cancel=True,
                )
        except TimeoutError:
            return problem(504, "TIMEOUT", TOO_SLOW)
        for fault in answer.faults:
            log.error("a resolver failed", exc_info=fault)
        modern = GRAPHQL_JSON in request.headers.get("accept", "")
        # The older media type has 200 for every well-formed answer (GraphQL over HTTP, 6.4.1).
        status = answer.status if modern or answer.status >= 500 else 200
        if request.method == "GET" and answer.code == NOT_A_QUERY:
            status = 405
        return JSONResponse(answer.body, status, media_type=GRAPHQL_JSON if modern else "application/json")

    async def healthz(_request: Request) -> Response:
        return JSONResponse({"status": "up"})

    async def readyz(_request: Request) -> Response:
        await anyio.to_thread.run_sync(lambda: store.read("RETURN 1 AS one", timeout=5), limiter=threads)
        return JSONResponse({"status": "ready", "engine": store.engine, "stale": await anyio.to_thread.run_sync(stale, limiter=threads)})

    async def failed(_request: Request, exc: Exception) -> Response:
        if isinstance(exc, UnionGraphError):
            return response_to(exc)
        log.error("a request failed", exc_info=exc)
        return problem(500, "INTERNAL", "Something went wrong here; the server's log says what.")

    routes = [
        Route("/graphql", graphql, methods=["GET", "POST"]),
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        *rows.routes(store, model),
        *things.routes(store, model),
        analyst.routes(),
    ]

    async def refused(_request: Request, exc: Exception) -> Response:
        status = exc.status_code if isinstance(exc, HTTPException) else 500
        return problem(status, f"HTTP_{status}", _REFUSALS.get(status, "The request cannot be answered."))

    handlers: Any = {UnionGraphError: failed, HTTPException: refused, Exception: failed}
    return Starlette(routes=routes, middleware=[Middleware(RequestLog)], exception_handlers=handlers)


async def _asked(request: Request) -> dict[str, Any]:
    """What a request asks: its query, variables and operation.

    Raises:
        ValueError: it cannot be taken; its arguments are the status, a code and a sentence.
    """
    if request.method == "GET":
        asked: Any = {k: v for k, v in request.query_params.items() if k in _PARAMETERS}
        for name in ("variables", "extensions"):
            if name in asked:
                asked[name] = _json(asked[name], name)
    else:
        if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
            raise ValueError(415, "NOT_JSON", "Send the request as application/json.")
        asked = _json(await _body(request), "The body")
    if not isinstance(asked, dict):
        raise ValueError(400, "NOT_A_REQUEST", "A request is one JSON object with a query; lists of requests are not taken.")
    if not isinstance(asked.get("query"), str) or not asked["query"].strip():
        raise ValueError(400, "NO_QUERY", "A request has a query, a text.")
    for name, kind in (("variables", dict), ("operationName", str), ("extensions", dict)):
        if asked.get(name) is not None and not isinstance(asked[name], kind):
            raise ValueError(400, "NOT_A_REQUEST", f"{name} must be {'an object' if kind is dict else 'a text'}.")
    return asked


async def _body(request: Request) -> bytes:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BODY:
            raise ValueError(413, "TOO_LARGE", f"The body has more than {LARGEST_BODY} bytes.")
    return body


def _json(text: str | bytes, what: str) -> Any:
    try:
        found = json.loads(text)
        if "\\ud" in (text.decode(errors="ignore") if isinstance(text, bytes) else text).lower():
            # Half a character, which JSON can write and UTF-8 cannot.
            json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as exc:
        raise ValueError(400, "NOT_JSON", f"{what} is not valid JSON.") from exc
    return found


class RequestLog:
    """One line a request: method, path, status, milliseconds. A client that hangs up is no failure."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and log how it ended."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 499

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, note)
        except ClientDisconnect:
            status = 499
        finally:
            log.info("%s %s %d %.0f ms", scope["method"], scope["path"], status, 1000 * (time.perf_counter() - began))
