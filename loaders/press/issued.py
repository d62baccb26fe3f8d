"""When a text appeared or was written: the month of an edition, the first date that a text names, the year that only its sense tells."""

from __future__ import annotations

import re

from kg.values import is_partial_date

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
_MONTHS = 12


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
            month = f"{found['year']}-{int(found['month']):02d}"
            date = f"{month}-{int(found['day']):02d}" if pattern is _FULL else month
            if is_partial_date(date):
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
