"""Where people work who hold no post there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.press.test_local_bodies import posts, stated


@pytest.mark.parametrize(
    ("line", "person", "body"),
    [
        ("郑晓东是柳河热电有限公司的一名焊工，今年38岁。", "郑晓东", "柳河热电有限公司"),
        ("马文静是来自青木重工有限公司的一名女职工，从事电焊工作。", "马文静", "青木重工有限公司"),
        ("柳河晚报记者王晓燕采访了他。", "王晓燕", "柳河晚报"),
        ("鲁北港职工周明亮、鲁能电力选手钱国华获得第二名。", "周明亮", "鲁北港"),
        ("鲁北港职工周明亮、鲁能电力选手钱国华获得第二名。", "钱国华", "鲁能电力"),
        ("来自青木重工有限公司的周明亮获得第二名。", "周明亮", "青木重工有限公司"),
    ],
)
def test_a_worker_or_a_reporter_holds_no_post(tmp_path: Path, line: str, person: str, body: str) -> None:
    found = stated(tmp_path, "3月5日，技能竞赛开幕，选手马文静、郑晓东出席。", line)
    assert (person, body) in {(f["person"], f["organisation"]) for f in found if f["fact"] == "affiliation"}
    assert posts(found) == set()


def test_a_gender_in_brackets_may_stand_between_a_title_and_a_name(tmp_path: Path) -> None:
    found = stated(tmp_path, "柳河煤矿工会主席（女）孙立梅出席会议。")
    assert posts(found) == {("孙立梅", "柳河煤矿工会", "主席", False)}
    assert [f["gender"] for f in found if f["fact"] == "person"] == ["女"]
