"""Words said: either order, both sides of the verb, pronouns, pull quotes."""

from __future__ import annotations

import pytest

from loaders.press.interviews import answered, pulled
from loaders.press.person import Person
from loaders.press.quotations import find_said


def people(text: str, *names: str) -> list[Person]:
    return [Person(n, text.index(n), text.index(n) + len(n), text.index(n)) for n in names]


def said(text: str, *names: str) -> list[tuple[str, str]]:
    return [(s.speaker.name, s.text) for s in find_said(text, people(text, *names))]


def test_the_speaker_stands_before_the_words() -> None:
    assert said("李明表示：“要把经验写成教材。”", "李明") == [("李明", "要把经验写成教材。")]


def test_the_speaker_stands_after_the_words() -> None:
    assert said("“跟着师傅，我学会了焊接。”徒弟王芳告诉记者。", "王芳") == [("王芳", "跟着师傅，我学会了焊接。")]


def test_words_on_both_sides_of_the_speaker_are_one_quotation() -> None:
    text = "“桥是一节一节长出来的，急不得。”李明说，“每颗螺栓都要经得起风浪。”"
    assert said(text, "李明") == [("李明", "桥是一节一节长出来的，急不得。每颗螺栓都要经得起风浪。")]


def test_a_pronoun_means_the_person_named_last() -> None:
    assert said("李明带队攻关。“没有什么捷径可走。”他说。", "李明") == [("李明", "没有什么捷径可走。")]


def test_what_somebody_keeps_saying_is_his() -> None:
    assert said("李明带队攻关。“没有什么捷径可走。”他常这样告诫徒弟。", "李明") == [("李明", "没有什么捷径可走。")]


def test_names_of_things_and_indirect_speech_are_no_quotations() -> None:
    assert said("李明表示，要推进“劳模工匠助企行”专项行动。", "李明") == []
    assert said("李明介绍“一站式”机制的做法。", "李明") == []


def test_pull_quotes_are_found_with_the_unit_that_names_the_speaker() -> None:
    assert list(pulled(["·) 骑车的快乐很简单。", "——修复师李涛如是说。", "正文。"])) == [(0, 3, 1)]
    long = "做好工作，必须加强领导，坚持不懈，久久为功，把蓝图变成现实。"
    assert list(pulled(["张三部长 对工作作出部署", long, "”", long, "”"])) == [(1, 0, 0), (3, 0, 0)]
    assert list(pulled(["一般的一段话。", "另一段话。"])) == []


def test_a_saying_is_the_masters_of_whom_it_is_told() -> None:
    assert said("“干活要凭良心。”李明至今记得师父王芳的这句叮咛。", "李明", "王芳") == [("王芳", "干活要凭良心。")]


def test_the_occasion_may_stand_before_the_speaker() -> None:
    assert said("“这份荣誉属于班组。”在表彰会上，焊工李明感慨地说。", "李明") == [("李明", "这份荣誉属于班组。")]
    assert said("“再干十年也不累！”谈起未来，李明信心满满。", "李明") == [("李明", "再干十年也不累！")]


def test_a_pronoun_means_the_subject_of_the_sentence_before() -> None:
    text = "李明将一面锦旗递给王芳。“谢谢您这些年的付出。”他说。"
    assert said(text, "李明", "王芳") == [("李明", "谢谢您这些年的付出。")]


def test_answers_of_an_interview_go_on_until_the_next_question() -> None:
    more = "后来我们又试了三十多次，终于把误差降了下来。"
    texts = [
        "访焊工李明",
        "记者：最难的是什么？",
        "李明：是第一刀。",
        more,
        "问：还有呢？",
        "答：是人。",
        "采访结束时，天已经黑了，车间里灯火通明。",
    ]
    assert list(answered(texts)) == [(2, 3, "李明"), (3, 0, "李明"), (5, 2, "")]
    assert list(answered(["主席：李明", "副主席：王芳"])) == []


@pytest.mark.parametrize(
    "text",
    [
        "李明常这样叮嘱徒弟：“手要轻，心要细。”",
        "李明算了一笔账：“一年能省200万元。”",
        "面对记者，李明很平静，“我只是把一件事做久了。”",
        "“我只是把一件事做久了。”面对荣誉，李明很平静。",
        "“本月底前全部发完。”李明当场答复。",
        "“补贴何时发？”李明问。",
    ],
)
def test_a_colon_or_words_of_ones_own_need_no_verb_of_saying(text: str) -> None:
    assert [name for name, _ in said(text, "李明")] == ["李明"]


@pytest.mark.parametrize(
    "text", ["李明走进车间，墙上写着：“安全第一，预防为主。”", "李明读过“我爱班组”征文。", "李明慰问“金秋助学的孩子们。”"]
)
def test_what_is_written_up_or_named_is_said_by_nobody(text: str) -> None:
    assert said(text, "李明") == []


def test_to_whom_something_is_said_says_nothing() -> None:
    assert said("李明蹲在泵房。“机器会喘气，你得听。”他对身后的徒弟梁浩说。", "李明", "梁浩") == [("李明", "机器会喘气，你得听。")]
    assert said("王芳今年24岁。谈到师傅，她笑了：“他骂人，可他骂得对。”", "王芳") == [("王芳", "他骂人，可他骂得对。")]


def test_a_pronoun_may_mean_somebody_of_an_earlier_unit() -> None:
    assert [(one.speaker, one.text) for one in find_said("“机器会喘气，你得听。”他说。", [])] == [(None, "机器会喘气，你得听。")]
