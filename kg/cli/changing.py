"""The command that compares: diff."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from kg import changes
from kg.changes import Change
from kg.cli.screen import say, table
from kg.errors import InputError
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model
from kg.store.settings import Settings
from kg.values import first_day, is_partial_date, last_day

_WAYS = {"new": "新增", "gone": "消失", "changed": "变更"}


def diff(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="A moment, a version such as jhgy/2025-11@1, or with --days a date.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The same, later.")],
    days: Annotated[bool, typer.Option("--days", help="Compare what holds on two days, not what was told by two moments.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, one change a line.")] = False,
) -> None:
    """Compare the graph at two moments or versions, or on two days: what is new, gone and changed; no store is needed.

    Example: kg diff jhgy/2025-11@1 jhgy/2025-12@1
    """
    home, model = Home(Settings.from_environment().home), Model.load()
    manifest = Manifest.load(home)
    if days:
        for date in (before, after):
            if not is_partial_date(date):
                raise InputError(f"{date!r} is no date; write 2021, 2021-05 or 2021-05-03.")
        _require_order(before, after, first_day(before), last_day(after))
        found = list(changes.between_days(home, manifest, model, before, after))
    else:
        moments = [changes.moment_of(manifest, text) for text in (before, after)]
        _require_order(before, after, *moments)
        found = list(changes.between_moments(home, manifest, model, *moments))
    if as_json:
        sys.stdout.writelines(json.dumps(_record(change), ensure_ascii=False) + "\n" for change in found)
    elif found:
        rows = [[f"{_WAYS[c.way]} {c.way}", f"{model[c.class_name].label.zh} {c.class_name}", c.name, _told(c, model)] for c in found]
        table("", ["", "类 class", "what", "differences"], rows)
    else:
        say("Nothing differs.")


def _require_order(before: str, after: str, first: str, last: str) -> None:
    if last < first:
        raise InputError(f"{after} is before {before}; give the earlier one first.")


def _record(change: Change) -> dict[str, object]:
    record = asdict(change)
    differences = {d.property: {"before": list(d.before), "after": list(d.after)} for d in change.differences}
    del record["differences"]
    return record | ({"differences": differences} if differences else {})


def _told(change: Change, model: Model) -> str:
    lines = []
    for d in change.differences:
        label = "确知 certain" if d.property == changes.CERTAIN else model.properties[d.property].label.zh
        lines.append(f"{label}: {'、'.join(d.before) or '∅'} → {'、'.join(d.after) or '∅'}")
    return "\n".join(lines)
