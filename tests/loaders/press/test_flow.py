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
