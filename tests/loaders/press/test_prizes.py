"""Prizes told in running text, and those of tables and lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.press.structure import FINDERS, rows, told

WINNERS = FINDERS.parts.winners

COLUMNS = "焊接大赛一等奖\n\n电焊 项目\t氩弧焊 项目\t无\n何 川\t邵长风\t\n"
HEADS = "序号\t姓名\t单位\t奖项\n1\t何川\t海东机床厂\t一等奖\n2\t邵长风\t海东车辆厂\t\n"
MATRIX = "\t电焊\t钳工\n一等奖\t何川\t邵长风\n二等奖\t柳青青\t祁连山\n"
BARS = "| 姓名 | 工种 | 名次 |\n|---|---|---|\n| 何川 | 电焊工 | 第一名 |\n"
LISTS = """2024年海东市职工技能大赛获奖名单

一、电焊工项目
一等奖（1名）
何川　海东机床厂
二等奖：邵长风（海东车辆厂）、柳青青
优秀组织奖
海东市总工会
"""


@pytest.mark.parametrize(
    ("text", "won"),
    [
        (COLUMNS, [("何川", "一等奖", "电焊"), ("邵长风", "一等奖", "氩弧焊")]),
        (HEADS, [("何川", "一等奖", ""), ("邵长风", "一等奖", "")]),
        (MATRIX, [("何川", "一等奖", "电焊"), ("邵长风", "一等奖", "钳工"), ("柳青青", "二等奖", "电焊"), ("祁连山", "二等奖", "钳工")]),
        (BARS, [("何川", "第一名", "电焊工")]),
        (
            LISTS,
            [
                ("何川", "一等奖", "电焊工"),
                ("邵长风", "二等奖", "电焊工"),
                ("柳青青", "二等奖", "电焊工"),
                ("海东市总工会", "优秀组织奖", ""),
            ],
        ),
    ],
    ids=["by-column", "by-heads", "matrix", "bars", "lists"],
)
def test_winners_are_bound_as_the_table_binds_them(text: str, won: list[tuple[str, str, str]]) -> None:
    assert [(one.who.words, one.prize, one.item) for one in WINNERS.find(rows(text))] == won


def test_a_table_of_nothing_won_has_no_winners() -> None:
    assert list(WINNERS.find(rows("姓名\t单位\n何川\t海东机床厂\n"))) == []


NEWS = """海东职工比武落幕

2024年5月6日，海东市第三届职工技能大赛在乐都区落幕。海东机床有限公司何川获得电焊工项目一等奖，海东车辆有限公司邵长风、\
海东水泥有限公司柳青青分获二、三等奖。冠军由祁连山获得。海东市总工会获优秀组织奖。
"""


def test_prizes_told_in_running_text_have_winner_item_and_contest(tmp_path: Path) -> None:
    won = told(tmp_path, NEWS, "prize", "person", "organisation", "prize", "item", "competition")
    contest = "海东市第三届职工技能大赛"
    assert ("何川", None, "一等奖", "电焊工", contest) in won
    assert (None, "海东市总工会", "优秀组织奖", None, contest) in won
    of_each = {(person, prize) for person, _, prize, _, _ in won if person}
    assert of_each == {("何川", "一等奖"), ("邵长风", "二等奖"), ("柳青青", "三等奖"), ("祁连山", "冠军")}


CLAUSES = """海东职工比武落幕

2024年5月6日，海东市第三届职工技能大赛在乐都区落幕。海东机床有限公司何川获电焊工赛项一等奖，海东车辆有限公司邵长风获二等奖。\
钳工赛项冠军由海东机床有限公司选手柳青青夺得，海东水泥有限公司祁连山获亚军。在车工赛项中，海东市代表队贺明远夺得第一名，\
海东市代表队选手苗春生、乐都区代表队选手龙建军分列第二、三名。海东车辆有限公司“防错夹具”项目获技术创新组一等奖。
"""


def test_a_clause_without_an_item_has_that_of_its_sentence(tmp_path: Path) -> None:
    assert told(tmp_path, CLAUSES, "prize", "person", "organisation", "prize", "item") == {
        ("何川", None, "一等奖", "电焊工"),
        ("邵长风", None, "二等奖", "电焊工"),
        ("柳青青", None, "冠军", "钳工"),
        ("祁连山", None, "亚军", "钳工"),
        ("贺明远", None, "第一名", "车工"),
        ("苗春生", None, "第二名", "车工"),
        ("龙建军", None, "第三名", "车工"),
        (None, "海东车辆有限公司", "一等奖", "技术创新组"),
    }


def test_a_work_that_wins_is_the_item_of_whose_it_is(tmp_path: Path) -> None:
    text = (
        "海东机床有限公司班长何川，入厂十年。他主持的“防错夹具”项目获2024年海东市职工创新大赛一等奖，"
        "海东车辆有限公司“自动喷淋”项目获二等奖。\n"
    )
    assert told(tmp_path, text, "prize", "person", "organisation", "prize", "item", "competition") == {
        ("何川", None, "一等奖", "“防错夹具”项目", "2024年海东市职工创新大赛"),
        (None, "海东车辆有限公司", "二等奖", "“自动喷淋”项目", "2024年海东市职工创新大赛"),
    }
    assert told(tmp_path, text, "competition", "name") == {("2024年海东市职工创新大赛",)}


def test_each_winner_has_the_item_of_its_turn(tmp_path: Path) -> None:
    text = "2024年海东市职工技能大赛上，海东机床有限公司选手何川、海东车辆有限公司选手邵长风分别夺得男子组、女子组冠军。\n"
    assert told(tmp_path, text, "prize", "person", "item") == {("何川", "男子组"), ("邵长风", "女子组")}


def test_a_prize_of_no_known_contest_is_not_told(tmp_path: Path) -> None:
    assert told(tmp_path, "海东消息\n\n海东机床有限公司职工何川获得一等奖。\n", "prize", "person") == set()


ITEMS = """2024年海东市职工技能大赛获奖名单

