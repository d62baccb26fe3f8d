"""The saved queries on both engines: what they answer to the hand-made part of the sample."""

from __future__ import annotations

from typing import Any

import pytest

from kg.analyst.pack import saved_queries
from kg.store import Store

QUERIES = {query.name: query for query in saved_queries()}

MEETING, FINAL = "全省深化产业工人队伍建设改革推进会", "江海省第七届职工焊接技能大赛决赛"
CONTEST, WORKS = "江海省第七届职工焊接技能大赛", "江海重工集团有限公司"

ANSWERS: dict[str, list[tuple[Any, ...]]] = {
    "01-person": [
        ("沈望舒", "spoke", FINAL),
        ("沈望舒", "常务副主席", "江海省总工会"),
        ("沈望舒", "chaired", MEETING),
    ],
    "02-officials": [
        ("江海省总工会", "副主席", "贺知秋", "2025-11-12"),
        ("江海省总工会", "主席", "梁景澜", "2025-11-12"),
        ("江海省总工会", "常务副主席", "沈望舒", "2025-11-12"),
    ],
    "03-former": [("顾长庚", "望海市总工会", "主席", "2025-11-18", "顾长庚不再担任主席职务", "11月大事")],
    "04-together": [
        ("2025-11-12", "临江市工人文化宫", MEETING, ["贺知秋", "梁景澜"]),
        ("2025-11-25", "望海市", FINAL, ["陆远帆"]),
    ],
    "05-event": [
        (MEETING, "reported", "贺知秋", "临江市"),
        (MEETING, "spoke", "梁景澜", "临江市"),
        (MEETING, "chaired", "沈望舒", "临江市"),
    ],
    "06-honours": [
        ("江海省劳动模范", [2019], "欧阳树声", 1),
        ("全国劳动模范", [2020], "陶砺行", 1),
        ("全国五一劳动奖章", None, WORKS, 1),
        ("全国五一劳动奖章", [2023], "张伟", 1),
    ],
    "07-honoured-workers": [
        ("江海省劳动模范", [2019], "欧阳树声", None, None),
        ("全国劳动模范", [2020], "陶砺行", "钳工", WORKS),
        ("全国五一劳动奖章", [2023], "张伟", "电焊工", WORKS),
    ],
    "08-contest": [
        (CONTEST, "joint-host", "江海省人力资源和社会保障厅"),
        (CONTEST, "joint-host", "江海省总工会"),
        (CONTEST, "co-organiser", WORKS),
        (CONTEST, "undertaker", "望海市总工会"),
        (CONTEST, "团体一等奖", "望海市总工会"),
        (CONTEST, FINAL, None),
    ],
    "09-evidence": [
        ("Tenure", "常务副主席", "江海省总工会", "常务副主席任职", "11月大事"),
        ("Participation", "chaired", MEETING, "chaired参与", "11月大事"),
        ("Participation", "spoke", FINAL, "spoke参与", "11月大事"),
    ],
    "10-namesakes": [("张伟", [f"{WORKS}电焊工"], 2), ("张伟", ["望海市总工会副主席"], 2)],
}
UNSHOWN = {"r", "s", "t", "u", "起", "止", "标识"}


def test_every_saved_query_has_an_answer_here() -> None:
    assert set(ANSWERS) == set(QUERIES)


@pytest.mark.parametrize("name", ANSWERS)
def test_a_saved_query_answers_as_the_sample_says_on_both_engines(on_embedded: Store, on_neo4j: Store, name: str) -> None:
    one, other = on_embedded.read(QUERIES[name].text), on_neo4j.read(QUERIES[name].text)
    assert one == other
    assert [shown(row) for row in one] == ANSWERS[name]
    assert all(row["止"] - row["起"] == len(row["原文"]) for row in one if "起" in row)


def shown(row: dict[str, Any]) -> tuple[Any, ...]:
    """A row with each node by what it is called, without edges and places in the text."""
    return tuple(called(value) for key, value in row.items() if key not in UNSHOWN)


def called(value: Any) -> Any:
    if isinstance(value, dict):
        return next(value[name] for name in ("name", "title", "occupation", "prize", "role", "year") if value.get(name))
    return value
