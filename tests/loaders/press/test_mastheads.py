"""Mastheads: labels with colons and letter-spaced, values on several lines, and what only looks like one."""

from __future__ import annotations

from pathlib import Path

from kg.facts import facts
from loaders import press
from loaders.press.mastheads import Mastheads
from tests.loaders.press.structure import FINDERS, rows, told
from tests.readings import MODEL

SPACED = """《海东工运》
2024年第6期

主 办 海东市总工会
编 印 单 位 海东河湟文化传媒
有 限 公 司
编 委 会 主 任 祁连山
编 委 会 成 员 柳青青 马 骁
欧阳白
主 编 柳青青
印 刷 海东河湟印务有限公司
电 话 0972-1234567
"""
POSTER = "主办单位：海东市总工会\n承办单位：海东市工人文化宫\n协办单位：海东河湟文化传媒有限公司\n"


def found(text: str) -> list[tuple[str, str, str]]:
    reader = Mastheads()
    extent = reader.extent(rows(text))
    if extent is None:
        return []
    roles = reader.roles(rows(text)[slice(*extent)], FINDERS.names)
    return [(role.code, role.who.words, text[role.start : role.who.end]) for role in roles]


def test_a_letter_spaced_masthead_gives_each_role_with_its_run() -> None:
    assert found(SPACED) == [
        ("sponsor", "海东市总工会", "主 办 海东市总工会"),
        ("compiler", "海东河湟文化传媒有限公司", "编 印 单 位 海东河湟文化传媒\n有 限 公 司"),
        ("board-director", "祁连山", "编 委 会 主 任 祁连山"),
        ("board-member", "柳青青", "编 委 会 成 员 柳青青"),
        ("board-member", "马骁", "编 委 会 成 员 柳青青 马 骁"),
        ("board-member", "欧阳白", "编 委 会 成 员 柳青青 马 骁\n欧阳白"),
        ("editor-in-chief", "柳青青", "主 编 柳青青"),
        ("printer", "海东河湟印务有限公司", "印 刷 海东河湟印务有限公司"),
    ]


def test_several_labels_on_one_line_part_at_their_colons() -> None:
    text = "主办：海东市总工会\n社长：祁连山　总编辑：欧阳白\n责任编辑：柳青青\n印刷：海东河湟印务有限公司\n"
    assert [(code, who) for code, who, _ in found(text)][1:3] == [("president", "祁连山"), ("general-editor", "欧阳白")]


def test_the_poster_of_a_contest_is_no_masthead() -> None:
    assert found(POSTER) == []


def test_the_publication_is_called_as_its_masthead_calls_it(tmp_path: Path) -> None:
    roles = told(tmp_path, SPACED, "publication_role", "person", "organisation", "role", "publication")
    assert {("柳青青", None, "主编", "海东工运"), (None, "海东市总工会", "主办", "海东工运")} <= roles


def test_letters_and_how_often_it_appears_may_stand_below_the_name(tmp_path: Path) -> None:
    path = tmp_path / "edition.txt"
    path.write_text(
        "河湟职工\nHEHUANG ZHIGONG\n（月刊）\n2023年第8期\n\n主办：海东市总工会\n主编：柳青青\n责任编辑：马　骁\n", encoding="utf-8"
    )
    found = [one for one in facts(press.read(path, tagger=False), MODEL) if one["fact"] == "publication_role"]
    assert {(one.get("person") or one["organisation"], one["role"], one["publication"]) for one in found} == {
        ("海东市总工会", "主办", "河湟职工"), ("柳青青", "主编", "河湟职工"), ("马骁", "编辑", "河湟职工"),
    }  # fmt: skip
