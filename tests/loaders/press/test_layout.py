"""Documents: contents pages of two forms, articles that none lists, what leads to an article, and texts that are alone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from loaders.press.layout import documents
from tests.loaders.press.structure import PRESS

MAGAZINE = """海东工运

2024.6

青海省“河湟杯”大赛一等奖

电焊 项目\t钳工 项目
何川\t邵长风

河湟竞技 第五届职工大赛

5月6日，大赛落幕。

文 | 祁连山

目录

01 关注·深化竞赛 锻造大军

- 01 大赛总结会举行
- 03 与河同行 劲力齐发

封面说明：比赛现场。摄影 | 柳青青

按：这是编者的话。

深化竞赛 锻造大军

大赛总结会举行

5月8日，会议召开。

来源 | 《河湟工报》作者 | 欧阳白

数说

河湟杯五年成果

五年来，举办竞赛40项。

劲力齐发 河湟同行

5月9日，徒步活动举行。
"""
TRAILING = "目录\n\n关注\n劳动者的港湾 ……… 2\n维权\n合同的诞生　/祁连山　7\n\n劳动者的港湾\n\n港湾建成。\n\n合同的诞生\n\n合同签了。\n"


def test_a_magazine_falls_into_its_parts() -> None:
    found = documents(MAGAZINE, "x/1", "2024-06", PRESS)
    told = [(one.kind, one.title, one.section, one.page) for one in found]
    assert told == [
        ("cover", "封面", "", 0),
        ("article", "河湟竞技 第五届职工大赛", "封二", 0),
        ("contents", "目录", "", 0),
        ("article", "大赛总结会举行", "关注", 1),
        ("article", "河湟杯五年成果", "关注", 0),
        ("article", "与河同行 劲力齐发", "关注", 3),
    ]
    assert found[0].start == 0
    assert all(one.end == other.start for one, other in pairwise(found))
    assert MAGAZINE[found[1].start :].startswith("青海省“河湟杯”大赛一等奖")
    assert MAGAZINE[found[3].start :].startswith("按：")
    named = [MAGAZINE[one.named.start : one.named.end] for one in found if one.named is not None]
    assert named[1] == "01 大赛总结会举行"
    assert named[2] == "数说\n\n河湟杯五年成果"


def test_pages_behind_the_titles_are_read_too() -> None:
    found = [(one.title, one.section, one.page) for one in documents(TRAILING, "x/1", "", PRESS) if one.kind == "article"]
    assert found == [("劳动者的港湾", "关注", 2), ("合同的诞生", "维权", 7)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("海东职工送温暖\n\n5月6日，活动举行。\n", "海东职工送温暖"),
        ("【镜头】致敬劳动者\n\n5月6日，活动举行。\n", "致敬劳动者"),
        ("海东市总工会\n关于任职的通知\n\n经研究决定，任命如下。\n", "海东市总工会 关于任职的通知"),
        ("2024年获奖名单\n\n何川。\n", "2024年获奖名单"),
    ],
)
def test_a_text_alone_is_an_article_by_its_heading(text: str, title: str) -> None:
    (found,) = documents(text, "x/1", "", PRESS)
    assert found.named is not None
    assert found.title == title
