"""Units inside bodies: whose they are, and who heads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.press.test_local_bodies import bodies, parts, posts, stated


def test_a_works_and_its_workshop_are_told_with_the_firm(tmp_path: Path) -> None:
    found = stated(tmp_path, "北岭钢铁有限公司炼钢二厂转炉作业区炉长王铁军介绍经验。")
    works = "北岭钢铁有限公司炼钢二厂"
    assert bodies(found) >= {works, works + "转炉作业区"}
    assert (works + "转炉作业区", works) in parts(found)
    assert ("王铁军", works + "转炉作业区", "炉长", False) in posts(found)


def test_units_told_after_the_union_of_a_firm_are_the_firms(tmp_path: Path) -> None:
    found = stated(tmp_path, "浙江省人民医院工会主席沈丽华、护理部主任方晓红、急诊科护士长金燕出席表彰会。")
    assert posts(found) >= {
        ("沈丽华", "浙江省人民医院工会", "主席", False),
        ("方晓红", "浙江省人民医院护理部", "主任", False),
        ("金燕", "浙江省人民医院急诊科", "护士长", False),
    }


def test_the_union_of_a_firm_keeps_the_units_of_unions(tmp_path: Path) -> None:
    found = stated(tmp_path, "浙江省人民医院工会主席沈丽华、女职工委员会主任方晓红出席表彰会。")
    assert ("方晓红", "浙江省人民医院工会女职工委员会", "主任", False) in posts(found)


def test_a_division_of_an_office_by_its_short_name_is_its_part(tmp_path: Path) -> None:
    found = stated(tmp_path, "江苏省人社厅职业能力建设处处长周文斌致辞。")
    office = "江苏省人力资源和社会保障厅"
    assert ("周文斌", office + "职业能力建设处", "处长", False) in posts(found)
    assert (office + "职业能力建设处", office) in parts(found)


def test_the_federation_is_meant_by_its_shortest_name_before_a_title(tmp_path: Path) -> None:
    found = stated(tmp_path, "江苏省总党组书记、副主席魏国强讲话，南京市总二级调研员夏明陪同。")
    assert posts(found) >= {("魏国强", "江苏省总工会", "党组书记", False), ("夏明", "南京市总工会", "二级调研员", False)}


@pytest.mark.parametrize("words", ["该市总工程师魏国强讲话。", "本超市总经理魏国强讲话。"])
def test_other_words_with_the_same_beginning_are_no_federation(tmp_path: Path, words: str) -> None:
    assert not [name for name in bodies(stated(tmp_path, "南京市总工会简报", words)) if name != "南京市总工会"]


def test_committees_of_a_zone_told_one_after_the_other_are_each_its_own(tmp_path: Path) -> None:
    found = stated(tmp_path, "南京市临港经济开发区党工委委员、管委会副主任、工会工委主任徐静出席座谈会。")
    zone = "南京市临港经济开发区"
    assert posts(found) >= {
        ("徐静", zone + "党工委", "委员", False),
        ("徐静", zone + "管委会", "副主任", False),
        ("徐静", zone + "工会工委", "主任", False),
    }


@pytest.mark.parametrize(
    "line",
    ["54名获奖选手全部参与古村建设。", "职工方代表由工会推举产生。", "企业方代表由法定代表人指派。", "供图|韶关工", "供图|白云工"],
)
def test_common_words_after_a_title_are_nobody(tmp_path: Path, line: str) -> None:
    assert not [f["name"] for f in stated(tmp_path, "广东省总工会简报", line) if f["fact"] == "person"]


def test_a_unit_told_alone_is_of_the_firm_told_last(tmp_path: Path) -> None:
    found = stated(tmp_path, "北岭纺织有限公司工会主席谭志宏介绍情况。", "人力资源部主任覃丽出席座谈会。")
    assert ("覃丽", "北岭纺织有限公司人力资源部", "主任", False) in posts(found)
    assert ("北岭纺织有限公司人力资源部", "北岭纺织有限公司") in parts(found)


def test_a_name_before_the_verb_is_no_part_of_the_body(tmp_path: Path) -> None:
    found = stated(tmp_path, "北岭纺织有限公司党委研究决定：", "谭梅任北岭纺织有限公司工会主席。")
    assert "谭梅任北岭纺织有限公司" not in bodies(found)


def test_the_union_of_the_firm_told_last_is_meant_by_its_bare_word(tmp_path: Path) -> None:
    found = stated(tmp_path, "北岭纺织有限公司召开大会。", "公司工会女职工委员会主任鲁建新出席。")
    assert ("鲁建新", "北岭纺织有限公司工会女职工委员会", "主任", False) in posts(found)


def test_one_who_leaves_for_a_reason_has_left(tmp_path: Path) -> None:
    found = stated(tmp_path, "通江县总工会简报", "同意刘伟同志因工作变动辞去县总工会副主席职务。")
    assert ("刘伟", "通江县总工会", "副主席", True) in posts(found)


def test_each_link_of_a_chain_of_units_is_told(tmp_path: Path) -> None:
    found = stated(tmp_path, "兰州银河钢铁集团有限公司检修中心电气班班长李强介绍经验。")
    firm = "兰州银河钢铁集团有限公司"
    assert {(f"{firm}检修中心电气班", f"{firm}检修中心"), (f"{firm}检修中心", firm)} <= parts(found)


def test_what_follows_in_a_list_is_owned_as_well(tmp_path: Path) -> None:
    found = stated(tmp_path, "兰州银河集团有限公司所属兰州金城机械有限公司、兰州金城电机有限公司参加。")
    owner = "兰州银河集团有限公司"
    assert parts(found) == {("兰州金城机械有限公司", owner), ("兰州金城电机有限公司", owner)}


def test_a_crew_of_a_site_is_told_with_the_firm_before_the_site(tmp_path: Path) -> None:
    site = "中铁十五局昆明地铁项目部"
    found = stated(tmp_path, f"{site}试验班班长罗青讲话。")
    assert posts(found) == {("罗青", site + "试验班", "班长", False)}
    assert parts(found) == {(site, "中铁十五局"), (site + "试验班", site)}
