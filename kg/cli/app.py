"""The command itself: which commands there are, and every failure turned into one sentence and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from kg import __version__
from kg.cli import analyst, describing, editions, health, loading, looking, measuring, reading, serving
from kg.cli.screen import err
from kg.errors import UnionGraphError

INTERNAL = 70

app = typer.Typer(
    name="kg",
    help="Union Graph: a knowledge graph of Chinese trade unions, each fact with the characters that state it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("load")(loading.load)
app.add_typer(describing.source, name="source")
app.command("list")(editions.list_editions)
app.command("unload")(editions.unload)
app.command("read")(reading.read)
app.command("facts")(looking.facts)
app.command("evaluate")(measuring.evaluate)
app.command("show")(looking.show)
app.command("find")(looking.find)
app.command("query")(looking.query)
app.command("export")(looking.export)
app.command("check")(health.check)
app.command("rebuild")(editions.rebuild)
app.command("serve")(serving.serve)
app.command("analyst")(analyst.analyst)
app.command("demo")(health.demo)
app.command("doctor")(health.doctor)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"kg {__version__}\n")
        raise typer.Exit


@app.callback()
def _root(
    _show_version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Take the options that stand before a command."""


def run(arguments: list[str]) -> int:
    """Run the command with these arguments and return its exit code; failures are one sentence on standard error."""
    try:
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
    return code if isinstance(code, int) else 0
