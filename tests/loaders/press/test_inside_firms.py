"""Bodies inside firms: their unions, and the committees of these."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.loaders.press.test_local_bodies import bodies, stated


def parts(found: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """What is a part of what."""
    return {(f["organisation"], f["parent"]) for f in found if f["fact"] == "part_of"}


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
