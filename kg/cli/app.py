"""The command itself: which commands there are, and every failure turned into one sentence and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated

import typer

from kg import __version__
from kg.cli.screen import err
from kg.entry import INTERRUPTED
from kg.errors import UnionGraphError
from kg.interrupt import deferred

INTERNAL = 70

COMMANDS = (
    ("load", "kg.cli.loading:load", "Load editions into the graph; of a folder, all that are not kept yet."),
    ("source", "kg.cli.describing:source", "Descriptions of sources: write a first one, check one, list those that are kept."),
    ("list", "kg.cli.editions:list_editions", "List the editions and their versions."),
    ("unload", "kg.cli.editions:unload", "Withdraw an edition: what only it said is closed, and stays in the history."),
    (
        "read",
        "kg.cli.reading:read",
        "Look at one step of reading an edition: its layout, units, occurrences, names in context or claims; no store is needed.",
    ),
    ("facts", "kg.cli.reading:facts", "Write the facts of an edition as JSON Lines; no store is needed."),
    (
        "evaluate",
        "kg.cli.measuring:evaluate",
        "Measure what the loader finds against what a careful reader wrote: precision, recall and F1 by kind.",
    ),
    ("show", "kg.cli.looking:show", "Show a person, an organization, an event … with its facts and the words that state them."),
    (
        "diff",
        "kg.cli.changing:diff",
        "Compare the graph at two moments or versions, or on two days: what is new, gone and changed; no store is needed.",
    ),
    ("find", "kg.cli.looking:find", "Find things by a part of their names."),
    ("mentions", "kg.cli.judging:mentions", "List every mention with its place, its id and the id of what it is a mention of."),
    ("explain", "kg.cli.judging:explain", "Say why two are one or two: every part of the score, with the words of both sides."),
    (
        "review",
        "kg.cli.judging:review",
        "Go through what the rules leave open, one pair after the other: s same, d different, u unsure, n next, q quit.",
    ),
    (
        "judge",
        "kg.cli.judging:judge",
        "Judge who is who, or a claim: same, different and unsure take two things, reject a claim, correct a claim and PROPERTY=VALUE.",
    ),
    ("undo", "kg.cli.judging:undo", "Take back a judgement; the graph is again as it was before."),
    ("query", "kg.cli.looking:query", "Ask in Cypher, read-only, or in GraphQL; the answer comes as JSON."),
    ("export", "kg.cli.looking:export", "Write the data, or the ontology, as Turtle: sorted, the same bytes each time."),
    (
        "check",
        "kg.cli.health:check",
        "Check that what is kept is whole and that the store shows it; list what sources contradict one another in.",
    ),
    (
        "forget",
        "kg.cli.forgetting:forget",
        "Forget a person: take all that is said of the person out of what is kept, history included, for good.",
    ),
    ("rebuild", "kg.cli.editions:rebuild", "Write the graph anew from what is kept."),
    ("serve", "kg.cli.serving:serve", "Serve the graph by GraphQL until Ctrl-C."),
    ("analyst", "kg.cli.analyst:analyst", "Say how to load style, guide and saved queries into Neo4j Browser; or print a saved query."),
    ("demo", "kg.cli.health:demo", "Load the sample, answer five questions from it with the words that state each answer, and serve it."),
    ("doctor", "kg.cli.health:doctor", "Say which versions, which engine and which settings there are, and what is missing."),
)
"""Each command, or group of them: its name, where it is, and the first line of its docstring (the group's help).

``kg --help`` shows these and imports none of them.
"""


def application(arguments: Sequence[str]) -> typer.Typer:
    """The command, with the one that the arguments name imported, and of the others their names and what they do."""
    app = typer.Typer(
        name="kg",
        help="Union Graph: a knowledge graph of Chinese trade unions, each fact with the characters that state it.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    wanted = next((one for one in arguments if not one.startswith("-")), "")
    for name, place, does in COMMANDS:
        found = command(place) if name == wanted else _elsewhere
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name)
        else:
            app.command(name, help=None if name == wanted else does)(found)
    return app


def command(place: str) -> Callable[..., None] | typer.Typer:
    """The function of a command, or a group of commands, imported from its place."""
    module, _, name = place.partition(":")
    found: Callable[..., None] | typer.Typer = getattr(import_module(module), name)
    return found


def _elsewhere() -> None:
    """Stand for a command that was not asked for."""


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"kg {__version__}\n")
        raise typer.Exit


def _root(
    _show_version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Take the options that stand before a command."""


def run(arguments: list[str]) -> int:
    """Run the command with these arguments and return its exit code; failures are one sentence on standard error."""
    try:
        with deferred():  # it imports the command, as ``kg.entry`` does this module
            app = application(arguments)
        code = app(arguments, standalone_mode=False)
    except UnionGraphError as exc:
        err.print(f"kg: {exc}", markup=False)
        return exc.exit_code
    except typer.TyperException as exc:
        err.print(f"kg: {exc.format_message()}", markup=False)
        return exc.exit_code
    except typer.Abort as exc:
        raise KeyboardInterrupt from exc
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as exc:
        if os.environ.get("KG_DEBUG"):
            raise
        err.print(f"kg: this should not happen: {type(exc).__name__}: {exc} (KG_DEBUG=1 shows where; please report it).", markup=False)
        return INTERNAL
    if code == INTERRUPTED:  # typer takes the Ctrl-C, and says nothing
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0
