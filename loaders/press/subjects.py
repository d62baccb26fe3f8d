"""Whom a clause means that names nobody itself: 先后荣获…; 2019年，她被授予…; the person with whom its sentence or its unit begins."""

from __future__ import annotations

import re

from loaders.press.marks import last_of
from loaders.press.person import Person

_PRONOUN = re.compile("[他她]")
_BEGINS = re.compile(r"[\s　]*[他她](?!们)")
_SENTENCES = "。！？!?"
_NEAR, _FIRST = 26, 2


def sentence_of(text: str, place: int) -> int:
    """Where the sentence of a place begins."""
    return last_of(text, _SENTENCES, place) + 1


def meant(text: str, clause: int, end: int, people: list[Person]) -> tuple[Person | None, bool]:
    """Who is meant by a clause that names nobody, and whether it is somebody of an earlier unit, where it is nobody here.

    Args:
        clause, end: where it begins, and where its verb does; 他 may stand in a clause before it.
        people: of the unit, from left to right.
    """
    sentence = sentence_of(text, clause)
    here = [p for p in people if sentence <= p.start and p.end <= clause]
    if here:
        leads = here[0].start - sentence <= _FIRST or (len({p.name for p in here}) == 1 and here[0].before - sentence <= _NEAR)
        return (here[0] if leads else None), False
    before = [p for p in people if p.end <= sentence]
    if not before:
        return None, clause == 0 or _BEGINS.match(text) is not None or _PRONOUN.search(text, sentence, end) is not None
    if before[0].start <= _FIRST:
        return before[0], False
    begins = sentence_of(text, before[-1].start)
    last = [p for p in before if p.start >= begins]
    return (last[0] if len({p.name for p in last}) == 1 or last[0].start - begins <= _FIRST else None), False
