"""Quotations: what people of a unit say in quotation marks, and pull quotes."""

from __future__ import annotations

import re

from loaders.press.claims import LONGEST_QUOTE, run
from loaders.press.interviews import answered, asked, pulled
from loaders.press.knowledge import knowledge
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person
from loaders.press.quotations import find_said

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
    answers = _interviewed(page, units)
    for number, found in enumerate(units):
        if number not in speakers:
            for said in find_said(found.text, found.people):
                speaker = found.mention(said.speaker)
                if speaker and (number not in answers or speaker != answers[number][1]):
                    _quote(page, found, said.start, said.end, speaker, said.text)
    speakers |= answers
    return speakers


def _interviewed(page: Page, units: list[Occurrences]) -> dict[int, Speaker]:
    """State the answers of an interview; one without a name is that of the person, no author, whom the text before the questions names."""
    texts = [found.text for found in units]
    authors = {party.mention for claim in page.claims.made if claim.class_name == "Authorship" for party in claim.parties}
    named = {person.name: (person, found.mentions[person.start]) for found in reversed(units) for person in reversed(found.people)}
    before = units[: next(iter(asked(texts)), 0)]
    told = [(person, found.mentions[person.start]) for found in before for person in found.people]
    first = next((one for one in told if one[1] not in authors), None)
    speakers: dict[int, Speaker] = {}
    for number, start, name in answered(texts):
        who = named.get(name) if name else first
        if who is not None:
            speakers[number] = who
            _quote(page, units[number], start, len(units[number].text), who[1], units[number].text[start:].strip())
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
