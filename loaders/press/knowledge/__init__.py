"""What the loader knows of the language: files with comments, read once, and what a user adds to them (``own``)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from loaders.press.knowledge import own

FOLDER = Path(__file__).parent
# The parser in C takes a tenth of the time; not every build of PyYAML has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def knowledge(name: str) -> dict[str, Any]:
    """A YAML file of this folder, with the user's file of the same name."""
    found: dict[str, Any] = yaml.load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=_LOADER)
    added = own.folder(FOLDER)
    path = added / f"{name}.yml" if added is not None else None
    return own.merged(found, path) if path is not None and path.exists() else found


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """The single and the double family names."""
    words = [word for row in rows("surnames") for word in row]
    single = {c for word in words if len(word) != 2 for c in word}
    return frozenset(single), frozenset(word for word in words if len(word) == 2)


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of each line of a text file of this folder, comments left out."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    added = own.folder(FOLDER)
    if added is not None and (added / f"{name}.txt").exists():
        lines += own.lines(added / f"{name}.txt")
    return tuple(tuple(line.split()) for line in lines if line and not line.startswith("#"))


@cache
def peoples() -> frozenset[str]:
    """The peoples of the country: 回族, 哈尼族 …"""
    return frozenset(word for row in rows("peoples") for word in row)


def added() -> str:
    """Eight characters that say what a user added; empty where nothing."""
    return own.digest(own.folder(FOLDER))


def longest_first(words: list[str]) -> list[str]:
    """The words in the order in which an alternation must try them."""
    return sorted(set(words), key=lambda w: (-len(w), w))


def any_of(words: list[str]) -> str:
    """The pattern of one of some plain words, the longest first."""
    return "|".join(map(re.escape, longest_first(words)))
