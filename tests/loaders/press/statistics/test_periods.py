"""Periods: spans of years, plans, open spans, and the words that end what was told before."""

from __future__ import annotations

import pytest

from loaders.press.statistics.periods import find_periods
from loaders.press.statistics.reviews import review, told_periods


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021-2024年,累计征集建议", "2021/2024"),
        ("2020年以来累计培育", "2020/.."),
        ("自2014年搬迁新厂区以来，", "2014/.."),
        ("自2021年起，", "2021/.."),
        ("2019年起推行新制", "2019/.."),
        ("“十四五”期间，", "2021/2025"),
        ("五年来，全省职工", "2021/2025"),
        ("2023年4月，公司成立", "2023-04"),
        ("2024年第三季度", "2024-Q3"),
        ("今年新增9名", "2025"),
        ("去年化解争议", "2024"),
        ("目前公司有员工", ""),
        ("近三年，", ""),
    ],
)
def test_a_period_is_a_partial_date_or_none_for_now(text: str, date: str) -> None:
    assert [p.date for p in find_periods(text, "2025-11")] == [date]


@pytest.mark.parametrize("text", ["“十五五”规划", "五年来到广州", "2025级学员"])
def test_what_tells_no_time_of_figures_is_no_period(text: str) -> None:
    assert find_periods(text, "2025-11") == []


def test_years_in_titles_and_of_foundations_are_no_periods() -> None:
    assert told_periods("制订《规划（2021-2025年）》", "2025") == []
    assert told_periods("成立于2005年，", "2025") == []


def test_a_heading_gives_the_time_of_all_below_it() -> None:
    assert review("某市总工会2023年工作总结", "2024") == "2023"
    assert review("广东省“十四五”期间竞赛成果", "2025") == "2021/2025"
    assert review("2023年，某市总工会召开会议，总结工作，部署任务，表彰先进，交流经验，研究问题，提出要求，安排下一步。", "2024") == ""
    assert review("2023年大事", "2024") == ""
