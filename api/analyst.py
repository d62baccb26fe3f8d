"""The analyst's pack over HTTP, for the ``:style`` and ``:guide`` of Neo4j Browser, which asks from another origin.

Any page may read it: it is the same for everybody, says nothing of the data, and no credentials are taken.
"""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route

from api.page import POLICY
from kg.analyst.pack import archive, guide, style_text


def routes() -> Mount:
    """The routes of the pack, for an application to take up."""

    def style(_: Request) -> Response:
        return PlainTextResponse(style_text())

    def opened(request: Request) -> Response:
        server = f"{request.url.scheme}://{request.url.netloc}"
        return HTMLResponse(guide(server), headers={"content-security-policy": POLICY})

    def favourites(_: Request) -> Response:
        return Response(archive(), media_type="application/zip")

    routes = [
        Route("/style.grass", style),
        Route("/guide.html", opened),
        Route("/queries.zip", favourites),
    ]
    return Mount("/analyst", routes=routes, middleware=[Middleware(CORSMiddleware, allow_origins=["*"], allow_headers=["*"])])
