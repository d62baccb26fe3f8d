"""Visits with stops on the way, and what those did there who led and who came along."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.facts import facts
from loaders import press
from tests.readings import MODEL

Told = tuple[set[tuple[str, str, str]], set[tuple[str, str]]]


def told(folder: Path, text: str) -> Told:
    """The events (name, day, place) and the parts (person, role) of a text."""
    path = folder / "news.txt"
    path.write_text(f"发布时间：2024-07-09\n\n{text}", encoding="utf-8")
    found = list(facts(press.read(path), MODEL))
    return (
        {(f["name"], f["start"], f.get("place", "")) for f in found if f["fact"] == "event"},
        {(f["agent"], f["role"]) for f in found if f["fact"] == "participation"},
    )


@pytest.mark.parametrize(
    ("way", "name", "place"),
    [
        ("一行来到湟源县，先后走进湟源县人民医院、湟源县总工会和青海湟源机械有限公司，看望慰问一线职工", "看望慰问一线职工", "湟源县"),
        ("来西，先后到湟源县、大通县调研基层工会建设", "调研基层工会建设", ""),
        ("深入湟源县，实地走访企业职工", "走访企业职工", "湟源县"),
        ("到湟源县，先后参观劳模工作室，了解职工之家情况，走访慰问困难职工", "走访慰问困难职工", "湟源县"),
    ],
)
def test_stops_on_the_way_do_not_hide_a_visit(tmp_path: Path, way: str, name: str, place: str) -> None:
    events, parts = told(tmp_path, f"7月8日，青海省总工会主席聂长青{way}。湟源县总工会主席史建林陪同。")
    assert events == {(name, "2024-07-08", place)}
    assert parts == {("聂长青", "visited"), ("史建林", "attended")}


def test_who_leads_a_group_leads_and_visits_and_who_leads_alone_leads(tmp_path: Path) -> None:
    events, parts = told(tmp_path, "7月8日，青海省总工会主席聂长青率调研组到湟源县，先后走进两家企业，调研工会工作。")
    assert {name for name, _, _ in events} == {"聂长青率调研组到湟源县调研工会工作"}
    assert parts == {("聂长青", "led"), ("聂长青", "visited")}
    _, parts = told(tmp_path, "7月8日，青海省总工会主席聂长青带队到湟源县调研工会工作。")
    assert parts == {("聂长青", "led")}


def test_a_name_of_a_group_is_no_visit_of_its_leader(tmp_path: Path) -> None:
    _, parts = told(tmp_path, "7月8日，青海省职工艺术节在西宁市开幕。青海省总工会副主席聂长青率慰问团参加。")
    assert ("聂长青", "visited") not in parts


def test_the_day_may_stand_behind_who_goes(tmp_path: Path) -> None:
    events, parts = told(tmp_path, "青海省总工会主席聂长青7月8日到湟源县调研工会工作，湟源县总工会主席史建林陪同。")
    assert events == {("到湟源县调研工会工作", "2024-07-08", "湟源县")}
    assert parts == {("聂长青", "visited"), ("史建林", "attended")}


def test_a_letter_stands_for_a_province_and_a_bare_verb_takes_its_name_from_who_came(tmp_path: Path) -> None:
    events, _ = told(tmp_path, "7月8日，全国总工会副主席聂长青来苏调研。")
    assert events == {("聂长青来苏调研", "2024-07-08", "江苏省")}


@pytest.mark.parametrize(
    ("text", "name", "parts"),
    [
        ("聂长青走访慰问老党员史建林、马文才。", "走访慰问老党员史建林、马文才", {("聂长青", "visited")}),
        (
            "聂长青率青海省总工会考察组一行8人赴湟源县学习考察建会工作。",
            "聂长青率青海省总工会考察组一行8人赴湟源县学习考察建会工作",
            {("聂长青", "led"), ("聂长青", "visited")},
        ),
        ("聂长青到湟源县督查劳动竞赛。", "到湟源县督查劳动竞赛", {("聂长青", "visited")}),
    ],
)
def test_who_is_visited_does_nothing_and_the_size_of_a_party_hides_nothing(
    tmp_path: Path, text: str, name: str, parts: set[tuple[str, str]]
) -> None:
    events, found = told(tmp_path, f"7月8日，青海省总工会主席{text}")
    assert ({event for event, *_ in events}, found) == ({name}, parts)


def test_a_second_stop_of_the_day_is_a_visit_of_its_own(tmp_path: Path) -> None:
    fair = "7月8日，湟源县总工会在文化广场举办招聘会，主席聂长青到场指导。"
    events, parts = told(tmp_path, f"{fair}\n\n随后，聂长青一行来到湟源县快递行业工会联合会，看望慰问一线快递员。")
    assert events == {("湟源县总工会招聘会", "2024-07-08", ""), ("看望慰问一线快递员", "2024-07-08", "湟源县")}
    assert parts == {("聂长青", "attended"), ("聂长青", "visited")}


def test_a_delegation_abroad_is_called_after_itself(tmp_path: Path) -> None:
    text = "青海省总工会副主席聂长青率青海工会代表团一行八人，于六月十二日至十四日访问越南。十三日，代表团参观河内博物馆，马文才随同参观。"
    events, parts = told(tmp_path, text)
    assert events == {("青海工会代表团访问越南", "2024-06-12", ""), ("代表团参观河内博物馆", "2024-06-13", "")}
    assert {("聂长青", "led"), ("聂长青", "visited")} <= parts


def test_whoever_meets_those_whom_another_leads_leads_nobody(tmp_path: Path) -> None:
    _, parts = told(tmp_path, "7月8日，青海省总工会主席聂长青在西宁会见湟源县总工会主席马文才率领的调研组一行。")
    assert parts == {("聂长青", "visited")}


def test_a_union_that_goes_to_see_people_visits_them(tmp_path: Path) -> None:
    events, parts = told(tmp_path, "7月8日，湟源县总工会到湟源体育馆，看望慰问一线职工。")
    assert {name for name, *_ in events} == {"湟源县总工会看望慰问一线职工"}
    assert parts == {("湟源县总工会", "visited")}


def test_what_is_brought_somewhere_is_a_visit_of_its_place(tmp_path: Path) -> None:
    events, parts = told(tmp_path, "7月8日，青海省总工会主席聂长青走进西宁站，为值乘职工送上绿豆汤。")
    assert {name for name, *_ in events} == {"走进西宁站为值乘职工送上绿豆汤"}
    assert parts == {("聂长青", "visited")}
