"""The commands that say how things are: check, demo, doctor."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import typer

from kg import __version__, pipeline
from kg import check as checking
from kg.cli.editions import Json, load
from kg.cli.graph import current, opened
from kg.cli.screen import print_json, say, table
from kg.errors import KeptError, UnionGraphError
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model, data_folder
from kg.questions import questions
from kg.store.settings import Settings
from loaders import press

_PACKAGES = ("arcadedb", "neo4j", "neo4j-rust-ext", "duckdb", "pyarrow", "rdflib", "pyoxigraph")
_FAULT = 1


def check(as_json: Json = False) -> None:
    """Check that what is kept is whole and that the store shows it; list what sources contradict one another in.

    Example: kg check
    """
    with opened() as graph:
        manifest = Manifest.load(graph.home)
        pipeline.require_own(graph.store, manifest)
        found = list(checking.check(graph.store, graph.home, manifest, graph.model))
    rows = [{"weight": f.weight, "place": f.place, "message": f.message} for f in found]
    if as_json:
        print_json(rows)
    elif rows:
        table("", list(rows[0]), [list(r.values()) for r in rows])
    else:
        say("All is well.")
    if any(f.weight == "damage" for f in found):
        raise typer.Exit(KeptError.exit_code)
    if any(f.weight == "fault" for f in found):
        raise typer.Exit(_FAULT)


def demo() -> None:
    """Load the sample and answer five questions from it, with the words that state each answer.

    Example: kg demo
    """
    sample = data_folder("examples") / "press" / "jhgy-2025-11.txt"
    load([sample], recorded="", source="", edition="", dry_run=False, as_json=False)
    with current() as graph:
        for number, question in enumerate(questions(), 1):
            rows = graph.store.read(question.cypher, question.parameters)
            given = "，".join(f"{k} = {v}" for k, v in question.parameters.items())
            columns = list(rows[0]) if rows else ["–"]
            table(f"\n{number}. {question.zh} {question.en} ({given})", columns, [list(r.values()) for r in rows])
    say("Ask your own: kg show NAME, kg find TEXT, kg query CYPHER.")


def doctor(as_json: Json = False) -> None:
    """Say which versions, which engine and which settings there are, and what is missing.

    Example: kg doctor
    """
    report: dict[str, Any] = {
        "kg": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "ontology": Model.load().version,
        "loaders": f"press {press.VERSION}",
        "sources": ", ".join(press.sources()),
        **{name: _package(name) for name in _PACKAGES},
        **{name: "set" if "PASSWORD" in name else os.environ[name] for name in sorted(os.environ) if name.startswith("KG_")},
    }
    trouble = ""
    try:
        settings = Settings.from_environment()
        report["home"] = str(settings.home)
        Home(settings.home).prepare()
        report["free space"] = f"{shutil.disk_usage(settings.home).free / 2**30:.1f} GiB"
        report["editions"] = len(Manifest.load(Home(settings.home)).editions)
        with opened() as graph:
            report["engine"] = f"{graph.store.engine} {graph.store.version}"
            manifest = Manifest.load(graph.home)
            pipeline.require_own(graph.store, manifest)
            seen = graph.store.state()
            shown = seen is not None and not seen.going and seen.shown == pipeline.state(manifest, graph.model)
            report["store"] = "shows what is kept" if shown or not manifest.editions else "behind; the next command brings it up to date"
    except UnionGraphError as exc:
        trouble = str(exc)
        report["trouble"] = trouble
    if as_json:
        print_json(report)
    else:
        table(f"kg doctor, {datetime.now(UTC):%Y-%m-%d}", ["what", "is"], list(report.items()))
    if trouble:
        sys.stderr.flush()
        raise typer.Exit(_FAULT)


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
