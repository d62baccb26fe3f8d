"""Bodies inside firms: their unions, and the committees of these."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.press.test_local_bodies import bodies, parts, posts, stated


def test_a_union_is_a_part_of_its_firm_and_both_are_told(tmp_path: Path) -> None:
    found = stated(tmp_path, "4月8日，柳河热电有限公司工会开展送清凉活动。", "4月9日，红石岭煤矿工会主席孙立民介绍了情况。")
    assert parts(found) >= {("柳河热电有限公司工会", "柳河热电有限公司"), ("红石岭煤矿工会", "红石岭煤矿")}
    assert bodies(found) >= {"柳河热电有限公司", "红石岭煤矿", "柳河热电有限公司工会", "红石岭煤矿工会"}


def test_a_committee_of_a_firms_union_is_a_part_of_the_union(tmp_path: Path) -> None:
    found = stated(tmp_path, "柳河热电有限公司工会女职工委员会主任高敏主持会议。")
    assert ("柳河热电有限公司工会女职工委员会", "柳河热电有限公司工会") in parts(found)


def test_the_union_of_an_industry_is_a_part_of_no_firm(tmp_path: Path) -> None:
    assert parts(stated(tmp_path, "湖北省邮政工会主席孙立民出席会议。")) == set()


def test_a_committee_told_behind_another_is_of_the_union_too(tmp_path: Path) -> None:
    found = stated(tmp_path, "柳河热电有限公司工会经费审查委员会主任田野、女职工委员会主任高敏出席会议。")
    assert ("柳河热电有限公司工会女职工委员会", "柳河热电有限公司工会") in parts(found)
    assert ("柳河热电有限公司工会女职工委员会", "柳河热电有限公司") not in parts(found)


def test_a_unit_in_a_unit_is_a_part_of_it_and_that_of_the_firm(tmp_path: Path) -> None:
    found = stated(tmp_path, "柳河柳江制药有限公司工会主办　2025年第2期", "运输处机车队职工罗小敏参加。")
    firm = "柳河柳江制药有限公司"
    assert parts(found) >= {(f"{firm}运输处机车队", f"{firm}运输处"), (f"{firm}运输处", firm)}


def test_what_a_career_tells_by_a_noun_is_a_part_of_the_works(tmp_path: Path) -> None:
    found = stated(tmp_path, "劳动模范仇桂英同志逝世", "仇桂英，1953年进入柳河第二棉纺织厂，历任柳河第二棉纺织厂车间主任、厂工会主席。")
    assert ("柳河第二棉纺织厂工会", "柳河第二棉纺织厂") in parts(found)


def test_the_federation_behind_a_party_committee_is_that_of_the_division(tmp_path: Path) -> None:
    found = stated(tmp_path, "柳河工运", "神农架林区党委常委、总工会主席向国祥出席。")
    assert ("向国祥", "神农架林区总工会", "主席", False) in posts(found)
