"""Who does what a clause says of a thing that it ends at: 某某牵头完成“…”项目, 他参与编写《…》, and clauses that begin with the verb."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.press.knowledge import longest_first
from loaders.press.person import Person
from loaders.press.subjects import meant

_PRONOUN = re.compile(r"(?:他|她|其(?=[\u3400-\u9fff]))(?!们|中|他|它)")
_OTHERS = "，。；：“”"


class Doers:
    """Finds who does one of some verbs with a thing.

    Args:
        verbs: of those who do it, without particles.
    """

    def __init__(self, verbs: Iterable[str]) -> None:
        done = "|".join(longest_first(list(verbs)))
        self.leads = re.compile(rf"[^{_OTHERS}]{{0,8}}?(?:{done})[^{_OTHERS}、]{{0,18}}$")
        self.begins = re.compile(rf"[^{_OTHERS}、]{{0,6}}(?:{done})[^{_OTHERS}、]{{0,18}}$")

    def find(self, text: str, start: int, people: list[Person]) -> tuple[Person | None, int] | None:
        """Who does it with the thing that begins at a place, None for the one of an earlier unit, and where the words begin that say so.

        It is the last person of the clause before the verb, whom 他 means there, or whom a clause means that begins with the verb.
        """
        clause = max(text.rfind(mark, 0, start) for mark in "，,。；;：！？") + 1
        inside = [p for p in people if clause <= p.start and p.end <= start]
        if inside:
            return (inside[-1], inside[-1].start) if self.leads.fullmatch(text, inside[-1].end, start) else None
        pronoun = _PRONOUN.search(text, clause, start)
        if pronoun is not None:
            if not self.leads.fullmatch(text, pronoun.end(), start):
                return None
            told = [p for p in people if p.end <= clause]
            return (told[-1] if told else None), pronoun.start()
        if not self.begins.fullmatch(text, clause, start):
            return None
        person, earlier = meant(text, clause, start, people)
        return (person, clause) if person is not None or earlier else None
