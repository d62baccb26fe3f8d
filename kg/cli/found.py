"""What a load found, as a record for programs and as tables."""

from __future__ import annotations

from collections import Counter
from typing import Any

from kg.claim import Reading
from kg.claimtable import counts, tabulate
from kg.cli.screen import say, table
from kg.model import Model

_NOTICES = 10
_TABLES = 3
_CHANGES = 20


def told(reading: Reading, model: Model, version: int | None) -> dict[str, Any]:
    """What was found in one edition: how many things and statements of each class, and what was met and not known.

    Args:
        version: the number of the edition's version that was added, None where none was.
    """
    found = counts(tabulate(reading))
    order = sorted(found, key=lambda name: (model[name].is_fact, name))
    return {
        "encoding": reading.encoding,
        "version": version,
        "documents": len(reading.documents),
        "found": {name: {"things": found[name][0], "statements": found[name][1]} for name in order},
        "notices": [{"kind": n.kind, "words": n.words, "spanStart": n.span.start, "spanEnd": n.span.end} for n in reading.notices],
    }


def say_sources(entries: list[dict[str, Any]]) -> None:
    """By which descriptions beside them the files were read, and which have none: a line each."""
    files: dict[str, list[str]] = {}
    for entry in entries:
        if entry.get("description"):
            files.setdefault(entry["description"], []).append(entry["file"])
    for description, described in files.items():
        say(f"{description} describes {_one_or_many(described)}.")
    general = [entry["file"] for entry in entries if entry.get("general")]
    if general:
        say(
            f"No description fits {_one_or_many(general)}: taken for the press in general (press), of no place; put a YAML beside it, "
            "or name one by --source."
        )


def say_twice(entries: list[dict[str, Any]]) -> None:
    """Which files are kept under another edition as well."""
    for entry in entries:
        for other in entry.get("also", ()):
            say(f"{entry['file']} is kept as {other} as well as {entry['edition']}; kg unload withdraws the one that is wrong.")


def _one_or_many(files: list[str]) -> str:
    return files[0] if len(files) == 1 else f"{len(files)} files ({files[0]} …)"


def show(entries: list[dict[str, Any]], model: Model) -> None:
    """A table for each edition, or one of all where there are many."""
    read = [entry for entry in entries if "found" in entry]
    skipped = sum("skipped" in entry for entry in entries)
    if skipped:
        say(f"{skipped} editions are kept already and were skipped.")
    if len(read) > _TABLES:
        rows = [[e["edition"], e["encoding"], e["version"] or "same", sum(f["statements"] for f in e["found"].values())] for e in read]
        table("", ["edition", "form", "version", "statements"], rows)
        return
    for entry in read:
        kinds = [(model[name], found) for name, found in entry["found"].items()]
        rows = [[kind.label.en, kind.label.zh, found["things"], found["statements"]] for kind, found in kinds]
        title = f"{entry['edition']} ({entry['encoding']}, {entry['documents']} documents)"
        table(title, ["kind", "类", "things", "statements"], rows)
        if "changes" in entry:
            _changes(entry["changes"], model)
        if entry["notices"]:
            words = [f"{n['kind']}: {n['words']}" for n in entry["notices"][:_NOTICES]]
            table(f"met and not known: {len(entry['notices'])}", ["what"], [[w] for w in words])


def _changes(changes: list[dict[str, Any]], model: Model) -> None:
    """What keeping an edition would change, the first of each kind."""
    count = Counter(change["way"] for change in changes)
    say(f"Kept, {count['come']} things would come, {count['go']} would go and {count['change']} would change.")
    shown = [c for way in ("go", "change", "come") for c in [c for c in changes if c["way"] == way][:_CHANGES]]
    rows = [[c["way"], model[c["class_name"]].label.zh, c["name"], "；".join(c["before"]), "；".join(c["after"])] for c in shown]
    if rows:
        table("", ["way", "类", "thing", "kept", "would be"], rows)
