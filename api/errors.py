"""From what goes wrong to a response: one table, a code and one sentence each, never a stack trace."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from kg.errors import InputError, StoreError, UnionGraphError

TABLE: tuple[tuple[type[UnionGraphError], int, str], ...] = (
    (InputError, 400, "BAD_INPUT"),
    (StoreError, 503, "STORE_UNAVAILABLE"),
    (UnionGraphError, 500, "INTERNAL"),
)


def problem(status: int, code: str, message: str) -> Response:
    """A failure as JSON, in the form that GraphQL's errors have."""
    return JSONResponse({"errors": [{"message": message, "extensions": {"code": code}}]}, status)


def response_to(exc: UnionGraphError) -> Response:
    """The response to an error of ours."""
    status, code = next((status, code) for kind, status, code in TABLE if isinstance(exc, kind))
    return problem(status, code, str(exc))
