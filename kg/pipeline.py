"""The way of the data on one screen: read, keep, resolve, assemble, write.

    reading = loader.read(path)                        # loaders: text, documents, claims
    with home.locked():
        kept = keep(home, model, reading, …)           # claims file and manifest, atomically
        bring(store, home, kept.manifest, model, …)    # resolve, assemble, write the difference

Nothing flows back. Whatever is cut off after ``keep`` is finished by the next start, for the store says what it shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import duckdb

from kg import __version__, claimfile
from kg.assemble import Origin, Touched, afford, build, cache, database, difference, read_shown
from kg.assemble.sql import TABLES
from kg.claim import Reading
from kg.claimtable import tabulate
from kg.errors import InputError, StoreError
from kg.forget import without_forgotten
from kg.home import Home, sha256
from kg.ids import edition_id
from kg.manifest import Manifest, Reason, Version
from kg.model import Model
from kg.source import Source
from kg.store import Store
from kg.validate import require_valid

_LABEL = re.compile(r"[\w][\w.\-]{0,79}")


class Progress:
    """Who is told how far a load is; this one tells nobody."""

    def step(self, name: str, total: int | None = None) -> None:
        """A step begins, of so many rows where that is known."""

    def advance(self, rows: int) -> None:
        """So many rows more of the step are done."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping an edition came to: its id, the manifest before and after, and whether there is a new version."""

    edition: str
    before: Manifest
    manifest: Manifest

    @property
    def is_new(self) -> bool:
        """Whether a version was added; the same content again adds none."""
        return self.before is not self.manifest

    @property
    def version(self) -> Version:
        """The edition's last version."""
        return self.manifest.editions[self.edition][-1]


def state(manifest: Manifest, model: Model) -> str:
    """The hash of all that the graph is made from: what is kept, the ontology and this program's version."""
    return manifest.state(model.digest, __version__)


def keep(home: Home, model: Model, reading: Reading, source: Source, *, loader: str, recorded: str, origin: str = "") -> Kept:
    """Keep a reading as a version of its edition, unless the last version says the same.

    Args:
        reading: what a loader made of the file.
        source: the description of its source.
        loader: the loader and its version, such as ``press 1``.
        recorded: the moment to stamp, in normal form (``kg.values.moment``).
        origin: the SHA-256 of the file's bytes, by which a load of a folder knows what is kept already.

    Raises:
        InputError: the claims do not fit the ontology, or ``recorded`` is before the edition's last version.
        KeptError: the folder cannot be written.
    """
    if not _LABEL.fullmatch(reading.label):
        raise InputError(f"{reading.label!r} cannot be the label of an edition; give --edition with letters, digits, dots or dashes.")
    require_valid(reading, model)
    edition = edition_id(source.id, reading.label)
    before = Manifest.load(home)
    last = before.latest(edition)
    table, kept_text = without_forgotten(home, tabulate(reading), reading.text)
    file, text = claimfile.encode(table), kept_text.encode("utf-8")
    manifest = before if before.sources.get(source.id) == source.digest else before.with_source(source.id, source.digest)
    source.keep(home)
    if last is None or last.content != file.content or last.text != sha256(text):
        _require_later(recorded, last, edition)
        reason: Reason = "first" if last is None else "loader changed" if last.text == sha256(text) else "source changed"
        version = Version(
            number=last.number + 1 if last else 1,
            recorded=recorded,
            reason=reason,
            loader=loader,
            text=sha256(text),
            claims=file.name(edition),
            sha256=file.sha256,
            content=file.content,
            rows=file.rows,
            schema=claimfile.SCHEMA,
            encoding=reading.encoding,
            title=reading.title,
            issued=reading.issued,
            origin=origin,
        )
        home.write(home.texts / f"{version.text[:16]}.txt", text)
        home.write(home.claims / version.claims, file.data)
        manifest = manifest.with_version(edition, version)
    if manifest is not before or not home.manifest.exists():
        manifest.save(home)
    return Kept(edition, before, manifest)


