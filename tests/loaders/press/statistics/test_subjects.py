"""Subjects: who leads the sentence in which a figure stands."""

from __future__ import annotations

from loaders.press.statistics.subjects import Subject, Subjects

TOPIC = Subject("市总工会", 0, 0)


def at(text: str, name: str, *, made: bool = False, lasts: bool = False) -> Subject:
    return Subject(name, text.index(name), text.index(name) + len(name), made=made, lasts=lasts)


def test_what_leads_the_clause_is_the_subject() -> None:
    text = "近年来，甲公司获得专利8项"
    assert Subjects(text, [at(text, "甲公司")], TOPIC).of(text.index("8")).name == "甲公司"


def test_what_stands_inside_a_clause_is_not() -> None:
    text = "组织职工到甲公司参观8次"
    assert Subjects(text, [at(text, "甲公司")], TOPIC).of(text.index("8")) == TOPIC


def test_a_programme_that_is_begun_leads_the_clauses_after_it() -> None:
    text = "实施“圆梦”行动，资助620人。全年接待30人"
    subjects = Subjects(text, [at(text, "“圆梦”行动", made=True)], TOPIC)
    assert subjects.of(text.index("620")).name == "“圆梦”行动"
    assert subjects.of(text.index("30")) == TOPIC


def test_a_person_leads_only_his_sentence_and_a_body_the_next_too() -> None:
    text = "张三带动60户。共12家"
    assert Subjects(text, [at(text, "张三")], TOPIC).of(text.index("12")) == TOPIC
    assert Subjects(text, [at(text, "张三", lasts=True)], TOPIC).of(text.index("12")).name == "张三"
