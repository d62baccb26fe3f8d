"""The formats of an edition: the same text out of each, every claim with its characters and its page, and what cannot be read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kg import claimfile
from kg.claim import Reading
from kg.claimtable import tabulate
from kg.document import Span, quote
from kg.errors import InputError
from kg.facts import facts
from loaders import press
from loaders.press.file import kept
from tests.loaders.press import made
from tests.readings import MODEL

LINES = [
    "发布时间：2025年11月16日",
    "11月13日，江海省总工会召开党组会议，江海省总工会主席顾明远讲话，江海省总工会党组书记、常务副主席陆青主持会议。",
    "本次会议对下列职工予以表扬。",
    "一等奖\t二等奖\t单位",
    "何涛\t方远\t江海重工集团有限公司",
    "11月15日，望海市总工会主席白山到望海重工有限公司调研。",
]
MARKDOWN = """# 江海省总工会召开党组会议

> 发布时间：2025年11月16日

11月13日，江海省总工会召开党组会议，**江海省总工会主席[顾明远](https://example.org/gu)**讲话，江海省总工会党组书记、常务副主席陆青主持会议。

| 一等奖 | 二等奖 | 单位 |
| --- | :---: | --- |
| 何涛 | 方远 | 江海重工集团有限公司 |

11月15日，望海市总工会主席白山到望海重工有限公司调研。
"""
FORMS = {
    "txt": "\n".join(LINES).encode(),
    "md": MARKDOWN.encode(),
    "html": made.page("江海省总工会召开党组会议", LINES),
    "docx": made.word(LINES),
    "pdf": made.pdf([[LINES[0], LINES[1][:39], LINES[1][39:], LINES[2]], LINES[3:5], LINES[5:]]),
}
EVERYBODY = {"顾明远", "陆青", "何涛", "方远", "白山"}


def read(tmp_path: Path, form: str) -> Reading:
    path = tmp_path / f"edition.{form}"
    path.write_bytes(FORMS[form])
    return press.read(path, source="jhgy")


def out_of(spans: tuple[Span, ...], text: str) -> str:
    return "".join(text[s.start : s.end] for s in spans).replace("\n", "")


@pytest.mark.parametrize("form", FORMS)
def test_each_format_names_the_same_people(tmp_path: Path, form: str) -> None:
    assert {f["name"] for f in facts(read(tmp_path, form), MODEL) if f["fact"] == "person"} == EVERYBODY


@pytest.mark.parametrize("form", FORMS)
def test_a_quote_is_the_text_of_its_spans_in_claims_facts_and_the_claims_file(tmp_path: Path, form: str) -> None:
    reading = read(tmp_path, form)
    assert len(reading.claims) > 10
    assert all(quote(reading.text, c.spans) == out_of(c.spans, reading.text) != "" for c in reading.claims)
    for record in facts(reading, MODEL):
        assert record["quote"] == out_of((Span(record["spanStart"], record["spanEnd"]),), reading.text)
    rows = pq.read_table(io.BytesIO(claimfile.encode(tabulate(reading)).data)).to_pylist()
    told = [row for row in rows if row["span_start"] >= 0]
    assert len(told) > 10
    for row in told:
        further = [tuple(map(int, one.partition(":")[0].split("-"))) for one in row["further"].split()]
        spans = (Span(row["span_start"], row["span_end"]), *(Span(*pair) for pair in further))
        assert row["quote"] == out_of(spans, reading.text)


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_the_cells_of_a_table_have_tabs_between_them(form: str) -> None:
    assert "何涛\t方远\t江海重工集团有限公司\n" in kept(FORMS[form], form).text


def test_a_page_of_the_web_is_read_without_what_stands_around_its_article() -> None:
    text = kept(FORMS["html"], "page").text
    assert text.startswith("江海省总工会召开党组会议\n发布时间")
    assert not any(word in text for word in ("首页", "要闻", "相关新闻", "版权", "var a"))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_of_the_web_is_read_in_the_encoding_that_it_declares(encoding: str) -> None:
    page = FORMS["html"].decode().replace("charset='utf-8'", f"charset='{encoding}'").encode(encoding)
    found = kept(page, "page")
    assert found.form == f"html {encoding}"
    assert found.text == kept(FORMS["html"], "page").text


def test_claims_from_a_pdf_bear_their_page(tmp_path: Path) -> None:
    reading = read(tmp_path, "pdf")
    pages = {c.get("name"): c.page for c in reading.claims if c.class_name == "Person"}
    assert pages == {"顾明远": 1, "陆青": 1, "何涛": 2, "方远": 2, "白山": 3}


def test_lines_of_print_are_joined_where_a_paragraph_runs_on() -> None:
    assert LINES[1] + "\n" in kept(FORMS["pdf"], "edition.pdf").text


def test_a_page_without_text_among_others_is_told(tmp_path: Path) -> None:
    path = tmp_path / "edition.pdf"
    path.write_bytes(made.pdf([LINES[:2], [], LINES[5:]]))
    assert [(n.kind, n.words) for n in press.read(path).notices] == [("page without text", "page 2")]


def test_pages_of_a_text_and_of_a_word_document_are_known_by_their_breaks() -> None:
    assert kept("第一页，省总工会。\f第二页，市总工会。".encode(), "text").page(11) == 2
    document = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made.word(["第一页", "第二页"]))) as old, zipfile.ZipFile(document, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace("<w:t>第二页".encode(), "<w:lastRenderedPageBreak/><w:t>第二页".encode())
            new.writestr(name, data)
    found = kept(document.getvalue(), "edition.docx")
    assert (found.text, found.page(0), found.page(4)) == ("第一页\n第二页\n", 1, 2)


def bomb() -> bytes:
    """A Word document whose main part inflates beyond what is allowed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (70 * 2**20))
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as one:
        one.writestr("a.txt", "工会")
    return out.getvalue()


