"""Traditional characters are read as simplified ones, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.document import quote
from loaders import press
from loaders.press.script import simplified


def test_a_traditional_text_is_read_in_simplified_names_and_quoted_as_printed(tmp_path: Path) -> None:
    text = "澳門工會聯合總會會長何雪卿昨日出席會議，副會長鍾國斌致辭。"
    path = tmp_path / "news.txt"
    path.write_text(text, encoding="utf-8")
    reading = press.read(path)
    assert reading.text == text
    told = {c.get("name"): quote(reading.text, c.spans) for c in reading.claims if c.mention}
    assert told["钟国斌"] == "鍾國斌"
    assert told["澳门工会联合总会"] == "澳門工會聯合總會"


@pytest.mark.parametrize("text", ["於梨华、乾县总工会主席後藤出席，" + "职工代表参加大会。" * 20, "", "abc", "一"])
def test_a_simplified_text_stays_as_it_is(text: str) -> None:
    assert simplified(text) == text


@pytest.mark.parametrize("text", ["乾隆瞭望後勤裏面" * 9, "會\ud800議"])
def test_the_length_stays(text: str) -> None:
    assert len(simplified(text)) == len(text)


def test_marks_of_traditional_print_are_read_as_those_of_simplified_print() -> None:
    assert simplified("講述了「海員之家」計劃，該會現有會員一萬六千餘人") == "讲述了“海员之家”计划，该会现有会员一万六千余人"
