"""Units that the paper of a firm tells by their own words, and what is a part of what there."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.press.test_employers import employers
from tests.loaders.press.test_inside_firms import parts
from tests.loaders.press.test_local_bodies import bodies, posts, stated

HEAD = "柳河柳江制药有限公司工会主办　2025年第2期"
FIRM = "柳河柳江制药有限公司"


def test_units_before_workers_names_and_verbs_are_of_the_firm_of_the_masthead(tmp_path: Path) -> None:
    lines = (
        HEAD,
        "●质检部的罗小敏、动力车间职工石磊参加。洗衣房获“巾帼文明岗”称号。",
        "●女工委举办“书香柳江”读书会，公司工会联合职工医院义诊。",
    )
    found = stated(tmp_path, *lines)
    units = {f"{FIRM}{unit}" for unit in ("质检部", "动力车间", "洗衣房", "职工医院", "工会女职工委员会")}
    assert bodies(found) >= units
    assert parts(found) >= {(f"{FIRM}质检部", FIRM), (f"{FIRM}动力车间", FIRM), (f"{FIRM}工会", FIRM)}
    assert employers(tmp_path, *lines) == {("罗小敏", f"{FIRM}质检部"), ("石磊", f"{FIRM}动力车间")}


def test_a_committee_behind_a_chair_of_the_firms_union_is_the_unions(tmp_path: Path) -> None:
    found = stated(tmp_path, HEAD, "公司党委副书记、工会主席崔玉海讲话，工会副主席、女职工委员会主任庞秀芝宣读决定。")
    assert posts(found) >= {("庞秀芝", FIRM, "工会副主席", False), ("庞秀芝", f"{FIRM}工会女职工委员会", "主任", False)}


def test_words_that_end_like_units_are_none(tmp_path: Path) -> None:
    found = stated(tmp_path, HEAD, "各车间职工、全队职工、夜班工人和服务队成员参加，现场的罗敏说，好处多。")
    assert bodies(found) <= {FIRM, f"{FIRM}工会"}


def test_colleges_and_party_groups_are_parts_of_their_bodies(tmp_path: Path) -> None:
    found = stated(tmp_path, "柳河工运", "委托云南财经大学公共管理学院开展调研。", "中共昆明市总工会党组决定：", "昆明学院附属医院义诊。")
    assert parts(found) >= {("云南财经大学公共管理学院", "云南财经大学"), ("昆明市总工会党组", "昆明市总工会")}
