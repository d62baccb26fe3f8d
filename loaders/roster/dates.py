"""Dates as rosters write them: with 年 and 月, with points or strokes, as a spreadsheet's number, by quarter or plan period.

What can be read in two ways is no date here: ``2019.1`` may be January or the October that lost its zero, ``19-5`` may be any
century. A column's declared format settles it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.values import is_partial_date, plan_period
from loaders.roster.besides import DAY_OF_1900

_NUMERALS = {c: i for i, c in enumerate("〇一二三四五六七八九十")}
_QUARTER = re.compile(r"(\d{4})年?(?:第?([1-4一二三四])季度?|[Qq]([1-4]))")
_PLAN = re.compile(r"[“\"]?([一二三四五六七八九]?十?[一二三四五六七八九])五[”\"]?(?:期间|时期|规划|计划)?")
_PLAIN = (
    re.compile(r"(?P<year>\d{4})(?:年|年度)?"),
    re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月?"),
    re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日?"),
    re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})"),
    re.compile(r"(?P<year>\d{4})\.(?P<month>\d{2})"),
    re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?"),
    re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"),
    re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])"),
)
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")

_OPEN = frozenset(("至今", "现在", "今", "—", "-", "/", "无", "不详"))
_TOKEN = re.compile(r"yyyy|yy|mm|m|dd|d")
_PARTS = {
    "yyyy": r"(?P<year>\d{4})",
    "yy": r"(?P<short>\d{2})",
    "mm": r"(?P<month>\d{2})",
    "m": r"(?P<month>\d{1,2})",
    "dd": r"(?P<day>\d{2})",
    "d": r"(?P<day>\d{1,2})",
}


def compiled(form: str) -> re.Pattern[str]:
    """The pattern of a declared format such as ``yyyy.m``, ``yy-mm-dd`` or ``yyyy年m月``.

    Raises:
        ValueError: the format names no year, or a part twice.
    """
    parts = [*_TOKEN.finditer(form)]
    names = [part[0][0] for part in parts]
    if names.count("y") != 1 or len(set(names)) != len(names):
        raise ValueError(f"{form!r} is no date format; write yyyy or yy, and m or mm, d or dd, such as yyyy.mm.")
    pattern, end = "", 0
    for part in parts:
        pattern += re.escape(form[end : part.start()]) + _PARTS[part[0]]
        end = part.end()
    return re.compile(pattern + re.escape(form[end:]))


def read(text: str, *, form: re.Pattern[str] | None, latest: int, zero: date = DAY_OF_1900) -> str | None:
    """The partial date that a cell means; empty where it says that there is none (至今), None where it is no date.

    Args:
        text: the cell without spaces, digits of half width.
        form: the column's declared format; what does not follow it is still read where it can be read in one way only.
        latest: the year in which the roster was issued: a year of two digits is the last one that is not after it.
        zero: the day 0 of serial numbers.
    """
    if text in _OPEN:
        return ""
    for pattern in (form,) if form is not None else ():
        if (found := pattern.fullmatch(text)) is not None:
            return _partial(found, latest)
    if found := _QUARTER.fullmatch(text):
        quarter = found[3] or found[2]
        return f"{found[1]}-Q{_NUMERALS.get(quarter, quarter)}"
    if found := _PLAN.fullmatch(text):
        return _plan(found[1])
    if _SERIAL.fullmatch(text):
        return (zero + timedelta(days=int(text.split(".", maxsplit=1)[0]))).isoformat()
    return next((_partial(found, latest) for pattern in _PLAIN if (found := pattern.fullmatch(text))), None)


def _partial(found: re.Match[str], latest: int) -> str | None:
    said = found.groupdict()
    year = int(said["year"]) if said.get("year") else _century(int(said["short"]), latest)
    if not 1800 <= year <= 2200:
        return None
    date = f"{year:04d}"
    for part in ("month", "day"):
        date += f"-{int(said[part]):02d}" if said.get(part) else ""
    return date if is_partial_date(date) else None


def _century(short: int, latest: int) -> int:
    year = latest // 100 * 100 + short
    return year if year <= latest else year - 100


def _plan(numeral: str) -> str | None:
    tens, _, ones = numeral.rpartition("十")
    number = (10 * (_NUMERALS.get(tens, 1) if tens else 1) if "十" in numeral else 0) + _NUMERALS.get(ones, 0)
    try:
        return plan_period(number)
    except ValueError:
        return None
