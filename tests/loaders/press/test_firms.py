"""Firms without 公司, units of bodies, and what only looks like a body's name."""

from __future__ import annotations

import pytest

from tests.loaders.press.structure import FINDERS


def bodies(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.kind) for one in FINDERS.organisations.find(text, FINDERS.context())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("中铁十五局电焊班的罗小青", [("中铁十五局电焊班", "department")]),
        ("中交二航局黄河大桥项目部，", [("中交二航局黄河大桥项目部", "department")]),
        ("鞍钢工会召开会议", [("鞍钢工会", "union")]),
        ("昆明石化工会召开会议", [("昆明石化工会", "union")]),
        ("兰州银河石化有限公司输电运检室　罗小青", [("兰州银河石化有限公司输电运检室", "department")]),
        ("兰州银河有色集团有限公司第三冶炼厂，", [("兰州银河有色集团有限公司第三冶炼厂", "enterprise")]),
        ("西宁农商银行城中支行捐款", [("西宁农商银行城中支行", "enterprise")]),
        ("兰州市总工会政策研究室。", [("兰州市总工会政策研究室", "department")]),
    ],
)
def test_firms_and_units_are_read(text: str, found: list[tuple[str, str]]) -> None:
    assert bodies(text) == found


@pytest.mark.parametrize(
    "text",
    ["《兰州工会信息》", "据兰州工会网消息", "兰州某厂", "一家兰州工厂", "全市工会组织", "兰州机床厂长说"],
)
def test_periodicals_sites_and_words_are_no_bodies(text: str) -> None:
    assert bodies(text) == []


def test_a_verb_ends_a_name_on_its_left() -> None:
    assert bodies("兰州市总工会女职工部获评全国先进，兰州市总工会印发《兰州市工会驿站管理办法》") == [
        ("兰州市总工会女职工部", "department"),
        ("兰州市总工会", "union"),
    ]
