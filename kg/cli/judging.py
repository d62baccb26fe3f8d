"""The commands on who is who: judge, undo, explain, review, mentions."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Annotated, Any

import typer
from rich.markup import escape

from kg import lookup, pipeline
from kg.cli.graph import Opened, current
from kg.cli.loading import stamped
from kg.cli.options import Json, Recorded
from kg.cli.screen import out, print_json, say
from kg.errors import InputError
from kg.ids import named_id
from kg.interrupt import deferred
from kg.judgement import Judgement, Verdict
from kg.judging import claim_named, decide
from kg.manifest import Manifest
from kg.whoiswho import Explained, Side, WhoIsWho

By = Annotated[str, typer.Option("--by", help="Who says so; the user's name by default.")]
Why = Annotated[str, typer.Option("--why", help="For what reason.")]
_JUDGED = ("Person", "Organization", "Activity")
_KEYS: Mapping[str, Verdict] = {"s": "same", "d": "different", "u": "unsure"}


def judge(
    verdict: Annotated[str, typer.Argument(help="same, different, unsure, reject or correct.")],
    what: Annotated[list[str], typer.Argument(metavar="WHAT…", help="Two names or ids; or a claim (and PROPERTY=VALUE to correct it).")],
    why: Why = "",
    by: By = "",
    keep: Annotated[str, typer.Option("--keep", metavar="ID", help="Of the same: the id that stays; the first by default.")] = "",
    recorded: Recorded = "",
) -> None:
    """Judge who is who, or a claim: same, different and unsure take two things, reject a claim, correct a claim and PROPERTY=VALUE.

    Example: kg judge same 5d9c0c1f0a7be1d2c3f4 a01b2c3d4e5f60718293 --why "一人两职"
    """
    with current() as graph, graph.home.locked():
        manifest = Manifest.load(graph.home)
        said = Judgement(len(manifest.judgements.lines) + 1, "unsure", by or getpass.getuser(), stamped(recorded), why)
        match (verdict, what):
            case ("same" | "different" | "unsure", [one, other]):
                first, second = _id(graph, one), _id(graph, other)
                _require_one_kind(graph, first, second)
                kept = (_id(graph, keep) if keep else _canonical(graph, first)) if verdict == "same" else ""
                said = replace(said, verdict=verdict, one=first, other=second, keep=kept)
            case ("reject", [claim]):
                found, key = claim_named(graph.home, manifest, graph.model, claim)
                said = replace(said, verdict="reject", claim=found, key=key)
            case ("correct", [claim, change]):
                attribute, _, value = change.partition("=")
                found, key = claim_named(graph.home, manifest, graph.model, claim, attribute=attribute, value=value)
                said = replace(said, verdict="correct", claim=found, key=key, attribute=attribute, value=value)
            case _:
                raise InputError(
                    "Give kg judge same|different|unsure A B, kg judge reject CLAIM, or kg judge correct CLAIM PROPERTY=VALUE."
                )
        _say(graph, manifest, said)


def undo(
    number: Annotated[int, typer.Argument(help="The number of the line to take back; the last that stands by default.")] = 0,
    why: Why = "",
    by: By = "",
    recorded: Recorded = "",
) -> None:
    """Take back a judgement; the graph is again as it was before.

    Example: kg undo 3 --why "查证后为两人"
    """
    with current() as graph, graph.home.locked():
        manifest = Manifest.load(graph.home)
        standing = manifest.judgements.standing
        of = number or (standing[-1].number if standing else 0)
        lines = len(manifest.judgements.lines)
        _say(graph, manifest, Judgement(lines + 1, "undo", by or getpass.getuser(), stamped(recorded), why, of=of))


def explain(
    one: Annotated[str, typer.Argument(metavar="A", help="A name or an id, of a mention too.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    as_json: Json = False,
) -> None:
    """Say why two are one or two: every part of the score, with the words of both sides.

    Example: kg explain 5d9c0c1f0a7be1d2c3f4 a01b2c3d4e5f60718293
    """
    with current() as graph:
        pair = _id(graph, one), _id(graph, other)
        with WhoIsWho.of(graph.home, Manifest.load(graph.home), graph.model) as known:
            found = known.explain(*pair)
    if as_json:
        print_json(asdict(found))
    else:
        _show(found)


def review(why: Why = "", by: By = "", recorded: Recorded = "") -> None:
    """Go through what the rules leave open, one pair after the other: s same, d different, u unsure, n next, q quit.

    Example: kg review
    """
    with current() as graph, graph.home.locked():
        manifest = Manifest.load(graph.home)
        before = manifest
        with WhoIsWho.of(graph.home, manifest, graph.model) as known:
            asked = [known.explain(one, other) for one, other, _ in known.proposals()]
        said: list[tuple[Verdict, Explained]] = []
        for number, found in enumerate(asked, 1):
            out.print(f"[bold]{number}/{len(asked)}[/bold]")
            _show(found)
            key = _key()
            if key == "q":
                break
            if key in _KEYS:
                said.append((_KEYS[key], found))
        done = 0
        for verdict, found in said:
            line = Judgement(len(manifest.judgements.lines) + 1, "unsure", by or getpass.getuser(), stamped(recorded), why)
            kept = found.one.id if verdict == "same" else ""
            line = replace(line, verdict=verdict, one=found.one.given, other=found.other.given, keep=kept)
            try:
                manifest = decide(graph.home, manifest, line, {})
                done += 1
            except InputError as exc:
                say(str(exc))
        if done:
            _bring(graph, before, manifest)
        say(f"{done} judged, {len(asked) - done} left open.")


def mentions(
    edition: Annotated[str, typer.Argument(help="Id of an edition; all by default.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines for programs.")] = False,
) -> None:
    """List every mention with its place, its id and the id of what it is a mention of.

    Example: kg mentions jhgy/2025-11 --json
    """
    with current() as graph:
        manifest = Manifest.load(graph.home)
        if edition and edition not in manifest.editions:
            raise InputError(f"There is no edition {edition}; kg list shows those there are.")
        with WhoIsWho.of(graph.home, manifest, graph.model) as known:
            for row in known.mentions(edition):
                sys.stdout.write((json.dumps(row, ensure_ascii=False) if as_json else _line(row)) + "\n")


def _line(row: dict[str, Any]) -> str:
    place = f"{row['sheet']} {row['row']}".strip() if "row" in row else f"{row['spanStart']}–{row['spanEnd']}"
    return f"{row['edition']}  {place}  {row['mention']}  {row['id']}  {row['name']}"


def _say(graph: Opened, manifest: Manifest, said: Judgement) -> None:
    names: dict[str, str] = {}
    for identifier in filter(None, (said.one, said.other)):
        found = lookup.identified(graph.store, identifier)
        names |= {identifier: str(found[0]["n"].get("name", ""))} if found else {}
    after = decide(graph.home, manifest, said, names)
    written = _bring(graph, manifest, after)
    say(f"Line {said.number} of the journal; {written} rows written.")


def _bring(graph: Opened, before: Manifest, after: Manifest) -> int:
    with deferred(lambda: say("Interrupted: finishing first.")):
        return pipeline.bring(graph.store, graph.home, after, graph.model, before=before, progress=pipeline.Progress())


def _id(graph: Opened, text: str) -> str:
    """The id that a name or an id means: an older one stays, for it says which mention, or which name of a body, is meant."""
    found = lookup.named(graph.store, graph.model, text)
    if not found:
        raise InputError(f"Nothing has the name or id {text!r}; kg find TEXT looks for parts of names.")
    if len(found) > 1:
        ids = "、".join(str(n["n"]["id"]) for n in found)
        raise InputError(f"{len(found)} things bear the name {text!r}; give one of the ids {ids}.")
    node = found[0]["n"]
    former = node.get("formerId") or []
    return next((older for older in (text, named_id("Organization", text)) if older in former), str(node["id"]))


def _require_one_kind(graph: Opened, one: str, other: str) -> None:
    """Raise where two things can be neither one nor two, for the rules and the judgements join things of one kind.

    Raises:
        InputError: so, with what the two are.
    """
    kinds = [lookup.kind(lookup.identified(graph.store, identifier)[0]["n"], graph.model) for identifier in (one, other)]
    if len({kind.identity_class for kind in kinds}) > 1 or kinds[0].identity_class not in _JUDGED:
        told = " and ".join(f"{identifier} is {kind.label.en}" for identifier, kind in zip((one, other), kinds, strict=True))
        raise InputError(f"{told}; two people, two organizations or two activities can be judged.")


def _canonical(graph: Opened, identifier: str) -> str:
    return str(lookup.identified(graph.store, identifier)[0]["n"]["id"])


def _key() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("s same, d different, u unsure, n next, q quit", default="n"))[:1].lower()
    line = sys.stdin.readline()
    return line.strip()[:1].lower() if line else "q"


def _show(found: Explained) -> None:
    verdict = {"one": "one 同一", "two": "two 不同", "proposed": "open 待定"}[found.verdict]
    sides = "  ·  ".join(f"[bold]{escape(side.name)}[/bold] {side.given}" for side in (found.one, found.other))
    out.print(f"{sides}: {verdict}")
    for line in found.judgements:
        out.print(f"  judged {line.verdict} by {escape(line.by)}, {line.when[:10]}, line {line.number}: {escape(line.why)}")
    if found.parts:
        asked = f", asked from {found.lower} on" if found.lower < found.upper else ""
        out.print(f"  {found.points} points; one from {found.upper} on{asked}")
        for part in found.parts:
            _part(part)
    else:
        out.print("  They share no item besides the name.")
    if found.chain:
        out.print(f"  They are one through {len(found.chain)} links:")
    for number, link in enumerate(found.chain, 1):
        out.print(
            f"  {number}. {escape(link.one.name)} {link.one.given}  ·  {escape(link.other.name)} {link.other.given}: {link.points} points"
        )
        for part in link.parts:
            _part(part)
        for side in (link.one, link.other):
            _quotes(replace(side, quotes=side.quotes[:1]))
    for side in (found.one, found.other):
        _quotes(side)


def _part(part: Mapping[str, Any]) -> None:
    out.print(f"  {part['points']:+4d}  {part['label']} · {part['part']}  {escape(str(part['shared']))}")


def _quotes(side: Side) -> None:
    out.print(f"  {escape(side.name)} {side.given}")
    for quote in side.quotes:
        place = f"{quote['sheet']} {quote['row']}".strip() if "row" in quote else f"{quote['spanStart']}–{quote['spanEnd']}"
        out.print(f"    [dim]“{escape(quote['quote'])}” —— {escape(quote['document'])} {place}[/dim]")
