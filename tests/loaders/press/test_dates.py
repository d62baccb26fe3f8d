"""The year of a text that dates its days by month and day alone."""

from __future__ import annotations

import pytest

from loaders.press.dates import find_dates
from loaders.press.issued import edition_month, first_date
from loaders.press.source import sources


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("3月5日，会议召开，总结2022年工作，部署2023年任务。", "2023"),
        ("1月18日，会议回顾2022年度工作，研究部署2023年重点工作。", "2023"),
        ("12月20日，会议总结2023年工作，谋划2024年工作思路。", "2023"),
        ("会议总结2022年工作，部署2023年任务。", ""),
        ("2021年3月5日，会议部署2022年任务。", "2021-03-05"),
    ],
)
def test_a_meeting_is_of_the_year_that_it_plans_for_or_in_the_last_months_of_the_one_before(text: str, year: str) -> None:
    assert first_date(text) == year


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("河湟工运\n2024年第1期（季刊）\n3月8日，会议召开。", "2024"),
        ("河湟工运\n2024年第1期（总第35期）\n3月8日，会议召开。", "2024"),
        ("河湟工运\n2024年第1期（总第35期） 2024年4月10日\n3月8日，会议召开。", "2024-04"),
        ("河湟工运\n2024年第1期（总第35期）\n12月8日，会议召开。", "2024-01"),
        ("河湟工运\n2024年第3期\n2月8日，会议召开。办法自6月1日起施行。", "2024-03"),
        ("河湟工运\n2024年3月号\n5月1日，会议召开。", "2024-03"),
    ],
)
def test_the_number_of_an_issue_is_its_month_unless_the_text_shows_otherwise(text: str, issued: str) -> None:
    assert edition_month(text, sources()["press"].edition) == issued


@pytest.mark.parametrize(
    ("text", "reference", "start"),
    [
        ("1月上旬，市总工会举办培训班。", "2024-02", "2024-01"),
        ("12月底，市总工会举办培训班。", "2024-01", "2023-12"),
        ("去年5月，创新工作室揭牌。", "2024-06", "2023-05"),
        ("2022年3月中旬，市总工会举办培训班。", "", "2022-03"),
        ("7月底，市总工会举办培训班。", "", ""),
        ("8月2日，市总工会举办培训班。", "", ""),
        ("六月十二日，代表团到访。", "2024-07", "2024-06-12"),
        ("二〇二三年十一月三日，代表团到访。", "", "2023-11-03"),
    ],
)
def test_a_part_of_a_month_is_the_month_and_a_day_of_no_known_year_is_undated(text: str, reference: str, start: str) -> None:
    assert [(one.start, one.end) for one in find_dates(text, reference)] == [(start, "")]


def test_a_day_alone_is_of_the_month_told_before_it_in_the_text() -> None:
    assert [one.start for one in find_dates("4月2日，会议召开。3日下午，全体会议召开。", "2024-07-09")] == ["2024-04-02", "2024-04-03"]
    assert [one.start for one in find_dates("4月2日，会议召开。3日下午，全体会议召开。", "")] == ["", ""]


def test_what_follows_is_of_the_day_told_before() -> None:
    text = "随后，代表团来到车间。"
    assert [[one.start for one in find_dates(text, "2024-07", before)] for before in ("2024-06-12", "", None)] == [["2024-06-12"], [""], []]


def test_a_day_alone_may_stand_between_the_name_of_an_event_and_its_verb() -> None:
    assert [one.start for one in find_dates("改革理论研讨会9日在昆明举行。", "2022-11")] == ["2022-11-09"]
