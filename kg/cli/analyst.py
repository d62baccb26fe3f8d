"""The command that says how to load the analyst's pack."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kg.analyst.pack import folder, saved_queries
from kg.cli.screen import out, table
from kg.errors import InputError


def analyst(
    name: Annotated[str, typer.Argument(help="A saved query, to print its text.")] = "",
    server: Annotated[str, typer.Option(help="The address that kg serve printed.")] = "http://localhost:8000",
) -> None:
    """Say how to load style, guide and saved queries into Neo4j Browser; or print a saved query.

    Example: kg analyst 04-together
    """
    queries = {query.name: query for query in saved_queries()}
    if name:
        if name not in queries:
            raise InputError(f"There is no saved query {name!r}; there are {', '.join(queries)}.")
        sys.stdout.write(queries[name].text)
        return
    base = server.rstrip("/")
    for line in (
        "In Neo4j Browser (http://localhost:7474/browser/), while kg serve runs:",
        f"  style 样式        :style {base}/analyst/style.grass",
        f"  guide 指南        :play {base}/analyst/guide.html",
        "Without the server, drop the style's file into Browser:",
        f"  style 样式        {folder() / 'style.grass'}",
        "Favourites: drop the files of this folder into Browser and choose Save to favorites:",
        f"  favourites 收藏   {folder() / 'queries'}",
    ):
        out.print(line, markup=False)
    table("", ["query", "title"], [[query.name, query.title] for query in queries.values()])
    out.print('On the command line: kg query "$(kg analyst 04-together)"', markup=False)
