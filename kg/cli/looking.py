"""The commands that look: show, find, query, export."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from kg import export as turtle
from kg import lookup
from kg.cli import serving
from kg.cli.graph import Opened, current
from kg.cli.options import Json
from kg.cli.screen import out, print_json, say, table
from kg.clocks import Clocks
from kg.errors import InputError
from kg.lookup import Fact, Found
from kg.model import Model


def show(
    name_or_id: Annotated[str, typer.Argument(metavar="NAME-OR-ID", help="A name, an alias or an id.")],
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help="Only facts that are not excluded on that day.")] = "",
    known_at: Annotated[str, typer.Option("--known-at", metavar="MOMENT", help="As the graph had been told by that moment.")] = "",
    as_json: Json = False,
) -> None:
    """Show a person, an organization, an event … with its facts and the words that state them.

    Example: kg show 江海省总工会 --as-of 2025-11-13
    """
    clocks = Clocks.of(as_of, known_at)
    with current() as graph:
        nodes = lookup.named(graph.store, graph.model, name_or_id, clocks)
        if not nodes and known_at and lookup.named(graph.store, graph.model, name_or_id):
            raise InputError(f"{name_or_id} was not known at {known_at}; kg list shows when each edition was recorded.")
        if not nodes:
            near = [n["n"]["name"] for n in lookup.find(graph.store, name_or_id, limit=5)]
            hint = f" Near it: {'、'.join(near)}." if near else " kg find TEXT looks for parts of names."
            raise InputError(f"Nothing has the name or id {name_or_id!r}.{hint}")
        found = [lookup.describe(graph.store, graph.model, node["n"], clocks) for node in nodes]
        if as_json:
            print_json([asdict(f) for f in found])
            return
        if len(found) > 1:
            say(f"{len(found)} things bear this name.")
        for one in found:
            _print(one, graph.model)


def _print(found: Found, model: Model) -> None:
    kind = model[found.class_name]
    out.print(f"[bold]{escape(str(found.values.get('name', found.id)))}[/bold]  {kind.label.zh} · {kind.label.en}  [dim]{found.id}[/dim]")
    for name, value in found.values.items():
        if name != "name":
            words = "、".join(map(str, value)) if isinstance(value, list) else str(value)
            out.print(f"  {model.properties[name].label.zh}: {escape(words)}")
    for quote in found.evidence[:3]:
        _quote(quote, "  ")
    last = ""
    for fact in found.facts:
        heading = f"{model[fact.class_name].label.zh} · {model[fact.class_name].label.en}"
        if heading != last:
            out.print(f"  [bold]{heading}[/bold]")
            last = heading
        doubt = "  [dim]（未必 not certain）[/dim]" if fact.certain is False else ""
        out.print(f"    {escape(_line(fact, model))}{doubt}")
        for quote in fact.evidence:
            _quote(quote, "      ")


def _line(fact: Fact, model: Model) -> str:
    kind = model[fact.class_name]
    parts = []
    for name, value in fact.values.items():
        prop = model.properties[name]
        concept = model.concept(prop, str(value)) if prop.datatype == "code" else None
        if not prop.derived and value is not False:
            parts.append(concept.label.zh if concept else prop.label.zh if value is True else str(value))
    for name, other in fact.others.items():
        parts.append(
            f"{kind.properties[name].label.zh}: {other.get('name', other['id'])}" + (f" ({other['start']})" if "start" in other else "")
        )
    return " · ".join(parts)


def _quote(row: dict[str, Any], indent: str) -> None:
    place = f"row {row['row']}, {row['columns']}" if row["row"] else f"{row['spanStart']}–{row['spanEnd']}"
    words = " ".join(row["quote"].split("\t"))
    out.print(f"{indent}[dim]“{escape(words)}” —— {escape(row['document'] or '')} {place}[/dim]")


def find(
    text: Annotated[str, typer.Argument(help="A part of a name.")],
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many.")] = 20,
    as_json: Json = False,
) -> None:
    """Find things by a part of their names.

    Example: kg find 总工会
    """
    if not text.strip():
        raise InputError("Give some text to look for.")
    with current() as graph:
        rows = [_found(record["n"], graph) for record in lookup.find(graph.store, text, limit=limit)]
    if as_json:
        print_json(rows)
    elif rows:
        table("", list(rows[0]), [list(r.values()) for r in rows])
    else:
        say(f"Nothing has {text!r} in its name.")


def _found(node: dict[str, Any], graph: Opened) -> dict[str, Any]:
    kind = graph.model.class_of(node["labels"])
    return {"name": node.get("name", ""), "class": kind.name if kind else "Thing", "类": kind.label.zh if kind else "", "id": node["id"]}


def query(
    cypher: Annotated[str, typer.Argument(help="A reading statement.")] = "",
    graphql: Annotated[str, typer.Option("--graphql", metavar="TEXT", help="Ask in GraphQL instead.")] = "",
    param: Annotated[list[str], typer.Option("--param", metavar="NAME=VALUE", help="A parameter; the value is JSON or else text.")] = [],  # noqa: B006 -- typer copies it
    timeout: Annotated[float, typer.Option(min=0.1, max=3600, help="Seconds until it is stopped.")] = 30.0,
) -> None:
    """Ask in Cypher, read-only, or in GraphQL; the answer comes as JSON.

    Example: kg query "MATCH (p:Person) RETURN p.name AS name ORDER BY p.sortKey LIMIT 5"
    """
    parameters = dict(_parameter(p) for p in param)
    if bool(cypher) == bool(graphql):
        raise InputError("Give a Cypher statement, or --graphql with a query.")
    if graphql:
        answer = serving.ask(graphql, parameters)
        print_json(answer)
        if "errors" in answer:
            raise typer.Exit(InputError.exit_code)
        return
    with current() as graph:
        print_json(graph.store.read(cypher, parameters, timeout=timeout))


def _parameter(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise InputError(f"--param {text!r} is not NAME=VALUE.")
    try:
        return name, json.loads(value)
    except json.JSONDecodeError:
        return name, value


def export(
    ontology: Annotated[bool, typer.Option("--ontology", help="The ontology instead of the data.")] = False,
    history: Annotated[bool, typer.Option("--history", help="With what no source says any longer.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there; standard output by default.")] = None,
) -> None:
    """Write the data, or the ontology, as Turtle: sorted, the same bytes each time.

    Example: kg export --output graph.ttl
    """
    if output is None:
        _write(sys.stdout.buffer, ontology=ontology, history=history)
        return
    beside = output.with_name(f".{output.name}.part")
    try:
        with beside.open("wb") as file:
            count = _write(file, ontology=ontology, history=history)
        beside.replace(output)
    except OSError as exc:
        raise InputError(f"{output} cannot be written ({exc.strerror}).") from exc
    finally:
        beside.unlink(missing_ok=True)
    say(f"{output}: {count} triples.")


def _write(file: Any, *, ontology: bool, history: bool) -> int:
    if ontology:
        return turtle.export_ontology(file)
    with current() as graph:
        return turtle.export_data(graph.store, graph.model, file, history=history)
