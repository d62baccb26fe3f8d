"""The descriptions of periodicals in ``loaders/sources``, and which of them a text belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.errors import InputError

FOLDER = Path(__file__).parent.parent / "sources"
UNKNOWN = "press"
_HEAD = 4_000


@dataclass(frozen=True, slots=True)
class PressSource:
    """What the loader needs of a periodical: its name, its publisher, its place, and how it is known.

    ``edition`` are the patterns of the line that gives an edition's year and month.
    """

    id: str
    name: str
    publisher: str
    province: str
    city: str
    known_by: tuple[str, ...]
    divisions: tuple[str, ...]
    edition: tuple[re.Pattern[str], ...]
    yaml: str


@cache
def sources() -> dict[str, PressSource]:
    """All periodicals by id."""
    found = {}
    for path in sorted(FOLDER.glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        raw: dict[str, Any] = yaml.safe_load(text)
        found[raw["id"]] = PressSource(
            id=raw["id"],
            name=raw["name"],
            publisher=raw.get("publisher", ""),
            province=raw.get("province", ""),
            city=raw.get("city", ""),
            known_by=tuple(raw.get("known_by", ())),
            divisions=tuple(raw.get("divisions", ())),
            edition=tuple(re.compile(pattern) for pattern in raw.get("edition", ())),
            yaml=text,
        )
    return found


def source_of(text: str, wanted: str | None) -> PressSource:
    """The source that is wanted, else the one whose name stands near the beginning of the text, else the unknown press.

    Raises:
        InputError: there is no source of the wanted id.
    """
    known = sources()
    if wanted is not None:
        if wanted not in known:
            raise InputError(f"There is no source {wanted!r}; those known are {', '.join(known)}.")
        return known[wanted]
    head = re.sub(r"\s", "", text[:_HEAD])
    return next((s for s in known.values() if any(sign in head for sign in s.known_by)), known[UNKNOWN])
