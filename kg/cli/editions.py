"""The commands that change and list what is kept, beside ``load``: unload, list, rebuild."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import pipeline
from kg.cli.bar import Steps
from kg.cli.graph import opened
from kg.cli.loading import stamped
from kg.cli.options import Json, Recorded
from kg.cli.screen import print_json, say, table
from kg.home import Home
from kg.interrupt import deferred
from kg.manifest import Manifest
from kg.store.settings import Settings


def unload(
    edition: Annotated[str, typer.Argument(help="Id of the edition, such as jhgy/2025-11.")],
    recorded: Recorded = "",
) -> None:
    """Withdraw an edition: what only it said is closed, and stays in the history.

    Example: kg unload jhgy/2025-11
    """
    stamp = stamped(recorded)
    with opened() as graph, graph.home.locked():
        pipeline.require_own(graph.store, Manifest.load(graph.home))
        with Steps(1, quiet=True) as steps, deferred(lambda: say("Interrupted: finishing first.")):
            steps.file(0, edition)
            kept = pipeline.withdraw(graph.home, edition, recorded=stamp)
            written = pipeline.bring(graph.store, graph.home, kept.manifest, graph.model, before=kept.before, progress=steps)
    say(f"{edition} is withdrawn; {written} rows written.")


def list_editions(as_json: Json = False) -> None:
    """List the editions and their versions.

    Example: kg list
    """
    manifest = Manifest.load(Home(Settings.from_environment().home))
    rows = [
        {
            "edition": edition,
            "version": v.number,
            "recorded": v.recorded,
            "reason": v.reason,
            "loader": v.loader,
            "rows": v.rows,
            "encoding": v.encoding,
            "title": v.title,
        }
        for edition, versions in sorted(manifest.editions.items())
        for v in versions
    ]
    if as_json:
        print_json(rows)
    elif rows:
        table("", list(rows[0]), [list(r.values()) for r in rows])
    else:
        say("No edition is loaded yet; kg load PATH loads one.")


def rebuild(
    take_over: Annotated[bool, typer.Option("--take-over", help="Replace all that the database holds, whatever wrote it.")] = False,
) -> None:
    """Write the graph anew from what is kept.

    Example: kg rebuild
    """
    with opened() as graph, graph.home.locked(), Steps(1, quiet=False) as steps:
        steps.file(0, "rebuild")
        written = pipeline.rebuild(graph.store, graph.home, graph.model, take_over=take_over, progress=steps)
    say(f"{written} rows written.")
