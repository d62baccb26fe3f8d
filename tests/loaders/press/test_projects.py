"""Projects: what is built, made and found out."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.press.places import Places
from loaders.press.projects import Projects
from loaders.press.source import source_of
from tests.loaders.press.structure import told

FINDER = Projects(Places(source_of("", None)))


def read(text: str) -> list[tuple[str, str]]:
    return [(thing.name, thing.kind) for thing in FINDER.find(text, [])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在狮子洋通道项目建设现场举行", [("狮子洋通道", "engineering")]),
        ("实现从埔高速较计划提前", [("从埔高速", "engineering")]),
        ("青山长江大桥通车", [("青山长江大桥", "engineering")]),
        ("主持研发的“江豚”水下检测机器人，", [("“江豚”水下检测机器人", "product")]),
        ("研发的“梭式窑烧成技术”获江西省职工技术创新成果一等奖", [("“梭式窑烧成技术”", "innovation")]),
        ("研发“攀云梯”技术", [("“攀云梯”技术", "innovation")]),
        ("启动MES系统上线应用", [("MES系统", "product")]),
        ("成员开展新能源电缆线芯优化研究。", [("新能源电缆线芯优化研究", "research")]),
        ("其中，交联工艺应用、导体工艺引入等重点项目", [("交联工艺应用", "innovation"), ("导体工艺引入", "innovation")]),
    ],
)
def test_a_project_is_found_with_its_kind(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("牵头完成“轧辊堆焊修复”技术攻关项目", [("“轧辊堆焊修复”", "innovation")]),
        ("承担国产化项目“主轴承”“高压水泵”", [("“主轴承”", "innovation"), ("“高压水泵”", "innovation")]),
        ("他的“轧辊防错夹具研制”项目", [("“轧辊防错夹具研制”", "innovation")]),
        ("【基金项目】海东省社会科学基金项目“零工组织形态研究”", [("零工组织形态研究", "research")]),
        ("“远山二号”海上风电平台完工", [("“远山二号”海上风电平台", "facility")]),
        ("海东航空产业园一期", [("海东航空产业园", "facility")]),
        ("负责锅炉管网改造工程，", [("锅炉管网改造工程", "engineering")]),
        ("承担“主轴承加工”“高压水泵改进”等7个攻关课题", [("“主轴承加工”", "innovation"), ("“高压水泵改进”", "innovation")]),
        ("“北斗星”平台建设项目启动", [("“北斗星”平台建设", "engineering")]),
        ("中交二航局青石大桥合龙", [("青石大桥", "engineering")]),
        ("发布“接触网巡检系统”“管片拼装机”等10项成果", [("“接触网巡检系统”", "innovation"), ("“管片拼装机”", "innovation")]),
        ("参与省重点研发计划“矿井提升装备安全”课题", [("矿井提升装备安全", "research")]),
        ("其主导设计的“高压连接器”投产", [("“高压连接器”", "product")]),
        ("参与建造国内首艘海上运输船，", [("海上运输船", "product")]),
        ("在海东铁路复线青石特大桥工地", [("海东铁路复线青石特大桥", "engineering")]),
    ],
)
def test_a_task_a_funded_study_and_a_numbered_thing_are_projects(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "“爱心托管”项目",
        "完成技改项目126项",
        "实施重点技改项目",
        "产业园管委会",
        "攻克“卡脖子”技术",
        "“工友号”服务平台",
        "提出“三步走”设想",
        "公司2023年重点科技项目",
        "《青石大桥施工指南》出版",
    ],
)
def test_what_is_counted_or_serves_is_no_project(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "海东钢铁有限公司班长祁连山参与海东港产业园建设。",
        "海东钢铁有限公司班长祁连山，从业十年，带领团队攻关“轧辊堆焊修复”项目。",
        "海东钢铁有限公司班长祁连山，从业十年。他牵头完成了技改项目“轧辊堆焊修复”。",
        "海东钢铁有限公司班长祁连山从业十年。\n\n2016年，他牵头完成了技改项目“轧辊堆焊修复”。",
    ],
)
def test_who_undertakes_a_project_works_on_it(tmp_path: Path, text: str) -> None:
    ((person, project),) = told(tmp_path, text, "works_on", "person", "project")
    assert person == "祁连山"
    assert project in ("海东港产业园", "“轧辊堆焊修复”")


@pytest.mark.parametrize("text", ["高速发展的行业", "建成一座大桥", "打通成长通道", "智能生产线实训", "重点项目劳动竞赛", "开展相关研究"])
def test_general_words_are_no_project(text: str) -> None:
    assert read(text) == []


def test_a_work_inside_the_name_of_a_body_is_no_project(tmp_path: Path) -> None:
    assert told(tmp_path, "海东铁路技师学院的教师来到青石大桥。", "project", "name") == {("青石大桥",)}


def test_what_is_taken_is_no_project() -> None:
    text = "狮子洋通道劳动竞赛"
    assert FINDER.find(text, [(0, len(text))]) == []


def test_who_does_it_with_somebody_works_on_it_as_he_does(tmp_path: Path) -> None:
    text = "海东钢铁有限公司班长祁连山，从业十年。他与同事何川一起研制的“轧辊堆焊装置”通过验收。"
    assert told(tmp_path, text, "works_on", "person") == {("祁连山",), ("何川",)}


def test_what_somebody_made_is_of_the_firm_where_he_works(tmp_path: Path) -> None:
    text = "海东市总工会表彰先进。海东钢铁有限公司班长祁连山，从业十年。\n\n他牵头研制的“轧辊堆焊装置”通过验收。"
    assert told(tmp_path, text, "project", "name", "organisation") == {("“轧辊堆焊装置”", "海东钢铁有限公司")}
