"""The command ``kg load``: files and folders, one after the other into what is kept, then once into the store."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from kg import pipeline
from kg.claim import Reading
from kg.claimtable import tabulate
from kg.cli.bar import Steps
from kg.cli.found import show, told
from kg.cli.graph import Opened, opened
from kg.cli.loaders import Found, Loader, files
from kg.cli.options import Json, Recorded
from kg.cli.pool import readings
from kg.cli.screen import print_json, say
from kg.errors import InputError, UnionGraphError
from kg.home import Home, sha256
from kg.ids import edition_id
from kg.interrupt import deferred
from kg.manifest import Manifest
from kg.model import Model
from kg.preview import preview
from kg.source import Source
from kg.store.settings import Settings
from kg.validate import require_valid
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
    run = _Run(found, source, edition, stamp, model)
    with Steps(len(found.files), quiet=as_json) as steps:
        if dry_run:
            run.read(steps)
        else:
            with opened() as graph, graph.home.locked():
                pipeline.require_own(graph.store, Manifest.load(graph.home))
                run.load(graph, steps)
    _report(run, steps, as_json=as_json)


@dataclass
class _Run:
    """One load: what it is to do, and what came of each file (an entry each, in the order in which they were done)."""

    found: Found
    source: str
    edition: str
    stamp: str
    model: Model
    entries: list[dict[str, Any]] = field(default_factory=list)
    faults: list[UnionGraphError] = field(default_factory=list)
    written: int = 0
    editions: dict[str, Path] = field(default_factory=dict)

    def read(self, steps: Steps) -> None:
        """Read all files and keep nothing; tell what keeping them would change."""
        home = Home(Settings.from_environment().home)
        for path, _, reading, _ in self._readings(self.found.files, steps):
            with self._told(path):
                require_valid(reading, self.model)
                self._add(path, reading, None)
                entry = self.entries[-1]
                found = preview(home, entry["edition"], tabulate(reading), self.model)
                entry["changes"] = [asdict(change) for change in found]

    def load(self, graph: Opened, steps: Steps) -> None:
        """Keep one file after the other, then bring the store up to all of them."""
        before = Manifest.load(graph.home)
        hashes = {path: _hash(path) for path, _ in self.found.files}
        todo = [(path, loader) for path, loader in self.found.files if not self._skipped(path, hashes[path], loader, before)]
        try:
            with closing(self._readings(todo, steps)) as found:
                for path, loader, reading, source in found:
                    steps.step("keep")
                    with self._told(path):
                        kept = pipeline.keep(
                            graph.home, graph.model, reading, source, loader=loader.label, recorded=self.stamp, origin=hashes[path]
                        )
                        self._add(path, reading, kept.version.number if kept.is_new else None)
        except KeyboardInterrupt:
            if len(self.found.files) > 1:
                say(f"{len(self.editions)} of {len(self.found.files)} editions are kept; the same command goes on with the rest.")
            raise
        with deferred(lambda: say("Interrupted: finishing what is being written (Ctrl-C again to stop at once).")):
            steps.once()
            manifest = Manifest.load(graph.home)
            self.written = pipeline.bring(graph.store, graph.home, manifest, graph.model, before=before, progress=steps)

    def _readings(self, todo: Sequence[tuple[Path, Loader]], steps: Steps) -> Generator[tuple[Path, Loader, Reading, Source]]:
        """The readings of files, in order; faults are noted, and so is a file that gives an edition which another one gave."""
        with closing(readings(todo, self.source, self.edition)) as outcomes:
            for number, (path, loader) in enumerate(todo, len(self.found.files) - len(todo)):
                steps.file(number, path.name)
                steps.step("read")
                with self._told(path):
                    outcome = next(outcomes)
                    if isinstance(outcome, UnionGraphError):
                        raise outcome
                    reading, source = outcome
                    edition = edition_id(reading.source, reading.label)
                    other = self.editions.setdefault(edition, path)
                    if other != path:
                        raise InputError(f"{path} gives the edition {edition}, as {other} does; load it alone with --edition.")
                    yield path, loader, reading, source

    @contextmanager
    def _told(self, path: Path) -> Iterator[None]:
        """Note a fault of a file, that the others may go on; the fault of the only file is the command's."""
        try:
            yield
        except InputError as exc:
            if len(self.found.files) == 1:
                raise
            self.faults.append(exc)
            self.entries.append({"file": str(path), "error": str(exc)})

    def _skipped(self, path: Path, digest: str, loader: Loader, manifest: Manifest) -> bool:
        """Whether a file of a folder is kept already: the same bytes, read by the same loader with the same description."""
        if self.source or self.edition or len(self.found.files) == 1:
            return False
        for edition, versions in manifest.editions.items():
            last, name = versions[-1], edition.partition("/")[0]
            if last.origin == digest != "" and last.loader == loader.label:
                same = manifest.sources.get(name) == sha256(loader.description(name, path).encode())
                if same and self.editions.setdefault(edition, path) == path:
                    self.entries.append({"file": str(path), "edition": edition, "version": None, "skipped": True})
                    return True
        return False

    def _add(self, path: Path, reading: Reading, version: int | None) -> None:
        self.entries.append({"file": str(path), "edition": edition_id(reading.source, reading.label), **told(reading, self.model, version)})


def stamped(recorded: str) -> str:
    """The moment to record, in normal form; now where none is given.

    Raises:
        InputError: it is no moment.
    """
    try:
        return moment(recorded or datetime.now(UTC).isoformat())
    except ValueError as exc:
        raise InputError(f"--recorded {recorded!r} is no moment; give it as 2025-12-01T00:00:00Z.") from exc


def _hash(path: Path) -> str:
    """The SHA-256 of a file's bytes; empty where they cannot be read, which its loader will say."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _hint(run: _Run) -> None:
    if any(loader.name == "press" for _, loader in run.found.files) and not press.tagged.installed():
        say(f"{press.tagged.HINT[0].upper()}{press.tagged.HINT[1:]}.")


def _report(run: _Run, steps: Steps, *, as_json: bool) -> None:
    """Show what was found, and what went wrong; the written rows and the seconds are those of the whole load."""
    seconds = {name: round(value, 3) for name, value in steps.seconds.items()}
    if as_json:
        print_json([{**entry, "written": run.written, "seconds": seconds} for entry in run.entries])
    else:
        _hint(run)
        show(run.entries, run.model)
        say(f"{run.written} rows written in {sum(seconds.values()):.1f} s." if run.written else "Nothing new.")
    for path in run.found.passed:
        say(f"{path} is of no kind that is read here; it was passed over.")
    if run.faults:
        say(f"kg: {len(run.faults)} of {len(run.found.files)} files were left out, the others were not:")
        for fault in run.faults:
            say(f"  {fault}")
        raise typer.Exit(run.faults[0].exit_code)
