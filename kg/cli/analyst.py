"""The command that says how to load the analyst's pack."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.analyst.pack import archive, folder, saved_queries
from kg.cli.screen import out, say, table
from kg.errors import InputError


def analyst(
    name: Annotated[str, typer.Argument(help="A saved query, to print its text.")] = "",
    zipped: Annotated[Path | None, typer.Option("--zip", metavar="FILE", help="Write all saved queries as one ZIP.")] = None,
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
    if zipped is not None:
        try:
            zipped.write_bytes(archive())
        except OSError as exc:
            raise InputError(f"{zipped} cannot be written ({exc.strerror}); give another --zip.") from exc
        say(f"Drop {zipped} into Neo4j Browser: it becomes a folder of favourites.")
        return
    base = server.rstrip("/")
    for line in (
        "In Neo4j Browser (http://localhost:7474/browser/), while kg serve runs:",
        f"  style 样式        :style {base}/analyst/style.grass",
        f"  guide 指南        :guide {base}/analyst/guide.html",
        f"  favourites 收藏   {base}/analyst/queries.zip, downloaded and dropped into Browser (or kg analyst --zip FILE)",
        f"Without the server, drop the files of {folder()} into Browser: style.grass, queries/*.cypher one by one.",
    ):
        out.print(line, markup=False)
    table("", ["query", "title"], [[query.name, query.title] for query in queries.values()])
    out.print('On the command line: kg query "$(kg analyst 04-together)"', markup=False)
