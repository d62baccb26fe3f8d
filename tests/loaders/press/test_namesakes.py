"""People of one name in one document, told apart by what the document says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.facts import facts
from loaders import press
from tests.readings import MODEL

WELDER = "太原重型机械集团有限公司焊工张伟"


def people(tmp_path: Path, text: str) -> tuple[int, int]:
    """How many people called 张伟 there are, and how many pairs are certainly two."""
    path = tmp_path / "news.txt"
    path.write_text("2024年8月5日，山西省总工会举办技能竞赛。" + text, encoding="utf-8")
    reading = press.read(path)
    named = {f.get("id", "") for f in facts(reading, MODEL) if f["fact"] == "person" and f["name"] == "张伟"}
    mentions = {c.mention for c in reading.claims if c.class_name == "Person" and c.get("name") == "张伟"}
    assert len(named) == len(mentions)
    assert all(named) if len(named) > 1 else named == {""}
    return len(mentions), len(reading.apart)


@pytest.mark.parametrize(
    "text",
    [
        f"{WELDER}、大同市公共交通集团有限公司驾驶员张伟参加。",
        f"{WELDER}参加。山西省总工会副主席张伟出席。",
        "运城市张伟（女）参加。临汾市张伟（男）参加。",
        "选手张伟（1985年生）参加。选手张伟（1991年生）参加。",
        "选手张伟（大）参加。选手张伟（小）参加。",
    ],
)
def test_what_differs_tells_two_people_apart(tmp_path: Path, text: str) -> None:
    assert people(tmp_path, text) == (2, 1)


@pytest.mark.parametrize(
    "text",
    [
        f"{WELDER}参加。张伟（男）说，明年再来。",
        "山西省总工会副主席张伟出席。山西省人大常委会委员张伟参加。",
        f"{WELDER}参加。太原重型机械集团有限公司的张伟发言。",
        f"{WELDER}、山西省总工会兼职副主席张伟发言。",
    ],
)
def test_what_does_not_contradict_is_one_person(tmp_path: Path, text: str) -> None:
    assert people(tmp_path, text) == (1, 0)


def test_a_name_alone_is_the_one_named_last(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    text = f"2024年8月5日，山西省总工会举办技能竞赛，{WELDER}参加。\n\n大同市总工会副主席张伟致辞。\n\n张伟主持会议。\n"
    path.write_text(text, encoding="utf-8")
    said = [f for f in facts(press.read(path), MODEL) if f.get("id")]
    chair = next(f["id"] for f in said if f["fact"] == "participation" and f["role"] == "chaired")
    post = next(f["id"] for f in said if f["fact"] == "post" and f["title"] == "副主席")
    assert chair == post
