"""Posts and honours of one who was named before: 1986年任某某市总工会主席, 他是全国劳动模范, 1979年被授予某某称号."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.context import Context
from loaders.press.honours import Honour
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.people import People
from loaders.press.person import Person, Post

_END = re.compile(r"[，。；！？,;]|$")
_SENTENCE = "。！？"
_TAIL = re.compile(r"(?:[（(][^）)]{1,12}[)）]|等?职务|一职|等)?$")
_NOWHERE = -2
_DATED = re.compile(r"((?:19|20)\d{2})年(?:\d{1,2}月)?[，,]$")
_REACH = 12


@dataclass(frozen=True, slots=True)
class Station:
    """A post or an honour of a career; ``start`` to ``end`` is its run, ``person`` None for the one of an earlier unit."""

    person: Person | None
    start: int
    end: int
    year: str
    post: Post | None = None
    honour: Honour | None = None


class Careers:
    """Finds clauses that begin with a year, a pronoun or a verb and tell a post or an honour of somebody named before."""

    def __init__(self, people: People) -> None:
        words = knowledge("appointments")
        self.people = people
        held, got = ("|".join(longest_first(words[key])) for key in ("held", "got"))
        once = "|".join(longest_first(words["once"]))
        self.clause = re.compile(
            r"(?:^|(?<=[，。；！？,;\s　]))(?P<who>他|她|本人|其)?(?P<how>曾|先后|后|后来|并|还|又|现|同年)*(?:于|在|从)?"
            r"(?:(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?(?:起|至今|，|,)?)?(?P<also>曾|先后|又|还)*"
            rf"(?:(?P<once>{once})|(?P<held>{held})(?![命务期教])|(?P<got>{got}))"
        )

    def find(self, text: str, people: list[Person], context: Context) -> Iterator[Station]:
        """The stations that a paragraph tells of somebody named before them in it, or, after 他 or 她, in the paragraph before."""
        honours = self.people.honours.find(text, context)
        carried = _NOWHERE
        for clause in self.clause.finditer(text):
            end = _END.search(text, clause.end()).start()  # type: ignore[union-attr]
            end = clause.end() + _TAIL.search(text[clause.end() : end]).start()  # type: ignore[union-attr]
            subject = _subject(text, clause, people)
            sentence = max(text.rfind(mark, 0, clause.start()) for mark in _SENTENCE)
            if subject is None and clause["who"] is None and clause["year"] is None and carried != sentence:
                continue
            carried = sentence if subject is None else carried
            if clause["got"] is None:
                yield from self._posts(text, clause, end, subject, context)
            for honour in honours:
                if clause["once"] is None and clause.end() <= honour.start and honour.end <= end:
                    year = honour.year or clause["year"] or _year_before(text, clause.start())
                    yield Station(subject, clause.start(), honour.end, year, honour=honour)

    def _posts(self, text: str, clause: re.Match[str], end: int, subject: Person | None, context: Context) -> Iterator[Station]:
        for post in self.people.chain(text, end, context).posts:
            if post.organisation.start >= clause.end():
                former = clause["once"] is not None
                since = "" if former else _since(clause)
                told = Post(post.organisation, post.title, former or post.former, post.start, post.end)
                yield Station(subject, post.organisation.start, post.end, since, post=told)


def _subject(text: str, clause: re.Match[str], people: list[Person]) -> Person | None:
    """The person named last before a clause; a clause right after a name is no station of its own."""
    before = [person for person in people if person.end <= clause.start()]
    if not before:
        return None
    sentence = max(text.rfind(mark, 0, clause.start()) for mark in _SENTENCE) + 1
    here = [person for person in before if person.start >= sentence]
    return here[0] if here else before[-1] if clause["who"] or clause["year"] else None


def _year_before(text: str, start: int) -> str:
    """The year that stands alone before a clause (2010年，她又被授予…)."""
    found = _DATED.search(text, max(0, start - _REACH), start)
    return found[1] if found is not None else ""


def _since(clause: re.Match[str]) -> str:
    month = int(clause["month"] or 0)
    return f"{clause['year']}-{month:02d}" if clause["year"] and 1 <= month <= 12 else clause["year"] or ""
