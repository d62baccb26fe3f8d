"""Running text as a whole: whose figures are, of what time, who runs a programme and who holds a contest."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from kg.facts import facts
from loaders import press
from tests.readings import MODEL


def read(tmp_path: Path, text: str, kind: str) -> list[dict[str, Any]]:
    path = tmp_path / "input.txt"
    path.write_text(text, encoding="utf-8")
    return [fact for fact in facts(press.read(path, tagger=False), MODEL) if fact["fact"] == kind]


def figures(tmp_path: Path, text: str) -> list[tuple[Any, ...]]:
    return [(f.get("subject"), f["metric"], f["value"], f.get("period")) for f in read(tmp_path, text, "statistic")]


def test_figures_are_of_the_body_under_whose_heading_they_stand(tmp_path: Path) -> None:
    text = "岳阳市总工会：\n\n2023年以来，新建驿站80家，惠及职工3万人次。\n\n湘潭市总工会：\n\n全市现有会员12万人。\n"
    assert figures(tmp_path, text) == [
        ("岳阳市总工会", "新建驿站", 80, "since 2023"),
        ("岳阳市总工会", "惠及职工", 30_000, "since 2023"),
        ("湘潭市", "会员", 120_000, None),
    ]


def test_the_company_means_the_enterprise_that_the_document_introduced(tmp_path: Path) -> None:
    text = "岳阳长岭化工有限公司（以下简称“长岭化工”）地处岳阳市。近年来，公司获得专利36项。\n"
    assert figures(tmp_path, text) == [("岳阳长岭化工有限公司", "获得专利", 36, None)]


def test_both_ends_of_a_change_are_facts_of_their_own(tmp_path: Path) -> None:
    text = "岳阳市总工会自2019年起推行新制，持证率从30%提高到75%。\n"
    assert figures(tmp_path, text) == [("岳阳市总工会", "持证率", 30, "2019"), ("岳阳市总工会", "持证率", 75, "since 2019")]


def test_a_body_before_a_programme_runs_it_and_is_no_organiser_of_an_event(tmp_path: Path) -> None:
    text = "岳阳市总工会实施“洞庭工匠”培育计划，培养高技能人才800名。\n"
    assert [(p["name"], p["organisation"], p["kind"]) for p in read(tmp_path, text, "programme")] == [
        ("“洞庭工匠”培育计划", "岳阳市总工会", "training")
    ]
    assert read(tmp_path, text, "organises") == []


def test_a_contest_in_a_notice_has_its_year_and_its_organisers(tmp_path: Path) -> None:
    text = "关于举办第三届岳阳市焊工技能大赛的通知\n\n定于2024年5月举办第三届岳阳市焊工技能大赛。\n\n本次大赛由岳阳市总工会主办。\n"
    contest = read(tmp_path, text, "competition")[0]
    assert (contest["name"], contest["edition"], contest["year"], contest["level"]) == ("第三届岳阳市焊工技能大赛", 3, 2024, "municipal")
    assert [(o["organisation"], o["role"]) for o in read(tmp_path, text, "organises")] == [("岳阳市总工会", "主办")]


def test_a_heading_shortens_the_name_of_the_contest_that_is_told_below(tmp_path: Path) -> None:
    below = "\n\n2024年5月，岳阳市总工会举办第三届岳阳市职工焊接技能大赛，85名选手参赛。\n"
    for heading, names in (
        ("洞庭化工职工焊接技能大赛侧记", {"第三届岳阳市职工焊接技能大赛"}),
        ("湖南省职工焊接技能大赛侧记", {"第三届岳阳市职工焊接技能大赛", "湖南省职工焊接技能大赛"}),
    ):
        found = read(tmp_path, heading + below, "competition")
        assert {contest["name"] for contest in found} == names
        assert any(contest.get("edition") == 3 for contest in found)


def test_a_pull_quote_that_is_printed_twice_is_one_fact(tmp_path: Path) -> None:
    quote = "·) 拧紧一颗螺栓容易，拧紧一万颗不容易。\n\n——岳阳长岭化工有限公司班长李卫国如是说。\n\n"
    found = read(tmp_path, quote * 2, "quotation")
    assert [(q["person"], q["text"]) for q in found] == [("李卫国", "拧紧一颗螺栓容易，拧紧一万颗不容易。")]


def test_units_and_what_a_body_founded_are_parts_of_it(tmp_path: Path) -> None:
    text = "岳阳长岭化工有限公司检修车间主任李卫国介绍，岳阳长岭化工有限公司成立岳阳长岭技工学校。\n"
    assert {(p["organisation"], p["parent"]) for p in read(tmp_path, text, "part_of")} == {
        ("岳阳长岭化工有限公司检修车间", "岳阳长岭化工有限公司"),
        ("岳阳长岭技工学校", "岳阳长岭化工有限公司"),
    }


def test_the_copies_that_a_masthead_counts_are_a_figure_of_the_periodical(tmp_path: Path) -> None:
    text = "《湘江工运》\n2024年第3期\n主 办 湖南省总工会\n主 编 李卫国\n印 数 3000本\n"
    assert figures(tmp_path, text) == [("湘江工运", "印数", 3000, "2024")]


def test_noise_of_quotes_and_numbers_is_read_in_linear_time(tmp_path: Path) -> None:
    for noise in ("“甲”“乙", "12万人、", "大赛竞赛", "公司大桥项目", "说：“好的好的。”"):
        seconds = []
        for size in (3_000, 30_000):
            began = time.process_time()
            read(tmp_path, "工会的和在\n" + noise * (size // len(noise)), "statistic")
            seconds.append(time.process_time() - began)
        assert seconds[1] < 30 * max(seconds[0], 0.3), noise
