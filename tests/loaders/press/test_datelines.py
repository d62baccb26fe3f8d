"""A dateline is no part of the lead: neither its day nor its reporters hide the event that the lead tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.facts import facts
from loaders import press
from loaders.press.datelines import dateline
from loaders.press.dates import find_dates
from tests.readings import MODEL

LEAD = "7月8日，青海省职工技能大赛在西宁市举行。"


@pytest.mark.parametrize(
    "written",
    [
        "河湟工会网7月9日讯　",
        "本报讯（记者聂长青　通讯员史建林）　",
        "（记者聂长青 7月9日报道）",
        "【河湟工人网讯】",
        "河湟日报西宁7月9日电（记者 聂长青）",
        "本报讯　记者聂长青报道　",
        "本网讯 ",
    ],
)
def test_an_event_is_told_behind_every_kind_of_dateline(tmp_path: Path, written: str) -> None:
    path = tmp_path / "news.txt"
    path.write_text(f"发布时间：2024-07-09\n\n{written}{LEAD}", encoding="utf-8")
    found = [f for f in facts(press.read(path), MODEL) if f["fact"] == "event"]
    assert [(f["name"], f["start"], f.get("place")) for f in found] == [("青海省职工技能大赛", "2024-07-08", "西宁市")]


def test_today_and_yesterday_are_reckoned_from_the_day_of_the_dateline() -> None:
    assert [d.start for d in find_dates("河湟工会网3月1日讯　昨日，大会在西宁召开。", "2024-03")] == ["2024-02-29"]
    assert [d.start for d in find_dates("河湟日报7月9日讯（记者 聂长青）今天上午，大会召开。", "2024")] == ["2024-07-09"]
    assert list(find_dates("今天，我们怎样做工会工作？", "2024-03")) == []


def test_a_lead_without_dateline_begins_at_once() -> None:
    assert dateline("7月8日，大会在西宁召开。").ends == 0
    assert dateline("青海省总工会（记者站）召开会议。").ends == 0


def test_the_occasion_may_stand_before_the_day(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(
        "2024年7月工会新闻\n\n为进一步提高全省工会干部的业务能力和服务职工的水平，7月8日上午9时，青海省工会干部培训班在西宁市开班。",
        encoding="utf-8",
    )
    found = [f for f in facts(press.read(path), MODEL) if f["fact"] == "event"]
    assert [(f["name"], f["start"]) for f in found] == [("青海省工会干部培训班", "2024-07-08")]
