"""Who edits and brings out a publication, told outside of a masthead."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.press.structure import told

BODY = "5月10日，海东市总工会召开基层工会建设推进会。会议要求，各级工会要抓好落实。\n"
HEAD = "工 会 工 作 简 报\n第18期\n海东市总工会办公室编　　　　2022年9月30日\n\n海东市总工会部署基层建设\n"
FIELDS = ("publication_role", "person", "organisation", "role", "publication")


def test_editors_at_the_foot_of_a_bulletin_have_a_role_in_it(tmp_path: Path) -> None:
    text = f"{HEAD}{BODY}责任编辑：祁连山、柳青青　　　　审核：马骁\n"
    assert told(tmp_path, text, *FIELDS) >= {
        ("祁连山", None, "编辑", "工会工作简报"),
        ("柳青青", None, "编辑", "工会工作简报"),
    }


def test_the_body_before_the_verb_brings_the_bulletin_out(tmp_path: Path) -> None:
    assert (None, "海东市总工会办公室", "编印", "工会工作简报") in told(tmp_path, HEAD + BODY, *FIELDS)
    other = HEAD.replace("办公室编", "主办")
    assert (None, "海东市总工会", "主办", "工会工作简报") in told(tmp_path, other + BODY, *FIELDS)


def test_a_page_of_the_web_is_of_the_medium_that_it_gives_as_source(tmp_path: Path) -> None:
    text = f"海东工会部署基层建设\n来源：河湟工人报　　作者：马骁\n{BODY}编辑：祁连山　责编：柳青青\n"
    assert told(tmp_path, text, *FIELDS) == {("祁连山", None, "编辑", "河湟工人报"), ("柳青青", None, "编辑", "河湟工人报")}


def test_an_editor_in_a_closing_bracket_has_a_role_too(tmp_path: Path) -> None:
    text = f"{HEAD}{BODY.strip()}（供稿：马骁　编辑：祁连山）\n"
    assert ("祁连山", None, "编辑", "工会工作简报") in told(tmp_path, text, *FIELDS)


def test_without_a_publication_nobody_edits_one(tmp_path: Path) -> None:
    assert told(tmp_path, f"海东工会部署基层建设\n{BODY}编辑：祁连山\n", *FIELDS) == set()


def test_an_unknown_number_in_a_masthead_does_not_hide_its_name(tmp_path: Path) -> None:
    head = "海东工运\n2024年第6期\n国内统一连续出版物号：CN63-0000/D\n主办：海东市总工会\n主编：祁连山\n编辑：柳青青\n"
    text = f"{head}\n海东工会部署基层建设\n{BODY}"
    assert ("祁连山", None, "主编", "海东工运") in told(tmp_path, text, *FIELDS)


def test_labels_without_colons_in_the_head_name_editors(tmp_path: Path) -> None:
    head = "《河湟矿工》　2022年5月30日　第10期　总第312期\n河湟矿业有限责任公司工会主办　主编 祁连山　编辑 柳青青\n"
    roles = told(tmp_path, f"{head}\n采煤二队女工上讲台\n\n{BODY}", *FIELDS)
    assert roles == {
        (None, "河湟矿业有限责任公司工会", "主办", "河湟矿工"),
        ("祁连山", None, "主编", "河湟矿工"),
        ("柳青青", None, "编辑", "河湟矿工"),
    }


def test_a_name_in_letters_may_stand_between_the_name_and_the_issue(tmp_path: Path) -> None:
    text = "河湟职工\nHEHUANG ZHIGONG\n2023年第6期　总第240期\nISSN 1001-0001\n主办：海东市总工会\n社　长：祁连山\n责任编辑：柳青青\n"
    assert ("祁连山", None, "社长", "河湟职工") in told(tmp_path, text, *FIELDS)


def test_the_chief_editors_in_the_head_of_a_paper_have_a_role_in_it(tmp_path: Path) -> None:
    text = f"河湟工运\n2022年第4期（双月刊）　海东市总工会主办\n主编：祁连山　副主编：柳青青\n\n海东市总工会部署基层建设\n{BODY}"
    assert told(tmp_path, text, *FIELDS) >= {
        ("祁连山", None, "主编", "河湟工运"),
        ("柳青青", None, "副主编", "河湟工运"),
    }
