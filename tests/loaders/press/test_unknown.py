"""What was met and is not known is told, once, with its place."""

from __future__ import annotations

from pathlib import Path

from kg.document import quote
from loaders import press


def test_unknown_titles_and_bodies_are_told_once_each(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    text = "11月3日，山西省总工会联络使韩志强发言。\n\n11月5日，山西省总工会联络使韩志强、云岭工运社主编高文参加。\n"
    path.write_text(text, encoding="utf-8")
    reading = press.read(path)
    told = [(n.kind, n.words) for n in reading.notices]
    assert told.count(("unknown title", "联络使")) == 1
    assert len(told) >= 1
    assert all(quote(reading.text, (n.span,)) == n.words for n in reading.notices)
