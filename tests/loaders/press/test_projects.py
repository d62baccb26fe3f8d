"""Projects: what is built, made and found out."""

from __future__ import annotations

import pytest

from loaders.press.places import Places
from loaders.press.projects import Projects
from loaders.press.source import source_of

FINDER = Projects(Places(source_of("", None)))


def read(text: str) -> list[tuple[str, str]]:
    return [(thing.name, thing.kind) for thing in FINDER.find(text, [])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在狮子洋通道项目建设现场举行", [("狮子洋通道", "engineering")]),
        ("实现从埔高速较计划提前", [("从埔高速", "engineering")]),
        ("青山长江大桥通车", [("青山长江大桥", "engineering")]),
        ("主持研发的“江豚”水下检测机器人，", [("“江豚”水下检测机器人", "product")]),
        ("研发“攀云梯”技术", [("“攀云梯”技术", "innovation")]),
        ("启动MES系统上线应用", [("MES系统", "product")]),
        ("成员开展新能源电缆线芯优化研究。", [("新能源电缆线芯优化研究", "research")]),
        ("其中，交联工艺应用、导体工艺引入等重点项目", [("交联工艺应用", "innovation"), ("导体工艺引入", "innovation")]),
    ],
)
def test_a_project_is_found_with_its_kind(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize("text", ["高速发展的行业", "建成一座大桥", "打通成长通道", "智能生产线实训", "重点项目劳动竞赛", "开展相关研究"])
def test_general_words_are_no_project(text: str) -> None:
    assert read(text) == []


def test_what_is_taken_is_no_project() -> None:
    text = "狮子洋通道劳动竞赛"
    assert FINDER.find(text, [(0, len(text))]) == []
