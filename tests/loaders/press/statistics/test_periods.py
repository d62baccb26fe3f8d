"""Periods: spans of years, plans, open spans, and the words that end what was told before."""

from __future__ import annotations

import pytest

from loaders.press.statistics.periods import find_periods
from loaders.press.statistics.reviews import dated, review, told_periods


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021-2024年,累计征集建议", "2021/2024"),
        ("2020年以来累计培育", "2020/.."),
        ("自2014年搬迁新厂区以来，", "2014/.."),
        ("自2021年起，", "2021/.."),
        ("2019年起推行新制", "2019/.."),
        ("该计划自2019年推行，已为九家", "2019/.."),
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


def test_what_a_figure_is_compared_with_is_no_time_of_those_after_it() -> None:
    text = "2020年达90家，比2015年增加8家，由去年底的80%提高到86%"
    assert [(p.date, p.base) for p in find_periods(text, "2021")] == [("2020", False), ("2015", True), ("2020", True)]


def test_the_past_year_is_the_one_before_where_a_year_has_just_begun() -> None:
    assert [p.date for p in find_periods("过去一年，", "2024-02-27")] == ["2023"]
    assert [p.date for p in find_periods("过去一年，", "2024-08")] == [""]


def test_a_plan_in_a_heading_is_the_time_of_all_below_it() -> None:
    assert review("数说“十三五”江北工会", "") == "2016/2020"


@pytest.mark.parametrize(
    ("text", "issued", "reference", "year"),
    [
        ("工会简报 第12期 2024年7月12日\n上半年，新建工会9家。", "", "2024-07-12", "2024"),
        ("截至2月末，实施项目9项。", "2021-07", "2021-07", "2021"),
        ("关于职工技能状况的调研\n2024年5月至7月，课题组走访企业9家。", "", "2024-05", "2024"),
        ("他1998年7月进厂，带徒9人。", "", "1998-07", ""),
    ],
)
def test_a_text_that_bears_its_day_gives_its_year(text: str, issued: str, reference: str, year: str) -> None:
    assert dated(text, text, issued, reference) == year
