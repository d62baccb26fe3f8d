"""The year of a text that dates its days by month and day alone."""

from __future__ import annotations

import pytest

from loaders.press.dates import first_date


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
