"""Periods that figures are of: those outside of titles, and the one of a whole document that its heading or its date line gives."""

from __future__ import annotations

import re

from kg.values import plan_period
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.numerals import whole
from loaders.press.statistics.periods import Period, find_periods

_WORDS = knowledge("quantities")
_REVIEW = re.compile("|".join(longest_first(_WORDS["reviews"])))
_FOUNDED = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['founded']))})$")
_TITLE = re.compile(r"《[^《》]*》")
_PLAN = re.compile(r"[“\"](?P<plan>十[一二三四五六七八九])五[”\"]")
_HEADING = 45
# Where a text says its day: in its head, or below its last words.
_HEAD, _TAIL, _DAY = 240, 80, len("2024-07-12")
_SURVEY = re.compile(r"调研|调查|问卷|走访")


def review(text: str, reference: str) -> str:
    """The time of which all that a heading stands above is: 2024年工作总结, “十四五”成果; empty where it is no such heading."""
    if len(text) > _HEADING or _REVIEW.search(text) is None:
        return ""
    plan = _PLAN.search(text)
    told = next((p.date for p in told_periods(text, reference) if p.date), "")
    return told or (plan_period(whole(plan["plan"]) or 0) if plan is not None else "")


def dated(edition: str, text: str, issued: str, reference: str) -> str:
    """The year of a text that bears its day: that of its edition, its head, the lead of its news or its signature; empty of another text.

    Args:
        edition, text: the whole edition's, the document's.
        issued: the partial date of the edition, empty where it gives none.
        reference: the first partial date of the text.
    """
    if issued:
        return issued[:4]
    ends = text[:_HEAD], edition[:_HEAD], text[-_TAIL:]
    year = f"{reference[:4]}年"
    if len(reference) == _DAY and any(year in end or reference in end for end in ends):
        return reference[:4]
    return reference[:4] if len(reference) > len(year) and year in ends[0] and _SURVEY.search(ends[0]) is not None else ""


def told_periods(text: str, reference: str) -> list[Period]:
    """The periods of a unit without those in titles and names: 《…规划（2021-2025年）》."""
    titles = [m.span() for m in _TITLE.finditer(text)]
    found = find_periods(text, reference)
    return [p for p in found if not any(a <= p.start < b for a, b in titles) and not _FOUNDED.search(text, max(0, p.start - 4), p.start)]
