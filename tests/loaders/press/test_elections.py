"""Who is elected at a meeting has a post and a part in the meeting."""

from __future__ import annotations

from pathlib import Path

from kg.facts import facts
from loaders import press
from tests.readings import MODEL


def test_those_elected_in_a_later_paragraph_were_elected_at_the_meeting(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    lines = (
        "2023年4月18日，青海省工会第十三次代表大会在西宁召开。",
        "大会选举聂长青为青海省总工会主席，史建林为副主席。",
        "会上，冀明亮当选经费审查委员会主任。",
    )
    path.write_text("\n\n".join(lines), encoding="utf-8")
    found = list(facts(press.read(path), MODEL))
    elected = {(f["agent"], f["event"]) for f in found if f["fact"] == "participation" and f["role"] == "elected"}
    assert elected == {(name, "青海省工会第十三次代表大会") for name in ("聂长青", "史建林", "冀明亮")}
    posts = {(f["person"], f["organisation"], f["title"]) for f in found if f["fact"] == "post"}
    assert posts >= {("聂长青", "青海省总工会", "主席"), ("史建林", "青海省总工会", "副主席")}
