"""Dates as the press writes them, with the edition's month, or the day last named, as reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.values import is_partial_date
from loaders.press.datelines import dateline

_TO = r"\s*(?:至|到|—+|–|-|－|~|～)\s*"
_PATTERN = re.compile(
    r"(?:(?P<year>\d{4})年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})(?:日(?!报|电|讯)|(?=" + _TO + r"\d))"
    r"(?:" + _TO + r"(?:(?P<month2>\d{1,2})月)?(?P<day2>\d{1,2})日)?(?:上午|下午|晚上?|凌晨|当天)?"
    r"|(?:^|(?<=[。！？!?　\s]))(?P<alone>\d{1,2})(?:日(?!报|电|讯)|(?="
    + _TO
    + r"\d{1,2}日))(?:"
    + _TO
    + r"(?P<alone2>\d{1,2})日)?(?:上午|下午|晚上?|凌晨)?"
    r"|(?:^|(?<=[。！？!?　\s]))(?P<same>当[天日]|同[日天])(?:上午|下午|晚上?|晚间)?(?=[，,]|[\u3400-\u9fff]{2})"
    r"|(?<=[在从于])(?P<inside>\d{1,2})日(?=召开|举行|举办)"
    r"|(?:(?P<year3>\d{4})年|(?P<this>今年|去年))?(?<!\d)(?P<only>\d{1,2})月(?:份?[上中下]旬|份?[初底末]|份?(?=[，,]))"
    r"|(?:^|(?<=[。！？!?　\s]))(?P<near>近日|日前|近期|不久前|前不久)(?=[，,]|[\u3400-\u9fff]{2})"
)
_FULL = re.compile(r"(?P<year>(?:19|20)\d{2})\s*(?:年|-|/|\.)\s*(?P<month>\d{1,2})\s*(?:月|-|/|\.)\s*(?P<day>\d{1,2})(?!\d)")
_MONTH = re.compile(r"(?P<year>(?:19|20)\d{2})\s*年\s*(?P<month>\d{1,2})\s*月")
# The year of a chronicle or a newsletter, alone on its line or in brackets, or before what it is called.
_YEAR = re.compile(
    r"(?:^|[（(\s　])(?P<year>(?:19|20)\d{2})年"
    r"(?:度?[\u3400-\u9fff]{0,8}(?:大事记?|记事|纪事|要事|动态|日志|简报|月报)|第?\d{1,4}期)?[)）\s　]*$",
    re.M,
)
# The year in the name of an event: 2024年全省砌筑工职业技能竞赛.
_NAMED_YEAR = re.compile(
    r"(?<![至到—])(?P<year>(?:19|20)\d{2})年(?:度|全[省市国区县]|[\u3400-\u9fff“”]{2,24}?(?:赛|会议|大会|年会|论坛|培训班|仪式|活动))(?![\u3400-\u9fff]{0,2}以来)"
)
# The year that a meeting plans for: 总结2023年工作，部署2024年任务. Whoever meets in the last months of a year plans for the next.
_PLANNED_YEAR = re.compile(
    r"(?:部署|安排|谋划|研究|明确|落实)(?:了|好)?(?P<year>(?:19|20)\d{2})年度?[\u3400-\u9fff]{0,10}?(?:工作|任务|目标|要点)"
)
_FIRST_MONTH = re.compile(r"(?<!\d)(?P<month>\d{1,2})月\d{1,2}日")
_LATE = 10
# An issue of these is none of a month; a day that a sentence begins with is of the issue's time.
_SEASONAL = re.compile(r"季\s*刊|双\s*月\s*刊|半\s*年\s*刊|(?<!\d)年刊")
_NEAR_ISSUE = 60
_LEADING_MONTH = re.compile(r"(?:^|[。！？])[^\n。！？年至到]{0,24}?(?<![\d年])(?P<month>\d{1,2})月\d{1,2}日(?!起|前|至)", re.M)
_FEW_ISSUES = 2
_TODAY = re.compile(r"(?P<today>今[天日晨]|当[天日])|昨[天日晚]")
_MONTHS = 12
_DAY_LENGTH = len("2025-11-14")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or a range of days in a text, as ISO dates; ``end`` is empty for one day, ``start`` too for 近日 and 日前."""

    start: str
    end: str
    begins: int
    ends: int


