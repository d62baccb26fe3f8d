"""Boards: lines of a list that give a title and those who hold it (副主席：某某 某某), under a heading that names the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.flow import Line
from loaders.press.names import Names
from loaders.press.people import People

_LABEL = re.compile(r"[\s　]*(?P<label>(?:[\u3400-\u9fff][\s　]*){2,16}?)(?:[（(][^）)]{0,20}[)）])?[\s　]*[：:]")
_NAME = re.compile(r"(?P<name>[\u3400-\u9fff·]+)(?:[（(](?P<more>[^）)]{0,12})[)）])?[\s　、，,]*")
_GENDER = re.compile("女|男")
_END = re.compile(r"[。；;！？]")


@dataclass(frozen=True, slots=True)
class Member:
    """One who is named on a board; ``start`` to ``end`` is the run of the name in its line, ``name`` is without spaces.

    ``unit`` is the part of the body that the label names (经费审查委员会), or nothing.
    """

    line: Line
    start: int
    end: int
    name: str
    gender: str
    title: str
    unit: str
    label: Line


def boards(rows: list[Line], people: People) -> Iterator[Member]:
    """The members of all boards in some lines; names stand behind the label, or on the lines below it where nothing stands behind."""
    current: tuple[str, str, Line] | None = None
    for row in rows:
        found = _LABEL.match(row.text)
        begins = 0
        if found is not None:
            current, begins = _titled(found["label"], row, people), found.end()
        members = list(_members(row, begins, *current, people.names)) if current is not None else []
        if members:
            yield from members
        if members or (found is not None and row.text[begins:].strip() != ""):
            current = current if members and found is None else None


def _titled(label: str, row: Line, people: People) -> tuple[str, str, Line] | None:
    """The title and the unit that a label says, or None where it ends with no title."""
    plain = re.sub(r"[\s　]", "", label)
    for start in range(len(plain)):
        if people.titles.title.fullmatch(plain, start):
            return plain[start:], plain[:start], row
    return None


def _members(row: Line, begins: int, title: str, unit: str, label: Line, names: Names) -> Iterator[Member]:
    """The names of a line; nothing where the line holds anything else."""
    if _END.search(row.text):
        return
    found: list[re.Match[str]] = []
    position = begins + len(row.text[begins:]) - len(row.text[begins:].lstrip(" \t　"))
    while position < len(row.text.rstrip()):
        hit = _NAME.match(row.text, position)
        if hit is None:
            return
        found.append(hit)
        position = hit.end()
    members, number = [], 0
    while number < len(found):
        first = last = found[number]
        if len(first["name"]) == 1 and number + 1 < len(found) and len(found[number + 1]["name"]) == 1:
            number += 1
            last = found[number]
        name = first["name"] + (last["name"] if last is not first else "")
        if not names.is_name(name) and "·" not in name:
            return
        gender = _GENDER.search(last["more"] or "")
        members.append(Member(row, first.start("name"), last.end("name"), name, gender[0] if gender else "", title, unit, label))
        number += 1
    yield from members
