"""The gender of somebody, where the words before the name state it, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.press.test_local_bodies import stated


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("临江市造船厂女焊工罗小青说：“我喜欢这一行。”", "罗小青", "女"),
        ("前省女子排球队名将段玉梅表示，要把技术教给年轻人。", "段玉梅", "女"),
        ("中国男子篮球队队员赵德胜讲话。", "赵德胜", "男"),
        ("市总工会女职工委员会主任罗小青讲话。", "罗小青", ""),
        ("省女子排球队主教练段玉梅讲话。", "段玉梅", ""),
        ("男女职工赵德胜、罗小青表示，活动很好。", "赵德胜", ""),
    ],
)
def test_a_noun_for_a_man_or_a_woman_before_a_name_states_the_gender(tmp_path: Path, text: str, name: str, gender: str) -> None:
    assert [one.get("gender", "") for one in stated(tmp_path, text) if one["fact"] == "person" and one["name"] == name] == [gender]
