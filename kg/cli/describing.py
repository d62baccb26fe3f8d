"""The commands about sources: write a first description of a roster, check one, list those that are kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Json
from kg.cli.screen import print_json, say, table
from kg.errors import InputError
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model
from kg.source import Source
from kg.store.settings import Settings
from loaders import roster

source = typer.Typer(help="Descriptions of sources: write a first one, check one, list those that are kept.", no_args_is_help=True)


@source.command("new")
def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A roster: CSV, TSV or a workbook.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; standard output by default.")
    ] = None,
) -> None:
    """Write a first description of a roster by looking at it; its comments say what to check.

    Example: kg source new officials-2025.csv --output officials.yml
    """
    text = roster.draft(file)
    if output is None:
        sys.stdout.write(text)
        return
    try:
        with output.open("x", encoding="utf-8") as written:
            written.write(text)
    except OSError as exc:
        raise InputError(f"{output} cannot be written ({exc.strerror}); give another name.") from exc
    say(f"{output} is written; check every line of it.")


@source.command("check")
def check(file: Annotated[Path, typer.Argument(metavar="FILE", help="The YAML of a roster.")]) -> None:
    """Check a description, and tell all that is wrong with it.

    Example: kg source check examples/rosters/officials.yml
    """
    found = roster.described(Path(), str(file), Model.load(), lambda _: None)
    say(f"{file} describes {found.source.name} ({found.source.id}): {len(found.layouts[0].columns)} columns.")


@source.command("list")
def listed(as_json: Json = False) -> None:
    """List the sources that are kept.

    Example: kg source list
    """
    home = Home(Settings.from_environment().home)
    manifest = Manifest.load(home)
    found = [Source.kept(home, name, manifest) for name in sorted(manifest.sources)]
    rows = [{"source": s.id, "name": s.name, "publisher": s.publisher, "rank": s.rank, "complete": s.complete} for s in found]
    if as_json:
        print_json(rows)
    elif rows:
        table("", list(rows[0]), [list(r.values()) for r in rows])
    else:
        say("No source is kept yet; kg load PATH loads an edition of one.")
