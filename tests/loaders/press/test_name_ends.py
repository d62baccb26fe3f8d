"""Where names end: before words that are in no list of verbs, and where they are written by their sounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.press.structure import told
from tests.loaders.press.test_local_bodies import posts, stated


def people(found: list[dict[str, str]]) -> list[str]:
    """The names of the people."""
    return [one["name"] for one in found if one["fact"] == "person"]


@pytest.mark.parametrize("name", ["白洁", "段玉梅", "欧阳明", "上官云飞", "罗有为", "曾全胜"])
@pytest.mark.parametrize(
    "words",
    [
        "率代表团访问越南",
        "汇报了工作",
        "亲切看望职工",
        "勇夺冠军",
        "收到礼包时说",
        "为获奖选手颁奖",
        "全程陪同",
        "讲党课",
        "也来到现场",
        "鸣枪发令",
    ],
)
def test_a_name_ends_where_the_next_word_begins(tmp_path: Path, name: str, words: str) -> None:
    assert people(stated(tmp_path, f"宁夏回族自治区总工会副主席{name}{words}。")) == [name]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("任命白洁为北岭钢铁有限公司安全部主任。", "白洁"),
        ("陈静任宁夏回族自治区总工会组织部部长。", "陈静"),
        ("免去孙莉云南省总工会组织部部长职务。", "孙莉"),
    ],
)
def test_who_is_put_into_a_post_is_told_from_the_verb_and_the_body(tmp_path: Path, line: str, name: str) -> None:
    assert people(stated(tmp_path, line)) == [name]


@pytest.mark.parametrize("line", ["职工高兴地说，活动很好。", "为带教师傅发放补贴。", "职工成才需求得到满足。", "工人安全带要系好。"])
def test_a_label_before_a_common_word_names_nobody(tmp_path: Path, line: str) -> None:
    assert people(stated(tmp_path, line)) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("索南扎西", "主持会议"), ("才仁多杰", "把慰问金交到职工手中"), ("阿依古丽·买买提", "主持会议"),
        ("亚历山大·伊万诺夫", "会见代表团"), ("朝格巴特尔", "来到车间"), ("宝音图", "率代表团访问越南"), ("乌兰其其格", "代表职工发言"),
    ],
)  # fmt: skip
def test_a_name_that_is_written_by_its_sounds_ends_before_the_verb(tmp_path: Path, name: str, words: str) -> None:
    assert posts(stated(tmp_path, f"青海省总工会副主席{name}{words}。")) == {(name, "青海省总工会", "副主席", False)}


def test_a_label_comes_before_a_name_that_has_no_family_name(tmp_path: Path) -> None:
    found = stated(
        tmp_path, "草原上的工会小组", "牧区工会小组把服务送到每一个牧民点，送去了书和药品，也送去了政策。", "（作者：乌兰其其格）"
    )
    assert people(found) == ["乌兰其其格"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("宾川县总工会主席畅宝庆主持会议，副主席寸洪斌讲话。", ["畅宝庆", "寸洪斌"]),
        ("宾川县总工会副主席木志强出席。", ["木志强"]),
        ("职工茶永明说：“很好。”", ["茶永明"]),
        ("北岭冶炼厂职工自文清获奖。", ["自文清"]),
        ("职工占国强、和丽芬参加比赛。", ["占国强", "和丽芬"]),
        ("徒弟闪涛、马建伟双双入选。", ["闪涛", "马建伟"]),
    ],
)
def test_family_names_that_are_common_words_are_known_where_what_follows_fits(tmp_path: Path, line: str, names: list[str]) -> None:
    assert people(stated(tmp_path, line)) == names


@pytest.mark.parametrize(
    "line",
    [
        "职工和家属参加。",
        "职工和志愿者参加。",
        "职工红花绽放在岗位上。",
        "代表由工会推举。",
        "优胜选手纳入“匠才”计划。",
        "主席光荣参加表彰会。",
        "厂长康复出院。",
    ],
)
def test_common_words_behind_titles_and_labels_name_nobody(tmp_path: Path, line: str) -> None:
    assert people(stated(tmp_path, line)) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("农立为", "参加上述活动"), ("卢春和", "带队赴湟源县调研"), ("张大有", "讲话"), ("农立", "为获奖选手颁奖"),
        ("农立", "为参加活动的职工送水"), ("罗青", "和参会代表一同参观"),
    ],
)  # fmt: skip
def test_a_word_that_leads_to_a_noun_is_of_the_name_before_a_verb(tmp_path: Path, name: str, words: str) -> None:
    assert people(stated(tmp_path, f"宁夏回族自治区总工会副主席{name}{words}。")) == [name]


def test_what_somebody_was_besides_stands_before_the_name(tmp_path: Path) -> None:
    found = stated(tmp_path, "原宁夏回族自治区总工会副主席，离休干部马克勤同志，因病医治无效，于2024年3月9日在银川逝世。")
    assert posts(found) == {("马克勤", "宁夏回族自治区总工会", "副主席", True)}


def test_a_rare_family_name_is_known_behind_a_body_and_its_title(tmp_path: Path) -> None:
    assert people(stated(tmp_path, "共青团陕西省委书记同小雨代表人民团体致辞，陕西省能源化学地质工会主席党建平出席。")) == [
        "同小雨",
        "党建平",
    ]


def test_winners_behind_the_short_names_of_their_firms_are_known(tmp_path: Path) -> None:
    assert people(stated(tmp_path, "路桥公司贾小军、矿建三公司雷鹏、机电安装公司乔娜分获三个工种第一名。")) == ["贾小军", "雷鹏", "乔娜"]


@pytest.mark.parametrize("name", ["斯琴", "那日苏", "乌日娜", "巴雅尔", "乌兰"])
def test_a_name_known_by_its_sound_may_end_the_text(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, f"赤峰机务段高级技师{name}", "person", "name") == {(name,)}
