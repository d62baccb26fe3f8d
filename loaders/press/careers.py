"""Posts of one who was named before: 1986年任某某市总工会主席, 他现任某某公司总工程师."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.context import Context
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.people import People
from loaders.press.person import Person, Post

_END = re.compile(r"[，。；！？,;]|$")
_SENTENCE = "。！？"
_TAIL = re.compile(r"(?:[（(][^）)]{1,12}[)）]|等?职务|一职|等)?$")
_NOWHERE = -2
_FIRST = 2


@dataclass(frozen=True, slots=True)
class Station:
    """A post of a career; ``start`` to ``end`` is its run, ``person`` None for the one of an earlier unit."""

    person: Person | None
    start: int
    end: int
    year: str
    post: Post


class Careers:
    """Finds clauses that begin with a year, a pronoun or a verb and tell a post of somebody named before."""

    def __init__(self, people: People) -> None:
        words = knowledge("appointments")
        self.people = people
        held, once = ("|".join(longest_first(words[key])) for key in ("held", "once"))
        self.clause = re.compile(
            r"(?:^|(?<=[，。；！？,;\s　]))(?P<who>他|她|本人|其)?(?P<how>曾|先后|后|后来|并|还|又|现|同年)*(?:于|在|从)?"
            r"(?:(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?(?:起|至今|，|,)?)?(?P<also>曾|先后|又|还)*"
            rf"(?:(?P<once>{once})|(?P<held>{held})(?![命务期教]))"
        )

    def find(self, text: str, people: list[Person], context: Context) -> Iterator[Station]:
        """The stations that a paragraph tells of somebody named before them in it, or, after 他 or 她, in the paragraph before."""
        carried = _NOWHERE
        for clause in self.clause.finditer(text):
            end = _END.search(text, clause.end()).start()  # type: ignore[union-attr]
            end = clause.end() + _TAIL.search(text[clause.end() : end]).start()  # type: ignore[union-attr]
            subject = _subject(text, clause, people)
            sentence = max(text.rfind(mark, 0, clause.start()) for mark in _SENTENCE)
            if subject is None and clause["who"] is None and clause["year"] is None and carried != sentence:
                continue
            carried = sentence if subject is None else carried
            yield from self._posts(text, clause, end, subject, context)

    def _posts(self, text: str, clause: re.Match[str], end: int, subject: Person | None, context: Context) -> Iterator[Station]:
        for post in self.people.chain(text, end, context).posts:
            if post.organisation.start >= clause.end():
                former = clause["once"] is not None
                since = "" if former else _since(clause)
                told = Post(post.organisation, post.title, former or post.former, post.start, post.end)
                yield Station(subject, post.organisation.start, post.end, since, told)


def _subject(text: str, clause: re.Match[str], people: list[Person]) -> Person | None:
    """The person named last before a clause; a clause right after a name is no station of its own."""
    before = [person for person in people if person.end <= clause.start()]
    if not before:
        return None
    sentence = max(text.rfind(mark, 0, clause.start()) for mark in _SENTENCE) + 1
    here = [person for person in before if person.start >= sentence]
    if here:
        return here[0]
    return before[-1] if clause["who"] or clause["year"] else before[0] if before[0].start <= _FIRST else None


def _since(clause: re.Match[str]) -> str:
    month = int(clause["month"] or 0)
    return f"{clause['year']}-{month:02d}" if clause["year"] and 1 <= month <= 12 else clause["year"] or ""
