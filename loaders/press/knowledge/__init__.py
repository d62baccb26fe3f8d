"""What the loader knows of the language: files with comments, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


@cache
def knowledge(name: str) -> dict[str, Any]:
    """A YAML file of this folder."""
    found: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return found


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """The single and the double family names."""
    lines = (FOLDER / "surnames.txt").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split()]
    single = {c for word in words if len(word) > 2 for c in word}
    return frozenset(single), frozenset(word for word in words if len(word) == 2)


def longest_first(words: list[str]) -> list[str]:
    """The words in the order in which an alternation must try them."""
    return sorted(set(words), key=lambda w: (-len(w), w))
