"""The time that a figure is of: 2021-2024年, 2020年以来, “十四五”期间, 五年来, 今年, 2024年底; 目前 and 近两年 end what was said before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.values import is_partial_date, plan_period
from loaders.press.numerals import whole

_YEAR = r"(?:19|20)\d{2}"
_N = r"[一二两三四五六七八九十\d]{1,3}"
_PATTERN = re.compile(
    rf"(?:自|从|截至|截止到?|到|于|在)?(?P<from>{_YEAR})\s*年?\s*(?:-|—|–|－|~|～|至|到)\s*(?P<to>{_YEAR})\s*年"
    rf"|(?:自|从)?(?P<since>{_YEAR})\s*年(?:\d{{1,2}}月)?(?:起(?![点步草])|开始|[^，,。；;]{{0,16}}?(?:以来|至今|来(?=[，,])))"
    rf"|(?:自|从)(?P<since2>{_YEAR})\s*年(?:\d{{1,2}}月)?[^，,。；;\d]{{1,14}}(?=[，,](?:已|累计|共|先后))"
    rf"|(?P<year>{_YEAR})\s*年(?:(?:第)?(?P<quarter>[一二三四])季度|(?P<month>\d{{1,2}})月(?!\d{{1,2}}日|至|到|-|—)|)"
    rf"|[“\"](?P<plan>十[一二三四五六七八九])五[”\"](?P<whole>期间|时期|以来|五年)?"
    rf"|(?P<past>{_N})\s*年[多余]?来(?!自|到|临|的)|(?:过去|这)(?P<past2>{_N})\s*年"
    r"|(?P<today>目前|现有|当前|如今|现已)|(?P<now>近年来?|近[一二两三四五六七八九十\d]{1,2}年(?!来)|未来)"
    r"|(?P<this>今年|本年度)|(?P<last>去年|上年度?)"
)
# What a year is before which one of these stands: that of the value before a change, or what a figure is compared with.
_BASE = ("由", "从", "比", "较", "与")
_PAST_YEAR = "03"


@dataclass(frozen=True, slots=True)
class Period:
    """A period told in a unit.

    Attributes:
        date: a partial date, a span of years, an open span (``2021/..``), or empty for a time that no date tells (近年来).
        today: whether it is the time of the text (目前).
        base: whether it is only what a figure is compared with (比2021年, 由去年底的80%), and the time of no figure after it.
    """

    date: str
    start: int
    end: int
    today: bool = False
    base: bool = False


def find_periods(text: str, reference: str) -> list[Period]:
    """The periods of a unit from left to right.

    Args:
        reference: a partial date, the text's own: what 今年 and 五年来 are counted from.
    """
    return [one for one in _all(text, reference) if one.date == "" or is_partial_date(one.date)]


def _all(text: str, reference: str) -> Iterator[Period]:
    year = int(reference[:4]) if reference else 0
    for found in _PATTERN.finditer(text):
        date = _date(found, year, reference[5:7])
        if date is not None:
            base = (found["year"] or found["last"]) is not None and text[found.start() - 1 : found.start()] in _BASE
            yield Period(date, found.start(), found.end(), found["today"] is not None, base)


def _date(found: re.Match[str], year: int, month: str) -> str | None:
    """The date of one match, or None where it is no period of figures (“十五五”规划, five years back from an unknown day).

    Who speaks of the past year in the first months of one means the year before.
    """
    if found["from"]:
        return f"{found['from']}/{found['to']}" if found["from"] < found["to"] else None
    if found["since"] or found["since2"]:
        return f"{found['since'] or found['since2']}/.."
    if found["year"]:
        return _within(found)
    if found["plan"]:
        return plan_period(whole(found["plan"]) or 0) if found["whole"] else None
    if found["past"] or found["past2"]:
        years = whole(found["past"] or found["past2"]) or 0
        if years == 1 and "" < month <= _PAST_YEAR:
            return str(year - 1)
        return f"{year - years + 1}/{year}" if year and found["past"] and years > 1 else ""
    if found["now"] or found["today"]:
        return ""
    if not year:
        return None
    return str(year if found["this"] else year - 1)


def _within(found: re.Match[str]) -> str:
    if found["quarter"]:
        return f"{found['year']}-Q{whole(found['quarter'])}"
    return f"{found['year']}-{int(found['month']):02d}" if found["month"] else found["year"]
