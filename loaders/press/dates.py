"""Dates as the press writes them, with the edition's month, or the day last named, as reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.values import is_partial_date
from loaders.press.datelines import dateline
from loaders.press.numerals import whole

_TO = r"\s*(?:至|到|—+|–|-|－|~|～)\s*"
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_NO_DIGIT = r"(?<![\d一二三四五六七八九十])"
_BEGINS = r"(?:^|(?<=[。！？!?　\s]))"
_PATTERN = re.compile(
    rf"(?=[\d一二三四五六七八九十〇零○今去])(?:"
    rf"(?:(?P<year>\d{{4}}|[一二三四五六七八九〇零○]{{4}})年)?{_NO_DIGIT}(?P<month>{_N})月(?P<day>{_N})(?:日(?!报|电|讯)|(?={_TO}\d))"
    rf"(?:{_TO}(?:(?P<month2>{_N})月)?(?P<day2>{_N})日)?(?:上午|下午|晚上?|凌晨|当天)?"
    rf"|(?:(?P<year3>\d{{4}})年|(?P<this>今年|去年))?{_NO_DIGIT}(?P<only>\d{{1,2}})月(?:份?[上中下]旬|份?[初底末]|份?(?=[，,]))"
    rf"|(?<=[在从于会赛式动班展坛礼训节])(?P<inside>{_N})日(?:上午|下午)?(?=召开|举行|举办|开幕|闭幕|落幕|启动|在[^，。；]{{2,20}}(?:召开|举行|举办|开幕|闭幕)))"
    rf"|{_BEGINS}(?:(?P<alone>{_N})(?:日(?!报|电|讯)|(?={_TO}\d{{1,2}}日))(?:{_TO}(?P<alone2>{_N})日)?(?:上午|下午|晚上?|凌晨)?"
    r"|(?P<same>当[天日]|同[日天]|随后|之后|会后|(?:紧)?接着)(?:上午|下午|晚上?|晚间)?(?=[，,]|[\u3400-\u9fff]{2})"
    r"|(?P<near>近日|日前|近期|近来|近段时间|连日来?|不久前|前不久"
    r"|在?[\u3400-\u9fff“”、]{2,10}(?:前夕|[来到]临之际|到来之际))(?=[，,]|[\u3400-\u9fff]{2}))"
)
_TODAY = re.compile(r"(?P<today>今[天日晨]|当[天日])|昨[天日晚]")
_MONTHS = 12
_DAY_LENGTH, _YEAR_LENGTH = len("2025-11-14"), len("2025")
_DIGITS = str.maketrans("一二三四五六七八九〇零○", "123456789000")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or a range of days in a text, as ISO dates; ``end`` is empty for one day, ``start`` too for 近日 and 日前."""

    start: str
    end: str
    begins: int
    ends: int


def find_dates(text: str, reference: str, before: str | None = None) -> Iterator[Dated]:
    """The days of a text from left to right.

    Args:
        reference: a partial date; a day without a year takes its year (or the one before, for a month that is yet to come), a day
            without a month its month. A day that lacks the year is undated, one that lacks the month is none.
        before: the day told before the text, which 当天 and 随后 at its beginning mean; empty where that is of no known year.
    """
    lead = dateline(text)
    month = lead.month or reference[5:7]
    written = _iso(lead.year or (_year(int(month), reference) if month else ""), month, lead.day)
    yield from _relative(text, lead.ends, written)
    reference = written or reference
    last = before if before is not None or len(reference) < _DAY_LENGTH else reference
    here = ""
    for found in _PATTERN.finditer(text[lead.ends :]):
        place = lead.ends + found.start(), lead.ends + found.end()
        if found["near"]:
            yield Dated("", "", *place)
        elif found["only"]:
            yield Dated(_month(found, reference), "", *place)
        elif found["same"]:
            if last is not None:
                yield Dated(last, "", *place)
        elif (start := _start(found, here or reference)) or found["month"] or last == "":
            reference = start if found["year"] else reference
            last, here = start, start or here
            yield Dated(start, _end(found, start), *place)


def _start(found: re.Match[str], reference: str) -> str:
    """The first or only day of a run, nothing where its month or its year is not known."""
    month = _number(found["month"]) or reference[5:7]
    year = _number(found["year"]) or (_year(int(month), reference) if month else "")
    return _iso(year, month, _number(found["day"] or found["alone"] or found["inside"]))


def _end(found: re.Match[str], start: str) -> str:
    """The last day of a run that begins on a day, where it has more than that one."""
    day = _number(found["day2"] or found["alone2"])
    end = _iso(start[:4], _number(found["month2"]) or start[5:7], day) if day and start else ""
    return end if end > start else ""


def _number(numeral: str | None) -> str:
    """The digits of a numeral, of a year too (二〇二四); nothing where there is none."""
    if numeral is None or numeral.isascii():
        return numeral or ""
    if len(numeral) == _YEAR_LENGTH:
        return numeral.translate(_DIGITS)
    return str(whole(numeral) or "")


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
