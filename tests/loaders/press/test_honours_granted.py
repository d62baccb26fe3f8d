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
    ],
)
def test_honours_of_people(tmp_path: Path, sentence: str, found: set[tuple[object, ...]]) -> None:
    assert told(tmp_path, f"海东消息\n\n2024年5月6日，会议召开。\n\n{sentence}\n", "honour", "person", "honour", "year") == found


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
