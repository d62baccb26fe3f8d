"""Contests that running text names: full names, ordinals, years, levels, and who holds them."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.claim import Value
from loaders.press.contests import Contests
from loaders.press.marks import last_of
from loaders.press.occurrences import Occurrences
from loaders.press.statistics.reviews import dated
from loaders.press.tell.telling import Telling
from loaders.press.things import Thing

_NATIONAL = re.compile(r"(?:被列为|被列入|列入|纳入|入选)全国")
_QUOTED = re.compile(r"[“\"]([^“”\"]{2,20})[”\"]")
_QUOTES = re.compile(r"[“”\"]")
_CUP = re.compile(r"[“\"][^“”\"]{2,12}杯[”\"]")
_DIVIDED = re.compile(r"第.{1,3}届|\d{4}年|赛区")
_TOLD = re.compile(r"((?:19|20)\d{2})年[^。；]{0,24}(?:举办|举行|开展|启动|组织)了?(?:首届)?$")
_LEVELS = (("中华全国总工会", "national"), ("省总工会", "provincial"), ("自治区总工会", "provincial"), ("总工会", "municipal"))
_HOMES = (
    ("区", "municipal"),
    ("县", "municipal"),
    ("市", "municipal"),
    ("州", "municipal"),
    ("省", "provincial"),
    ("自治区", "provincial"),
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年(?!度?[一-龥]{0,2}(?:以来|起|至今))")
_MONTH = re.compile(r"今年|去年|近日|日前|本月|(?<![\d年])\d{1,2}月")
_CLAUSES = 20
_REACH = 60
_HEADING, _TAIL = 45, 6


def survey(telling: Telling, contests: Contests, units: list[Occurrences]) -> None:
    """Learn the full names of a document's contests, those of its headings last, for a heading shortens them."""
    for found in sorted(units, key=lambda unit: len(unit.text) <= _HEADING):
        for event in found.events:
            if event.competition:
                thing = Thing("Competition", event.competition, event.start, event.end, ordinal=event.ordinal)
                telling.known.setdefault(event.competition, thing)
                if event.dated.start:
                    telling.years.setdefault(event.competition, int(event.dated.start[:4]))
        for one in contests.find(found.text, telling.firms):
            full = _full(telling, found.text, one).name
            telling.known.setdefault(full, one)
            told = _TOLD.search(found.text, max(0, one.start - _REACH), one.start)
            if told is not None:
                telling.years.setdefault(full, int(told[1]))


def resolve(telling: Telling, contests: Contests, found: Occurrences, one: Thing) -> Thing:
    """A contest under its full name, with its level and its year."""
    full = _full(telling, found.text, one)
    whole, page = telling.known.get(telling.page.contest), telling.page
    alone = found.text.strip() == found.text[one.start : one.end] and full.name == one.name
    if alone and whole is not None and not (one.ordinal or one.year or one.kind):
        full = replace(full, name=page.contest + full.name, ordinal=whole.ordinal)  # a discipline: 电商直播竞赛 on a line of its own
        telling.years.setdefault(full.name, telling.years.get(page.contest, 0))
    told = int(found.events[0].dated.start[:4] or telling.year) if found.events else telling.year
    year = full.year or _year_of(found.text, one.start) or told or _now(telling, found.text, one.start) or _titled(telling, full.name)
    telling.years[full.name] = telling.years.get(full.name) or year
    return replace(full, kind=_level(telling, contests, found.text, full), year=telling.years[full.name])


def _year_of(text: str, start: int) -> int:
    """The year that a sentence gives just before it names a contest (2019年，他参加某某大赛), 0 where it gives none."""
    begin = max(start - _CLAUSES, last_of(text, "。；！？", start) + 1)
    dated = list(_YEAR.finditer(text, max(0, begin), start))
    return int(dated[-1][1]) if dated else 0


