"""Judgements: what people said of who is who and of what a place says, as lines of a journal that only grows.

    {"number": 3, "verdict": "same", "one": "5d9c…", "other": "a01b…", "keep": "5d9c…", "by": "lin", "when": "…", "why": "…"}
    {"number": 4, "verdict": "undo", "of": 3, "by": "lin", "when": "…", "why": "…"}

A line is written and synced whole. What a crash left of a last line, without its line end, was never said and is cut off by the
next line. Ids are those of mentions, or of what a name identifies; a claim is named by its id and by its key, so that a judgement
on it outlives a text that shifts.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, get_args

from kg.errors import InputError, KeptError

Verdict = Literal["same", "different", "unsure", "reject", "correct", "undo"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of the journal.

    Attributes:
        number: of the line, from 1.
        verdict: what is said. ``unsure`` takes a pair off the list of questions and joins nothing.
        by: who says it.
        when: the moment, in normal form (``kg.values.moment``).
        why: in the judge's words.
        one, other: ids of two things, of ``same``, ``different`` and ``unsure``.
        keep: the id that a merge keeps, of ``same``.
        claim, key: of ``reject`` and ``correct``.
        attribute, value: what ``correct`` puts in the place of what the claim says of a property.
        of: the number of the line that ``undo`` takes back.
    """

    number: int
    verdict: Verdict
    by: str
    when: str
    why: str = ""
    one: str = ""
    other: str = ""
    keep: str = ""
    claim: str = ""
    key: str = ""
    attribute: str = ""
    value: str = ""
    of: int = 0

    @property
    def pair(self) -> frozenset[str]:
        """The two ids that it is about."""
        return frozenset((self.one, self.other))

    def line(self) -> bytes:
        """Its line in the journal, with the line end that says that it is whole."""
        said = {k: v for k, v in asdict(self).items() if v not in ("", 0)}
        return json.dumps(said, ensure_ascii=False).encode() + b"\n"


@dataclass(frozen=True)
class Judgements:
    """All lines of a journal, in their order."""

    lines: tuple[Judgement, ...] = ()

    @classmethod
    def load(cls, path: Path) -> Judgements:
        """Read a journal; where there is none nothing was judged.

        Raises:
            KeptError: it cannot be read, or a line before the last is damaged.
        """
        try:
            data = path.read_bytes() if path.exists() else b""
        except OSError as exc:
            raise KeptError(f"{path} cannot be read ({exc.strerror}); look at its rights, or restore it from a backup of KG_HOME.") from exc
        whole = data[: data.rfind(b"\n") + 1]
        return cls(tuple(_parse(path, number, line) for number, line in enumerate(whole.splitlines(), 1)))

    def append(self, path: Path, judgement: Judgement) -> Judgements:
        """Write a line after the last whole one, synced, and return the journal with it.

        Raises:
            KeptError: it cannot be written.
        """
        kept = sum(len(j.line()) for j in self.lines)
        try:
            with path.open("r+b" if path.exists() else "x+b") as file:
                file.truncate(kept)
                file.seek(kept)
                file.write(judgement.line())
                file.flush()
                os.fsync(file.fileno())
        except OSError as exc:
            raise KeptError(f"{path} cannot be written ({exc.strerror}).") from exc
        return Judgements((*self.lines, judgement))

    @cached_property
    def standing(self) -> tuple[Judgement, ...]:
        """Those that were not taken back; to take back an undo lets the line before it stand again."""
        void: set[int] = set()
        for judgement in reversed(self.lines):
            if judgement.verdict == "undo" and judgement.number not in void:
                void.add(judgement.of)
        return tuple(j for j in self.lines if j.verdict != "undo" and j.number not in void)

    def of(self, *verdicts: Verdict) -> list[Judgement]:
        """Those that stand and say so."""
        return [j for j in self.standing if j.verdict in verdicts]

    def pairs(self, verdict: Verdict) -> list[tuple[str, str]]:
        """The pairs of which that is said."""
        return [(j.one, j.other) for j in self.of(verdict)]

    def require_consistent(self, judgement: Judgement, names: Mapping[str, str]) -> None:
        """Raise where a judgement on a pair contradicts those that stand.

        Args:
            names: what to call ids in the sentence.

        Raises:
            InputError: it does; the sentence shows the chain of lines.
        """
        refused = f"That contradicts what was judged: {{}}; take one of these back with kg undo before you say {judgement.verdict}."
        if judgement.verdict in ("different", "unsure"):
            chain = self._chain(judgement.one, judgement.other)
            if chain is not None:
                raise InputError(refused.format(_told(chain, names)))
        if judgement.verdict == "same":
            for apart in self.of("different"):
                for one, other in ((apart.one, apart.other), (apart.other, apart.one)):
                    first, second = self._chain(judgement.one, one), self._chain(other, judgement.other)
                    if first is not None and second is not None:
                        raise InputError(refused.format(_told([*first, apart, *second], names)))

    def _chain(self, one: str, other: str) -> list[Judgement] | None:
        """The lines that make one of two, the shortest way; empty where they are one id, None where nothing does."""
        links: dict[str, list[tuple[str, Judgement]]] = {}
        for judgement in self.of("same"):
            links.setdefault(judgement.one, []).append((judgement.other, judgement))
            links.setdefault(judgement.other, []).append((judgement.one, judgement))
        ways: dict[str, list[Judgement]] = {one: []}
        waiting = deque([one])
        while waiting and other not in ways:
            here = waiting.popleft()
            for there, judgement in links.get(here, []):
                if there not in ways:
                    ways[there] = [*ways[here], judgement]
                    waiting.append(there)
        return ways.get(other)


def _told(chain: Sequence[Judgement], names: Mapping[str, str]) -> str:
    def called(identifier: str) -> str:
        return f"{names[identifier]} ({identifier})" if identifier in names else identifier

    return ", ".join(
        f"line {j.number} says that {called(j.one)} and {called(j.other)} are {j.verdict} ({j.by}, {j.when[:10]})" for j in chain
    )


def _parse(path: Path, number: int, line: bytes) -> Judgement:
    try:
        raw: Any = json.loads(line)
        found = Judgement(**raw)
        types = {f.name: int if f.name in ("number", "of") else str for f in fields(Judgement)}
        typed = all(type(getattr(found, name)) is kind for name, kind in types.items())
        whole = typed and found.number == number and found.verdict in get_args(Verdict) and found.line() == line + b"\n"
    except (ValueError, TypeError):
        whole = False
    if not whole:
        raise KeptError(f"{path} is damaged in line {number}; restore it from a backup of KG_HOME.")
    return found
