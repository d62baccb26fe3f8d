"""The facts of a careful reader, and the lines of a text that they cover."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.matching import RULES
from kg.evaluate.words import plain
from kg.facts import Fact

_LINES = re.compile(r"\d+-\d+(?:,\d+-\d+)*")


def gold(path: Path) -> list[Fact]:
    """The facts of a file of JSON Lines, each once.

    Raises:
        InputError: the file cannot be read, or a line is no fact of a known kind.
    """
    try:
        rows = path.read_text(encoding="utf-8").splitlines()
    except OSError as exc:
        raise InputError(f"{path} cannot be read ({exc.strerror}).") from exc
    except UnicodeDecodeError as exc:
        raise InputError(f"{path} is not UTF-8; a file of facts is JSON Lines in UTF-8.") from exc
    return distinct(_fact(row, f"{path}:{number}") for number, row in enumerate(rows, 1) if row.strip())


def _fact(row: str, place: str) -> Fact:
    try:
        fact = json.loads(row)
    except json.JSONDecodeError as exc:
        raise InputError(f"{place} is no JSON ({exc.msg}); a file of facts has one JSON object a line.") from exc
    if not isinstance(fact, dict) or fact.get("fact") not in RULES:
        raise InputError(f"{place} states no known kind of fact; those known are {', '.join(RULES)}.")
    return fact


def distinct(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once; one that is said word for word again is no second."""
    return list({json.dumps(fact, ensure_ascii=False, sort_keys=True): fact for fact in facts}.values())


@dataclass(frozen=True, slots=True)
class Range:
    """A range of lines, from 1, both ends in."""

    first: int
    last: int


def ranges(written: str) -> list[Range]:
    """The ranges that ``1-145,243-360`` names.

    Raises:
        InputError: it is not of that form.
    """
    if _LINES.fullmatch(written) is None:
        raise InputError(f"--lines {written!r} are no ranges of lines; give them as 1-145,243-360.")
    return [Range(*map(int, part.split("-"))) for part in written.split(",")]


def within(stated: list[Fact], text: str, lines: list[Range]) -> list[Fact]:
    """The facts that are stated within some lines of a text, and those whose quote is not in the text at all.

    A fact's place is its ``spanStart``, in code points of the text, else its ``line``, else wherever its quote stands.
    """
    rows = text.splitlines()
    whole = plain("".join(rows))
    parts = [plain("".join(rows[one.first - 1 : one.last])) for one in lines]

    def inside(fact: Fact) -> bool:
        quote = plain(fact.get("quote"))
        if not quote or quote not in whole:
            return True
        line = text.count("\n", 0, fact["spanStart"]) + 1 if isinstance(fact.get("spanStart"), int) else fact.get("line")
        if line is None:
            return any(quote in part for part in parts)
        return any(one.first <= line <= one.last for one in lines)

    return [fact for fact in stated if inside(fact)]


def unfounded(stated: list[Fact], text: str) -> list[Fact]:
    """The facts whose quote is not in the text."""
    whole = plain(text)
    return [fact for fact in stated if not plain(fact.get("quote")) or plain(fact["quote"]) not in whole]
