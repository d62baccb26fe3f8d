"""Organisers: the bodies before 主办, 承办 and words like these."""

from __future__ import annotations

import re

from loaders.press.bodies.organisation import Organisation
from loaders.press.event import Event
from loaders.press.knowledge import knowledge, longest_first

_CHAIN = re.compile(r"[、,，和及与]|(?:牵头|牵头，)?(?:联合|会同|携手)")


class Organisers:
    """Finds the bodies that organise something, each with its role and where the word for it ends."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {word: role for role, word in knowledge("events")["organisers"]}
        self.word = re.compile("|".join(longest_first(list(self.words))))

    def add(self, text: str, event: Event, found: list[Organisation], ends: int) -> None:
        """Add to an event the organisers told behind it, up to ``ends``: 本届大赛由某某主办，某某承办."""
        told = {(o.name, role) for o, role, _ in event.organisers}
        event.organisers += [row for row in self.find(text, event.end, ends, found) if (row[0].name, row[1]) not in told]

    def find(self, text: str, begins: int, ends: int, found: list[Organisation]) -> list[tuple[Organisation, str, int]]:
        """The organisers that a run of a paragraph names."""
        result = []
        position = begins
        for hit in self.word.finditer(text, begins, ends):
            if hit[0] == "委托":
                continue
            clause = max(text.rfind(mark, position, hit.start()) for mark in "。；")
            bodies = [o for o in found if max(position, clause) <= o.start and o.end <= hit.start()]
            between = text[bodies[-1].end : hit.start()] if bodies else "—"
            if bodies and len(between) <= 2:
                chain = [bodies[-1]]
                for body in reversed(bodies[:-1]):
                    if _CHAIN.fullmatch(text, body.end, chain[0].start) is None:
                        break
                    chain.insert(0, body)
                if hit[0] == "举办" and not (
                    text.endswith("由", 0, chain[0].start) or (chain[0].start == begins and text[hit.end() :][:1] == "的")
                ):
                    continue  # an event of its own: 省总工会举办…
                result += [(body, self.words[hit[0]], hit.end()) for body in chain]
            position = hit.end()
        return result
