"""The commands that say how things are: check, demo, doctor."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated, Any

import typer
from rich.markup import escape

from kg import __version__, pipeline
from kg import check as checking
from kg.cli import serving
from kg.cli.graph import current, opened
from kg.cli.loaders import LOADERS
from kg.cli.loading import load
from kg.cli.options import Json
from kg.cli.screen import out, print_json, say, table
from kg.errors import KeptError, UnionGraphError
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model, data_folder
from kg.questions import questions
from kg.store import Record
from kg.store.settings import Settings
from loaders import press

_PACKAGES = ("arcadedb", "neo4j", "neo4j-rust-ext", "duckdb", "pyarrow", "rdflib", "pyoxigraph")
_FAULT = 1
CYPHER_EXAMPLE = 'kg query "MATCH (p:Person)<-[:HOLDER]-(t:Tenure)-[:ORGANIZATION]->(o:Union) RETURN p.name, t.title, o.name LIMIT 5"'


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


def demo(
    then_serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the sample afterwards.")] = True,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to serve on; 0 takes a free one.")] = 8000,
) -> None:
    """Load the sample, answer five questions from it with the words that state each answer, and serve it.

    Example: kg demo --no-serve
    """
    sample = data_folder("examples") / "press" / "jhgy-2025-11.txt"
    load([sample], recorded="", source="", edition="", dry_run=False, as_json=False)
    with current() as graph:
        for question in sorted((q for q in questions() if q.demo), key=lambda q: q.demo):
            given = "，".join(f"{k} = {v}" for k, v in question.parameters.items())
            out.print(f"\n[bold]{question.demo}. {question.zh}[/bold] {question.en} [dim]({given})[/dim]")
            for answer, quotes in _answers(graph.store.read(question.cypher, question.parameters), graph.model):
                out.print(f"   {escape(answer)}")
                for quote in quotes:
                    out.print(f"      [dim]{escape(quote)}[/dim]")
        out.print()
        say("Ask your own: kg show 沈望舒, kg find 总工会, and in Cypher:")
        say(f"  {CYPHER_EXAMPLE}")
        if then_serve:
            serving.run(graph, "127.0.0.1", port)


def _answers(rows: list[Record], model: Model) -> list[tuple[str, list[str]]]:
    """The rows of a question as lines, what is the same said once, with the quotes below; a role in the words of its code list."""
    answers: dict[str, list[str]] = {}
    for row in rows:
        shown = {k: str(v) for k, v in row.items() if v not in (None, "") and k not in ("id", "quote", "document")}
        if "role" in shown:
            concept = model.concept(model.properties["role"], shown["role"])
            shown["role"] = concept.label.zh if concept else shown["role"]
        quotes = answers.setdefault(" · ".join(shown.values()), [])
        quote = f"“{row['quote']}” —— {row['document']}"
        if quote not in quotes:
            quotes.append(quote)
    return list(answers.items())


def doctor(as_json: Json = False) -> None:
    """Say which versions, which engine and which settings there are, and what is missing.

    Example: kg doctor
    """
    report: dict[str, Any] = {
        "kg": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "ontology": Model.load().version,
        "loaders": ", ".join(loader.label for loader in LOADERS),
        "extra ner": "installed" if press.tagged.installed() else f"missing: {press.tagged.HINT}",
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
