"""Named queries: one file each, whose head says what it gives and what it may be asked.

    // 题: 各月各地的事件数
    // Title: Events by month and place
    // column: month date: 月份 | Month of the beginning
    // variable: limit integer(1..100000) = 10000: 最多行数 | At most so many rows
    MATCH …

The statement reads only, is common to both engines, and returns the columns in the head's order. ``$words`` holds the labels of
classes and codes in the language that the variable ``lang`` names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from api.rows.variable import MOST_ROWS, Variable
from kg.errors import InputError
from kg.ids import digest
from kg.model import Model, Text

ColumnType = Literal["string", "integer", "boolean", "date"]
FOLDER = Path(__file__).resolve().parent.parent / "queries"

_HEAD = re.compile(r"// (题|Title|column|variable): (.+)")
_COLUMN = re.compile(r"(?P<name>\w+) (?P<type>string|integer|boolean|date): (?P<zh>[^|]+) \| (?P<en>.+)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer; a ``date`` is ISO 8601 of the precision that the source states: 2025, 2025-11, 2025-11-12."""

    name: str
    type: ColumnType
    description: Text

    @classmethod
    def parse(cls, line: str) -> Column:
        """Read the part of a line behind ``// column:``.

        Raises:
            ValueError: the line is malformed.
        """
        found = _COLUMN.fullmatch(line)
        if found is None:
            raise ValueError(f"{line!r} is no 'NAME TYPE: 中文 | English'")
        return cls(found["name"], found["type"], Text(en=found["en"], zh=found["zh"]))  # type: ignore[arg-type]

    def cell(self, value: Any) -> str | int | bool | None:
        """A value as the column's type has it, whatever number or truth an engine gives."""
        if value is None:
            return None
        if self.type == "integer":
            return int(value)
        return bool(value) if self.type == "boolean" else str(value)


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A named query: its title, what it gives, what it may be asked, and its Cypher."""

    name: str
    title: Text
    columns: tuple[Column, ...]
    variables: tuple[Variable, ...]
    cypher: str
    digest: str
    """The hash of the whole file, by which an answer is seen to be of another query."""

    @classmethod
    def parse(cls, name: str, text: str, model: Model) -> NamedQuery:
        """Read a query's file.

        Raises:
            ValueError: its head lacks something, or its ``limit`` is not bounded.
        """
        head: dict[str, list[str]] = {"题": [], "Title": [], "column": [], "variable": []}
        body = []
        for line in text.splitlines():
            found = _HEAD.fullmatch(line)
            if found is None:
                body.append(line)
            else:
                head[found[1]].append(found[2])
        variables = tuple(Variable.parse(line, model) for line in head["variable"])
        if len(head["题"]) != 1 or len(head["Title"]) != 1 or len(head["column"]) == 0:
            raise ValueError(f"{name} must have one line '// 题:', one '// Title:' and its columns")
        if not any(v.name == "limit" and v.type == "integer" and v.maximum <= MOST_ROWS for v in variables):
            raise ValueError(f"{name} must have a variable limit of at most {MOST_ROWS}")
        title = Text(en=head["Title"][0], zh=head["题"][0])
        return cls(name, title, tuple(map(Column.parse, head["column"])), variables, "\n".join(body).strip(), digest(text))

    def values(self, given: Iterable[tuple[str, str]]) -> dict[str, str | int]:
        """The variables' values: what a URL gives, else their defaults.

        Raises:
            InputError: a variable is unknown, given twice or malformed.
        """
        known = {v.name: v for v in self.variables}
        values: dict[str, str | int] = {}
        for name, text in given:
            if name not in known:
                raise InputError(f"{self.name} has no variable {name[:40]!r}; it has {', '.join(known)}.")
            if name in values:
                raise InputError(f"{name} is given twice.")
            values[name] = known[name].value(text)
        return {v.name: v.default for v in self.variables} | values

    def parameters(self, values: Mapping[str, str | int], model: Model) -> dict[str, Any]:
        """What the statement is given: the values, and the words where it asks for them."""
        return {**values, "words": words(model, str(values["lang"]))} if "$words" in self.cypher else dict(values)

    def describe(self) -> dict[str, Any]:
        """The query as ``/rows`` lists it."""
        return {
            "name": self.name,
            "title": {"zh": self.title.zh, "en": self.title.en},
            "json": f"/rows/{self.name}.json",
            "csv": f"/rows/{self.name}.csv",
            "columns": [
                {"name": c.name, "type": c.type, "description": {"zh": c.description.zh, "en": c.description.en}} for c in self.columns
            ],
            "variables": [v.describe() for v in self.variables],
        }


def named_queries(model: Model, folder: Path = FOLDER) -> dict[str, NamedQuery]:
    """All named queries by name, in the order of names."""
    return {path.stem: NamedQuery.parse(path.stem, path.read_text("utf-8"), model) for path in sorted(folder.glob("*.cypher"))}


def words(model: Model, language: str) -> dict[str, Any]:
    """Labels for people: of classes, the most specific first, and of codes by code list."""
    classes = sorted(model, key=lambda c: (-len(c.lineage), c.name))
    return {
        "classes": [{"name": c.name, "label": _in(language, c.label)} for c in classes],
        "codes": {scheme: {c.notation: _in(language, c.label) for c in found.values()} for scheme, found in model.concepts.items()},
    }


def _in(language: str, text: Text) -> str:
    return text.en if language == "en" else text.zh
