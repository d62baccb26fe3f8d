"""Bylines: before the names, behind them, in brackets, below a title; and names that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.press.entries import parted
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
        ("（祁连山　文　柳青青　摄）", [("author", "祁连山"), ("photographer", "柳青青")]),
        ("祁连山/文　柳青青/图", [("author", "祁连山"), ("photographer", "柳青青")]),
        ("文　祁连山　图　柳青青", [("author", "祁连山"), ("photographer", "柳青青")]),
        ("本报记者　祁连山　文/摄", [("author", "祁连山"), ("photographer", "祁连山")]),
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


STUDY = """零工入会意愿研究

祁连山1　欧阳白2　柳青青1
（1.海东师范大学 公共管理学院，青海 海东 810600；2.海东职业技术学院，青海 海东 810700）

【摘　要】 零工入会意愿是组织建设的基础。本文分析影响意愿的因素。
【作者简介】 祁连山，男，海东师范大学公共管理学院副教授；欧阳白，女，海东职业技术学院讲师。
"""


def test_figures_tie_the_authors_of_a_study_to_their_bodies(tmp_path: Path) -> None:
    assert told(tmp_path, STUDY, "authorship", "person", "role", "affiliation") == {
        ("祁连山", "author", "海东师范大学公共管理学院"),
        ("欧阳白", "author", "海东职业技术学院"),
        ("柳青青", "author", "海东师范大学公共管理学院"),
    }
    assert told(tmp_path, STUDY, "post", "person", "title") == {("祁连山", "副教授"), ("欧阳白", "讲师")}
    assert told(tmp_path, STUDY, "person", "name") == {("祁连山",), ("欧阳白",), ("柳青青",)}


def test_a_note_alone_names_the_author(tmp_path: Path) -> None:
    text = "零工入会意愿研究\n\n零工的入会意愿是组织建设的基础。\n\n【作者简介】祁连山，男，海东职业技术学院讲师。\n"
    assert told(tmp_path, text, "authorship", "article", "person") == {("零工入会意愿研究", "祁连山")}


NEWSLETTER = """河湟工运
第8期（总第26期）
海东县总工会编印　2025年8月30日
县总工会慰问一线职工
本刊讯（通讯员 祁连山 柳青青）8月5日，县总工会到海东水泥有限公司慰问一线职工。
师徒结对促成长
（文/图 欧阳白　作者单位：海东水泥有限公司）
海东水泥有限公司开展师徒结对活动，46对师徒签订协议。
"""


def test_the_headlines_of_a_newsletter_are_articles_with_their_authors(tmp_path: Path) -> None:
    assert told(tmp_path, NEWSLETTER, "article", "title") == {("县总工会慰问一线职工",), ("师徒结对促成长",)}
    assert told(tmp_path, NEWSLETTER, "authorship", "article", "person", "role") == {
        ("县总工会慰问一线职工", "祁连山", "author"),
        ("县总工会慰问一线职工", "柳青青", "author"),
        ("师徒结对促成长", "欧阳白", "author"),
        ("师徒结对促成长", "欧阳白", "photographer"),
    }
    assert told(tmp_path, NEWSLETTER, "affiliation", "person", "organisation") == {("欧阳白", "海东水泥有限公司")}


@pytest.mark.parametrize(
    "line",
    ["祁连山　文", "祁连山/文　柳青青/图", "文　祁连山　图　柳青青", "河湟市总工会课题组", "本刊编辑部", "湟水水泥厂工会　祁连山　文"],
)
def test_who_made_a_text_is_no_part_of_its_title(tmp_path: Path, line: str) -> None:
    text = f"河湟工运 2024年3月\n\n湟水边的灯火\n\n{line}\n\n清晨六点，工厂里灯已经亮了。工人们开始了一天的工作。\n"
    assert told(tmp_path, text, "article", "title") == {("湟水边的灯火",)}


@pytest.mark.parametrize(
    ("entry", "title", "run"),
    [
        ("湟水边的灯火　祁连山/文　柳青青/图", "湟水边的灯火", "祁连山/文　柳青青/图"),
        ("关于民主管理的思考　文　祁连山　图　柳青青", "关于民主管理的思考", "文　祁连山　图　柳青青"),
        ("新业态劳动者权益保障探讨　西宁市总工会", "新业态劳动者权益保障探讨", ""),
        ("春天里的脚步　本刊编辑部", "春天里的脚步", ""),
        ("湟水边的灯火　送暖进万家", "湟水边的灯火　送暖进万家", ""),
    ],
)
def test_an_entry_is_parted_from_those_who_made_it(entry: str, title: str, run: str) -> None:
    found, start, end = parted(entry)
    assert (found, entry[start:end]) == (title, run)
