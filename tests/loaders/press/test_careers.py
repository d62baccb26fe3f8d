"""Posts behind a name, in careers, in notices, and of bodies that only a bare noun or the head of an edition tells."""

from __future__ import annotations

from pathlib import Path

from kg.facts import Fact, facts
from loaders import press
from tests.readings import MODEL

Post = tuple[str, ...]


def posts(folder: Path, text: str) -> set[Post]:
    """Person, body, title, and what else a post says of its time."""
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    stated = [fact for fact in facts(press.read(path), MODEL) if fact["fact"] == "post"]
    return {(post["person"], post["organisation"], post["title"], *_times(post)) for post in stated}


def _times(post: Fact) -> list[str]:
    told = [("former", "former" if post.get("former") else ""), ("from", post.get("start", "")), ("to", post.get("end", ""))]
    return [word if word == value else f"{word} {value}" for word, value in told if value]


def test_a_career_goes_on_over_a_row_of_bodies_and_their_units(tmp_path: Path) -> None:
    text = "聂长青同志1931年生。历任湟源县总工会宣教部干事、副部长，办公室主任，1983年至1991年任湟源县总工会副主席。"
    assert posts(tmp_path, text) == {
        ("聂长青", "湟源县总工会宣教部", "干事", "former"),
        ("聂长青", "湟源县总工会宣教部", "副部长", "former"),
        ("聂长青", "湟源县总工会办公室", "主任", "former"),
        ("聂长青", "湟源县总工会", "副主席", "from 1983", "to 1991"),
    }


def test_who_is_introduced_by_name_holds_the_posts_behind_it(tmp_path: Path) -> None:
    text = "评委：聂长青，湟源县总工会权益保障部部长；马文才，男，回族，1976年3月生，湟源县教育局副局长。"
    assert posts(tmp_path, text) == {("聂长青", "湟源县总工会权益保障部", "部长"), ("马文才", "湟源县教育局", "副局长")}


def test_what_stands_behind_the_word_for_former_was_left(tmp_path: Path) -> None:
    text = "湟源县总工会原党组书记、主席聂长青出席会议。"
    assert posts(tmp_path, text) == {
        ("聂长青", "湟源县总工会", "党组书记", "former"),
        ("聂长青", "湟源县总工会", "主席", "former"),
    }


def test_the_head_of_a_county_beside_a_party_post_is_of_its_government(tmp_path: Path) -> None:
    text = "湟源县委副书记、县长聂长青出席会议。"
    assert posts(tmp_path, text) == {("聂长青", "湟源县委", "副书记"), ("聂长青", "湟源县人民政府", "县长")}


def test_the_departments_of_a_federations_own_notice_are_its_own(tmp_path: Path) -> None:
    head = "湟源县总工会\n2024年6月3日\n\n经研究，决定：\n一、聂长青同志任宣传教育部副部长；\n"
    text = head + "二、马文才任权益保障部部长，其原任法律工作部副部长职务自然免除。\n"
    assert posts(tmp_path, text) == {
        ("聂长青", "湟源县总工会宣传教育部", "副部长"),
        ("马文才", "湟源县总工会权益保障部", "部长"),
        ("马文才", "湟源县总工会法律工作部", "副部长", "former"),
    }


def test_titles_without_a_body_are_of_the_firm_of_the_masthead(tmp_path: Path) -> None:
    text = (
        "湟水机械有限公司工会　2022年5月30日\n\n5月10日，公司召开安全生产会议。党委书记、董事长聂长青讲话，副总经理兼安全总监马文才主持。\n"
    )
    firm = "湟水机械有限公司"
    assert posts(tmp_path, text) == {
        ("聂长青", firm, "党委书记"),
        ("聂长青", firm, "董事长"),
        ("马文才", firm, "副总经理"),
        ("马文才", firm, "安全总监"),
    }


def test_a_bare_mine_is_the_mine_told_last_and_no_other_firm(tmp_path: Path) -> None:
    text = "2024年5月10日，湟源煤矿和湟水机械有限公司举行联谊活动，矿党委书记聂长青致辞。"
    assert posts(tmp_path, text) == {("聂长青", "湟源煤矿", "党委书记")}


def test_those_whom_a_committee_elects_are_of_the_committee(tmp_path: Path) -> None:
    text = "2024年5月10日，湟源县总工会经费审查委员会召开全体会议，选举聂长青为主任，马文才为副主任。"
    committee = "湟源县总工会经费审查委员会"
    assert posts(tmp_path, text) == {("聂长青", committee, "主任"), ("马文才", committee, "副主任")}


def test_a_term_of_office_is_no_part_of_a_title(tmp_path: Path) -> None:
    text = "增补聂长青为湟源县总工会第九届委员会委员、常委。"
    assert posts(tmp_path, text) == {("聂长青", "湟源县总工会", "委员"), ("聂长青", "湟源县总工会", "常委")}


def test_those_in_charge_in_general_are_nobody(tmp_path: Path) -> None:
    text = "湟源县教育局有关负责人，湟源县总工会主席聂长青出席会议。"
    assert posts(tmp_path, text) == {("聂长青", "湟源县总工会", "主席")}


def test_a_province_is_no_autonomous_region(tmp_path: Path) -> None:
    text = "新疆维吾尔自治区总工会代表团到青海省考察，省总工会主席聂长青陪同，自治区总工会主席马文才介绍情况。"
    assert posts(tmp_path, text) == {("聂长青", "青海省总工会", "主席"), ("马文才", "新疆维吾尔自治区总工会", "主席")}


def test_the_federation_of_a_bare_town_is_of_the_town_told_last(tmp_path: Path) -> None:
    text = "湟源县大华镇党委书记聂长青、镇总工会主席马文才出席会议。"
    assert posts(tmp_path, text) == {("聂长青", "湟源县大华镇党委", "书记"), ("马文才", "湟源县大华镇总工会", "主席")}


