"""The commands that read an edition without a store: read, which shows each step of the press loader, and facts."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.found import say_sources
from kg.cli.loaders import is_general
from kg.cli.options import Json, Tagger
from kg.cli.screen import print_json, say, table
from kg.facts import facts as fact_lines
from kg.model import Model
from loaders import press
from loaders.press.trace import rows

_WIDEST = 60


class Step(StrEnum):
    """The steps of the reader, in their order."""

    LAYOUT = "layout"
    UNITS = "units"
    OCCURRENCES = "occurrences"
    NAMES = "names"
    CLAIMS = "claims"


def read(
    path: Annotated[Path, typer.Argument(help="An edition: text, Markdown, HTML, PDF or Word.")],
    step: Annotated[Step, typer.Option(help="The step to look at.")] = Step.CLAIMS,
    source: Annotated[str, typer.Option(help="Id of the source, or its YAML file.")] = "",
    edition: Annotated[str, typer.Option(help="Label of the edition.")] = "",
    tagger: Tagger = True,
    as_json: Json = False,
) -> None:
    """Look at one step of reading an edition: its layout, units, occurrences, names in context or claims; no store is needed.

    Example: kg read examples/press/jhgy-2025-11.txt --step layout
    """
    found = list(rows(_taken(path, source, edition, tagger), step))
    if as_json:
        print_json(found)
        return
    columns = [column for column in dict.fromkeys(chain.from_iterable(found)) if any(row.get(column) for row in found)]
    shown = [[_short(row.get(column, "")) for column in columns] for row in found]
    table(f"{step}: {len(found)}", columns, shown) if found else say("Nothing was found.")


def facts(
    path: Annotated[Path, typer.Argument(help="An edition: text, Markdown, HTML, PDF or Word.")],
    source: Annotated[str, typer.Option(help="Id of the source, or its YAML file.")] = "",
    edition: Annotated[str, typer.Option(help="Label of the edition.")] = "",
    tagger: Tagger = True,
) -> None:
    """Write the facts of an edition as JSON Lines; no store is needed.

    Example: kg facts examples/press/jhgy-2025-11.txt
    """
    for record in fact_lines(press.reading(_taken(path, source, edition, tagger)), Model.load()):
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def _taken(path: Path, source: str, edition: str, tagger: bool) -> press.Edition:
    """An edition taken through all steps, with a line that says by which description."""
    taken = press.steps(path, source=source or None, edition=edition or None, tagger=tagger)
    found = taken.source.found
    say_sources([{"file": str(path), "description": str(found) if found else None, "general": is_general(taken, source)}])
    return taken


def _short(value: object) -> object:
    if isinstance(value, dict):
        return "\n".join(f"{name}: {said}" for name, said in value.items())
    return value if isinstance(value, int) else str(value)[:_WIDEST]
