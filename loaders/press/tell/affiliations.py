"""Where people work who have no title there: 某某有限公司职工某某, 某某有限公司某某."""

from __future__ import annotations

import re

from kg.claim import Method
from kg.document import Span
from loaders.press.bodies.organisation import Organisation
from loaders.press.claims import run
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person
from loaders.press.tell.people import body

_WORDS = knowledge("authors")
_KIND = "|".join(longest_first(_WORDS["kinds_of_workers"]))
_WORKER = re.compile(rf"的?(?:{_KIND}){{0,2}}(?P<occupation>(?:{'|'.join(longest_first(_WORDS['occupations']))})?)[\s　]?")
_LINK = re.compile(r"(?:[（(][^）)]{1,8}[)）])?[、和]")
_ONE_OF = ("一名", "一位", "一个")
_IS = re.compile(r"(?:[（(][^）)]{1,8}[)）])?，?是(?:来自|在)?")
_LINK_LENGTH = 14
_ONE = re.compile(
    rf"的?(?:{'|'.join(_ONE_OF)})(?:{_KIND}|普通|基层|资深)*的?(?P<occupation>[\u3400-\u9fff]{{1,5}}?[工员师者])(?=[，。；！、]|$)"
)
_NO_POSTS = frozenset(_WORDS["no_posts"])
_KINDS_WITHOUT = ("congress", "party", "venue")


def tell(page: Page, found: Occurrences) -> None:
    """State the affiliations of a unit's people who hold no post that is told there."""
    ends = {one.end: one for one in found.bodies if one.kind not in _KINDS_WITHOUT}
    before: tuple[int, Organisation, str] | None = None
    for person in found.people:
        if before is not None and before[0] == person.start and not person.posts:
            spans = run(found.paragraph, before[1].start, person.end, (person.start, person.end))
            work(page, spans, found.mentions[person.start], body(page, found.paragraph, before[1]), before[2])
            before = (_next(found.text, person.end), before[1], before[2])
        if person.posts:
            continue
        for end in range(person.start, max(0, person.start - 12), -1):
            worker = _WORKER.fullmatch(found.text, end, person.start)
            named = worker is not None and worker["occupation"] != ""
            one = ends.get(end) or (page.finders.organisations.firms.ending_at(found.text, end) if named else None)
            if one is None or worker is None:
                continue
            spans = run(found.paragraph, one.start, person.end, (person.start, person.end))
            employer = body(page, found.paragraph, one)
            if (found.mentions[person.start], employer) not in page.named:
                work(page, spans, found.mentions[person.start], employer, worker["occupation"])
            before = (_next(found.text, person.end), one, worker["occupation"])
            break
        _one_of(page, found, person)


def _one_of(page: Page, found: Occurrences, person: Person) -> None:
    """Somebody is one of a body's workers: 甲是某某公司的一名焊工."""
    for one in found.bodies:
        link = _IS.fullmatch(found.text, person.end, one.start) if 0 < one.start - person.end <= _LINK_LENGTH else None
        worker = _ONE.match(found.text, one.end) if link is not None else None
        employer = body(page, found.paragraph, one) if worker is not None else ""
        if worker is not None and (found.mentions[person.start], employer) not in page.named:
            spans = run(found.paragraph, person.start, worker.end(), (person.start, worker.end()))
            work(page, spans, found.mentions[person.start], employer, worker["occupation"])


def _next(text: str, end: int) -> int:
    """Where the next name of a list begins, which is of the same body: 某某公司某某、某某."""
    link = _LINK.match(text, end)
    return link.end() if link is not None else -1


def is_occupation(title: str) -> bool:
    """Whether what is read as a title is what somebody does (教师, 选手) and no post."""
    return title in _NO_POSTS or title.startswith(_ONE_OF)


def work(page: Page, spans: tuple[Span, ...], person: str, organization: str, occupation: str, *, method: Method = "rule") -> None:
    """State where somebody works, and as what."""
    parties = {"person": person, "organization": organization}
    page.claims.fact("Affiliation", spans, parties, {"occupation": occupation}, method=method)
