"""Who does what a clause says of a thing that it ends at: 某某牵头完成“…”项目, 他参与编写《…》, and clauses that begin with the verb."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.press.knowledge import longest_first
from loaders.press.person import Person

_PRONOUN = re.compile(r"(?:他|她)(?!们)")
_NEAR = 26
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

    def find(self, text: str, start: int, people: list[Person]) -> tuple[Person, int] | None:
        """Who does it with the thing that begins at a place, and where the words begin that say so.

        It is the last person of the clause before the verb, whom 他 means there, or the one person with whom the sentence begins where
        the clause begins with the verb.
        """
        clause = max(text.rfind(mark, 0, start) for mark in "，,。；;：！？") + 1
        inside = [p for p in people if clause <= p.start and p.end <= start]
        if inside:
            return (inside[-1], inside[-1].start) if self.leads.fullmatch(text, inside[-1].end, start) else None
        told = [p for p in people if p.end <= clause]
        pronoun = _PRONOUN.search(text, clause, start)
        if pronoun is not None:
            return (told[-1], pronoun.start()) if told and self.leads.fullmatch(text, pronoun.end(), start) else None
        return self._meant(text, clause, start, told) if self.begins.fullmatch(text, clause, start) else None

    def _meant(self, text: str, clause: int, start: int, told: list[Person]) -> tuple[Person, int] | None:
        """Whose sentence it is of which a clause begins with the verb."""
        sentence = max(text.rfind(mark, 0, start) for mark in "。！？") + 1
        leading = [p for p in told if p.start >= sentence]
        if leading:
            one = len({p.name for p in leading}) == 1 and leading[0].before - sentence <= _NEAR
            return (leading[0], clause) if one else None
        return (told[-1], clause) if told and _PRONOUN.match(text, sentence) else None