def test_titles_behind_those_of_a_body_not_understood_are_not_of_the_body_before(tmp_path: Path) -> None:
    text = "湟源县总工会主席聂长青、蓝湖那边（河东）党组成员、纪检组组长马文才出席会议。"
    assert posts(tmp_path, text) == {("聂长青", "湟源县总工会", "主席")}


def test_the_years_of_a_post_may_stand_behind_the_name(tmp_path: Path) -> None:
    text = "聂长青1983年至1991年任湟源县总工会主席。马文才2015年起任湟源县总工会副主席。"
    assert posts(tmp_path, text) == {
        ("聂长青", "湟源县总工会", "主席", "from 1983", "to 1991"),
        ("马文才", "湟源县总工会", "副主席", "from 2015"),
    }


def test_a_second_post_behind_and_is_a_title_of_its_own(tmp_path: Path) -> None:
    text = "湟水机械有限公司党委副书记、纪委书记兼工会主席聂长青出席，副总经理兼总工程师马文才讲话。"
    firm = "湟水机械有限公司"
    assert posts(tmp_path, text) == {
        ("聂长青", firm, "党委副书记"),
        ("聂长青", firm, "纪委书记"),
        ("聂长青", firm, "工会主席"),
        ("马文才", firm, "副总经理"),
        ("马文才", firm, "总工程师"),
    }


def test_who_is_taken_into_a_committee_between_congresses_is_of_its_term(tmp_path: Path) -> None:
    text = "湟源县总工会召开十届三次全委会，替补聂长青为县总工会第十届委员会委员，增补马文才为县总工会第十届委员会常务委员会委员。"
    assert posts(tmp_path, text) == {
        ("聂长青", "湟源县总工会", "委员"),
        ("马文才", "湟源县总工会第十届委员会常务委员会", "委员"),
    }


def test_the_heads_of_banners_and_towns_are_of_their_governments(tmp_path: Path) -> None:
    text = "敖汉旗委副书记、旗长聂长青，新惠镇党委副书记、镇长马文才出席。"
    assert posts(tmp_path, text) == {
        ("聂长青", "敖汉旗委", "副书记"),
        ("聂长青", "敖汉旗人民政府", "旗长"),
        ("马文才", "新惠镇党委", "副书记"),
        ("马文才", "新惠镇人民政府", "镇长"),
    }


def test_who_is_called_by_two_known_parts_is_put_into_a_post(tmp_path: Path) -> None:
    text = "经湟源县总工会主席办公会议研究，决定：\n达瓦任组织部副部长；\n任命马文才为县总工会办公室主任，免去其财务部副部长职务。"
    assert posts(tmp_path, text) == {
        ("达瓦", "湟源县总工会组织部", "副部长"),
        ("马文才", "湟源县总工会办公室", "主任"),
        ("马文才", "湟源县总工会财务部", "副部长", "former"),
    }


def test_who_chairs_for_the_union_told_last_is_of_it(tmp_path: Path) -> None:
    text = "6月3日，湟源县总工会召开座谈会。会议由副主席聂长青主持。"
    assert posts(tmp_path, text) == {("聂长青", "湟源县总工会", "副主席")}


def test_a_notice_may_say_from_when_all_are_in_their_posts(tmp_path: Path) -> None:
    text = "湟源县总工会\n\n经研究，决定：\n聂长青任宣教部部长；\n马文才任法律部部长。\n以上同志任职时间自2024年8月1日起计算。\n"
    assert posts(tmp_path, text) == {
        ("聂长青", "湟源县总工会宣教部", "部长", "from 2024-08-01"),
        ("马文才", "湟源县总工会法律部", "部长", "from 2024-08-01"),
    }


def test_a_name_set_apart_begins_a_life(tmp_path: Path) -> None:
    text = "聂 勇，男，汉族，1985年7月生，现任湟源县总工会副主席。"
    assert posts(tmp_path, text) == {("聂勇", "湟源县总工会", "副主席")}


def test_a_committee_by_its_own_words_is_of_the_union_that_meets(tmp_path: Path) -> None:
    text = "湟源县总工会召开十届一次全委会，选举聂长青为主席，推选马文才等9人为常务委员会委员。"
    assert posts(tmp_path, text) == {("聂长青", "湟源县总工会", "主席"), ("马文才", "湟源县总工会常务委员会", "委员")}


def test_a_bare_project_is_the_office_told_last_but_no_title_is(tmp_path: Path) -> None:
    text = "聂长青来到昆明东绕城高速项目部。项目工会主席马文才，项目经理史建林陪同。"
    office = "昆明东绕城高速项目部"
    found = posts(tmp_path, text)
    assert ("史建林", office, "项目经理") in found
    assert any(person == "马文才" and body.startswith(office) for person, body, *_ in found)


def test_several_titles_behind_the_word_that_puts_into_a_post_are_all_given(tmp_path: Path) -> None:
    text = "湟源县总工会召开全委会，补选聂长青为常务委员、副主席。"
    assert posts(tmp_path, text) == {("聂长青", "湟源县总工会", "常务委员"), ("聂长青", "湟源县总工会", "副主席")}


def test_somebody_else_with_a_title_is_no_part_of_a_title(tmp_path: Path) -> None:
    text = "香港工会联合会理事长黄志荣领队，立法会议员林耀昌、郭家铭到场。"
    assert posts(tmp_path, text) >= {("林耀昌", "立法会", "议员"), ("郭家铭", "立法会", "议员")}
    assert not [title for _, _, title in posts(tmp_path, text) if "黄志荣" in title]
