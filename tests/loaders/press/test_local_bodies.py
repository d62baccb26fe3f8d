"""What 县, 市 and 和 mean beside the names of bodies, and who is put into posts by a notice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.facts import facts
from loaders import press
from tests.readings import MODEL


def stated(folder: Path, *lines: str) -> list[dict[str, Any]]:
    """The facts of a text of these paragraphs."""
    path = folder / "text.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return list(facts(press.read(path, tagger=False), MODEL))


def bodies(found: list[dict[str, Any]]) -> set[str]:
    """The names of the bodies."""
    return {one["name"] for one in found if one["fact"] == "organisation"}


def parts(found: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """What is a part of what."""
    return {(f["organisation"], f["parent"]) for f in found if f["fact"] == "part_of"}


def posts(found: list[dict[str, Any]]) -> set[tuple[str, str, str, bool]]:
    """The posts: person, body, title, and whether it was left."""
    return {(f["person"], f["organisation"], f["title"], bool(f.get("former"))) for f in found if f["fact"] == "post"}


@pytest.mark.parametrize(
    "line",
    ["5月6日，县总工会和县教育局在梅山镇举办招聘会。", "5月6日，县总工会联合霍山县文化馆和县教育局举办招聘会。"],
)
def test_a_conjunction_before_the_office_of_a_county_is_no_county(tmp_path: Path, line: str) -> None:
    named = bodies(stated(tmp_path, "霍山县总工会简报", line))
    assert named >= {"霍山县总工会", "霍山县教育局"}
    assert not [name for name in named if "和县" in name]


def test_the_county_that_is_written_like_a_conjunction_is_known_where_a_line_begins_with_it(tmp_path: Path) -> None:
    assert bodies(stated(tmp_path, "和县总工会简报", "5月6日，县总工会、县教育局举办招聘会。")) >= {"和县总工会", "和县教育局"}


def test_a_notice_puts_people_into_posts_and_out_of_them(tmp_path: Path) -> None:
    found = stated(
        tmp_path,
        "霍山县总工会文件",
        "龙建平同志任县总工会组织部部长（试用期一年），免去其县总工会权益保障部副部长职务；",
        "免去吴秀芳同志县总工会女职工委员会主任职务；",
        "聘任石晓燕同志为县工人文化宫主任，聘期三年。",
    )
    union = "霍山县总工会"
    assert posts(found) >= {
        ("龙建平", union + "组织部", "部长", False),
        ("龙建平", union + "权益保障部", "副部长", True),
        ("吴秀芳", union + "女职工委员会", "主任", True),
    }
    assert not [name for name in bodies(found) if "同志" in name or "任" in name]


def test_a_province_named_in_the_sentence_is_meant_by_what_follows(tmp_path: Path) -> None:
    found = stated(tmp_path, "江苏省工信厅副厅长周文斌，省总工会副主席钱进出席座谈会。")
    assert ("钱进", "江苏省总工会", "副主席", False) in posts(found)


def test_the_unit_of_a_railway_is_no_city(tmp_path: Path) -> None:
    assert ("林志强", "福州车辆段工会", "主席", False) in posts(stated(tmp_path, "福州车辆段工会主席林志强出席座谈会。"))


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("朱家庄矿党委书记赵国强主持会议。", "朱家庄矿"),
        ("会上，华联重工总经理何伟讲话。", "华联重工"),
        ("兰山区环卫站、沂南县消防救援站参加活动。", "兰山区环卫站"),
        ("临沂火车站工会主席王军参加。", "临沂火车站"),
        ("见《工会实务》（法律出版社2021年版）。", "法律出版社"),
    ],
)
def test_local_bodies_are_known_without_a_legal_form(tmp_path: Path, line: str, body: str) -> None:
    assert body in bodies(stated(tmp_path, line))


@pytest.mark.parametrize("line", ["，香港总经理何伟讲话。", "会上，全国煤炭矿长代表发言。", "他任柳河煤矿团委书记。"])
def test_a_place_or_a_common_word_makes_no_firm(tmp_path: Path, line: str) -> None:
    assert bodies(stated(tmp_path, "3月5日，孙立民出席会议。", line)) <= {"柳河煤矿"}


def test_a_firm_s_place_and_short_form_are_the_firm(tmp_path: Path) -> None:
    found = stated(tmp_path, "曲靖昌明股份有限公司（以下简称“昌明公司”）创新用工。", "——基于曲靖昌明公司的案例分析")
    assert bodies(found) == {"曲靖昌明股份有限公司"}


def test_a_kind_of_office_is_no_ministry(tmp_path: Path) -> None:
    assert bodies(stated(tmp_path, "农业农村部门及职业院校开展技能培训。")) == set()
