"""Events with several organisers, with the day behind the subject or without a day, and who was there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.facts import facts
from loaders import press
from tests.readings import MODEL

Row = tuple[str, ...]


def told(folder: Path, kind: str, fields: Iterable[str], *paragraphs: str) -> set[Row]:
    """The fields of all facts of a kind in a text of July 2024."""
    path = folder / "news.txt"
    path.write_text("\n\n".join(("发布时间：2024-07-09", *paragraphs)), encoding="utf-8")
    return {tuple(str(f.get(name, "")) for name in fields) for f in facts(press.read(path), MODEL) if f["fact"] == kind}


def test_who_holds_something_together_with_others_is_told_with_them(tmp_path: Path) -> None:
    rows = told(
        tmp_path,
        "organises",
        ("event", "organisation", "role"),
        "7月3日，青海省总工会会同青海省教育厅、青海省财政厅在海东市联合举办职工技能展示活动。",
        "7月4日，会同青海省教育厅、青海省财政厅举办青海省教师技能大赛。",
        "7月5日，由青海省总工会会同青海省教育厅举办的工会主席培训班在西宁市开班。",
    )
    union, schools, money = "青海省总工会", "青海省教育厅", "青海省财政厅"
    assert rows == {
        *(("职工技能展示活动", body, "举办") for body in (union, schools, money)),
        *(("青海省教师技能大赛", body, "举办") for body in (schools, money)),
        *(("工会主席培训班", body, "举办") for body in (union, schools)),
    }


def test_a_contest_may_be_said_to_be_held_by_several(tmp_path: Path) -> None:
    rows = told(
        tmp_path,
        "organises",
        ("event", "organisation", "role"),
        "7月3日，青海省第二届焊工技能大赛在西宁市举行。大赛由青海省总工会会同青海省教育厅举办，西宁市总工会承办。",
    )
    contest = "青海省第二届焊工技能大赛"
    assert rows == {(contest, "青海省总工会", "举办"), (contest, "青海省教育厅", "举办"), (contest, "西宁市总工会", "承办")}


def test_a_final_of_one_trade_is_part_of_the_whole_contest(tmp_path: Path) -> None:
    rows = told(tmp_path, "competition", ("name",), "7月3日，青海省第二届职工技能大赛焊工决赛在西宁市闭幕。")
    assert rows == {("青海省第二届职工技能大赛",)}


def test_the_day_may_stand_behind_the_body_or_be_left_open(tmp_path: Path) -> None:
    paragraphs = (
        "青海省总工会7月3日召开全省女职工工作会议。青海省总工会副主席聂长青讲话。",
        "近日，青海省职工书屋推进会在海东市召开。海东市总工会主席史建林致辞。",
    )
    events = told(tmp_path, "event", ("name", "start", "place"), *paragraphs)
    assert events == {("全省女职工工作会议", "2024-07-03", ""), ("青海省职工书屋推进会", "", "海东市")}
    parts = told(tmp_path, "participation", ("event", "agent", "role"), *paragraphs)
    assert parts == {("全省女职工工作会议", "聂长青", "spoke"), ("青海省职工书屋推进会", "史建林", "spoke")}


def test_what_several_bodies_sign_is_a_ceremony(tmp_path: Path) -> None:
    events = told(tmp_path, "event", ("name", "kind", "place"), "7月3日，青海省总工会与青海省教育厅在西宁市签署战略合作协议。")
    assert events == {("青海省总工会与青海省教育厅签署战略合作协议", "ceremony", "西宁市")}


def test_a_clause_with_a_subject_of_its_own_says_nothing_of_who_spoke_before(tmp_path: Path) -> None:
    parts = told(
        tmp_path,
        "participation",
        ("agent", "role"),
        "7月3日，青海省总工会全委会议在西宁市召开。青海省总工会主席聂长青作总结讲话，各市州总工会主席列席会议。",
    )
    assert parts == {("聂长青", "spoke")}


def test_a_contest_of_these_days_has_no_year(tmp_path: Path) -> None:
    rows = told(tmp_path, "event", ("name", "kind", "start"), "近日，青海省第二届焊工技能大赛在西宁市举行。")
    assert rows == {("青海省第二届焊工技能大赛", "competition", "")}


def test_the_opening_of_a_contest_is_a_part_of_it(tmp_path: Path) -> None:
    paragraph = "7月3日，青海省第三届职工运动会开幕式在西宁市举行。本届运动会由青海省总工会主办，西宁市总工会承办。"
    assert told(tmp_path, "event", ("name", "kind"), paragraph) == {("青海省第三届职工运动会开幕式", "ceremony")}
    rows = told(tmp_path, "organises", ("event", "organisation", "role"), paragraph)
    assert rows == {("青海省第三届职工运动会", "青海省总工会", "主办"), ("青海省第三届职工运动会", "西宁市总工会", "承办")}


def test_what_somebody_convenes_or_attends_is_an_event(tmp_path: Path) -> None:
    paragraphs = (
        "7月3日，青海省总工会主席聂长青在湟源县主持召开座谈会，湟源县总工会主席史建林发言。",
        "7月4日，青海省总工会主席聂长青出席在西宁市召开的全省工会宣传工作会议并讲话。",
    )
    events = told(tmp_path, "event", ("name", "start", "place"), *paragraphs)
    assert events == {("座谈会", "2024-07-03", "湟源县"), ("全省工会宣传工作会议", "2024-07-04", "西宁市")}
    parts = told(tmp_path, "participation", ("event", "agent", "role"), *paragraphs)
    assert parts == {
        ("座谈会", "聂长青", "chaired"),
        ("座谈会", "史建林", "spoke"),
        ("全省工会宣传工作会议", "聂长青", "attended"),
        ("全省工会宣传工作会议", "聂长青", "spoke"),
    }


def test_a_theme_and_the_letter_of_a_city_belong_to_no_name(tmp_path: Path) -> None:
    paragraph = "7月3日，以“匠心与未来”为主题的青海工匠论坛在蓉举行。青海省总工会主席聂长青作主旨演讲。"
    assert told(tmp_path, "event", ("name", "kind", "place"), paragraph) == {("青海工匠论坛", "meeting", "成都市")}
    assert told(tmp_path, "participation", ("agent", "role"), paragraph) == {("聂长青", "spoke")}


def test_bodies_speak_themselves_and_not_who_reported_before(tmp_path: Path) -> None:
    paragraph = "7月3日，湟源县工会工作会议在湟源县召开。湟源县总工会主席聂长青作工作报告，湟源机械公司工会、县人民医院工会作交流发言。"
    spoke = {("湟源机械公司工会", "spoke"), ("湟源县人民医院工会", "spoke")}
    assert told(tmp_path, "participation", ("agent", "role"), paragraph) == {("聂长青", "reported"), *spoke}


def test_the_union_of_a_district_is_nobody(tmp_path: Path) -> None:
    paragraph = "7月3日，城北区工会工作会议在西宁市召开。会议由区总工会副主席聂长青主持，区委书记史建林讲话。"
    assert told(tmp_path, "person", ("name",), paragraph) == {("聂长青",), ("史建林",)}


def test_a_meeting_named_before_its_day_may_have_more_said_of_it_between(tmp_path: Path) -> None:
    paragraph = "湟源县工会第九次代表大会历时两天，完成各项议程，2024年7月3日上午在湟源县胜利闭幕。湟源县总工会主席聂长青致闭幕词。"
    assert told(tmp_path, "event", ("name", "start"), paragraph) == {("湟源县工会第九次代表大会", "2024-07-03")}
    assert told(tmp_path, "participation", ("agent", "role"), paragraph) == {("聂长青", "spoke")}


def test_a_ceremony_may_stand_right_before_its_day(tmp_path: Path) -> None:
    paragraph = "聂长青同志遗体告别仪式2024年7月3日上午在湟源县殡仪馆举行。"
    assert told(tmp_path, "event", ("name", "start"), paragraph) == {("聂长青同志遗体告别仪式", "2024-07-03")}


def test_those_elected_in_a_meeting_of_the_day_are_elected_there(tmp_path: Path) -> None:
    paragraph = "2024年7月3日，湟源县工会第九次代表大会在湟源县闭幕。在随后举行的县总工会九届一次全委会上，聂长青当选主席。"
    facts = told(tmp_path, "participation", ("event", "agent", "role"), paragraph)
    assert facts == {("湟源县总工会九届一次全委会", "聂长青", "elected")}


def test_who_is_given_a_prize_does_not_give_it(tmp_path: Path) -> None:
    paragraph = "2024年7月3日，湟源县工会工作会议在湟源县召开。湟源县总工会主席聂长青为“最美快递员”马文才颁奖。"
    assert told(tmp_path, "participation", ("agent", "role"), paragraph) == {("聂长青", "presented")}


def test_the_heading_of_the_next_item_ends_an_event(tmp_path: Path) -> None:
    paragraphs = (
        "2024年7月3日，湟源县工会工作会议在湟源县召开。",
        "【人事】",
        "湟源县总工会主席聂长青介绍了人员变动情况。",
    )
    assert told(tmp_path, "participation", ("agent", "role"), *paragraphs) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("7月6日，湟水街道户外劳动者驿站正式投入使用。", "湟水街道户外劳动者驿站投入使用"),
        ("7月6日，祁连山创新工作室在西宁市挂牌成立。", "祁连山创新工作室挂牌成立"),
        ("7月6日，青海省工人文化宫对外开放。", "青海省工人文化宫对外开放"),
    ],
)
def test_the_opening_of_a_workshop_or_venue_is_an_event(tmp_path: Path, text: str, name: str) -> None:
    assert told(tmp_path, "event", ("name", "kind", "start"), text) == {(name, "launch", "2024-07-06")}


def test_whom_a_body_sends_does_not_hide_what_it_holds(tmp_path: Path) -> None:
    text = "7月8日，湟源县总工会组织16名志愿者到城南泵站开展“送姜茶”活动，副主席聂长青一同参加。"
    assert told(tmp_path, "event", ("name", "start", "venue"), text) == {("“送姜茶”活动", "2024-07-08", "城南泵站")}
    assert told(tmp_path, "participation", ("agent", "role"), text) == {("聂长青", "attended")}


def test_an_event_whose_year_nobody_tells_has_no_day(tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("8月2日，湟源县总工会在城南泵站举办安全员培训班，主席聂长青作开班动员。", encoding="utf-8")
    found = list(facts(press.read(path), MODEL))
    assert [(f["name"], f.get("start")) for f in found if f["fact"] == "event"] == [("湟源县总工会安全员培训班", None)]
    assert [(f["agent"], f["role"], f.get("start")) for f in found if f["fact"] == "participation"] == [("聂长青", "spoke", None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("连日来，湟源县总工会联合湟源县司法局深入园区开展“尊法守法”宣传活动。", "“尊法守法”宣传活动"),
        ("7月8日，为期3天的湟源县工会干部读书班在西宁市结业，主席聂长青出席结业式。", "湟源县工会干部读书班"),
        ("7月8日，湟源县总工会组织机关党员20余人走进城南社区，开展“邻里一家亲”主题党日活动。", "“邻里一家亲”主题党日活动"),
        ("7月8日晚，“中国梦”职工文艺汇演在西宁市精彩上演。", "“中国梦”职工文艺汇演"),
    ],
)
def test_other_ways_to_tell_an_event(tmp_path: Path, text: str, name: str) -> None:
    assert told(tmp_path, "event", ("name",), text) == {(name,)}


def test_guests_counted_behind_a_comma_have_their_own_verb(tmp_path: Path) -> None:
    text = "7月8日，湟源县总工会举办安全员培训班，主席聂长青作开班动员，48名班组长参加培训。"
    assert told(tmp_path, "participation", ("agent", "role"), text) == {("聂长青", "spoke")}


def test_a_title_does_not_end_inside_a_division(tmp_path: Path) -> None:
    assert told(tmp_path, "person", ("name",), "7月8日，青海省总工会主席聂长青赴湖南省长沙市学习考察工会工作。") == {("聂长青",)}


def test_whoever_stands_before_the_verb_chairs(tmp_path: Path) -> None:
    text = "7月8日，湟源县总工会举办招聘会。主席聂长青在直播间发言，主播小夏主持。"
    assert told(tmp_path, "participation", ("agent", "role"), text) == {("聂长青", "spoke")}


def test_a_scene_before_a_congress_is_no_part_of_its_name(tmp_path: Path) -> None:
    text = "7月8日，会议中心大礼堂内气氛热烈，湟源县工会第九次代表大会在这里开幕。聂长青讲话。"
    assert told(tmp_path, "event", ("name", "venue"), text) == {("湟源县工会第九次代表大会", "")}


def test_a_meeting_that_follows_is_told_though_nothing_before_it_is(tmp_path: Path) -> None:
    text = "7月8日，大会举行选举。随后召开的湟源县总工会九届一次全委会上，聂长青当选主席，马文才当选常务副主席。"
    rows = told(tmp_path, "participation", ("event", "agent", "role"), text)
    assert rows == {("湟源县总工会九届一次全委会", "聂长青", "elected"), ("湟源县总工会九届一次全委会", "马文才", "elected")}


def test_a_town_in_a_list_of_people_is_none_of_them(tmp_path: Path) -> None:
    text = "7月8日，古陶镇总工会主席聂长青、洪善镇总工会副主席马文才作经验介绍。"
    assert told(tmp_path, "person", ("name",), text) == {("聂长青",), ("马文才",)}


def test_an_outing_is_an_event_of_who_takes_people_there(tmp_path: Path) -> None:
    text = "7月8日，湟源县总工会组织120名环卫工人到湟源县人民医院免费体检，副主席聂长青到现场看望。"
    name = "湟源县总工会组织120名环卫工人到湟源县人民医院免费体检"
    assert told(tmp_path, "event", ("name", "venue"), text) == {(name, "人民医院")}
    assert told(tmp_path, "organises", ("event", "organisation"), text) == {(name, "湟源县总工会")}


def test_what_is_held_besides_on_the_day_is_an_event_of_its_own(tmp_path: Path) -> None:
    text = "7月8日，聂长青来到昆明东绕城高速项目部，慰问建设者。\n\n当天，项目部还组织42名工友开展了“安康杯”应急救护演练。"
    assert ("“安康杯”应急救护演练", "2024-07-08") in told(tmp_path, "event", ("name", "start"), text)


def test_the_end_of_a_contest_may_be_told_behind_its_organisers(tmp_path: Path) -> None:
    text = "第七届青海省职工创新大赛由青海省总工会主办，7月7日在西宁完成决赛。"
    assert told(tmp_path, "event", ("name", "start", "place"), text) == {("第七届青海省职工创新大赛决赛", "2024-07-07", "西宁市")}


def test_an_activity_that_somebody_takes_part_in_is_an_event(tmp_path: Path) -> None:
    text = "7月8日，湟源县总工会副主席聂长青参加大通县总工会“职工之家”揭牌活动。"
    assert told(tmp_path, "participation", ("event", "agent", "role"), text) == {("大通县总工会“职工之家”揭牌活动", "聂长青", "attended")}
