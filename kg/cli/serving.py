"""The command that serves: GraphQL over the graph, on this machine."""

from __future__ import annotations

import logging
import socket
from typing import Annotated, Any

import typer
import uvicorn

from api.app import create_app
from api.graphql import Service, execute
from kg import pipeline
from kg.cli.graph import Opened, current
from kg.cli.screen import say
from kg.errors import BusyError
from kg.manifest import Manifest

EXAMPLE = '{"query": "{ people(first: 3) { totalCount nodes { name tenures { nodes { title organization { name } } } } } }"}'


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
) -> None:
    """Serve the graph by GraphQL until Ctrl-C.

    Example: kg serve --port 8000
    """
    with current() as graph:
        run(graph, host, port)


def run(graph: Opened, host: str, port: int) -> None:
    """Serve an opened graph.

    Raises:
        BusyError: the port is taken, or the address is none of this machine's.
    """
    with _listening(host, port) as listener:
        logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
        for noisy in ("neo4j", "httpx"):
            logging.getLogger(noisy).setLevel(logging.WARNING)
        app = create_app(graph.store, graph.model, stale=lambda: _is_stale(graph))
        config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=10, server_header=False)
        base = f"http://{_reached(host)}:{listener.getsockname()[1]}"
        say(f"GraphQL  {base}/graphql   (health: {base}/healthz, {base}/readyz)")
        say("Ask, for example:")
        say(f"  curl -s {base}/graphql -H 'content-type: application/json' -d '{EXAMPLE}'")
        say(f"Rows     {base}/rows   (as JSON and CSV, for dashboards and spreadsheets)")
        say("Analysts kg analyst   (what Neo4j Browser takes from here, and ten saved queries)")
        say("Ctrl-C stops.")
        uvicorn.Server(config).run(sockets=[listener])


def ask(text: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
    """Answer a GraphQL request without a server."""
    with current() as graph:
        return execute(Service(graph.model, graph.store), text, variables).body


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError as exc:
        listener.close()
        raise BusyError(f"{host}:{port} cannot be listened on ({exc.strerror}); give another --port.") from exc
    return listener


def _reached(host: str) -> str:
    """The host of an address that leads here: where all addresses are listened on, this machine's own."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"[{host}]" if ":" in host else host


def _is_stale(graph: Opened) -> bool:
    """Whether the store does not show all that is kept, as while a load is written."""
    seen = graph.store.state()
    return seen is None or seen.going != "" or seen.shown != pipeline.state(Manifest.load(graph.home), graph.model)
