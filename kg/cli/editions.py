"""The commands that change what is kept: load, unload, list, rebuild."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from kg import pipeline
from kg.claim import Reading
from kg.cli.graph import Opened, opened
from kg.cli.screen import Steps, print_json, say, table
from kg.errors import InputError
from kg.home import Home
from kg.interrupt import deferred
from kg.manifest import Manifest
from kg.model import Model
from kg.source import Source
from kg.store.settings import Settings
from kg.validate import require_valid
from kg.values import moment
from loaders import press

Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Tagger = Annotated[bool, typer.Option("--tagger/--no-tagger", help="Let the tagger, where it is installed, help the rules.")]
Recorded = Annotated[str, typer.Option("--recorded", metavar="MOMENT", help="The moment to record, ISO 8601; now by default.")]


def load(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Editions as text files.")],
    source: Annotated[str, typer.Option(help="Id of the source, such as gdgy; found in the text by default.")] = "",
    edition: Annotated[str, typer.Option(help="Label of the edition, such as 2025-11; found in the text by default.")] = "",
    recorded: Recorded = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and show what was found, and keep nothing.")] = False,
    as_json: Json = False,
) -> None:
    """Load editions into the graph.

    Example: kg load examples/press/jhgy-2025-11.txt
    """
    stamp = _moment(recorded)
    if edition and len(paths) > 1:
        raise InputError("--edition names one edition; give one file with it.")
    model = Model.load()
    reports: list[dict[str, Any]] = []
    with Steps(len(paths), quiet=as_json) as steps:
        if dry_run:
            for number, path in enumerate(paths):
                reading = _read(steps, number, path, source, edition)
                require_valid(reading, model)
                reports.append(_report(reading, model, edition=f"{reading.source}/{reading.label}", new=None, written=0))
        else:
            with opened() as graph, graph.home.locked():
                pipeline.require_own(graph.store, Manifest.load(graph.home))
                for number, path in enumerate(paths):
                    reports.append(_load(graph, steps, number, path, source, edition, stamp))
    if press.tagged.tagger() is None:
        say(f"{press.tagged.HINT[0].upper()}{press.tagged.HINT[1:]}.")
    for report in reports:
        report["seconds"] = {name: round(seconds, 3) for name, seconds in steps.seconds.items()}
        if not as_json:
            _show(report, model)
    if as_json:
        print_json(reports)


def _read(steps: Steps, number: int, path: Path, source: str, edition: str) -> Reading:
    steps.file(number, path.name)
    steps.step("read")
    return press.read(path, source=source or None, edition=edition or None)


def _load(graph: Opened, steps: Steps, number: int, path: Path, source: str, edition: str, stamp: str) -> dict[str, Any]:
    reading = _read(steps, number, path, source, edition)
    steps.step("keep")
    description = Source.parse(press.source_yaml(reading.source), f"{reading.source}.yml")
    with deferred(lambda: say("Interrupted: finishing the edition that is being written (Ctrl-C again to stop at once).")):
        kept = pipeline.keep(graph.home, graph.model, reading, description, loader=press.loader(), recorded=stamp)
        written = pipeline.bring(graph.store, graph.home, kept.manifest, graph.model, before=kept.before, progress=steps)
    return _report(reading, graph.model, edition=kept.edition, new=kept.version.number if kept.is_new else None, written=written)


def _report(reading: Reading, model: Model, *, edition: str, new: int | None, written: int) -> dict[str, Any]:
    things: dict[str, set[str]] = {}
    for claim in reading.claims:
        things.setdefault(claim.class_name, set()).add(claim.mention or claim.key)
    statements = Counter(claim.class_name for claim in reading.claims)
    order = sorted(things, key=lambda name: (model[name].is_fact, name))
    return {
        "edition": edition,
        "encoding": reading.encoding,
        "version": new,
        "written": written,
        "documents": len(reading.documents),
        "found": {name: {"things": len(things[name]), "statements": statements[name]} for name in order},
        "notices": [{"kind": n.kind, "words": n.words, "spanStart": n.span.start, "spanEnd": n.span.end} for n in reading.notices],
    }


def _show(report: dict[str, Any], model: Model) -> None:
    rows = []
    for name, found in report["found"].items():
        kind = model[name]
        rows.append([kind.label.en, kind.label.zh, found["things"], found["statements"]])
    table(f"{report['edition']} ({report['encoding']}, {report['documents']} documents)", ["kind", "类", "things", "statements"], rows)
    if report["notices"]:
        words = [f"{n['kind']}: {n['words']}" for n in report["notices"][:10]]
        table(f"met and not known: {len(report['notices'])}", ["what"], [[w] for w in words])
    seconds = sum(report["seconds"].values())
    if report["version"] is None and report["written"] == 0:
        say(f"{report['edition']}: nothing new.")
    else:
        say(f"{report['edition']}: {report['written']} rows written in {seconds:.1f} s.")


def unload(
    edition: Annotated[str, typer.Argument(help="Id of the edition, such as jhgy/2025-11.")],
    recorded: Recorded = "",
) -> None:
    """Withdraw an edition: what only it said is closed, and stays in the history.

    Example: kg unload jhgy/2025-11
    """
    stamp = _moment(recorded)
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


def _moment(text: str) -> str:
    if not text:
        return moment(datetime.now(UTC).isoformat())
    try:
        return moment(text)
    except ValueError as exc:
        raise InputError(f"--recorded {text!r} is no moment; give it as 2025-12-01T00:00:00Z.") from exc
