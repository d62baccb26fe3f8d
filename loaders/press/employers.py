"""Employers right before a name (某某公司职工某某, 某某厂的某某) and in brackets behind it (某某（某某集团）、某某（新兴铸管）)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.bodies.organisation import Organisation
from loaders.press.context import Context
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.organisations import Organisations
from loaders.press.person import Person

_BRACKET = re.compile(r"[（(](?:女[，,、])?(?P<body>[\u3400-\u9fffA-Za-z0-9“”]{3,24})[)）]")
_WORDS = knowledge("authors")
KINDS = "|".join(longest_first(_WORDS["kinds_of_workers"]))
NO_POSTS = frozenset(_WORDS["no_posts"])
_NAMED = "|".join(longest_first(_WORDS["occupations"]))
_WORKER = re.compile(rf"(?:{_NAMED})$")
_TRADE = rf"[\u3400-\u9fff]{{0,4}}(?:{'|'.join(_WORDS['trades'])})"
_BEFORE = re.compile(rf"的?(?:{KINDS}){{0,2}}(?P<occupation>(?:{_NAMED}|{_TRADE})?)[\s　]?")
# What stands in brackets behind a name and is no body: a people, an age, an order, what somebody is in a story.
_OTHER = re.compile(r"族$|岁$|\d|^(?:化名|中|左|右|前|后|图|第)|[\u3400-\u9fff]*(?:[一二三四五六七八九十]排|名次|饰|译)")
_SHORTEST, _LONGEST_BRAND = 3, 8

_WORKED = re.compile(rf"(?:工作|上班|干活|干|做工)了?[^，。；]{{0,8}}的(?:{KINDS}){{0,2}}(?:{_NAMED})?")
# A line that somebody works on: 昆明地铁4号线司机某某.
_LINE = re.compile(r"[\d一二三四五六七八九十]{1,3}号线$")
_LONGEST_LINE = 6
_PAPER = re.compile(r"(?:^|[（(、，。；：\s　])(?P<name>(?!本|据|各|该|我)[\u3400-\u9fff]{2,8}[报网社台])$")
_STUDIED = ("毕业于", "就读于", "考入", "考上", "毕业自", "考取")
_IS = re.compile(
    r"(?:[（(][^）)]{1,8}[)）])?(?:(?:，|今年)?\d{2}岁)?(?:，[男女])?(?:，[\u3400-\u9fff]{1,5}族)?(?:，?(?:是|系|现为|现是)(?:来自|在)?|，)"
)
_JOB = re.compile(
    rf"的?(?:一[名位个])?(?:{KINDS}|普通|基层|资深)*的?(?P<occupation>{_NAMED}|(?!总|首席|副|主|高级)[\u3400-\u9fff]{{1,4}}(?:{'|'.join(_WORDS['trades'])}))"
)
_CLAUSE = re.compile(r"[^，。；：、！？\s]{4,30}")
NO_EMPLOYERS = ("congress", "party", "venue")
# Where a body may begin that only what stands behind it shows.
_BEGINS = "、，。；：！？“”（( 　\n是在由让请与和给对向"
_LONGEST_GAP = 16

Employed = tuple[Person, Organisation, str]
"""A person, where the person works, and as what, if the text says so."""


def before_name(
    text: str, person: Person, ends: dict[int, Organisation], organisations: Organisations, context: Context
) -> tuple[Organisation, str] | None:
    """The body right before somebody's name with what the person is there; a short one only before a word for who works there.

    Args:
        ends: the bodies of the unit by where they end.
    """
    for end in range(person.start, max(0, person.start - _LONGEST_GAP), -1):
        worker = _BEFORE.fullmatch(text, end, person.start) or _WORKED.fullmatch(text, end, person.start)
        if worker is None:
            continue
        line = _LINE.search(text, max(0, end - _LONGEST_LINE), end)
        one = ends.get(end) or organisations.ending_at(text, end if line is None else line.start(), context)
        if one is None and worker.groupdict().get("occupation") == "记者" and (paper := _PAPER.search(text, max(0, end - 12), end)):
            return Organisation(paper.start("name"), end, paper["name"], "media"), "记者"
        if one is None or one.bare or one.kind in NO_EMPLOYERS or text.endswith(_STUDIED, 0, one.start):
            continue
        if end in ends or one.start == 0 or text[one.start - 1] in _BEGINS:
            return one, worker.groupdict().get("occupation") or ""
    return None


def said(text: str, person: Person, organisations: Organisations, context: Context) -> tuple[Organisation, str, int] | None:
    """The body of which somebody is said to be one, as what, and where that ends: 某某是某某公司的一名焊工; 某某，女，某某公司收费员."""
    begin = _IS.match(text, person.end)
    if begin is None:
        return None
    stop = _CLAUSE.match(text, begin.end())
    last = stop.end() if stop is not None else begin.end()
    for end in range(last - 1, begin.end() + 1, -1):
        job = _JOB.fullmatch(text, end, last)
        one = organisations.ending_at(text, end, context) if job is not None else None
        if job is not None and one is not None and one.start == begin.end() and one.kind not in NO_EMPLOYERS:
            return one, job["occupation"], last
    return None


def employed(text: str, people: list[Person], organisations: Organisations, context: Context) -> Iterator[Employed]:
    """The people of a unit behind whose name a body stands in brackets.

    A run that ends as no body does is a firm's name where the unit has another such bracket with a body (a list of results).
    """
    brands: list[tuple[Person, re.Match[str]]] = []
    sure = False
    for person in people:
        bracket = _BRACKET.match(text, person.end)
        if bracket is None or person.posts:
            continue
        start, end = bracket.span("body")
        worker = _WORKER.search(text, start, end)
        stop = worker.start() if worker is not None else end
        one = organisations.ending_at(text, stop, context)
        if one is not None and one.start == start and not one.bare:
            sure = True
            yield person, one, worker[0] if worker is not None else ""
        elif _SHORTEST <= end - start <= _LONGEST_BRAND and worker is None and not _OTHER.search(text, start, end):
            brands.append((person, bracket))
    for person, bracket in brands if sure else ():
        start, end = bracket.span("body")
        if _is_brand(text[start:end], organisations):
            yield person, Organisation(start, end, text[start:end], "enterprise"), ""


def _is_brand(written: str, organisations: Organisations) -> bool:
    """Whether a run may be what a firm is called: no common word, no division, no title, no name."""
    names = organisations.named.genuine.names
    placed = organisations.reach.places.at(written, 0)
    title = written.endswith(_TITLES)
    return written not in names.lexicon.words and not title and (placed is None or placed[0] < len(written)) and not names.is_name(written)


_TITLES = tuple(knowledge("titles")["heads"])
