"""Contents pages of periodicals that nobody has described: entries in the forms of the press, and their authors."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.facts import facts
from kg.validate import faults
from loaders import press
from tests.readings import MODEL

TITLES = ("茶山上的工会小组", "一座矿山的三十年")


def read(folder: Path, entries: str) -> list[dict[str, object]]:
    path = folder / "edition.txt"
    path.write_text(f"江淮工运\n2023年第4期（总第88期）\n\n目　录\n\n特别关注\n{entries}\n", encoding="utf-8")
    return [dict(one) for one in facts(press.read(path, tagger=False), MODEL)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("5　茶山上的工会小组／罗小青", "12　一座矿山的三十年／段玉梅　罗青"),
        ("05 茶山上的工会小组 罗小青", "12 一座矿山的三十年 段玉梅　罗青"),
        ("茶山上的工会小组　罗小青　5", "一座矿山的三十年　段玉梅　罗青　12"),
        ("茶山上的工会小组/罗小青（5）", "一座矿山的三十年/段玉梅、罗青（12）"),
        ("茶山上的工会小组……………罗小青（5）", "一座矿山的三十年……………段玉梅　罗青（12）"),
        ("茶山上的工会小组 / 本刊记者 罗小青 …… 05", "一座矿山的三十年 / 段玉梅 罗青 …… 12"),
        ("5\t茶山上的工会小组\t罗小青", "12\t一座矿山的三十年\t段玉梅　罗青"),
    ],
)
def test_entries_give_articles_with_page_section_and_authors(tmp_path: Path, first: str, second: str) -> None:
    found = read(tmp_path, f"{first}\n{second}")
    articles = [(one["title"], one["section"], one["page"]) for one in found if one["fact"] == "article"]
    assert articles == [(TITLES[0], "特别关注", 5), (TITLES[1], "特别关注", 12)]
    written = {(one["article"], one["person"], one["role"]) for one in found if one["fact"] == "authorship"}
    assert written == {(TITLES[0], "罗小青", "author"), (TITLES[1], "段玉梅", "author"), (TITLES[1], "罗青", "author")}


@pytest.mark.parametrize("signed", ["作者：罗小青　摄影：段玉梅", "文/罗小青　图/段玉梅"])
def test_labels_before_names_are_no_part_of_a_title(tmp_path: Path, signed: str) -> None:
    found = read(tmp_path, f"5　茶山上的工会小组　　{signed}\n12　一座矿山的三十年　　淮北矿业集团工会供稿")
    assert [one["title"] for one in found if one["fact"] == "article"] == list(TITLES)
    written = {(one["article"], one["person"], one["role"]) for one in found if one["fact"] == "authorship"}
    assert written == {(TITLES[0], "罗小青", "author"), (TITLES[0], "段玉梅", "photographer")}


def test_a_heading_in_both_scripts_begins_a_contents_page(tmp_path: Path) -> None:
    path = tmp_path / "edition.txt"
    path.write_text("江淮工运\n2023年第4期\n\nCONTENTS　目录\n\n特别关注\n5　茶山上的工会小组\n12　一座矿山的三十年\n", encoding="utf-8")
    found = facts(press.read(path, tagger=False), MODEL)
    assert [one["title"] for one in found if one["fact"] == "article"] == list(TITLES)


def test_entries_without_authors_give_articles_alone(tmp_path: Path) -> None:
    found = read(tmp_path, "- 05 茶山上的工会小组\n- 12 一座矿山的三十年")
    assert [one["title"] for one in found if one["fact"] == "article"] == list(TITLES)
    assert not [one for one in found if one["fact"] in ("person", "authorship")]


def test_who_took_the_pictures_is_no_author(tmp_path: Path) -> None:
    found = read(tmp_path, "5 茶山上的工会小组／张建国 文　王立新 摄\n12 一座矿山的三十年／段玉梅")
    written = {(one["person"], one["role"]) for one in found if one["fact"] == "authorship"}
    assert written == {("张建国", "author"), ("王立新", "photographer"), ("段玉梅", "author")}


def test_a_body_in_brackets_is_where_the_author_works(tmp_path: Path) -> None:
    found = read(tmp_path, "5 茶山上的工会小组／东方玉（云南大学）\n12 一座矿山的三十年／段玉梅（丽江市总工会）")
    works = {(one["person"], one["organisation"]) for one in found if one["fact"] == "affiliation"}
    assert works == {("东方玉", "云南大学"), ("段玉梅", "丽江市总工会")}


def test_a_section_stands_in_brackets(tmp_path: Path) -> None:
    found = read(tmp_path, "5 茶山上的工会小组／罗小青\n【理论前沿】\n12 一座矿山的三十年／段玉梅")
    assert [one["section"] for one in found if one["fact"] == "article"] == ["特别关注", "理论前沿"]


def test_claims_of_an_edition_with_contents_and_texts_stay_within_their_documents(tmp_path: Path) -> None:
    path = tmp_path / "edition.txt"
    body = "茶山上的工会小组\n\n5月10日，海安县总工会在茶山召开会议。会议要求抓好落实。\n"
    path.write_text(
        f"江淮工运\n2023年第4期\n\n目　录\n\n5 茶山上的工会小组／罗小青\n\n主编：段玉梅\n编辑：罗青\n校对：李强\n\n{body}", encoding="utf-8"
    )
    assert list(faults(press.read(path, tagger=False), MODEL)) == []
