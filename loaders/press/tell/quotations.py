"""Quotations: what people of a unit say in quotation marks, and pull quotes."""

from __future__ import annotations

from loaders.press.claims import LONGEST_QUOTE, run
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.people import Person
from loaders.press.quotations import find_said, pulled

Speaker = tuple[Person, str]


def tell(page: Page, units: list[Occurrences]) -> dict[int, Speaker]:
    """State all quotations of a document; return the speakers of its pull quotes with their mentions, by the quoted unit's number."""
    speakers: dict[int, Speaker] = {}
    for quoted, start, named in pulled([found.text for found in units]):
        who = next(iter(units[named].people), None)
        if who is not None:
            mention = units[named].mentions[who.start]
            speakers[quoted] = (who, mention)
            _quote(page, units[quoted], start, len(units[quoted].text), mention, units[quoted].text[start:].strip())
    for number, found in enumerate(units):
        if number not in speakers:
            for said in find_said(found.text, found.people):
                _quote(page, found, said.start, said.end, found.mentions[said.speaker.start], said.text)
    return speakers


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
