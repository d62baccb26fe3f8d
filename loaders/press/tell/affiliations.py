"""Where people work who have no title there: 某某有限公司职工某某, 某某有限公司某某."""

from __future__ import annotations

import re

from kg.claim import Method
from kg.document import Span
from loaders.press.bodies.organisation import Organisation
from loaders.press.claims import run
from loaders.press.employers import NO_EMPLOYERS, NO_POSTS, before_name, employed, said
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person
from loaders.press.tell.people import body

_LINK = re.compile(r"(?:[（(][^）)]{1,8}[)）])?[、和]")
_ONE_OF = ("一名", "一位", "一个")


def tell(page: Page, found: Occurrences) -> None:
    """State the affiliations of a unit's people who hold no post that is told there."""
    ends = {one.end: one for one in found.bodies if one.kind not in NO_EMPLOYERS}
    before: tuple[int, Organisation, str] | None = None
    _bracketed(page, found)
    for person in found.people:
        if before is not None and before[0] == person.start and not person.posts:
            spans = run(found.paragraph, before[1].start, person.end, (person.start, person.end))
            work(page, spans, found.mentions[person.start], body(page, found.paragraph, before[1]), before[2])
            before = (_next(found.text, person.end), before[1], before[2])
        if person.posts or any(one.start <= person.start < one.end for one in found.bodies):
            continue
        known = before_name(found.text, person, ends, page.finders.organisations, page.context)
        if known is not None:
            one, occupation = known
            spans = run(found.paragraph, one.start, person.end, (person.start, person.end))
            employer = body(page, found.paragraph, one)
            found.held.append(one)
            if (found.mentions[person.start], employer) not in page.named:
                work(page, spans, found.mentions[person.start], employer, occupation)
            before = (_next(found.text, person.end), one, occupation)
        _one_of(page, found, person)


def _bracketed(page: Page, found: Occurrences) -> None:
    """State where those work behind whose names a body stands in brackets."""
    for person, one, occupation in employed(found.text, found.people, page.finders.organisations, page.context):
        employer = body(page, found.paragraph, one)
        found.held.append(one)
        if (found.mentions[person.start], employer) not in page.named:
            spans = run(found.paragraph, person.start, one.end, (person.start, one.end))
            work(page, spans, found.mentions[person.start], employer, occupation)
            page.named.add((found.mentions[person.start], employer))


def _one_of(page: Page, found: Occurrences, person: Person) -> None:
    """Somebody is said to be one of a body's workers: 甲是某某公司的一名焊工."""
    told = said(found.text, person, page.finders.organisations, page.context)
    if told is not None:
        one, occupation, end = told
        employer = body(page, found.paragraph, one)
        found.held.append(one)
        if (found.mentions[person.start], employer) not in page.named:
            spans = run(found.paragraph, person.start, end, (person.start, end))
            work(page, spans, found.mentions[person.start], employer, occupation)


def _next(text: str, end: int) -> int:
    """Where the next name of a list begins, which is of the same body: 某某公司某某、某某."""
    link = _LINK.match(text, end)
    return link.end() if link is not None else -1


def is_occupation(title: str) -> bool:
    """Whether what is read as a title is what somebody does (教师, 选手) and no post."""
    return title in NO_POSTS or title.startswith(_ONE_OF)


def work(page: Page, spans: tuple[Span, ...], person: str, organization: str, occupation: str, *, method: Method = "rule") -> None:
    """State where somebody works, and as what."""
    parties = {"person": person, "organization": organization}
    page.claims.fact("Affiliation", spans, parties, {"occupation": occupation}, method=method)
