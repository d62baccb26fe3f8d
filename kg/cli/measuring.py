"""The command that measures how well the loader reads: evaluate."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.claim import Reading
from kg.cli.options import Json, Tagger
from kg.cli.screen import out, print_json, say, table
from kg.errors import InputError
from kg.evaluate import Case, Figures, cases, distinct, figures, gold, ranges, total, unfounded, within
from kg.facts import Fact, facts
from kg.model import Model
from loaders import press

Misses = Annotated[int, typer.Option(min=0, metavar="N", help="Show up to N missed and N wrong facts of each kind.")]
_COLUMNS = ("kind", "found", "right", "precis.", "recall", "F1", "sides")


def evaluate(
    gold_path: Annotated[Path, typer.Argument(metavar="GOLD", help="What a careful reader wrote, as JSON Lines; or a folder of cases.")],
    path: Annotated[Path | None, typer.Argument(metavar="[PATH]", help="The edition that the facts are of.")] = None,
    lines: Annotated[str, typer.Option(metavar="A-B,C-D", help="The lines of the edition that the facts cover; all by default.")] = "",
    misses: Misses = 0,
    source: Annotated[str, typer.Option(help="Id of the source; found in the text by default.")] = "",
    tagger: Tagger = True,
    as_json: Json = False,
) -> None:
    """Measure what the loader finds against what a careful reader wrote: precision, recall and F1 by kind.

    ``found`` is of what is needed, ``right`` of what is stated. A folder of cases is measured in two halves: what the rules were
    written with, and what was held out from those who wrote them.

    Example: kg evaluate gold.jsonl examples/press/jhgy-2025-11.txt --misses 5
    """
    parts = _halves(gold_path, tagger) if path is None else {"": _of_edition(gold_path, path, lines, source, tagger)}
    if as_json:
        shown = {name: _json(by_kind, misses) for name, by_kind in parts.items()}
        print_json(shown[""] if path is not None else shown)
        return
    for name, by_kind in parts.items():
        _show(name, by_kind, misses)
    if len(parts) > 1:
        first, last = (total(by_kind)[0].f1 for by_kind in parts.values())
        say(f"distance between the halves: {abs(first - last):.3f}")


def _of_edition(gold_path: Path, path: Path, lines: str, source: str, tagger: bool) -> dict[str, Figures]:
    wanted = gold(gold_path)
    reading = press.read(path, source=source or None, tagger=tagger)
    stated = distinct(facts(reading, Model.load()))
    return _figures(wanted, stated, reading, lines)


def _halves(folder: Path, tagger: bool) -> dict[str, dict[str, Figures]]:
    if not folder.is_dir():
        raise InputError(f"{folder} is a file; name the edition that its facts are of, too.")
    found = cases(folder)
    halves = {"tuned on": [c for c in found if not c.held_out], "held out": [c for c in found if c.held_out]}
    return {f"{name} ({len(half)} cases)": _of_cases(half, tagger) for name, half in halves.items() if half}


def _of_cases(half: list[Case], tagger: bool) -> dict[str, Figures]:
    result: dict[str, Figures] = {}
    for case in half:
        reading = press.read(case.path, tagger=tagger)
        stated = case.judged(distinct(facts(reading, Model.load())))
        for kind, one in _figures(case.gold, stated, reading, "").items():
            result[kind] = result.get(kind, Figures()) + one
    return result


def _figures(wanted: Sequence[Fact], stated: list[Fact], reading: Reading, lines: str) -> dict[str, Figures]:
    counted = within(stated, reading.text, ranges(lines)) if lines else stated
    return figures(wanted, stated, counted, unfounded(stated, reading.text))


def _json(by_kind: dict[str, Figures], misses: int) -> dict[str, Any]:
    whole, macro = total(by_kind)
    return {**{kind: _record(one, misses) for kind, one in by_kind.items()}, "all": {**_record(whole, 0), "macro": round(macro, 4)}}


def _record(one: Figures, misses: int) -> dict[str, Any]:
    record: dict[str, Any] = {"needed": one.needed, "found": one.found, "stated": one.stated, "right": one.right}
    record |= {"precision": round(one.precision, 4), "recall": round(one.recall, 4), "f1": round(one.f1, 4)}
    record["sides"] = None if one.side is None else round(one.side, 4)
    return record | ({"missed": one.missed[:misses], "wrong": one.wrong[:misses]} if misses else {})


def _show(name: str, by_kind: dict[str, Figures], misses: int) -> None:
    whole, macro = total(by_kind)
    rows = [[kind, *_cells(one)] for kind, one in [*by_kind.items(), ("all", whole)]]
    table(name, _COLUMNS, rows)
    say(f"mean of the kinds' F1: {macro:.3f}")
    for kind, one in by_kind.items():
        for label, records in (("missed", one.missed), ("wrong", one.wrong)):
            for record in records[:misses]:
                out.print(f"{kind} {label}: {json.dumps(record, ensure_ascii=False)}", markup=False, highlight=False, soft_wrap=True)


def _cells(one: Figures) -> list[object]:
    shares = [f"{share:.3f}" for share in (one.precision, one.recall, one.f1)]
    found, right = f"{one.found}/{one.needed}", f"{one.right}/{one.stated}"
    return [found, right, *shares, "" if one.side is None else f"{one.side:.3f}"]
