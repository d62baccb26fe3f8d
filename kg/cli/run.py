"""One load of files: each is read, kept or told as a fault; then the store is brought up to all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from kg import pipeline
from kg.claimtable import tabulate
from kg.cli.bar import Steps
from kg.cli.found import told
from kg.cli.graph import Opened
from kg.cli.loaders import File, Found, Taken
from kg.cli.pool import readings
from kg.cli.screen import say
from kg.errors import InputError, UnionGraphError
from kg.home import Home, sha256
from kg.ids import edition_id
from kg.interrupt import deferred
from kg.manifest import Manifest, text_of
from kg.model import Model
from kg.preview import preview
from kg.store.settings import Settings
from kg.validate import require_valid


@dataclass
class Run:
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
        for file, taken in self._readings(self.found.files, steps):
            with self._told(file.path):
                require_valid(taken.reading, self.model)
                self._add(file.path, taken, None)
                entry = self.entries[-1]
                found = preview(home, entry["edition"], tabulate(taken.reading), self.model)
                entry["changes"] = [asdict(change) for change in found]

    def load(self, graph: Opened, steps: Steps) -> None:
        """Keep one file after the other, then bring the store up to all of them."""
        before = Manifest.load(graph.home)
        hashes = {file.path: _hash(file.path) for file in self.found.files}
        todo = [file for file in self.found.files if not self._skipped(file, hashes[file.path], graph.home, before)]
        try:
            self._keep_all(todo, hashes, graph, steps)
        except KeyboardInterrupt:
            if len(self.found.files) > 1:
                say(f"{len(self.editions)} of {len(self.found.files)} editions are kept; the same command goes on with the rest.")
            raise
        pa.default_memory_pool().release_unused()  # a large roster leaves a gigabyte behind
        with deferred(lambda: say("Interrupted: finishing what is being written (Ctrl-C again to stop at once).")):
            steps.once()
            manifest = Manifest.load(graph.home)
            self.written = pipeline.bring(graph.store, graph.home, manifest, graph.model, before=before, progress=steps)

    def _keep_all(self, todo: Sequence[File], hashes: dict[Path, str], graph: Opened, steps: Steps) -> None:
        """Keep one file after the other; no reading outlives its turn."""
        with closing(self._readings(todo, steps)) as found:
            for file, taken in found:
                steps.step("keep")
                with self._told(file.path):
                    kept = pipeline.keep(
                        graph.home,
                        graph.model,
                        taken.reading,
                        taken.source,
                        loader=file.loader.label,
                        recorded=self.stamp,
                        origin=hashes[file.path],
                    )
                    self._add(file.path, taken, kept.version.number if kept.is_new else None)
                    self.entries[-1]["also"] = _also(kept.manifest, self.entries[-1]["edition"], hashes[file.path])

    def _readings(self, todo: Sequence[File], steps: Steps) -> Generator[tuple[File, Taken]]:
        """The readings of files, in order; faults are noted, and so is a file that gives an edition which another one gave."""
        with closing(readings(todo, self.source, self.edition)) as outcomes:
            for number, file in enumerate(todo, len(self.found.files) - len(todo)):
                path = file.path
                steps.file(number, path.name)
                steps.step("read")
                with self._told(path):
                    outcome = next(outcomes)
                    if isinstance(outcome, UnionGraphError):
                        raise outcome
                    edition = edition_id(outcome.reading.source, outcome.reading.label)
                    other = self.editions.setdefault(edition, path)
                    if other != path:
                        raise InputError(f"{path} gives the edition {edition}, as {other} does; load it alone with --edition.")
                    yield file, outcome

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

    def _skipped(self, file: File, digest: str, home: Home, manifest: Manifest) -> bool:
        """Whether a file of a folder is kept already: the same bytes, read by the same loader with the same description."""
        if self.source or self.edition or len(self.found.files) == 1:
            return False
        for edition, versions in manifest.editions.items():
            last = versions[-1]
            if last.origin == digest != "" and last.loader == file.loader.label:
                yaml = file.loader.description(file.path, partial(text_of, home, last), file.top)
                same = manifest.sources.get(edition.partition("/")[0]) == sha256(yaml.encode())
                if same and self.editions.setdefault(edition, file.path) == file.path:
                    self.entries.append({"file": str(file.path), "edition": edition, "version": None, "skipped": True})
                    return True
        return False

    def _add(self, path: Path, taken: Taken, version: int | None) -> None:
        reading, described = taken.reading, str(taken.described) if taken.described else None
        entry = {"file": str(path), "edition": edition_id(reading.source, reading.label), "description": described}
        self.entries.append({**entry, "general": taken.general, **told(reading, self.model, version)})


def _also(manifest: Manifest, edition: str, digest: str) -> list[str]:
    """The other editions that are kept of the same bytes, such as one of the time when no description was beside them."""
    return sorted(name for name, versions in manifest.editions.items() if name != edition and versions[-1].origin == digest != "")


def _hash(path: Path) -> str:
    """The SHA-256 of a file's bytes; empty where they cannot be read, which its loader will say."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
