"""How long somebody held a post, as the press says it beside the verb: 1983年至1991年任…, 2015年起任…."""

from __future__ import annotations

import re

SPAN = (
    r"(?:(?:从|自|于)?(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?"
    r"(?:(?:至|到|—+|－|–|-|~)(?P<until>(?:19|20)\d{2})年(?:(?P<until_month>\d{1,2})月)?|至今)?(?:间|期间)?(?:起|后|以后|以来|，|,)?)?"
)
"""A span or a beginning before a verb, or nothing; its groups are those that ``since`` and ``until`` read."""


def since(found: re.Match[str]) -> str:
    """The partial date with which a span begins, or nothing."""
    return _month(found["year"], found["month"])


def until(found: re.Match[str]) -> str:
    """The partial date with which a span ends, or nothing."""
    return _month(found["until"], found["until_month"])


def _month(year: str | None, month: str | None) -> str:
    number = int(month or 0)
    return f"{year}-{number:02d}" if year and 1 <= number <= 12 else year or ""
