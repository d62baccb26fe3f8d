"""Bylines: before the names, behind them, in brackets, below a title; and names that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.press.structure import FINDERS, paragraph, told

BYLINES = FINDERS.parts.bylines


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("文 | 祁连山 欧阳白 摄影 | 柳青青", [("author", "祁连山"), ("author", "欧阳白"), ("photographer", "柳青青")]),
        ("文/图 祁连山", [("author", "祁连山"), ("photographer", "祁连山")]),
        ("（通讯员　祁连山）", [("author", "祁连山")]),
        ("本报讯（记者 祁连山 通讯员 马 骁）5月6日，大会召开。", [("author", "祁连山"), ("author", "马骁")]),
        ("活动覆盖200人。（祁连山 马 骁）", [("author", "祁连山"), ("author", "马骁")]),
        ("图为比赛现场。柳青青 摄", [("photographer", "柳青青")]),
        ("来源：河湟工会网　作者：祁连山　时间：2024-05-06", [("author", "祁连山")]),
        ("文 | 蓝天海洋 李云", [("author", "蓝天海洋"), ("author", "李云")]),
    ],
)
def test_credits_are_found_with_their_roles(text: str, found: list[tuple[str, str]]) -> None:
    credits_ = BYLINES.find(paragraph(text))
    assert [(one.role, text[one.start : one.end].replace(" ", "")) for one in credits_] == found


@pytest.mark.parametrize(
    "text", ["供图 | 河湟工", "图片：受访单位提供", "文：本刊编辑部", "责任编辑：祁连山", "记者：安全生产是怎么抓的？", "资料图片"]
)
def test_offices_and_other_labels_are_no_authors(text: str) -> None:
    assert BYLINES.find(paragraph(text)) == []


def test_a_line_of_nothing_but_names_is_a_signature() -> None:
    assert [("祁连山　欧阳白"[a:b]) for a, b in BYLINES.signed("祁连山　欧阳白")] == ["祁连山", "欧阳白"]
    assert BYLINES.signed("祁连山下的灯火") == []


ESSAY = """河湟职工的一天

文 | 祁连山　欧阳白

清晨六点，海东的工厂里灯已经亮了。工人们开始了一天的工作，机器的声音此起彼伏。

作者单位 | 祁连山，海东职业技术学院；欧阳白，海东河湟水泥有限公司
"""


def test_authors_have_the_affiliations_that_a_note_gives(tmp_path: Path) -> None:
    assert told(tmp_path, ESSAY, "authorship", "article", "person", "role", "affiliation") == {
        ("河湟职工的一天", "祁连山", "author", "海东职业技术学院"),
        ("河湟职工的一天", "欧阳白", "author", "海东河湟水泥有限公司"),
    }
    assert told(tmp_path, ESSAY, "affiliation", "person", "organisation") == {
        ("祁连山", "海东职业技术学院"),
        ("欧阳白", "海东河湟水泥有限公司"),
    }
