"""Posts of one who was named before: 1986年任某某市总工会主席, 他现任某某公司总工程师."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press import tenures
from loaders.press.chain import Loose
from loaders.press.context import Context
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.marks import last_of
from loaders.press.people import People
from loaders.press.person import Person, Post

_END = re.compile(r"[，。；！？,;]|$")
_SENTENCE = "。！？"
_TAIL = re.compile(r"(?:[（(][^）)]{1,12}[)）]|等?职务|一职|等)?$")
_NOWHERE = -2
_FIRST = 2
_MORE = re.compile(r"[，、,]")
# What a person is besides, behind the name and before the posts: 某某，男，汉族，1970年5月生，大学学历，现任….
_BESIDES = re.compile(
    r"(?:[（(][^）)]{1,16}[)）])?[，,](?:(?:男|女|[\u3400-\u9fff]{1,5}族|\d{4}年(?:\d{1,2}月)?(?:出)?生|[\u3400-\u9fff]{2,6}人|[^，。；,]{0,6}(?:学历|文化|学位)"
    r"|中共党员|中共预备党员|民革党员|民盟盟员|群众|党员|\d{1,2}岁)[，,])*"
)
# What a name stands behind that is introduced: a list's mark, a line's beginning.
_INTRODUCED = ("", "：", ":", "；", ";", "。", "\n", " ", "　", "、", "．", ".")


@dataclass(frozen=True, slots=True)
class Station:
    """A post of a career from ``year`` to ``until``: ``start`` to ``end`` is its run; ``person`` is None for one of an earlier unit."""

    person: Person | None
    start: int
    end: int
    year: str
    post: Post
    until: str = ""


class Careers:
    """Finds clauses that begin with a year, a pronoun or a verb and tell a post of somebody named before."""

    def __init__(self, people: People) -> None:
        words = knowledge("appointments")
        self.people = people
        held, once = ("|".join(longest_first(words[key])) for key in ("held", "once"))
        self.clause = re.compile(
            r"(?:^|(?<=[，。；！？,;\s　]))(?P<who>他|她|本人|其(?![间他中余它]))?"
            r"(?P<how>曾(?![任担兼当是])|先后|后|后来|并|还|又|现|同年|其间|期间|此后|之后|随后|毕业后|参加工作后|退休前|离休前|生前)*(?:于|在|从)?"
            rf"{tenures.SPAN}(?P<also>曾(?![任担兼当是])|先后|又|还)*"
            rf"(?:(?P<once>{once})|(?P<held>{held})(?![命务期教]))"
        )

    def find(self, text: str, people: list[Person], context: Context) -> Iterator[Station]:
        """The stations that a paragraph tells of somebody named before them in it, or, after 他 or 她, in the paragraph before."""
        carried = _NOWHERE
        for clause in self.clause.finditer(text):
            end = _END.search(text, clause.end()).start()  # type: ignore[union-attr]
            end = clause.end() + _TAIL.search(text[clause.end() : end]).start()  # type: ignore[union-attr]
            subject = _subject(text, clause, people)
            sentence = last_of(text, _SENTENCE, clause.start())
            if subject is None and clause["who"] is None and clause["year"] is None and carried != sentence:
                continue
            carried = sentence if subject is None else carried
            yield from self._posts(text, clause, end, subject, context)

        for person in people:
            if not person.posts and person.before == person.start and text[max(0, person.start - 1) : person.start] in _INTRODUCED:
                yield from self._introduced(text, person, context)

    def _posts(self, text: str, clause: re.Match[str], end: int, subject: Person | None, context: Context) -> Iterator[Station]:
        former = clause["once"] is not None
        since, until = ("", "") if former else (tenures.since(clause), tenures.until(clause))
        held = [post for post in self.people.chain(text, end, context).posts if post.organisation.start >= clause.end()]
        for post in [*held, *(self._more(text, end, held[-1], context) if held else ())]:
            told = Post(post.organisation, post.title, former or post.former, post.start, post.end)
            yield Station(subject, post.organisation.start, post.end, since, told, until)

    def _more(self, text: str, end: int, last: Post, context: Context) -> Iterator[Post]:
        """The posts of the clauses that follow without a verb of their own: 历任甲会部长，办公室主任，乙会副主席."""
        while (mark := _MORE.match(text, end)) is not None and self.clause.match(text, mark.end()) is None:
            begins = mark.end()
            end = _END.search(text, begins).start()  # type: ignore[union-attr]
            chain = self.people.chain(text, end, context)
            posts = [post for post in chain.posts if post.organisation.start == begins]
            posts = posts or [self._of(last, one) for one in chain.loose if one.start == begins and one.unit]
            if not posts:
                return
            yield from posts

    def _of(self, last: Post, one: Loose) -> Post:
        """The post of a unit that is told alone behind one of its body (历任甲会部长，办公室主任)."""
        unit = self.people.loose.told_alone(one)
        return Post(self.people.chains.settling.unit_of(last.organisation.name, unit), one.title, False, one.start, one.end)

    def _introduced(self, text: str, person: Person, context: Context) -> Iterator[Station]:
        """The posts of somebody that stand behind the name: 某某，某某大学教授；某某，某某总工会副主席。"""
        besides = _BESIDES.match(text, person.end)
        if besides is None:
            return
        end = _END.search(text, besides.end()).start()  # type: ignore[union-attr]
        for post in self.people.chain(text, end, context).posts:
            if post.organisation.start == besides.end():
                yield Station(person, post.organisation.start, post.end, "", post)


def _subject(text: str, clause: re.Match[str], people: list[Person]) -> Person | None:
    """The person named last before a clause; a clause right after a name is no station of its own."""
    before = [person for person in people if person.end <= clause.start()]
    if not before:
        return None
    sentence = last_of(text, _SENTENCE, clause.start()) + 1
    here = [person for person in before if person.start >= sentence]
    if here:
        return here[0]
    return before[-1] if clause["who"] or clause["year"] else before[0] if before[0].start <= _FIRST else None
