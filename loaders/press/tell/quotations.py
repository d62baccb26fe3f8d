"""Quotations: what people of a unit say in quotation marks, and pull quotes."""

from __future__ import annotations

import re

from loaders.press.claims import LONGEST_QUOTE, run
from loaders.press.knowledge import knowledge
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person
from loaders.press.quotations import find_said, pulled

_WORDS = knowledge("quotations")
_TITLED = re.compile(
    rf"[\s　]*(?![^\s]{{0,3}}[{''.join(_WORDS['no_names'])}])([\u3400-\u9fff]{{2,3}}?)(?:{'|'.join(_WORDS['titles'])})[\s　对在谈论]"
)

Speaker = tuple[Person, str]


def tell(page: Page, units: list[Occurrences]) -> dict[int, Speaker]:
    """State all quotations of a document; return the speakers of its pull quotes with their mentions, by the quoted unit's number."""
    speakers: dict[int, Speaker] = {}
    for quoted, start, named in pulled([found.text for found in units]):
        who = next(iter(units[named].people), None) or _titled(units[named].text)
        if who is not None:
            mention = units[named].mentions.get(who.start) or page.claims.person(units[named].paragraph, who)
            speakers[quoted] = (who, mention)
            _quote(page, units[quoted], start, len(units[quoted].text), mention, units[quoted].text[start:].strip())
    for number, found in enumerate(units):
        if number not in speakers:
            for said in find_said(found.text, found.people):
                _quote(page, found, said.start, said.end, found.mentions[said.speaker.start], said.text)
    return speakers


def _titled(heading: str) -> Person | None:
    """Whom a heading begins with: 某某总书记对…作出部署."""
    found = _TITLED.match(heading)
    return Person(found[1], found.start(1), found.end(1), found.start(1)) if found is not None else None


def _quote(page: Page, found: Occurrences, start: int, end: int, speaker: str, text: str) -> None:
    """One quotation, once a document however often it is printed."""
    if (speaker, text) in page.named:
        return
    page.named.add((speaker, text))
    stop = next(
        (p + 1 for p in range(start, min(end, start + LONGEST_QUOTE)) if found.text[p] in "。！？" and p > start + 4),
        min(end, start + LONGEST_QUOTE),
    )
    page.claims.fact("Quotation", run(found.paragraph, start, end, (start, stop)), {"speaker": speaker}, {"text": text})
