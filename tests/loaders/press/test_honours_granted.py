"""Honours that the text says were granted: lists, bodies and teams, chains, subjects left out, years; and what no list has."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders import press
from tests.loaders.press.structure import told

DECISION = """青海省总工会关于表彰2024年青海省五一劳动奖的决定

授予海东机床有限公司、西宁市第二人民医院青海省五一劳动奖状，授予何川等3名同志青海省五一劳动奖章，授予海东车辆有限公司电焊班青海省工人先锋号。

二、青海省工人先锋号

海东水泥有限公司运行班

青海省总工会
2024年4月20日
"""


def test_bodies_teams_and_people_of_a_decision_are_honoured_and_its_signature_is_not(tmp_path: Path) -> None:
    assert told(tmp_path, DECISION, "honour", "person", "organisation", "honour") == {
        (None, "海东机床有限公司", "青海省五一劳动奖状"),
        (None, "西宁市第二人民医院", "青海省五一劳动奖状"),
        ("何川", None, "青海省五一劳动奖章"),
        (None, "海东车辆有限公司电焊班", "青海省工人先锋号"),
        (None, "海东水泥有限公司运行班", "青海省工人先锋号"),
    }


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("培养出“青海省劳动模范”何川、邵长风等一批人才。", {("何川", "青海省劳动模范", None), ("邵长风", "青海省劳动模范", None)}),
        (
            "2019年，海东机床有限公司高级技师何川获得全国劳动模范、全国五一劳动奖章。",
            {("何川", "全国劳动模范", 2019), ("何川", "全国五一劳动奖章", 2019)},
        ),
        ("全国人大代表何川扎根一线，今年获评全国劳动模范。", {("何川", "全国劳动模范", 2024)}),
        (
            "海东机床有限公司班长何川从业十年。先后荣获全国钢铁行业技术能手（2016年）、江淮工匠（2018年）等荣誉。",
            {("何川", "全国钢铁行业技术能手", 2016), ("何川", "江淮工匠", 2018)},
        ),
        (
            "海东机床有限公司班长何川从业十年。\n\n2013年他获评青海省劳动模范，2020年当选全国劳动模范。",
            {("何川", "青海省劳动模范", 2013), ("何川", "全国劳动模范", 2020)},
        ),
        (
            "何川，男，1979年生，海东机床有限公司班长，火车头奖章获得者，全国技术能手。",
            {("何川", "火车头奖章", None), ("何川", "全国技术能手", None)},
        ),
        ("在青海省青年五四奖章评选中，海东机床有限公司班长何川获奖。", {("何川", "青海省青年五四奖章", None)}),
        ("海东机床有限公司被授予“青海省工人先锋号”，海东车辆有限公司班长何川发言。", {(None, "青海省工人先锋号", None)}),
    ],
)
def test_honours_of_people(tmp_path: Path, sentence: str, found: set[tuple[object, ...]]) -> None:
    assert told(tmp_path, f"海东消息\n\n2024年5月6日，会议召开。\n\n{sentence}\n", "honour", "person", "honour", "year") == found


WORKSHOP = """海东消息

海东机床有限公司何川劳模创新工作室成立于2012年。班长邵长风牵头攻关。

2017年，工作室被青海省总工会命名为青海省示范性劳模创新工作室；2021年，又获评全国机械行业示范性创新工作室，并荣获“青海省工人先锋号”。
青海省五一劳动奖状授予海东水泥有限公司。海东车辆有限公司“雪莲”青年突击队获全国青年文明号。
"""


def test_bodies_are_meant_by_a_noun_granted_behind_the_honour_and_have_none_of_the_honours_of_people(tmp_path: Path) -> None:
    assert told(tmp_path, WORKSHOP, "honour", "person", "organisation", "honour", "year") == {
        (None, "何川劳模创新工作室", "青海省示范性劳模创新工作室", 2017),
        (None, "何川劳模创新工作室", "全国机械行业示范性创新工作室", 2021),
        (None, "何川劳模创新工作室", "青海省工人先锋号", 2021),
        (None, "海东水泥有限公司", "青海省五一劳动奖状", None),
        (None, "海东车辆有限公司“雪莲”青年突击队", "全国青年文明号", None),
    }


NOMINATED = """青海省五一劳动奖章推荐人选公示

