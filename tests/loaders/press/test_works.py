"""Works in running text: kinds by their titles, who brought them out, and titles of what is no such work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.press.structure import FINDERS, told

WORKS = FINDERS.parts.works


def found(text: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    bodies = FINDERS.organisations.find(text, FINDERS.context())
    return [(w.title, w.kind, tuple(one.name for one in w.issuers), w.year) for w in WORKS.find(text, bodies)]


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("青海省总工会印发了《青海工会工作规划（2021—2025年）》。", ("青海工会工作规划（2021—2025年）", "plan", ("青海省总工会",), "")),
        ("2023年3月，青海省总工会出台《评选管理办法》。", ("评选管理办法", "regulation", ("青海省总工会",), "2023")),
        ("学习中共中央、国务院《关于深化改革的意见》精神。", ("关于深化改革的意见", "policy", ("中共中央", "国务院"), "")),
        ("青海省总工会学习贯彻《企业民主管理规定》。", ("企业民主管理规定", "regulation", (), "")),
        ("职工书屋荐读《湟水谣》。", ("湟水谣", "book", (), "")),
        ("《青海工会史》记述了工运的开端。", ("青海工会史", "book", (), "")),
        ("公司编印《安全操作手册》。", ("安全操作手册", "handbook", (), "")),
    ],
)
def test_a_title_tells_its_kind_and_its_sentence_who_issued_it(text: str, work: tuple[str, str, tuple[str, ...], str]) -> None:
    assert found(text) == [work]


@pytest.mark.parametrize(
    "text", ["演唱歌曲《河湟工人的规划》", "《河湟工报》记者", "开展《协商机制研究》课题调研", "《灯火》", "签订《集体合同》"]
)
def test_songs_papers_and_projects_are_no_works(text: str) -> None:
    assert found(text) == []


def test_titles_in_a_row_have_one_issuer() -> None:
    titles = found("青海省总工会制定《协商办法》《监督工作规定》《考核细则》。")
    assert {issuers for _, _, issuers, _ in titles} == {("青海省总工会",)}
    assert len(titles) == 3


@pytest.mark.parametrize(
    "text",
    ["海东车辆有限公司技师祁连山参与编写《车身焊接手册》一书。", "海东车辆有限公司技师祁连山从业十年，主编了《车身焊接手册》。"],
)
def test_who_writes_a_work_is_its_author(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text, "authorship", "article", "person", "role") == {("车身焊接手册", "祁连山", "author")}


def test_a_title_that_a_press_brings_out_is_a_book() -> None:
    text = "江文礼所著《沙河两岸的歌》由福建人民出版社出版。"
    (work,) = FINDERS.parts.works.find(text, FINDERS.organisations.find(text, FINDERS.context()))
    assert (work.title, work.kind, [one.name for one in work.issuers]) == ("沙河两岸的歌", "book", ["福建人民出版社"])


@pytest.mark.parametrize(
    "text",
    [
        "史建林在《湟水工人运动史》一书中认为，工会始于码头。",
        "在《湟水工人运动史》中，史建林指出，工会始于码头。",
        "书屋里摆着作家史建林的《湟水工人运动史》一书。",
    ],
)
def test_a_sentence_that_cites_a_work_may_name_its_author(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, f"河湟工运 2024年3月\n\n{text}", "authorship", "article", "person", "role") == {
        ("湟水工人运动史", "史建林", "author")
    }


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("青海省总工会印发《评选管理办法》。", 2024),
        ("此前，青海省总工会印发《评选管理办法》。", None),
        ("学习《企业民主管理规定》。", None),
    ],
)
def test_what_a_text_that_bears_its_day_says_is_issued_is_of_its_year(tmp_path: Path, text: str, year: int | None) -> None:
    assert told(tmp_path, f"2024年5月8日\n\n{text}", "document", "year") == {(year,)}


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("签订《女职工特殊权益保护专项集体合同》。", "女职工特殊权益保护专项集体合同", ""),
        ("双方签署《职工服务合作备忘录》。", "职工服务合作备忘录", ""),
        ("据《2023年新就业形态劳动者调查》显示，人数增长。", "2023年新就业形态劳动者调查", ""),
        ("罗青在《工会与集体谈判》中提出，企业亏损时更要协商。", "工会与集体谈判", ""),
        ("罗青写了《我的焊花岁月》，印了200册。", "我的焊花岁月", ""),
        ("发放《职工维权一百问》500册。", "职工维权一百问", "handbook"),
        ("他爱读《湟水谣》。", "湟水谣", "book"),
    ],
)
def test_what_is_signed_gone_by_cited_or_written_is_a_work_whatever_its_title(text: str, title: str, kind: str) -> None:
    assert [(of, as_kind) for of, as_kind, _, _ in found(text)] == [(title, kind)]


@pytest.mark.parametrize("text", ["据《河湟工人报》报道", "撰写的稿件被《湟水工运》杂志采用", "表决通过《集体合同（草案）》"])
def test_papers_and_any_contract_are_no_works(text: str) -> None:
    assert found(text) == []


def test_brackets_behind_a_title_tell_who_brought_it_out_and_when() -> None:
    assert found("著有《细纱机前四十年》（江北人民出版社1999年出版）。") == [("细纱机前四十年", "book", ("江北人民出版社",), "1999")]


def test_a_decision_that_is_read_out_is_of_the_federation_whose_meeting_the_title_tells(tmp_path: Path) -> None:
    text = "海东市总工会召开全委会议\n\n2月27日，海东市总工会全委会议召开。\n\n会上宣读了《关于表彰先进职工之家的决定》。"
    assert told(tmp_path, text, "document", "title", "issuer") == {("关于表彰先进职工之家的决定", "海东市总工会")}
