"""The figures: the same as the reference scorer's on the development lines, and what counts as a match."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import cases, distinct, figures, gold, ranges, total, unfounded, within
from kg.evaluate.words import alike, share_a_run
from kg.facts import Fact, facts
from loaders import press
from tests.cli.command import ROOT
from tests.readings import MODEL

SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus" / "gdgy-2025-11.txt"
GOLD = SHARED / "facts" / "dev-gold.jsonl"
LINES = "1-145,243-360,513-672"

POST: Fact = {"fact": "post", "person": "顾明远", "organisation": "江海省总工会", "title": "主席", "quote": "省总工会主席顾明远"}
BODY: Fact = {"fact": "organisation", "name": "江海省总工会", "kind": "union", "aliases": ["省总工会"], "quote": "省总工会"}


def one(wanted: list[Fact], said: list[Fact], kind: str = "post") -> tuple[float, float]:
    found = figures(wanted, said)[kind]
    return found.precision, found.recall


def test_the_figures_are_the_reference_scorers(tmp_path: Path) -> None:
    if not SHARED.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("CI has ../shared beside the project")
        pytest.skip("needs ../shared")
    reading = press.read(CORPUS)
    stated = distinct(facts(reading, MODEL))
    stated += [{**stated[0], "quote": "这里没有这句话"}, {**stated[1], "name": "无此人"}]
    lines = tmp_path / "facts.jsonl"
    lines.write_text("".join(json.dumps(f, ensure_ascii=False) + "\n" for f in stated), encoding="utf-8")
    command = [
        sys.executable,
        str(SHARED / "facts" / "score_facts.py"),
        str(GOLD),
        str(lines),
        "--json",
        "--within",
        str(CORPUS),
        "--lines",
        LINES,
    ]
    wanted = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    ours = figures(gold(GOLD), stated, within(stated, reading.text, ranges(LINES)), unfounded(stated, reading.text))
    whole, macro = total(ours)
    assert set(ours) == set(wanted) - {"all"}
    for kind, row in wanted.items():
        found = whole if kind == "all" else ours[kind]
        assert (found.needed, found.found, found.stated, found.right) == tuple(row[k] for k in ("needed", "found", "stated", "right")), kind
        assert (found.precision, found.recall, found.f1) == pytest.approx((row["precision"], row["recall"], row["f1"])), kind
        assert kind == "all" or found.side == (None if row["sides"] is None else pytest.approx(row["sides"])), kind
    assert macro == pytest.approx(wanted["all"]["macro"])


def test_another_form_of_a_body_that_the_gold_lists_is_the_body() -> None:
    assert one([POST, BODY], [{**POST, "organisation": "省总工会"}]) == (1.0, 1.0)
    assert one([POST], [{**POST, "organisation": "省总工会"}]) == (0.0, 0.0)


@pytest.mark.parametrize("other", [{"title": "副主席"}, {"person": "顾明"}, {"former": True}, {"quote": "别处的话"}])
def test_a_post_with_one_field_or_the_place_wrong_is_wrong(other: Fact) -> None:
    assert one([POST], [{**POST, **other}]) == (0.0, 0.0)


def test_what_may_be_left_out_is_neither_error_nor_loss() -> None:
    free = {**POST, "title": "委员", "need": False}
    assert one([POST, free], [POST]) == (1.0, 1.0)
    assert one([POST, free], [POST, {**POST, "title": "委员"}]) == (1.0, 1.0)


def test_a_fact_said_word_for_word_again_counts_once_and_a_quote_from_nowhere_is_wrong() -> None:
    said = distinct([POST, dict(POST)])
    assert len(said) == 1
    assert figures([POST], said, wrong=unfounded(said, "别的文字"))["post"].precision == 0.0
    assert figures([POST], said, wrong=unfounded(said, "省总工会\n主席顾明远讲话"))["post"].precision == 1.0


def test_a_title_in_other_words_is_alike_by_pairs_or_by_holding() -> None:
    assert alike("江海省职工焊接技能大赛", "全省职工焊接技能大赛", 0.75)
    assert alike("焊接技能大赛", "江海省职工焊接技能大赛", 0.9)
    assert not alike("焊工", "江海省职工焊接技能大赛", 0.75)
    assert not alike("", "江海", 0.1)
    assert share_a_run("省总工会主席", "的总工会主席，", 4)
    assert not share_a_run("", "的", 4)


def test_only_what_is_stated_within_the_lines_counts() -> None:
    text = "第一行\n第二行\n第三行\n"
    stated = [{"fact": "person", "name": c, "quote": q} for c, q in (("甲", "第一行"), ("乙", "第三行"), ("丙", "第九行"))]
    stated.append({"fact": "person", "name": "丁", "quote": "行", "spanStart": 6, "spanEnd": 7})
    assert [f["name"] for f in within(stated, text, ranges("2-2"))] == ["丙", "丁"]


@pytest.mark.parametrize("written", ["", "3", "1-2;3-4", "a-b"])
def test_ranges_of_another_form_are_refused(written: str) -> None:
    with pytest.raises(InputError, match="1-145"):
        ranges(written)


@pytest.mark.parametrize(("row", "said"), [("{", "no JSON"), ("[]", "no known kind"), ('{"fact": "taste"}', "no known kind")])
def test_a_line_that_is_no_fact_is_refused_with_its_place(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f'{{"fact": "person", "name": "顾明远"}}\n\n{row}\n', encoding="utf-8")
    with pytest.raises(InputError, match=rf"gold.jsonl:3 .*{said}"):
        gold(path)


def test_a_folder_of_cases_without_its_parts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no cases"):
        cases(tmp_path)
    (tmp_path / "one").mkdir()
    with pytest.raises(InputError, match="0 editions"):
        cases(tmp_path)
    (tmp_path / "one" / "input.txt").write_text("一", encoding="utf-8")
    with pytest.raises(InputError, match=r"facts.jsonl cannot be read"):
        cases(tmp_path)
    (tmp_path / "one" / "facts.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "held-out.txt").write_text("# none\nanother\n", encoding="utf-8")
    with pytest.raises(InputError, match="names another"):
        cases(tmp_path)