def withdraw(home: Home, edition: str, *, recorded: str) -> Kept:
    """Add a version without claims, which closes what the edition said.

    Raises:
        InputError: there is no such edition, or it is withdrawn already.
    """
    before = Manifest.load(home)
    last = before.latest(edition)
    if last is None:
        raise InputError(f"There is no edition {edition}; kg list shows those there are.")
    if not last.claims:
        raise InputError(f"The edition {edition} is withdrawn already.")
    _require_later(recorded, last, edition)
    version = Version(number=last.number + 1, recorded=recorded, reason="withdrawn")
    manifest = before.with_version(edition, version)
    manifest.save(home)
    return Kept(edition, before, manifest)


def bring(store: Store, home: Home, manifest: Manifest, model: Model, *, before: Manifest | None, progress: Progress) -> int:
    """Bring a store to what the manifest says, and return how many rows were written.

    Where the store shows ``before``, the difference of two builds is written; where its state is not known (a write that was cut
    off, a restored backup) it is read and compared.

    Raises:
        StoreError: the store shows another ``KG_HOME``, cannot be reached, or went away.
        KeptError: a file that the manifest names is damaged.
    """
    require_own(store, manifest)
    goal, seen = state(manifest, model), store.state()
    if seen is not None and seen.shown == goal and not seen.going:
        return 0
    with database() as connection:
        progress.step("assemble")
        origin, last = Origin.of(manifest, model, goal), cache.attach(connection, home)
        if last is not None and (seen is None or seen.going or seen.shown != last.state):
            last = None
        if last is not None:
            afford(connection, manifest)
        touched = Touched(connection, home, manifest, model, last, origin) if last is not None else None
        if touched is None or not touched.build():
            touched = None
            build(connection, "after", home, manifest, model)
        progress.step("compare")
        if touched is None:
            _show_before(connection, store, home, model, before, last)
        delta = difference(connection, "before", "after", model)
        if touched is not None:
            touched.keep()
        elif cache.is_worth(manifest):
            cache.save(connection, "after", home, origin)
        progress.step("write", delta.size)
        store.begin(manifest.home, goal)
        store.apply(delta, progress.advance)
        store.finish(goal)
    return delta.size


def _show_before(
    connection: duckdb.DuckDBPyConnection, store: Store, home: Home, model: Model, before: Manifest | None, last: Origin | None
) -> None:
    """Make the schema ``before`` with what the store shows: nothing, the last build, that of a manifest, or what it is found to show."""
    seen = store.state()
    if seen is None:
        connection.execute(f"CREATE SCHEMA before; {TABLES.format(s='before')}")
    elif last is not None:
        cache.show(connection, "before")
    elif before is not None and seen.shown == state(before, model) and not seen.going:
        build(connection, "before", home, before, model)
    else:
        read_shown(connection, "before", store, model)


def require_own(store: Store, manifest: Manifest) -> None:
    """Raise where the store shows another ``KG_HOME``, or holds what this program did not write.

    Raises:
        StoreError: so, with what to do.
    """
    seen = store.state()
    if seen is not None and seen.home != manifest.home:
        raise StoreError(
            f"The database at {store.access.url} shows another KG_HOME; set KG_HOME to that one, or use another database "
            "(kg rebuild --take-over replaces all that it holds)."
        )
    if seen is None and store.read("MATCH (n) RETURN n LIMIT 1"):
        raise StoreError(
            f"The database at {store.access.url} holds data that Union Graph did not write; use an empty database "
            "(kg rebuild --take-over replaces all that it holds)."
        )


def rebuild(store: Store, home: Home, model: Model, *, take_over: bool, progress: Progress) -> int:
    """Empty the store and write the graph anew from what is kept; return how many rows were written.

    Raises:
        StoreError: the store shows another ``KG_HOME`` and ``take_over`` is false.
    """
    manifest = Manifest.load(home)
    if not take_over:
        require_own(store, manifest)
    if not home.manifest.exists():
        manifest.save(home)
    cache.drop(home)
    store.empty()
    return bring(store, home, manifest, model, before=None, progress=progress)


def _require_later(recorded: str, last: Version | None, edition: str) -> None:
    if last is not None and recorded < last.recorded:
        raise InputError(
            f"--recorded {recorded} is before version {last.number} of {edition}, which was recorded {last.recorded}; give a later one."
        )
