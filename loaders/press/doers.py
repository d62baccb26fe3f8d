"""Who does what a clause says of a thing that it ends at: 某某牵头完成“…”项目, 他参与编写《…》, and clauses that begin with the verb."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.press.knowledge import longest_first
from loaders.press.marks import last_of
from loaders.press.person import Person
from loaders.press.subjects import meant

_PRONOUN = re.compile(r"(?:他|她|其(?=[\u3400-\u9fff]))(?!们|中|他|它)")
# What stands between two of a list, and between 他 and the one with whom he does it.
_JOINS = re.compile(r"[、和与及同跟]")
_WITH = re.compile(r"(?:[\u3400-\u9fff]{0,4})?[他她](?:和|与|同|跟|带领|联合)(?:同事|工友|徒弟|师傅|师父|队友|搭档|技术员|工程师)?")
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

    def find(self, text: str, start: int, people: list[Person]) -> list[tuple[Person | None, int]]:
        """Who does it with the thing that begins at a place, None for the one of an earlier unit, and where the words begin that say so.

        It is the last person of the clause before the verb with those who stand in a list before, whom 他 means there, or whom a clause
        means that begins with the verb.
        """
        clause = last_of(text, "，,。；;：！？", start) + 1
        inside = [p for p in people if clause <= p.start and p.end <= start]
        if inside:
            return list(self._listed(text, clause, inside, people)) if self.leads.fullmatch(text, inside[-1].end, start) else []
        pronoun = _PRONOUN.search(text, clause, start)
        if pronoun is not None:
            if not self.leads.fullmatch(text, pronoun.end(), start):
                return []
            told = [p for p in people if p.end <= clause]
            return [(told[-1] if told else None, pronoun.start())]
        if not self.begins.fullmatch(text, clause, start):
            return []
        person, earlier = meant(text, clause, start, people)
        return [(person, clause)] if person is not None or earlier else []

    def _listed(self, text: str, clause: int, inside: list[Person], people: list[Person]) -> Iterator[tuple[Person | None, int]]:
        """Those of a list that ends with the last of a clause: 他与同事某某, 甲、乙."""
        first = inside[-1]
        for one in reversed(inside[:-1]):
            if not _JOINS.fullmatch(text, one.end, first.before):
                break
            first = one
            yield one, one.start
        pronoun = _WITH.fullmatch(text, clause, first.before)
        if pronoun is not None:
            told = [p for p in people if p.end <= clause]
            yield (told[-1] if told else None), clause
        yield inside[-1], inside[-1].start
