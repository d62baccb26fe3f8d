"""The year of a text that dates its days by month and day alone."""

from __future__ import annotations

import pytest

from loaders.press.dates import edition_month, first_date
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
