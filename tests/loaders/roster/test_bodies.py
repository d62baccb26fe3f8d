"""Bodies that a list calls without their place: by what its description says, by its publisher, and never by a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from loaders.press.places import Places
from loaders.roster import parse
from loaders.roster.bodies import RosterBodies
from tests.loaders.roster.made import MODEL, POSTS, csv, roster
from tests.loaders.roster.test_within import facts, named

PLACES = Places.of()
CITY = RosterBodies.of(PLACES, "", "福州市", "", "福州市总工会")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("市总工会", "福州市总工会"),
        ("市总", "福州市总工会"),
        ("省总", "福建省总工会"),
        ("省总工会", "福建省总工会"),
        ("市总工会组织部", "福州市总工会组织部"),
        ("市委组织部", "福州市委组织部"),
        ("鼓楼区总工会", "福州市鼓楼区总工会"),
        ("鼓楼区人民法院", "福州市鼓楼区人民法院"),
        ("马尾区教育局", "福州市马尾区教育局"),
    ],
)
def test_in_the_list_of_a_city_offices_and_districts_are_its_own(written: str, meant: str) -> None:
    assert CITY.full_name(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "福州市鼓楼区总工会",  # whole already
        "闽侯县总工会",  # a county's name says enough
        "福清市总工会",
        "玄武区总工会",  # no district of this city
        "区总工会",  # of which district?
        "县总工会",
        "鼓楼区某某有限公司",  # a firm
        "市政工程有限公司",  # no 市 at all
        "市政园林局",
        "市区供销社",
        "市场监督管理局",
        "省直机关工会",
        "省电力公司",
        "全国总工会",
        "总工会",
    ],
)
def test_what_needs_no_place_or_may_mean_several_stays_as_it_is(written: str) -> None:
    assert CITY.full_name(written) == written


@pytest.mark.parametrize(
    ("publisher", "written", "meant"),
    [
        ("福州市总工会", "鼓楼区总工会", "福州市鼓楼区总工会"),
        ("福建省总工会", "省总", "福建省总工会"),
        ("福建省总工会", "市总工会", "市总工会"),  # of which city?
        ("福建省总工会", "鼓楼区总工会", "鼓楼区总工会"),
        ("福州市鼓楼区总工会", "区总工会", "福州市鼓楼区总工会"),
        ("马尾区总工会", "区总工会", "福州市马尾区总工会"),
        ("鼓楼区总工会", "区总工会", "区总工会"),  # four cities have one
        ("昆山市总工会", "市总工会", "昆山市总工会"),
        ("重庆市总工会", "万州区总工会", "重庆市万州区总工会"),
        ("广西壮族自治区总工会", "自治区总工会", "广西壮族自治区总工会"),
        ("广西壮族自治区总工会", "省总工会", "省总工会"),
        ("中华全国总工会", "省总工会", "省总工会"),
    ],
)
def test_where_the_description_says_no_place_it_is_the_publishers(publisher: str, written: str, meant: str) -> None:
    assert RosterBodies.of(PLACES, "", "", "", publisher).full_name(written) == meant


def test_the_description_goes_before_the_publisher() -> None:
    assert RosterBodies.of(PLACES, "江苏省", "徐州市", "", "福州市总工会").full_name("鼓楼区总工会") == "徐州市鼓楼区总工会"


def test_a_table_is_read_so_and_keeps_the_words_of_its_cells(tmp_path: Path) -> None:
    description = POSTS.replace("江海省总工会", "福州市总工会") + "city: 福州市\n"
    reading = roster(csv(tmp_path, ["沈望舒", "鼓楼区总工会", "主席", "2021-06"]), description)
    assert named(reading, "Union") == ["福州市鼓楼区总工会"]
    (post,) = facts(reading, "Tenure")
    assert (post["organization"], post["quote"]) == ("福州市鼓楼区总工会", "沈望舒\t鼓楼区总工会\t主席\t2021-06")
    assert reading.rows is not None
    words = {r["words"] for r in reading.rows.to_pylist() if r["value"] == "福州市鼓楼区总工会"}
    assert words == {"鼓楼区总工会"}


def test_a_place_that_is_not_written_in_full_is_refused() -> None:
    with pytest.raises(InputError, match="city: '福州' is no division that is known; write its full name"):
        parse(POSTS + "city: 福州\n", "officials.yml", MODEL)
    assert parse(POSTS + "city: 望海市\ndivisions: [望海市]\n", "officials.yml", MODEL).city == "望海市"
