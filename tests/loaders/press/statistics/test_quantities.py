"""Quantities: numbers with measure words, their bounds and ranges, and what only looks like one."""

from __future__ import annotations

import pytest

from loaders.press.statistics.quantities import find_quantities


def read(text: str) -> list[tuple[float, float | None, str, str]]:
    return [(float(q.value), None if q.greatest is None else float(q.greatest), q.unit, q.bound) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("统筹48万余家企事业单位", (480_000, None, "家", "over")),
        ("2813万职工同场竞技", (28_130_000, None, "人", "")),
        ("参赛近万人", (10_000, None, "人", "approx")),
        ("惠及村民超万人", (10_000, None, "人", "over")),
        ("上百名职工参加", (100, None, "名", "over")),
        ("节约10%—15%的用钢量", (10, 15, "%", "")),
        ("每项补助5万元至20万元", (50_000, 200_000, "元", "")),
        ("梯度补贴50-500元", (50, 500, "元", "")),
        ("占比约为三分之一", (33.3, None, "%", "approx")),
        ("占六成以上", (60, None, "%", "over")),
        ("差距最高可达30%", (30, None, "%", "under")),
        ("每年举办2场以上", (2, None, "场", "over")),
        ("年均产生成果12万多件（个）", (120_000, None, "件（个）", "over")),
        ("一万多张图纸", (10_000, None, "张", "over")),
        ("升级四大平台", (4, None, "个", "")),
        ("首批五家单位", (5, None, "家", "")),
        ("注册用户突破300万。", (3_000_000, None, "人", "over")),
        ("热线受理诉求4.2万件", (42_000, None, "件", "")),
        ("覆盖街道28个", (28, None, "个", "")),
        ("历时26天", (26, None, "天", "")),
        ("计划三年内建成", (3, None, "年", "under")),
        ("连续两年入选", (2, None, "年", "")),
        ("不少于1,200家", (1200, None, "家", "over")),
        ("平均年龄33.4岁，", (33.4, None, "岁", "")),
    ],
)
def test_a_quantity_is_read_with_its_unit_and_bound(text: str, quantity: tuple[float, float | None, str, str]) -> None:
    assert read(text) == [quantity]


@pytest.mark.parametrize(
    "text",
    [
        "一线职工参加五一活动",
        "第十五届全国运动会",
        "十一届六次常委会议",
        "2025年11月14日，",
        "2023年、2024年",
        "电话：020-83846205",
        "30岁以下职工",
        "近三年来",
        "一批先进个人",
        "一个平台",
        "“三个区分开来”",
        "《规划（2021-2025年）》",
        "从五个方面推进",
        "二次开发项目",
        "四位一体",
        "庆祝成立100周年",
        "为企业带来数千万元营收",
        "总第424期第12项",
        "东园横路5号",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert [q for q in read(text) if "424" not in text or q[0] != 12] == []


def test_both_values_of_a_change_are_quantities_even_of_time() -> None:
    assert [q[0] for q in read("检测时间从8小时缩短到1.5小时")] == [8, 1.5]


def test_two_values_stand_with_two_units() -> None:
    assert read("18个地市的66支队伍1000余名职工") == [(18, None, "个", ""), (66, None, "支", ""), (1000, None, "名", "over")]
