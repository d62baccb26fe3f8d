"""The address of a thing: ``/id/ID`` answers with what is known of it, and an older id leads to the one that holds (301)."""

from __future__ import annotations

from dataclasses import asdict

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from api.errors import problem
from kg.lookup import describe, identified
from kg.model import Model
from kg.store import Store


def routes(store: Store, model: Model) -> list[Route]:
    """The route of things."""

    async def thing(request: Request) -> Response:
        asked: str = request.path_params["id"]
        found = await anyio.to_thread.run_sync(identified, store, asked)
        if not found:
            return problem(404, "NOT_FOUND", "Nothing has this id.")
        node = found[0]["n"]
        if node["id"] != asked:
            return RedirectResponse(request.url_for("thing", id=node["id"]), 301)
        return JSONResponse(asdict(await anyio.to_thread.run_sync(describe, store, model, node)))

    return [Route("/id/{id:path}", thing, name="thing")]