def _now(telling: Telling, text: str, start: int) -> int:
    """The year that a sentence means that tells a month, or 今年 or 去年, before a contest; 0 where it tells none."""
    begin = last_of(text, "。；！？", start) + 1
    hits = list(_MONTH.finditer(text, begin, start))
    if not hits or not telling.page.reference:
        return 0
    return int(telling.page.reference[:4]) - (1 if hits[-1][0].startswith("去年") else 0)


def _titled(telling: Telling, name: str) -> int:
    """The year of a text that bears its day, for the contest that its title is about; 0 for others."""
    page = telling.page
    return int(dated(page.text, page.text, page.document.issued, page.reference) or 0) if name in page.document.title else 0


def as_contest(telling: Telling, programme: Thing) -> Thing:
    """The contest whose quoted name it is (“五小”创新活动 where “五小”创新成果竞赛 was told), else the programme."""
    quoted = _QUOTED.search(programme.name)
    if quoted is None or not programme.name.endswith("活动"):
        return programme
    known = next((name for name in telling.known if f"“{quoted[1]}”" in name), "")
    return replace(telling.known[known], name=known, start=programme.start, end=programme.end) if known else programme


def state(telling: Telling, found: Occurrences, thing: Thing) -> str:
    """Name a contest and say who holds it; return its mention."""
    said = {"ordinal": str(thing.ordinal or ""), "year": str(thing.year or ""), "competitionLevel": thing.kind}
    mention = telling.name(found, thing, [Value(prop, value) for prop, value in said.items() if value])
    telling.mentions.setdefault(thing.name, mention)
    telling.held(found, thing, mention)
    return mention


def _full(telling: Telling, text: str, one: Thing) -> Thing:
    """The name as the document gives it in full, 市 and 省 written out; that of a cup is the one told first."""
    name = one.name
    if re.match(r"[市省县区](?=[\u3400-\u9fff])", name) and (division := telling.division(name[0], text, one.start)):
        name = division + name[1:]
    cup = _CUP.search(name)
    if cup is not None and _DIVIDED.search(name) is None:
        alike = next((known for known in telling.known if cup[0] in known and known[-2:] == name[-2:]), name)
        return replace(one, name=alike)
    if len(text) <= _HEADING and not (one.ordinal or one.year):
        alike = next((known for known in telling.known if len(known) > len(name) and is_short(name, known)), "")
        placed = telling.page.finders.places.at(name, 0)
        if alike and (placed is None or name[: placed[0]] in alike):
            return replace(telling.known[alike], name=alike, start=one.start, end=one.end)
    longer = [known for known in telling.known if known.endswith(name)]
    return replace(one, name=max(longer, key=len, default=name))


def is_short(name: str, full: str) -> bool:
    """Whether a name shortens another, as headings do: the same end, or the same letters in the same order."""
    name = name.removeprefix("全")  # 全省…大赛
    letters = iter(_QUOTES.sub("", full))
    return full[-_TAIL:] == name[-_TAIL:] or (full[-2:] == name[-2:] and all(letter in letters for letter in _QUOTES.sub("", name)))


def _level(telling: Telling, contests: Contests, text: str, full: Thing) -> str:
    """The level that the sentence, the name or the topic tells."""
    stop = min((p for p in (text.find(mark, full.end) for mark in "。；") if p >= 0), default=len(text))
    if _NATIONAL.search(text, full.end, min(stop, full.end + _REACH)):
        return "national"
    level = contests.level(full.name, telling.firms)
    if level:
        return level
    if telling.topic.body is None:
        home = telling.page.context.home
        return next((of for unit, of in _HOMES if unit in home), "")
    if telling.topic.is_firm:
        return "enterprise"
    level = next((level for ending, level in _LEVELS if telling.topic.body.name.endswith(ending)), "")
    placed = next(telling.page.finders.places.named(telling.topic.body.name), None)
    return level or (contests.level_of(placed[1]) if placed is not None else "")
