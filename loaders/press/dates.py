"""Dates as the press writes them, with the edition's month as reference."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DAY = r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日?"
_UNTIL = r"(?:日?(?:至|到|—|–|-|－|~|～)(?:(?P<month2>\d{1,2})月)?(?P<day2>\d{1,2})日)"
_PATTERN = re.compile(_DAY + _UNTIL + r"?(?P<part>上午|下午|晚上?|凌晨|当天)?")
_EDITION = re.compile(r"(?P<year>\d{4})\s*年\s*第?\s*(?P<number>\d{1,2})\s*期|(?P<year2>\d{4})[.．年](?P<month2>\d{1,2})")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or a range of days in a text, as ISO dates; ``end`` is empty for one day."""

    start: str
    end: str
    begins: int
    ends: int


def find_date(text: str, issued: str, position: int = 0) -> Dated | None:
    """The first day of the text from ``position`` on; a day without a year takes the edition's, or the one before.

    Args:
        issued: the edition's partial date; without one, days without a year are not dates.
    """
    for found in _PATTERN.finditer(text, position):
        year = found["year"] or _year(int(found["month"]), issued)
        if not year or not _is_day(int(found["month"]), int(found["day"])) or not found[0].rstrip("上午下晚凌晨当天").endswith("日"):
            continue
        start = f"{year}-{int(found['month']):02d}-{int(found['day']):02d}"
        end = ""
        if found["day2"] and _is_day(int(found["month2"] or found["month"]), int(found["day2"])):
            end = f"{year}-{int(found['month2'] or found['month']):02d}-{int(found['day2']):02d}"
        return Dated(start, end if end > start else "", found.start(), found.end())
    return None


def edition_date(text: str) -> str:
    """The partial date of a monthly edition: ``2025年第11期`` and ``2025.11`` are 2025-11; nothing where there is none."""
    for found in _EDITION.finditer(text):
        year, month = found["year"] or found["year2"], int(found["number"] or found["month2"])
        if 1 <= month <= _MONTHS and 1949 <= int(year) <= 2100:
            return f"{year}-{month:02d}"
    return ""


def _year(month: int, issued: str) -> str:
    if not issued:
        return ""
    year, issue = int(issued[:4]), int(issued[5:7] or _MONTHS)
    return str(year - 1 if month > issue + 1 else year)


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= _MONTHS and 1 <= day <= 31
