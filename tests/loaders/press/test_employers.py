"""Employers of people without a title: right before the name, in brackets behind it, or said of somebody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.press.test_local_bodies import bodies, stated


def employers(folder: Path, *lines: str) -> set[tuple[str, str]]:
    """Who works where."""
    return {(f["person"], f["organisation"]) for f in stated(folder, *lines) if f["fact"] == "affiliation"}


@pytest.mark.parametrize(
    ("line", "known"),
    [
        (
            "前三名依次为：杨海涛（柳河热电厂）、苗永亮（青木铸管）、史小军（柳河集团红石矿）。",
            {("杨海涛", "柳河热电厂"), ("苗永亮", "青木铸管")},
        ),
        ("在柳河热电厂工作了二十年的职工杨海涛说，家里三代都是工人。", {("杨海涛", "柳河热电厂")}),
        ("职工杨海涛说，练就会。杨海涛今年42岁，是柳河热电厂检修车间的一名普通焊工。", {("杨海涛", "柳河热电厂检修车间")}),
        ("职工杨海涛说，练就会。杨海涛，男，柳河热电厂收费员，三年没有差错。", {("杨海涛", "柳河热电厂")}),
        ("青木水泥职工苗永亮获得第三名。", {("苗永亮", "青木水泥")}),
    ],
)
def test_the_body_beside_a_name_is_where_somebody_works(tmp_path: Path, line: str, known: set[tuple[str, str]]) -> None:
    assert employers(tmp_path, "柳河市举办职工运动会", line) >= known


@pytest.mark.parametrize(
    "line",
    [
        "前三名依次为：杨海涛（男）、苗永亮（蒙古族）、史小军（后排左一）。",
        "毕业于柳河学院的职工杨海涛说，家里三代都是工人。",
        "柳河市柳江区热电有限公司杨海涛创新工作室揭牌。",
    ],
)
def test_what_is_no_employer_is_none(tmp_path: Path, line: str) -> None:
    assert employers(tmp_path, "柳河市举办职工运动会", line) == set()


def test_a_firm_that_is_told_with_its_legal_form_is_meant_without_it_too(tmp_path: Path) -> None:
    found = stated(tmp_path, "青木重工招工", "湖南青木重工有限公司召开会议。", "湖南青木重工职工杨海涛说，家里三代都是工人。")
    assert {f["organisation"] for f in found if f["fact"] == "affiliation"} == {"湖南青木重工有限公司"}


def test_builders_are_known_by_their_craft(tmp_path: Path) -> None:
    assert bodies(stated(tmp_path, "工地慰问", "3月5日，中铁隧道局工会到工地慰问。")) >= {"中铁隧道局", "中铁隧道局工会"}


def test_a_bare_district_is_the_one_that_an_earlier_paragraph_told(tmp_path: Path) -> None:
    found = stated(tmp_path, "一个月要回工资", "莆田市城厢区法院调解室里，当事人签了字。", "区检察院、区住建局参加。")
    assert any(name.endswith("城厢区人民检察院") for name in bodies(found))
    assert any(name.endswith("城厢区住房和城乡建设局") for name in bodies(found))


def test_a_paper_before_a_reporter_is_where_the_reporter_works(tmp_path: Path) -> None:
    assert employers(tmp_path, "劳模在港口", "记者韦小满来到码头。", "（北湾报记者　韦小满）") == {("韦小满", "北湾报")}


def test_who_drives_on_a_line_works_for_the_firm_of_the_line(tmp_path: Path) -> None:
    assert employers(tmp_path, "劳模在站台", "昆明地铁4号线司机罗小青说，停车要稳。") == {("罗小青", "昆明地铁")}


def test_a_firm_with_a_branch_in_another_place_is_one_name(tmp_path: Path) -> None:
    found = stated(tmp_path, "劳模在乳品厂", "新希望乳业成都分公司召开会议。")
    assert bodies(found) == {"新希望乳业成都分公司"}
