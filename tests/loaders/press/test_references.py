"""Entries of lists of references in the orders in which the press prints them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.press.structure import FINDERS, told

REFERENCES = FINDERS.parts.references


@pytest.mark.parametrize(
    ("text", "title", "authors", "issuer", "year", "kind"),
    [
        ("[1] 祁连山, 欧阳白. 论协商[J]. 河湟学刊, 2020(3): 1-9.", "论协商", ["祁连山", "欧阳白"], "河湟学刊", "2020", "paper"),
        ("2. 祁连山。论协商:十年[M].西宁:河湟出版社,2019.", "论协商:十年", ["祁连山"], "河湟出版社", "2019", "book"),
        ("[3] 论协商. 祁连山;欧阳白. 河湟学刊,2021(04)", "论协商", ["祁连山", "欧阳白"], "河湟学刊", "2021", "paper"),
        ("④ 祁连山：《论协商的制度》，河湟出版社，2018年版，第3页。", "论协商的制度", ["祁连山"], "河湟出版社", "2018", "book"),
        ("5. 中华全国总工会。民主管理五年规划(2021-2025年)[Z].2021.", "民主管理五年规划(2021-2025年)", [], "中华全国总工会", "2021", ""),
        ("祁连山、欧阳白. 灯火记[M]. 西宁: 河湟出版社, 2019年10月第1版", "灯火记", ["祁连山", "欧阳白"], "河湟出版社", "2019", "book"),
        ("[8] 祁连山.《协商手册》[M].西宁：河湟出版社，2018.", "协商手册", ["祁连山"], "河湟出版社", "2018", "book"),
        ("[9]〔美〕约翰·史密斯.协商的未来[M].马骁，译.西宁:河湟书馆,2015.", "协商的未来", ["约翰·史密斯"], "河湟书馆", "2015", "book"),
        ("[10] Smith J, Lee K. The future[J]. Labor Review, 2019, 12(3): 1-9.", "The future", [], "Labor Review", "2019", "paper"),
        ("[7] 祁连山. 线上怎么开[EB/OL]. (2024-01-08)[2024-06-01]. http://example.org", "线上怎么开", ["祁连山"], None, "2024", ""),
    ],
)
def test_an_entry_gives_its_parts(text: str, title: str, authors: list[str], issuer: str | None, year: str, kind: str) -> None:
    entry = REFERENCES.read(text)
    assert entry is not None
    assert text[entry.title.start : entry.title.end] == title
    assert [text[one.start : one.end] for one in entry.authors] == authors
    assert (text[entry.issuer.start : entry.issuer.end] if entry.issuer else None) == issuer
    assert (entry.year, entry.kind) == (year, kind)


@pytest.mark.parametrize("text", ["1. 加强组织领导。各单位要高度重视。", "[2] 见上文。", "3. 2023年工作要点", ""])
def test_what_is_no_entry_gives_nothing(text: str) -> None:
    assert REFERENCES.read(text) is None


def test_a_cited_author_is_nobody_of_the_news(tmp_path: Path) -> None:
    text = "论协商\n\n5月6日，海东市总工会主席祁连山出席会议。\n\n参考文献\n[1] 祁连山. 论协商的制度[J]. 河湟学刊, 2020(3): 1-9.\n"
    assert told(tmp_path, text, "authorship", "article", "person") == {("论协商的制度", "祁连山")}
    assert told(tmp_path, text, "document", "title", "issuer", "year", "kind") == {("论协商的制度", "河湟学刊", 2020, "paper")}
