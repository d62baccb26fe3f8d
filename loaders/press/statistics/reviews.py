"""Periods that figures are of: those outside of titles, and the one of a whole document that its heading gives."""

from __future__ import annotations

import re

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.statistics.periods import Period, find_periods

_WORDS = knowledge("quantities")
_REVIEW = re.compile("|".join(longest_first(_WORDS["reviews"])))
_FOUNDED = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['founded']))})$")
_TITLE = re.compile(r"《[^《》]*》")
_HEADING = 45


def review(text: str, reference: str) -> str:
    """The time of which all that a heading stands above is: 2024年工作总结, “十四五”成果; empty where it is no such heading."""
    if len(text) > _HEADING or _REVIEW.search(text) is None:
        return ""
    return next((p.date for p in told_periods(text, reference) if p.date), "")


def told_periods(text: str, reference: str) -> list[Period]:
    """The periods of a unit without those in titles and names: 《…规划（2021-2025年）》."""
    titles = [m.span() for m in _TITLE.finditer(text)]
    found = find_periods(text, reference)
    return [p for p in found if not any(a <= p.start < b for a, b in titles) and not _FOUNDED.search(text, max(0, p.start - 4), p.start)]
