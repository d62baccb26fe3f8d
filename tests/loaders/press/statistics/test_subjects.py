"""Subjects: who leads the sentence in which a figure stands."""

from __future__ import annotations

from dataclasses import replace

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
    text = "实施“圆梦”行动，覆盖620人。全年接待30人"
    subjects = Subjects(text, [at(text, "“圆梦”行动", made=True)], TOPIC)
    assert subjects.of(text.index("620")).name == "“圆梦”行动"
    assert subjects.of(text.index("30")) == TOPIC


def test_a_person_leads_only_his_sentence_and_a_body_the_next_too() -> None:
    text = "张三带动60户。共12家"
    assert Subjects(text, [at(text, "张三")], TOPIC).of(text.index("12")) == TOPIC
    assert Subjects(text, [at(text, "张三", lasts=True)], TOPIC).of(text.index("12")).name == "张三"


def test_what_a_body_does_itself_is_its_own_though_it_told_a_programme() -> None:
    text = "市总工会开展“清凉”活动，投入资金430万元，其中工会经费80万元"
    subjects = Subjects(text, [at(text, "市总工会", lasts=True), at(text, "“清凉”活动", made=True)], TOPIC)
    assert {subjects.of(text.index(figure)).name for figure in ("430", "80")} == {"市总工会"}


def test_whose_a_share_is_leads_that_share_alone() -> None:
    text = "全市建成驿站60座，其中甲县32座、乙县28座，日均服务900人次"
    subjects = Subjects(text, [at(text, name, lasts=True) for name in ("全市", "甲县", "乙县")], TOPIC)
    assert [subjects.of(text.index(figure)).name for figure in ("60", "32", "28", "900")] == ["全市", "甲县", "乙县", "全市"]


def test_who_holds_a_contest_leads_nothing_in_its_sentence() -> None:
    text = "本届大赛由甲主办，乙学院承办，设12个工种"
    found = [replace(at(text, "本届大赛"), of_event=True), at(text, "乙学院", lasts=True)]
    assert Subjects(text, found, TOPIC).of(text.index("12")).name == "本届大赛"


def test_who_does_nothing_himself_leads_nothing() -> None:
    text = "工作室成立，2022年被甲协会认定为示范，培养技师9人"
    found = [at(text, "工作室", lasts=True), at(text, "甲协会", lasts=True)]
    assert Subjects(text, found, TOPIC).of(text.index("9")).name == "工作室"


def test_what_is_named_after_a_phrase_leads() -> None:
    text = "以他名字命名的王工作室，先后培养技师9人"
    assert Subjects(text, [at(text, "王工作室", lasts=True)], TOPIC).of(text.index("9")).name == "王工作室"


def test_some_of_those_who_are_counted_lead_nothing() -> None:
    text = "活动现场，甲公司、乙公司等63家企业到场"
    assert Subjects(text, [at(text, "甲公司", lasts=True)], TOPIC).of(text.index("63")) == TOPIC


def test_a_programme_leads_nothing_behind_a_semicolon() -> None:
    text = "“强基”工程选树86名；满意度达93%"
    subjects = Subjects(text, [at(text, "“强基”工程", made=True)], TOPIC)
    assert [subjects.of(text.index(figure)).name for figure in ("86", "93")] == ["“强基”工程", TOPIC.name]
