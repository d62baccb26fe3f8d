"""Flowing text: what is too long for a paragraph is read in pieces, each character with its place."""

from __future__ import annotations

from loaders.press.flow import LONGEST, paragraphs


def test_one_line_of_any_length_is_read_in_pieces_that_lose_nothing() -> None:
    text = "省总工会主席顾明远讲话，" * 1_000 + "会" * 5_000
    pieces = list(paragraphs(text, 0, len(text)))
    assert "".join(piece.text for piece in pieces) == text
    assert [place for piece in pieces for place in piece.places] == list(range(len(text)))
    assert all(len(piece.text) <= LONGEST for piece in pieces)
    assert pieces[0].text.endswith("，")


def test_lines_that_never_end_a_sentence_make_no_endless_paragraph() -> None:
    text = "省总工会主席顾明远讲话，众人鼓掌欢迎他\n" * 2_000
    assert max(len(piece.text) for piece in paragraphs(text, 0, len(text))) <= LONGEST


def read(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(text, 0, len(text))]


def test_a_paragraph_that_a_page_break_cuts_is_one() -> None:
    head, tail = "职工们围绕安全生产、质量提升和技术创新,开展了一系列岗位练", "兵活动,取得了良好的成绩。"
    assert read(f"{head}\n\n{tail}\n") == [head + tail]


def test_the_lines_of_a_list_are_paragraphs_each() -> None:
    rows = [
        "筹集资金2.3亿元",
        "慰问职工18万户",
        "举办招聘会1240场，提供岗位32万个",
        "热线受理诉求4.2万件，办结率99%",
        "新建托管班215个、休息室30间，惠及职工家庭近万户",
    ]
    assert read("\n".join(rows)) == rows


def test_wrapped_lines_run_on() -> None:
    rows = [
        "一二三四五六七八九十,一二三四五六七八九十",
        "一二三四五六七八九十一二三四五六七八九,十",
        "一二三四五六七八九十一二三四五六七,八九",
        "一二,三四。",
    ]
    assert read("\n".join(rows)) == ["".join(rows)]
