"""Cases: folders with an edition (``input.*``) and what a careful reader takes from it (``facts.jsonl``)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.gold import gold
from kg.facts import Fact

HELD_OUT = "held-out.txt"
"""Beside the cases: the names of those that nobody reads who writes rules, one a line, ``#`` before a comment."""

_ALWAYS = frozenset(["person", "organisation", "post", "honour", "event", "participation", "organises"])


@dataclass(frozen=True)
class Case:
    """An edition, its facts, and whether it is held out from those who write rules."""

    name: str
    path: Path
    gold: tuple[Fact, ...]
    held_out: bool

    def judged(self, stated: list[Fact]) -> list[Fact]:
        """The stated facts of the kinds that the case speaks of: those of its gold, and those that every case is read for."""
        kinds = _ALWAYS | {fact["fact"] for fact in self.gold}
        return [fact for fact in stated if fact["fact"] in kinds]


def cases(folder: Path) -> list[Case]:
    """The cases of a folder by name.

    Raises:
        InputError: there is none, one has no edition or no facts, or what is held out is no case.
    """
    held_out = _held_out(folder / HELD_OUT)
    found = [_case(path, path.name in held_out) for path in sorted(folder.iterdir()) if path.is_dir()]
    if not found:
        raise InputError(f"{folder} has no cases; a case is a folder with input.txt and facts.jsonl.")
    unknown = held_out - {case.name for case in found}
    if unknown:
        raise InputError(f"{folder / HELD_OUT} names {', '.join(sorted(unknown))}, and there is no such case.")
    return found


def _case(folder: Path, held_out: bool) -> Case:
    inputs = sorted(folder.glob("input.*"))
    if len(inputs) != 1:
        raise InputError(f"{folder} has {len(inputs)} editions; a case has one, input.txt.")
    return Case(folder.name, inputs[0], tuple(gold(folder / "facts.jsonl")), held_out)


def _held_out(path: Path) -> set[str]:
    if not path.exists():
        return set()
    return {row.strip() for row in path.read_text(encoding="utf-8").splitlines() if row.strip() and not row.startswith("#")}