一、数控车工
一等奖　何川　海东机床厂
二等奖　邵长风　海东车辆厂　　祁连山　海东水泥厂
二、焊工
一等奖：柳青青（海东水泥厂）
三、团体奖
第一名：海东机床厂
"""


def test_a_list_is_told_once_with_the_item_above_and_each_of_several_winners_in_a_line(tmp_path: Path) -> None:
    won = told(tmp_path, ITEMS, "prize", "person", "organisation", "prize", "item")
    assert won == {
        ("何川", None, "一等奖", "数控车工"),
        ("邵长风", None, "二等奖", "数控车工"),
        ("祁连山", None, "二等奖", "数控车工"),
        ("柳青青", None, "一等奖", "焊工"),
        (None, "海东机床厂", "第一名", "团体"),
    }


PLACES = """海东职工比武落幕

2024年5月6日，海东市第三届职工技能大赛在乐都区落幕。海东机床有限公司职工何川、海东车辆有限公司职工邵长风、海东水泥有限公司职工柳青青\
分获电焊工项目前三名。钳工项目比赛中，祁连山技高一筹，摘得该项目金牌。
"""


def test_those_who_share_the_first_places_have_one_each_and_a_pointed_item_is_the_one_told_last(tmp_path: Path) -> None:
    won = told(tmp_path, PLACES, "prize", "person", "prize", "item")
    assert won == {
        ("何川", "第一名", "电焊工"),
        ("邵长风", "第二名", "电焊工"),
        ("柳青青", "第三名", "电焊工"),
        ("祁连山", "金牌", "钳工"),
    }


TEAMS = """海东职工比武落幕

2024年5月6日，海东市第三届职工技能大赛在乐都区落幕。西宁队祁连山获得焊工赛项一等奖，玉树队邵长风、海南队石岩获得二等奖。
来自果洛的何青川名列第四。获得优胜奖的是柳青青。其中，团体一等奖1个，为海东机床有限公司代表队。
"""


def test_winners_stand_behind_their_team_behind_where_they_come_from_and_behind_a_count(tmp_path: Path) -> None:
    assert told(tmp_path, TEAMS, "prize", "person", "organisation", "prize", "item") == {
        ("祁连山", None, "一等奖", "焊工"),
        ("邵长风", None, "二等奖", "焊工"),
        ("石岩", None, "二等奖", "焊工"),
        ("何青川", None, "第四名", None),
        ("柳青青", None, "优胜奖", None),
        (None, "海东机床有限公司代表队", "团体一等奖", None),
    }


GROUPS = """2024年5月6日，海东市第三届职工技能大赛在乐都区落幕。海东机床有限公司代表队、海东车辆有限公司代表队分获团体一、二等奖。\
每个工种第一名由海东市总工会授予“海东市技术能手”称号。
"""


def test_groups_have_prizes_of_their_own_and_who_gives_a_prize_wins_none(tmp_path: Path) -> None:
    assert told(tmp_path, GROUPS, "prize", "organisation", "prize", "item") == {
        ("海东机床有限公司代表队", "团体一等奖", None),
        ("海东车辆有限公司代表队", "团体二等奖", None),
    }


NOTICE = """关于举办2024年海东市职工技能大赛的通知

各县区总工会：

决定举办2024年海东市职工技能大赛。