def find_dates(text: str, reference: str) -> Iterator[Dated]:
    """The days of a text from left to right.

    Args:
        reference: a partial date; a day without a year takes its year (or the one before, for a month that is yet to come), a day
            without a month its month. A day that lacks what the reference does not give is no date.
    """
    lead = dateline(text)
    month = lead.month or reference[5:7]
    written = _iso(lead.year or (_year(int(month), reference) if month else ""), month, lead.day)
    yield from _relative(text, lead.ends, written)
    reference = written or reference
    last = reference
    for found in _PATTERN.finditer(text[lead.ends :]):
        place = lead.ends + found.start(), lead.ends + found.end()
        if found["near"]:
            yield Dated("", "", *place)
            continue
        if found["only"]:
            yield Dated(_month(found, reference), "", *place)
            continue
        if found["same"]:
            if len(last) == _DAY_LENGTH:
                yield Dated(last, "", *place)
            continue
        day, day2 = found["day"] or found["alone"] or found["inside"], found["day2"] or found["alone2"]
        month = found["month"] or reference[5:7]
        year = found["year"] or (_year(int(month), reference) if month else "")
        start = _iso(year, month, day)
        if not start:
            if found["month"] and not year:
                yield Dated("", "", *place)
            continue
        reference, last = start if found["year"] else reference, start
        end = _iso(year, found["month2"] or month, day2) if day2 else ""
        yield Dated(start, end if end > start else "", *place)


def _month(found: re.Match[str], reference: str) -> str:
    """The month that is told without a day (1月上旬, 去年5月底), nothing where its year is not known."""
    month, year = int(found["only"]), found["year3"] or _year(int(found["only"]), reference)
    if found["this"] and reference:
        year = str(int(reference[:4]) - (found["this"] == "去年"))
    date = f"{year}-{month:02d}" if year else ""
    return date if is_partial_date(date) else ""


def _relative(text: str, begins: int, written: str) -> Iterator[Dated]:
    """The day that 今天 or 昨日 at the beginning of the lead means, where the dateline gives the day it was written."""
    found = _TODAY.match(text, begins)
    if found is not None and written:
        day = date.fromisoformat(written) - timedelta(days=0 if found["today"] else 1)
        yield Dated(day.isoformat(), "", begins, found.end())


def edition_month(text: str, patterns: tuple[re.Pattern[str], ...], whole: str = "") -> str:
    """The partial date of an edition, by the patterns of its source (groups ``year`` and ``month``), or nothing.

    The number of an issue is its month, unless the text shows that it is none (季刊, or days of later months): then only the year is told.

    Args:
        text: where the edition's line stands.
        whole: all of the edition's text, where that is more.
    """
    for pattern in patterns:
        for found in pattern.finditer(text):
            date = f"{found['year']}-{int(found['month']):02d}"
            if is_partial_date(date) and 1949 <= int(found["year"]) <= 2100:
                near = text[max(0, found.start() - _NEAR_ISSUE) : found.end() + _NEAR_ISSUE]
                if "月" in found[0] or not (_SEASONAL.search(near) or _is_later(whole or text, int(found["month"]))):
                    return date
                beside = _MONTH.search(near)
                is_own = beside is not None and beside["year"] == found["year"]
                return f"{found['year']}-{int(beside['month']):02d}" if beside is not None and is_own else found["year"]
    return ""


def _is_later(text: str, number: int) -> bool:
    """Whether a text tells days of months behind that of its issue's number, which then counts no months.

    The first issues of a year may tell the last months of the year before.
    """
    told = {int(found["month"]) for found in _LEADING_MONTH.finditer(text)}
    return any(number + 1 < month <= _MONTHS and not (number <= _FEW_ISSUES and month >= _LATE) for month in told)


def first_date(text: str) -> str:
    """The first date with its year that a text names, to the day, else to the month; the year of all that has none."""
    for pattern in (_FULL, _MONTH):
        for found in pattern.finditer(text):
            date = _iso(found["year"], found["month"], found["day"]) if pattern is _FULL else f"{found['year']}-{int(found['month']):02d}"
            if date and is_partial_date(date):
                return date
    return _found(_YEAR, text) or _planned(text) or _found(_NAMED_YEAR, text)


def _planned(text: str) -> str:
    """The year in which a meeting was held that plans for a year, by the first day of the text."""
    plan, day = _PLANNED_YEAR.search(text), _FIRST_MONTH.search(text)
    if plan is None or day is None:
        return ""
    return str(int(plan["year"]) - (int(day["month"]) >= _LATE))


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found["year"] if found is not None else ""


def _iso(year: str, month: str, day: str) -> str:
    date = f"{year}-{int(month):02d}-{int(day):02d}" if year and month and day else ""
    return date if is_partial_date(date) else ""


def _year(month: int, reference: str) -> str:
    if not reference:
        return ""
    year, known = int(reference[:4]), int(reference[5:7] or _MONTHS)
    return str(year - 1 if month > known + 1 else year)
