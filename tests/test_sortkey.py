from __future__ import annotations

import pytest
from pypinyin import Style, lazy_pinyin

from kg.sortkey import sort_key


def test_a_sort_key_is_the_pinyin_with_tone_numbers() -> None:
    assert sort_key("江海省总工会") == "jiang1 hai3 sheng3 zong3 gong1 hui4"


def test_a_character_is_read_as_in_its_word() -> None:
    assert sort_key("重庆银行") == "chong2 qing4 yin2 hang2"
    assert sort_key("行长重视") == "hang2 zhang3 zhong4 shi4"


def test_what_is_not_chinese_stays_in_one_piece() -> None:
    assert sort_key("ABC公司12号楼") == "abc gong1 si1 12 hao4 lou2"
    assert sort_key("") == ""


@pytest.mark.parametrize("name", ["望海市总工会", "江海重工集团有限公司", "长沙市银行业协会", "单雄信", "曾国藩", "乐清市音乐家协会"])
def test_words_are_read_as_pypinyin_reads_them(name: str) -> None:
    assert sort_key(name) == " ".join(lazy_pinyin(name, style=Style.TONE3))