REFUSED = {
    "a scan": (made.pdf([[], []]), "no text layer"),
    "an encrypted PDF": (made.pdf([["工会"]], encrypted=True), "encrypted PDF"),
    "a broken PDF": (FORMS["pdf"][:400], "damaged PDF"),
    "a PDF of noise": (b"%PDF-1.7\n" + bytes(range(256)) * 50, "damaged PDF"),
    "a page without an article": (b"<!DOCTYPE html><html><body><a href='/'>Home</a><div id='app'></div></body></html>", "no article"),
    "a page of nothing": (b"<html></html>", "no article"),
    "a Word document that inflates without end": (bomb(), "inflates to more than 64 MB"),
    "a broken Word document": (FORMS["docx"][:-200], "damaged or encrypted Word document"),
    "another archive": (archive(), "without a Word document"),
    "an old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "save it as .docx"),
    "an empty Word document": (made.word([]), "is empty"),
    "half a surrogate pair": (b"\xff\xfe" + "工会".encode("utf-16-le") + b"\x00\xd8", "not that encoding"),
    "text with zeros": ("工会".encode() * 50 + bytes(10), "binary"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_said_in_one_sentence(case: str) -> None:
    data, words = REFUSED[case]
    with pytest.raises(InputError, match=words) as refused:
        kept(data, "edition")
    assert str(refused.value).startswith("edition ")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "".join(chr(0x4E00 + i * 7919 % 20_000) for i in range(3_000)),
        "The union met on Monday, and the chairman spoke.\n" * 20,
        "，。；！？" * 500,
        "\t\t\t|||\n" * 100,
        "(((((" * 300 + "[[[[[](" * 300,
    ],
    ids=["noise", "English", "marks", "cells", "brackets"],
)
def test_what_tells_nothing_gives_no_facts(tmp_path: Path, text: str) -> None:
    path = tmp_path / "edition.txt"
    path.write_text(text, encoding="utf-8")
    assert list(facts(press.read(path), MODEL)) == []


def test_a_few_control_characters_are_kept_and_harm_nothing(tmp_path: Path) -> None:
    path = tmp_path / "edition.txt"
    path.write_text(LINES[1].replace("，", "，\x07\x1b") + "\u202e\ufeff" + LINES[5] * 20, encoding="utf-8")
    assert {"陆青", "白山"} <= {f["name"] for f in facts(press.read(path), MODEL) if f["fact"] == "person"}


def test_a_folder_of_parts_is_one_edition_with_its_pages_counted_on(tmp_path: Path) -> None:
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "1.pdf").write_bytes(made.pdf([LINES[:2], []]))
    (parts / "2.txt").write_text(LINES[2], encoding="utf-8")
    (parts / "3.docx").write_bytes(made.word(LINES[3:]))
    (parts / "cover.png").write_bytes(b"\x89PNG")
    reading = press.read(parts, source="jhgy", edition="2025-11")
    assert (reading.label, reading.encoding) == ("2025-11", "pdf, utf-8, docx")
    assert reading.text == "\n".join(LINES) + "\n"
    pages = {c.get("name"): c.page for c in reading.claims if c.class_name == "Person"}
    assert pages == {"顾明远": 1, "陆青": 1, "何涛": 4, "方远": 4, "白山": 4}
    assert [(n.kind, n.words) for n in reading.notices if n.kind == "page without text"] == [("page without text", "page 2")]


def test_a_folder_without_parts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no part of an edition"):
        press.read(tmp_path)
