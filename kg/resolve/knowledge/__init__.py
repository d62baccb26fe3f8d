"""What resolving knows of the language: how often characters stand in names, which are taken for one another, short names."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def table(name: str) -> Any:
    """A table of this folder, such as ``frequencies``."""
    return yaml.safe_load((Path(__file__).parent / f"{name}.yml").read_text(encoding="utf-8"))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a plain table of this folder, such as ``lookalikes``."""
    return tuple((Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").split("\n"))
