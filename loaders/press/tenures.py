"""How long somebody held a post, as the press says it beside the verb: 1983年至1991年任…, 2015年起任…."""

from __future__ import annotations

import re

from kg.values import is_partial_date

SPAN = (
    r"(?:(?:从|自|于)?(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?"
    r"(?:(?:至|到|—+|－|–|-|~)(?P<until>(?:19|20)\d{2})年(?:(?P<until_month>\d{1,2})月)?|至今)?(?:间|期间)?(?:起|后|以后|以来|，|,)?)?"
)
"""A span or a beginning before a verb, or nothing; its groups are those that ``since`` and ``until`` read."""

_BEHIND = re.compile(SPAN)
_LEADING = re.compile(rf"(?:^|(?<=[。！？；]))(?=[从自于]?(?:19|20))(?![从自于]?\d{{4}}年\d{{1,2}}月\d){SPAN}")
_SINCE_OF_ALL = re.compile(
    r"(?:以上|上述)[^，。；\n]{0,8}任职时间[，,]?(?:均|从|自)+(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:起|开始)?(?:计算|算起)"
)


def since(found: re.Match[str]) -> str:
    """The partial date with which a span begins, or nothing."""
    return _month(found["year"], found["month"])


def until(found: re.Match[str]) -> str:
    """The partial date with which a span ends, or nothing."""
    return _month(found["until"], found["until_month"])


def _month(year: str | None, month: str | None) -> str:
    number = int(month or 0)
    return f"{year}-{number:02d}" if year and 1 <= number <= 12 else year or ""


def span(text: str, start: int, end: int) -> tuple[str, str]:
    """From when to when somebody held a post, by the words behind the name, which is a run, else at the beginning of the sentence."""
    found = _BEHIND.match(text, end)
    if found is None or not found["year"]:
        found = next(reversed(list(_LEADING.finditer(text, 0, start))), None)
        if found is None or re.search(r"[。；！？]", text[found.end() : start]):
            return "", ""
    return since(found), until(found)


def since_of_all(text: str) -> str:
    """The day from which a notice says that all are in their posts (以上同志任职时间自2025年8月1日起计算), or nothing."""
    found = _SINCE_OF_ALL.search(text)
    date = f"{found['year']}-{int(found['month']):02d}-{int(found['day']):02d}" if found is not None else ""
    return date if is_partial_date(date) else ""
