"""Programmes: quoted names with their nouns, lists, and what is no programme."""

from __future__ import annotations

import pytest

from loaders.press.programmes import Programmes

FINDER = Programmes()


def read(text: str) -> list[tuple[str, str]]:
    return [(thing.name, thing.kind) for thing in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("开展以“组织、质量”为核心的“十比十赛”，", [("“十比十赛”", "campaign")]),
        ("季度“创新之星”、年度“星光榜”评选", [("“创新之星”", "award"), ("“星光榜”评选", "award")]),
        ("将推出“暖心护航”八项服务举措，", [("“暖心护航”服务举措", "campaign")]),
        ("推进“劳模助企”专项行动，", [("“劳模助企”专项行动", "campaign")]),
        ("健全“1+1”师带徒机制，", [("“1+1”师带徒机制", "mechanism")]),
        ("实施“圆梦行动”，", [("“圆梦行动”", "campaign")]),
        ("开展“劳模助企行”，已助力", [("“劳模助企行”", "campaign")]),
        ("通过“建议征集”“揭榜挂帅”等活动", [("“建议征集”", "campaign"), ("“揭榜挂帅”", "campaign")]),
        ("开展“春送岗位”“夏送清凉”活动，", [("“春送岗位”", "campaign"), ("“夏送清凉”活动", "campaign")]),
        ("构建“企业一区一市”竞赛体系", [("“企业—区—市”竞赛体系", "competition-system")]),
        ("某省产业工人素质提升班2025级开学典礼", [("某省产业工人素质提升班", "training")]),
        ("设立技能等级专项补贴。", [("技能等级专项补贴", "mechanism")]),
        ("列入“江城工匠”培育对象", [("“江城工匠”培育对象评选", "award")]),
        ("2025年“网聚正能量 争做好网民”总结展示活动", [("“网聚正能量 争做好网民”", "campaign")]),
        ("新型学徒制试点单位", [("新型学徒制试点", "training")]),
    ],
)
def test_a_programme_is_found_with_its_kind(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


def test_a_heading_names_only_what_says_itself_what_it_is() -> None:
    assert [t.name for t in FINDER.find("以“塑魂工程”筑牢根基", heading=True)] == ["“塑魂工程”"]
    assert FINDER.find("“育人”机制打通通道", heading=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "弘扬“工匠精神”，",
        "打破“大锅饭”机制",
        "“十五五”规划",
        "面对“双碳”战略",
        "患者重拾笑容的“生命工程”。",
        "第二届“红叶杯”职工徒步活动",
        "他说：“我们要把活动办好。”活动结束后",
    ],
)
def test_what_is_no_programme_is_not_found(text: str) -> None:
    assert read(text) == []
