"""Contests: names of a place, an ordinal, a cup or an occupation, lists of them, and their levels."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.press.contests import Contests
from loaders.press.places import Places
from loaders.press.source import source_of
from tests.loaders.press.structure import told

FINDER = Contests(Places(source_of("", None)))


def read(text: str) -> list[tuple[str, str, int, int]]:
    return [(t.name, t.kind, t.ordinal, t.year) for t in FINDER.find(text, ("洛轴",))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("举办第十三届洛阳市职工技能运动会，", [("第十三届洛阳市职工技能运动会", "municipal", 13, 0)]),
        ("出席2025年河南省焊工职业技能竞赛决赛", [("2025年河南省焊工职业技能竞赛", "provincial", 0, 2025)]),
        ("备战全总第二届职工数字化技能大赛", [("全总第二届职工数字化技能大赛", "national", 2, 0)]),
        ("长三角首届养老护理员技能大赛", [("长三角首届养老护理员技能大赛", "regional", 1, 0)]),
        ("如汽车维修工竞赛、焊工竞赛", [("汽车维修工竞赛", "", 0, 0), ("焊工竞赛", "", 0, 0)]),
        ("开展直播带货、茶艺展示等竞赛", [("直播带货竞赛", "", 0, 0), ("茶艺展示竞赛", "", 0, 0)]),
        ("在2021年算法马拉松中获奖", [("2021年算法马拉松", "", 0, 2021)]),
        ("以及船舶驾驶员、机械修理工等竞赛", [("船舶驾驶员竞赛", "", 0, 0), ("机械修理工竞赛", "", 0, 0)]),
        ("2025年甘肃省钳工技能竞赛获奖名单", [("2025年甘肃省钳工技能竞赛", "provincial", 0, 2025)]),
        ("策划举办“创新擂台赛”，", [("“创新擂台赛”", "", 0, 0)]),
        ("组织“赛技能、促发展”为主题的技能竞赛", [("“赛技能、促发展”技能竞赛", "", 0, 0)]),
        ("举办职工思政课教学竞赛总决赛，", [("职工思政课教学竞赛", "", 0, 0)]),
        ("“安康杯”竞赛活动", [("“安康杯”竞赛", "", 0, 0)]),
        ("洛轴职工技能大赛开赛", [("洛轴职工技能大赛", "enterprise", 0, 0)]),
    ],
)
def test_a_contest_is_found_with_level_ordinal_and_year(text: str, found: list[tuple[str, str, int, int]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "广泛开展劳动和技能竞赛",
        "每年举办2场以上公司级技能竞赛",
        "设置8个竞赛项目",
        "16个省重点工程劳动竞赛",
        "全省“十四五”劳动和技能竞赛",
        "一线职工竞赛",
        "2025年职工技能竞赛季启动",
        "发布2025年全省职工技能竞赛计划",
    ],
)
def test_general_words_are_no_contest(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("5月6日，省总工会召开会议。今年将举办第五届青海省职工技能大赛。", 2024),
        ("5月6日，省总工会召开会议。去年11月，何川出战第五届青海省职工技能大赛。", 2023),
        ("5月6日，省总工会召开会议。何川出战第五届青海省职工技能大赛。", None),
    ],
)
def test_the_sentence_of_a_contest_tells_its_year(tmp_path: Path, text: str, year: int | None) -> None:
    assert told(tmp_path, f"2024年5月8日\n\n{text}", "competition", "year") == {(year,)}


def test_what_a_paragraph_proposes_nobody_holds(tmp_path: Path) -> None:
    head = "青海省总工会干部学校课题组\n\n"
    proposed = "建议健全机制。五是定期举办“昆仑行业技能大赛”。"
    assert told(tmp_path, head + proposed, "organises", "organisation") == set()
    assert told(tmp_path, head + "定期举办“昆仑行业技能大赛”。", "organises", "organisation") == {("青海省总工会干部学校",)}
