"""The command ``kg load``: files and folders, one after the other into what is kept, then once into the store."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kg import pipeline
from kg.cli.bar import Steps
from kg.cli.found import say_sources, say_twice, show
from kg.cli.graph import opened
from kg.cli.loaders import files
from kg.cli.options import Json, Recorded
from kg.cli.run import Run
from kg.cli.screen import print_json, say
from kg.errors import InputError
from kg.manifest import Manifest
from kg.model import Model
from kg.values import moment
from loaders import press


def load(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="Editions: text, Markdown, HTML, PDF, Word; rosters: CSV, TSV, Excel; or folders.")
    ],
    source: Annotated[str, typer.Option(help="Id of the source, such as gdgy, or its YAML file; found in the text by default.")] = "",
    edition: Annotated[
        str, typer.Option(help="Label of the edition, such as 2025-11; found in the text by default. A folder holds its parts.")
    ] = "",
    recorded: Recorded = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and show what was found, and keep nothing.")] = False,
    as_json: Json = False,
) -> None:
    """Load editions into the graph; of a folder, all that are not kept yet.

    Example: kg load examples/press/jhgy-2025-11.txt
    """
    stamp, found, model = stamped(recorded), files(paths, edition=edition), Model.load()
    if edition and len(found.files) > 1:
        raise InputError("--edition names one edition; give one file with it.")
    run = Run(found, source, edition, stamp, model)
    with Steps(len(found.files), quiet=as_json) as steps:
        if dry_run:
            run.read(steps)
        else:
            with opened() as graph, graph.home.locked():
                pipeline.require_own(graph.store, Manifest.load(graph.home))
                run.load(graph, steps)
    _report(run, steps, as_json=as_json, dry_run=dry_run)


def stamped(recorded: str) -> str:
    """The moment to record, in normal form; now where none is given.

    Raises:
        InputError: it is no moment.
    """
    try:
        return moment(recorded or datetime.now(UTC).isoformat())
    except ValueError as exc:
        raise InputError(f"--recorded {recorded!r} is no moment; give it as 2025-12-01T00:00:00Z.") from exc


def _hint(run: Run) -> None:
    if any(file.loader.name == "press" for file in run.found.files) and not press.tagged.installed():
        say(f"{press.tagged.HINT[0].upper()}{press.tagged.HINT[1:]}.")


def _report(run: Run, steps: Steps, *, as_json: bool, dry_run: bool) -> None:
    """Show what was found, and what went wrong; the written rows and the seconds are those of the whole load."""
    seconds = {name: round(value, 3) for name, value in steps.seconds.items()}
    if as_json:
        print_json([{**entry, "written": run.written, "seconds": seconds} for entry in run.entries])
    else:
        _hint(run)
        show(run.entries, run.model)
        nothing = "A dry run: nothing is kept." if dry_run else "Nothing new."
        say(f"{run.written} rows written in {sum(seconds.values()):.1f} s." if run.written else nothing)
    say_sources(run.entries)
    say_twice(run.entries)
    for path in run.found.passed:
        say(f"{path} is of no kind that is read here; it was passed over.")
    if run.faults:
        say(f"kg: {len(run.faults)} of {len(run.found.files)} files were left out, the others were not:")
        for fault in run.faults:
            say(f"  {fault}")
        raise typer.Exit(run.faults[0].exit_code)