一、青海省五一劳动奖章推荐人选
何　川　男　海东机床有限公司电焊班班长
"""


def test_who_is_put_forward_has_a_post_and_no_honour(tmp_path: Path) -> None:
    assert told(tmp_path, NOMINATED, "honour", "person") == set()
    assert told(tmp_path, NOMINATED, "post", "person", "title") == {("何川", "班长")}
    assert told(tmp_path, NOMINATED, "person", "name", "gender") == {("何川", "男")}


def test_an_honour_that_no_list_has_is_told_as_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "edition.txt"
    path.write_text("海东消息\n\n海东机床有限公司高级技师何川被授予“河湟焊接能手”称号。\n", encoding="utf-8")
    reading = press.read(path, tagger=False)
    assert [(one.kind, one.words) for one in reading.notices] == [("unknown honour", "河湟焊接能手")]
    assert [c.get("name") for c in reading.claims if c.class_name == "Honour"] == ["河湟焊接能手"]


def test_a_profile_is_no_roll(tmp_path: Path) -> None:
    text = (
        "荣誉榜\n\n何川\n海东机床有限公司首席技师\n2015年全国劳动模范获得者\n\n邵长风\n海东车辆有限公司班长\n2016年全国五一劳动奖章获得者\n"
    )
    assert told(tmp_path, text, "honour", "person", "organisation", "honour", "year") == {
        ("何川", None, "全国劳动模范", 2015),
        ("邵长风", None, "全国五一劳动奖章", 2016),
    }


def test_a_subtitle_is_no_heading_of_a_roll_and_a_byline_no_entry(tmp_path: Path) -> None:
    text = "炉火映初心\n——记全国五一劳动奖章获得者、海东机床有限公司班长何川\n\n■本报记者 邵长风\n\n何川带领班组攻关。\n"
    assert told(tmp_path, text, "honour", "person", "honour") == {("何川", "全国五一劳动奖章")}


def test_winners_of_the_clause_before_are_granted_what_follows(tmp_path: Path) -> None:
    text = "海东消息\n\n海东机床有限公司职工何川、邵长风分获电工组、焊工组第一名，被海东市总工会授予“海东市五一劳动奖章”。\n"
    assert told(tmp_path, text, "honour", "person", "honour") == {("何川", "海东市五一劳动奖章"), ("邵长风", "海东市五一劳动奖章")}
    assert told(tmp_path, text, "affiliation", "person", "organisation") == {("何川", "海东机床有限公司"), ("邵长风", "海东机床有限公司")}


def test_a_trade_before_the_verb_is_no_way_in_which_a_firm_won(tmp_path: Path) -> None:
    text = "全国技术能手何川是海东机床有限公司桥吊司机，曾获青海省劳动模范、青海工匠等荣誉。"
    assert told(tmp_path, text, "honour", "person", "honour") == {
        ("何川", "全国技术能手"),
        ("何川", "青海省劳动模范"),
        ("何川", "青海工匠"),
    }


def test_routes_and_households_are_honoured_too(tmp_path: Path) -> None:
    text = "海东公交集团有限公司360路线、海东车辆有限公司电焊班荣获“全国工人先锋号”称号。\n\n何川家庭获评“青海省最美家庭”。"
    assert told(tmp_path, text, "honour", "organisation", "honour") == {
        ("海东公交集团有限公司360路线", "全国工人先锋号"),
        ("海东车辆有限公司电焊班", "全国工人先锋号"),
        ("何川家庭", "青海省最美家庭"),
    }


def test_a_paragraph_that_begins_with_a_pronoun_goes_on_about_the_one_before(tmp_path: Path) -> None:
    text = "全国技术能手何川同志逝世。\n\n　　他首创新法，在全省推广。1956年获全国先进生产者称号，1959年被评为全国劳动模范。"
    assert told(tmp_path, text, "honour", "person", "honour", "year") >= {("何川", "全国先进生产者", 1956), ("何川", "全国劳动模范", 1959)}


def test_an_honour_told_twice_has_the_year_that_one_place_gives(tmp_path: Path) -> None:
    text = "——记全国技术能手何川\n\n何川从业十年，2021年荣获全国技术能手称号。"
    assert told(tmp_path, text, "honour", "person", "honour", "year") == {("何川", "全国技术能手", 2021)}


def test_the_year_of_one_honour_is_not_that_of_the_next_clause(tmp_path: Path) -> None:
    text = "何川家庭荣获2023年度“青海省最美家庭”称号，全国技术能手何川曾获得“青海省优秀共产党员”称号，其所在班组获评“青海省标杆班组”。"
    assert told(tmp_path, text, "honour", "person", "organisation", "honour", "year") == {
        (None, "何川家庭", "青海省最美家庭", 2023),
        ("何川", None, "全国技术能手", None),
        ("何川", None, "青海省优秀共产党员", None),
    }
