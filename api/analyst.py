"""The analyst's pack over HTTP, for the ``:style`` and ``:play`` of Neo4j Browser, which asks from another origin.

Any page may read it: it is the same for everybody, says nothing of the data, and no credentials are taken.
"""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route

from api.page import POLICY
from kg.analyst.pack import guide, saved_queries, style_text


def routes() -> Mount:
    """The routes of the pack, for an application to take up."""
    queries = {query.name: query.text for query in saved_queries()}

    def style(_: Request) -> Response:
        return PlainTextResponse(style_text())

    def played(request: Request) -> Response:
        server = f"{request.url.scheme}://{request.url.netloc}"
        return HTMLResponse(guide(server), headers={"content-security-policy": POLICY})

    def query(request: Request) -> Response:
        text = queries.get(request.path_params["name"])
        if text is None:
            raise HTTPException(404)
        return PlainTextResponse(text)

    routes = [Route("/style.grass", style), Route("/guide.html", played), Route("/queries/{name}.cypher", query)]
    return Mount("/analyst", routes=routes, middleware=[Middleware(CORSMiddleware, allow_origins=["*"], allow_headers=["*"])])
