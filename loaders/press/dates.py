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
    r"|(?:^|(?<=[。！？!?　\s]))(?P<near>近日|日前|近期|近来|近段时间|连日来?|不久前|前不久"
    r"|在?[\u3400-\u9fff“”、]{2,10}(?:前夕|[来到]临之际|到来之际))(?=[，,]|[\u3400-\u9fff]{2})"
)
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


def _iso(year: str, month: str, day: str) -> str:
    date = f"{year}-{int(month):02d}-{int(day):02d}" if year and month and day else ""
    return date if is_partial_date(date) else ""


def _year(month: int, reference: str) -> str:
    if not reference:
        return ""
    year, known = int(reference[:4]), int(reference[5:7] or _MONTHS)
    return str(year - 1 if month > known + 1 else year)
