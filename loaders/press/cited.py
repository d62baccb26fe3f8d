"""Who wrote a work that a sentence cites: 某某在《…》一书中认为, 在《…》一文中，某某指出, 某某的《…》一书."""

from __future__ import annotations

import re

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.person import Person

_SAYS = rf"(?:曾|就|也|还|明确|专门|如此|这样|所)?(?:{'|'.join(longest_first(knowledge('works')['cites']))})"
_WORK = r"(?:这?[一本]书|这?[一篇]文|文章|一文)?"
_IN = re.compile(rf"{_WORK}(?:中|里)(?P<mark>[，,]?)")
_BEFORE = re.compile(r"(?:就|曾|也)?(?:曾)?在(?:其|他的|她的|其所著的?|所著的?|名著|专著|著作)?$|(?:在其|在他的|在她的)?所著的?$")
_OWNS = re.compile(r"(?:先生|女士|同志|教授|院士)?的(?:著作|专著|名著|新书|新作|长篇小说|散文集|诗集)?$")
_SAYING = re.compile(_SAYS)
_BOOK = re.compile(r"(?:一书|一文|这本书)")


def author(text: str, start: int, end: int, people: list[Person]) -> Person | None:
    """The author that a sentence names beside a work, whose title with its marks is the run from ``start`` to ``end``."""
    before = next((p for p in people if p.end <= start and _BEFORE.fullmatch(text, p.end, start)), None)
    within = _IN.match(text, end)
    if before is not None and within is not None and _SAYING.match(text, within.end()):
        return before
    if within is not None and text.endswith("在", 0, start):
        behind = next((p for p in people if p.start == within.end()), None)
        if behind is not None and _SAYING.match(text, behind.end):
            return behind
    return next((p for p in people if p.end <= start and _OWNS.fullmatch(text, p.end, start)), None) if _BOOK.match(text, end) else None