主办单位：海东市总工会
海东市人力资源和社会保障局
承办单位：海东机床有限公司、海东职业技术学院
"""


def test_who_holds_a_contest_stands_behind_labels_of_its_notice(tmp_path: Path) -> None:
    assert told(tmp_path, NOTICE, "organises", "organisation", "role") >= {
        ("海东市总工会", "主办"),
        ("海东市人力资源和社会保障局", "主办"),
        ("海东机床有限公司", "承办"),
        ("海东职业技术学院", "承办"),
    }


def test_a_table_below_its_item_has_the_contest_that_the_heading_shortens(tmp_path: Path) -> None:
    text = (
        "全省机械行业职工技能大赛收官\n\n2023年11月8日，2023年青海省“匠心杯”机械行业职工技能大赛决赛落幕。\n\n"
        "数控铣工赛项获奖名单\n姓名\t单位\t奖项\n何川\t海东机床有限公司\t一等奖\n邵长风\t海东车辆有限公司\t二等奖\n"
    )
    contest = "2023年青海省“匠心杯”机械行业职工技能大赛"
    assert told(tmp_path, text, "prize", "person", "competition", "item", "prize") == {
        ("何川", contest, "数控铣工", "一等奖"),
        ("邵长风", contest, "数控铣工", "二等奖"),
    }
    assert {name for (name,) in told(tmp_path, text, "competition", "name")} == {contest}


def test_a_line_of_a_work_its_firm_and_its_makers_gives_prize_project_and_workers(tmp_path: Path) -> None:
    text = (
        "关于公布第六届青海省职工创新大赛获奖名单的通知\n\n一等奖（2项）\n"
        "1．矿井水位自动报警器　海东矿机有限公司　何川、邵长风\n2．高铁接触网巡检仪　海东车辆有限公司　柳青青\n\n优秀组织奖\n海东市总工会\n"
    )
    alarm, gauge = "矿井水位自动报警器", "高铁接触网巡检仪"
    assert told(tmp_path, text, "prize", "person", "organisation", "item", "prize") == {
        ("何川", None, alarm, "一等奖"),
        ("邵长风", None, alarm, "一等奖"),
        ("柳青青", None, gauge, "一等奖"),
        (None, "海东市总工会", None, "优秀组织奖"),
    }
    assert told(tmp_path, text, "project", "name", "organisation") == {(alarm, "海东矿机有限公司"), (gauge, "海东车辆有限公司")}
    assert told(tmp_path, text, "works_on", "person", "project") == {("何川", alarm), ("邵长风", alarm), ("柳青青", gauge)}
    assert told(tmp_path, text, "organisation", "name") == {("海东矿机有限公司",), ("海东车辆有限公司",), ("海东市总工会",)}


def test_a_table_with_a_column_of_works_gives_projects_too(tmp_path: Path) -> None:
    text = "第六届青海省职工创新大赛\n项目名称\t完成单位\t完成人\t奖项\n余热回收装置\t海东矿机有限公司\t何川、邵长风\t三等奖\n"
    assert told(tmp_path, text, "prize", "person", "item") == {("何川", "余热回收装置"), ("邵长风", "余热回收装置")}
    assert told(tmp_path, text, "project", "name", "organisation") == {("余热回收装置", "海东矿机有限公司")}


def test_a_name_set_apart_in_a_cell_is_quoted_whole(tmp_path: Path) -> None:
    text = "青海省职工技能大赛\n姓名\t单位\t奖项\n何 川\t海东矿机有限公司\t一等奖\n邵长风、柳 青\t海东车辆有限公司\t二等奖\n"
    assert told(tmp_path, text, "person", "name", "quote") == {
        ("何川", "何 川"),
        ("邵长风", "邵长风、柳 青"),
        ("柳青", "邵长风、柳 青"),
    }


def test_the_contest_of_one_trade_has_that_trade_for_its_item(tmp_path: Path) -> None:
    text = "2025年5月6日，青海省总工会举办2025年青海省陶瓷工艺师职业技能竞赛。海东机床有限公司职工何川获得第一名。"
    assert told(tmp_path, text, "prize", "person", "item", "prize") == {("何川", "陶瓷工艺师", "第一名")}


def test_places_by_the_sum_of_all_are_those_of_teams_and_items_of_sports_are_items(tmp_path: Path) -> None:
    text = (
        "2024年5月8日，第三届“匠心杯”青海省职工羽毛球赛举行。"
        "团体总分前三名分别是海东供电公司、海东机床有限公司、海东车辆有限公司。男子单打冠军由海东市总工会职工何川获得。"
    )
    assert told(tmp_path, text, "prize", "person", "organisation", "item", "prize") == {
        (None, "海东供电公司", None, "团体第一名"),
        (None, "海东机床有限公司", None, "团体第二名"),
        (None, "海东车辆有限公司", None, "团体第三名"),
        ("何川", None, "男子单打", "冠军"),
    }


def test_who_goes_on_to_win_another_prize_has_not_the_one_before(tmp_path: Path) -> None:
    text = (
        "2025年5月6日，青海省电工职业技能竞赛举行。海东机床有限公司何川得第一名，"
        "海东技工学校教师邵长风、海东车辆有限公司职工柳青青分获第二、三名。"
    )
    assert told(tmp_path, text, "prize", "person", "prize") == {("何川", "第一名"), ("邵长风", "第二名"), ("柳青青", "第三名")}
