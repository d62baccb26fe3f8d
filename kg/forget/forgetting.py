"""Carrying a plan out, so that it can be cut off anywhere and done again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kg import claimfile
from kg.forget.blank import Blanker
from kg.forget.plan import Plan
from kg.forget.redaction import redact
from kg.forget.tombstone import Tombstones
from kg.home import Home, sha256
from kg.judgement import Judgement, Judgements
from kg.manifest import Manifest, Version, text_of
from kg.source import Source


def unfinished(home: Home) -> bool:
    """Whether a plan was begun and the graph not yet made anew after it."""
    return home.forgetting.exists()


def carry_out(home: Home, plan: Plan) -> Manifest:
    """Rewrite what is kept, and return the manifest; the caller holds the lock, makes the graph anew, and calls ``finish``.

    New files stand beside the old ones until the manifest names them; then what it does not name is deleted. Doing it again finds
    nothing more to blank.

    Raises:
        KeptError: a file cannot be read or written.
    """
    plan.save(home)
    tombstones = Tombstones.load(home).with_more(home, plan.mentions, plan.identifiers)
    manifest = Manifest.load(home)
    blank = Blanker(plan.names)
    editions = {
        edition: tuple(_rewritten(home, edition, v, plan, blank) for v in versions) for edition, versions in manifest.editions.items()
    }
    sources = {name: _blanked_source(home, name, manifest, blank) for name in manifest.sources}
    judgements = Judgements(tuple(_judged(j, plan, tombstones, blank) for j in manifest.judgements.lines))
    if judgements != manifest.judgements:
        home.write(home.judgements, b"".join(j.line() for j in judgements.lines))
    manifest = replace(manifest, editions=editions, sources=sources, judgements=judgements)
    manifest.save(home)
    for path in _unnamed(home, manifest):
        path.unlink(missing_ok=True)
    return manifest


def finish(home: Home) -> None:
    """Say that the graph is made anew: the plan, the last to hold the name, goes."""
    home.forgetting.unlink(missing_ok=True)


def _rewritten(home: Home, edition: str, version: Version, plan: Plan, blank: Blanker) -> Version:
    if not version.claims:
        return version
    table = claimfile.read(home, version)
    text = text_of(home, version)
    new_table, new_text = redact(table, text, plan.mentions, plan.names)
    if new_text == text and new_table.equals(table):
        return version
    file, data = claimfile.encode(new_table), new_text.encode("utf-8")
    new = replace(
        version,
        text=sha256(data),
        claims=file.name(edition),
        sha256=file.sha256,
        content=file.content,
        rows=file.rows,
        title=blank(version.title),
    )
    home.write(home.texts / f"{new.text[:16]}.txt", data)
    home.write(home.claims / new.claims, file.data)
    return new


def _blanked_source(home: Home, name: str, manifest: Manifest, blank: Blanker) -> str:
    source = Source.kept(home, name, manifest)
    new = replace(source, yaml=blank(source.yaml))
    new.keep(home)
    return new.digest


def _judged(judgement: Judgement, plan: Plan, tombstones: Tombstones, blank: Blanker) -> Judgement:
    """A line of the journal without the name; ids that are made from it become keyed hashes, which nothing else bears."""

    def apart(identifier: str) -> str:
        return tombstones.hash("mention", identifier)[:20] if identifier in plan.mentions else identifier

    one, other, keep = apart(judgement.one), apart(judgement.other), apart(judgement.keep)
    why, value, by = blank(judgement.why), blank(judgement.value), blank(judgement.by)
    return replace(judgement, one=one, other=other, keep=keep, why=why, value=value, by=by)


def _unnamed(home: Home, manifest: Manifest) -> Iterator[Path]:
    """Files of the folder that the manifest does not name: what was rewritten, and what a crash left."""
    versions = [v for found in manifest.editions.values() for v in found if v.claims]
    named = {home.claims / v.claims for v in versions} | {home.texts / f"{v.text[:16]}.txt" for v in versions}
    named |= {Source.kept(home, name, manifest).path(home) for name in manifest.sources}
    for folder in (home.claims, home.texts, home.sources):
        yield from (path for path in folder.iterdir() if path not in named)
    yield from home.folder.glob(".*.part")
