"""Posts that a text says are taken or left: 某某当选主席, 任命某某为部长, 免去某某的主任职务, 某某不再担任书记."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.press import tenures
from loaders.press.bodies.organisation import Organisation
from loaders.press.chain import Loose
from loaders.press.context import Context
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.marks import last_of
from loaders.press.people import People
from loaders.press.person import Person, Post
from loaders.press.whose import of_issuer, whose

_BRACKET = re.compile(r"(?:[（(][^）)]{1,12}[)）])?(?:等\d{1,3}[人名位](?:同志)?|等?\d{0,2}(?:名|位)?同志|先生|女士)?")
_LINK = re.compile(r"(?:[（(][^）)]{1,12}[)）])?(?:、|和|及|与)")
_RUN = re.compile(r"[^，。；,;]{2,60}")
_TAIL = re.compile(
    r"(?:等?职务|等?职级|等?职|一职|[（(][^）)]{1,12}[)）]|(?:自然|随之|相应|同时)?(?:免除|终止|解除)|的?(?:请求|申请|报告|决定))$"
)
# 其原任…职务自然免除: the post before comes to an end by the new one.
_ENDED = r"其(?:原任|原|兼任|担任)?的?(?=[^，。；,;]{2,40}职务(?:自然|随之|相应|同时)?(?:免除|终止|解除))"
# A grade behind a comma is of the body before: 任某某副主席，一级调研员.
_RANK = re.compile(r"[，,、]((?:[一二三四]级)(?:巡视员|调研员|主任科员|主办))(?=[，。；,;]|$)")
# Titles that the issuer of a notice has where it does not say whose they are.
_OF_UNIONS = re.compile(r"主席$|常委$|党组|巡视员$|调研员$|主任科员$")
# A committee of which only its own words stand: 推选某某等9人为常务委员会委员.
_COMMITTEE = re.compile(r"((?:常务|执行|经费审查|女职工|经审)委员会)((?:常务|副?主任)?委员|副?主任)")
_OF_COMMITTEES = ("主任", "副主任", "主任委员", "副主任委员")
_MEETING = re.compile(r"(经费审查委员会|经审委员会|女职工委员会)(?:第[一二三四五六七八九十]+次)?(?:全体)?(?:委员)?(?:会议|全会|会)")
_UNION = re.compile(r"[\u3400-\u9fff]{2,}?工会(?=[\u3400-\u9fff])")


@dataclass(frozen=True, slots=True)
class Appointment:
    """That a person took or left a post; ``start`` to ``end`` is the run that says so, ``since`` and ``until`` the dates it names.

    ``elected`` says that it was put into it by an election (选举某某为…; after a name, 当选 is a role of its own).
    """

    person: Person
    post: Post
    start: int
    end: int
    since: str = ""
    until: str = ""
    elected: bool = False


class Appointments:
    """Finds posts that are taken or left."""

    def __init__(self, people: People) -> None:
        words = knowledge("appointments")
        self.people = people
        given, taken, put, left = (longest_first(words[k]) for k in ("given", "taken", "put", "left"))
        leaves = "|".join([*left, *longest_first(words["once"])])
        self.puts = tuple(put)
        self.elects = re.compile("|".join(longest_first(words["elects"])))
        self.removes = tuple(longest_first(words["removed"]))
        self.takes = re.compile(
            rf"{tenures.SPAN}(?:因[^，。；,;]{{2,10}}?[，,]?)?(?:同时|并|现|拟|将|申请)?(?:(?P<leaves>{leaves})|(?P<takes>{'|'.join(taken)}))(?P<his>其)?"
        )
        self.given = re.compile("|".join(given))
        self.his = re.compile(
            rf"[，,；;]?(?:同时|并|现)?(?P<leaves>(?:{'|'.join(self.removes)})其(?:的|原任|兼任|担任的)?|{'|'.join(left)}|{_ENDED})"
        )
        self.ended = re.compile(r"的?(?:原任?)?(?=[^，。；,;]{2,40}职务(?:自然|随之|相应|同时)?(?:免除|终止|解除))")

    def find(self, text: str, people: list[Person], bodies: list[Organisation], context: Context) -> Iterator[Appointment]:
        """The posts that people of a paragraph take or leave.

        Args:
            bodies: of the paragraph; the last union before somebody is what was elected where the title has no body.
        """
        told: Organisation | None = None
        for group in _groups(text, people):
            body = whose(text, group[0], bodies, told, context)
            position, left = self._after(text, group)
            while position:
                run = _RUN.match(text, position)
                if run is None:
                    break
                ahead = min((p.start - 1 for p in people if position < p.start <= run.end()), default=run.end())
                end = _trimmed(text, ahead, position)
                sentence = last_of(text, "。！？", group[0].start) + 1
                chosen = not left and self.elects.search(text, sentence, group[0].start) is not None
                for post in self._posts(text, position, end, context, body, group[0]):
                    told = _union(post.organisation) or told
                    for person in group:
                        gone = Post(post.organisation, post.title, left, post.start, post.end)
                        place = min(person.start, post.start), max(person.end, post.end)
                        yield Appointment(person, gone, *place, *tenures.span(text, person.start, person.end), chosen)
                body, more = body or told, self.his.match(text, run.end())
                position, left = (more.end(), True) if more is not None else (0, False)

    def _after(self, text: str, group: list[Person]) -> tuple[int, bool]:
        """Where the run of titles begins, 0 where none does, and whether the posts are left."""
        end = _BRACKET.match(text, group[-1].end).end()  # type: ignore[union-attr]
        before = text[: group[0].start]
        takes = self.takes.match(text, end)
        if takes is not None:
            return takes.end(), takes["leaves"] is not None
        if before.endswith(self.removes):
            return end + (1 if text[end : end + 1] == "的" else 0), True
        if (ended := self.ended.match(text, end)) is not None and text[end : end + 1] in ("的", "原"):
            return ended.end(), True
        given = self.given.match(text, end)
        if given is not None and (before.endswith(self.puts) or self._goes_on(before)):
            return given.end(), False
        return 0, False

    def _goes_on(self, before: str) -> bool:
        """Whether the sentence put others into posts before: 选举某某为主席，某某、某某为副主席."""
        sentence = before[max(before.rfind(mark) for mark in "。！？") + 1 :]
        return before.endswith(("，", ",", "、", "；", "和", "及")) and any(word in sentence for word in self.puts if len(word) > 1)

    def _posts(self, text: str, begins: int, end: int, context: Context, body: Organisation | None, person: Person) -> Iterator[Post]:
        chain = self.people.chain(text, end, context)
        posts = [p for p in chain.posts if p.organisation.start >= begins - 1]
        yield from posts
        if posts and (rank := _RANK.match(text, end)) is not None:
            yield replace(posts[-1], title=rank[1], start=rank.start(1), end=rank.end())
        committee = _COMMITTEE.fullmatch(text, begins, end) if body is not None and not posts else None
        if body is not None and committee is not None:
            unit = Organisation(begins, committee.end(1), body.name + committee[1], "department")
            yield Post(unit, committee[2], False, committee.start(2), end)
            return
        expected = begins
        loose = sorted(chain.loose, key=lambda one: one.start) if not posts else []
        for one in [*self._leading(text, begins, loose), *loose]:
            of = body or (of_issuer(person, context) if one.unit or _OF_UNIONS.search(one.title) else None)
            if of is not None and of.kind == "union" and one.unit == "" and one.title in _OF_COMMITTEES:
                of = self._committee(text, person, of)
            if of is not None and one.start >= begins and text[expected : one.start].strip("、的兼") in ("", one.unit):
                expected, unit = one.end, Organisation(one.start, one.start + len(one.unit), of.name + one.unit, "department")
                yield Post(unit if one.unit else of, one.title, False, one.start, one.end)

    def _leading(self, text: str, begins: int, loose: list[Loose]) -> Iterator[Loose]:
        """The first title of a run behind 为, before others (为常务委员、副主席)."""
        title = self.people.titles.title.match(text, begins, loose[0].start) if loose and begins < loose[0].start else None
        if title is not None and text[title.end() : loose[0].start] in ("、", "兼", "，"):
            yield Loose(title[0], begins, title.end())

    def _committee(self, text: str, person: Person, union: Organisation) -> Organisation | None:
        """The committee of a union whose meeting elects its chair: 经审委员会第一次全体会议选举某某为主任; a union has none itself."""
        found = next(reversed(list(_MEETING.finditer(text, 0, person.start))), None)
        return Organisation(found.start(1), found.end(1), union.name + found[1], "department") if found is not None else None


def _groups(text: str, people: list[Person]) -> Iterator[list[Person]]:
    """People who stand in one list."""
    group: list[Person] = []
    for person in people:
        link = _LINK.match(text, group[-1].end) if group else None
        if group and (link is None or link.end() not in (person.start, person.before)):
            yield group
            group = []
        group.append(person)
    if group:
        yield group


def _union(body: Organisation) -> Organisation | None:
    """A union, or that of which a department is (某某市总工会办公室); of other bodies nothing."""
    if body.kind == "union":
        return body
    found = _UNION.match(body.name) if body.kind == "department" else None
    return Organisation(body.start, body.end, found[0], "union", "inferred") if found is not None else None


def _trimmed(text: str, end: int, begins: int) -> int:
    while (tail := _TAIL.search(text[begins:end])) is not None:
        end = begins + tail.start()
    return end
