"""The analyst's pack: a style, a guide and saved queries for Neo4j Browser, as files that the server and the command give out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path

from kg.model import data_folder

FAVOURITES = "工会图谱"
"""The folder of favourites that Browser makes of the archive."""
_STILL = (2025, 1, 1, 0, 0, 0)
_PLACE = re.compile(r"\{\{([\w-]+)\}\}")


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A saved query: its file's stem, its title (the first line, by which Browser lists it) and its whole text."""

    name: str
    title: str
    text: str


def folder() -> Path:
    """Where the pack stands: in the installed package, else in the checkout."""
    return data_folder("analyst")


def saved_queries() -> Iterator[SavedQuery]:
    """The saved queries in the order of their numbers."""
    for path in sorted((folder() / "queries").glob("*.cypher")):
        text = path.read_text("utf-8")
        yield SavedQuery(path.stem, text.partition("\n")[0].removeprefix("// "), text)


def archive() -> bytes:
    """The saved queries as one ZIP, which Browser takes whole where it takes single files one by one; the same bytes each time."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for query in saved_queries():
            packed.writestr(zipfile.ZipInfo(f"{FAVOURITES}/{query.name}.cypher", _STILL), query.text)
    return data.getvalue()


def style_text() -> str:
    """The style, as it is committed."""
    return (folder() / "style.grass").read_text("utf-8")


def guide(server: str) -> str:
    """The guide as Browser takes it: where the file says ``{{NAME}}``, the saved query of that name stands, ready to run.

    Args:
        server: the address of the server that gives out the pack, without a slash at its end; ``{{server}}`` in the file.

    Raises:
        KeyError: there is no such query.
    """
    texts = {"server": server} | {query.name: query.text.strip() for query in saved_queries()}
    return _PLACE.sub(lambda found: escape(texts[found[1]]), (folder() / "guide.html").read_text("utf-8"))
