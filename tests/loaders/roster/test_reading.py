"""What is read rightly, whatever the form of the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.claim import Claim, Party, Reading, Value
from kg.claimtable import tabulate
from kg.document import Span
from kg.ids import document_id, mention_id
from kg.validate import require_valid
from tests.loaders.roster.made import HEADING, MODEL, POSTS, cells, csv, ods, roster, xlsx

FILES = Path(__file__).parent / "files"
SHEN = ["沈望舒", "江海省总工会", "常务副主席", "2021-06"]


def said(reading: Reading, prop: str, class_name: str = "") -> list[str]:
    """The values of a property, sorted."""
    assert reading.rows is not None
    require_valid(reading, MODEL)
    return sorted(r["value"] for r in reading.rows.to_pylist() if r["property"] == prop and class_name in ("", r["class"]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_the_encoding_is_found_out_and_said(encoding: str, tmp_path: Path) -> None:
    reading = roster(csv(tmp_path, SHEN, encoding=encoding))
    assert said(reading, "name", "Person") == ["沈望舒"]
    assert reading.encoding == {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)


@pytest.mark.parametrize("name", ["officials.xls", "officials.ods"])
def test_workbooks_of_1997_and_of_open_document_are_read(name: str) -> None:
    reading = roster(FILES / name)
    assert said(reading, "name", "Person") == ["沈望舒", "贺知秋"]
    assert said(reading, "start") == (["2020-09-01", "2021-06-01"] if name.endswith("xls") else ["2020-09", "2021-06-01"])
    assert said(reading, "name", "Union") == ["江海省总工会"]


def test_claims_have_the_ids_that_claim_objects_have(tmp_path: Path) -> None:
    reading = roster(csv(tmp_path, SHEN))
    document = document_id("officials/2025-12", "table", "干部名册", 1)
    person = mention_id(document, "act", "Person", "沈望舒")
    body = mention_id(document, "act", "Organization", "江海省总工会")
    line = reading.text.index("沈望舒")
    end = reading.text.index("2021-06") + len("2021-06")
    parties = (Party("holder", person), Party("organization", body))
    values = (Value("title", "常务副主席"), Value("start", "2021-06"))
    tenure = Claim("Tenure", document, "", parties, values, (Span(line, end),), "table", attested="2025-12")
    assert reading.rows is not None
    rows = [r for r in reading.rows.to_pylist() if r["class"] == "Tenure"]
    assert {r["claim"] for r in rows} == {tenure.id}
    assert {r["key"] for r in rows} == {tenure.key}
    objects = Reading(reading.text, "utf-8", "officials", "2025-12", reading.title, "2025-12", reading.documents, (tenure,))
    as_table = [r for r in tabulate(objects).to_pylist() if r["class"] == "Tenure"]
    places = {"sheet": "", "sheet_row": 2, "sheet_columns": "A B C D"}
    assert sorted(rows, key=lambda r: r["property"]) == sorted((r | places for r in as_table), key=lambda r: r["property"])


def test_a_row_s_place_is_its_line_in_the_kept_text_and_its_number_in_the_sheet(tmp_path: Path) -> None:
    sheet = [["江海省干部名册"], HEADING, SHEN, ["贺知秋", "江海省总工会", "副主席", "2020-09"]]
    reading = roster(xlsx(tmp_path / "officials.xlsx", {"干部": sheet}))
    assert reading.rows is not None
    for row in reading.rows.to_pylist():
        quote = reading.text[row["span_start"] : row["span_end"]]
        assert quote == row["quote"]
        assert quote in reading.text.split("\n")[row["sheet_row"] - 1]
        assert row["sheet"] == "干部"
        assert row["attested"] == "2025-12"
    assert {r["sheet_row"] for r in reading.rows.to_pylist() if r["class"] == "Tenure"} == {3, 4}


def test_merged_cells_hold_what_their_first_one_does(tmp_path: Path) -> None:
    sheet = [HEADING, SHEN, ["贺知秋", "", "副主席", "2020-09"]]
    reading = roster(xlsx(tmp_path / "officials.xlsx", {"干部": sheet}, merged=["B2:B3"]))
    assert said(reading, "organization") == [said(reading, "organization")[0]] * 2


def test_merged_cells_of_open_document_too(tmp_path: Path) -> None:
    first = cells(SHEN[0]) + cells(SHEN[1], said='table:number-rows-spanned="2"') + cells(*SHEN[2:])
    second = cells("贺知秋") + "<table:covered-table-cell/>" + cells("副主席", "2020-09")
    reading = roster(ods(tmp_path / "officials.ods", cells(*HEADING), first, second))
    assert len(set(said(reading, "organization"))) == 1
    assert said(reading, "name", "Person") == ["沈望舒", "贺知秋"]


def test_two_heading_lines_are_one_heading(tmp_path: Path) -> None:
    two = POSTS.replace("任职时间: Tenure.start", "时间/任职: Tenure.start\n  时间/免职: Tenure.end\nheading_rows: 2")
    sheet = [["姓名", "单位", "职务", "时间", ""], ["", "", "", "任职", "免职"], [*SHEN, "2024年5月"]]
    reading = roster(xlsx(tmp_path / "officials.xlsx", {"干部": sheet}, merged=["A1:A2", "B1:B2", "C1:C2", "D1:E1"]), two)
    assert (said(reading, "start"), said(reading, "end")) == (["2021-06"], ["2024-05"])


@pytest.mark.parametrize("dates", [True, False])
def test_dates_that_excel_keeps_as_numbers_are_days(dates: bool, tmp_path: Path) -> None:
    reading = roster(xlsx(tmp_path / "officials.xlsx", {"干部": [HEADING, [*SHEN[:3], 44348]]}, dates=dates))
    assert said(reading, "start") == ["2021-06-01"]


@pytest.mark.parametrize("dates", [True, False])
def test_a_workbook_that_counts_from_1904_gives_the_same_days(dates: bool, tmp_path: Path) -> None:
    sheets = {"干部": [HEADING, [*SHEN[:3], 44348 - 1462]]}
    mac = xlsx(tmp_path / "officials.xlsx", sheets, dates=dates, settings='<workbookPr date1904="1"/>')
    assert said(roster(mac), "start") == ["2021-06-01"]


def test_a_workbook_of_1997_that_counts_from_1904_too() -> None:
    assert said(roster(FILES / "from-1904.xls"), "start") == ["2021-06-01", "2021-07-02"]


def test_an_open_document_that_counts_from_1904_too(tmp_path: Path) -> None:
    day = '<table:table-cell office:value-type="float" office:value="42886"><text:p>42886</text:p></table:table-cell>'
    count = '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'
    path = ods(tmp_path / "officials.ods", cells(*HEADING), cells(*SHEN[:3]) + day, settings=count)
    assert said(roster(path), "start") == ["2021-06-01"]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("２０２１年６月", "2021-06"),
        ("2021/6/1", "2021-06-01"),
        ("20210601", "2021-06-01"),
        ("2021年第三季度", "2021-Q3"),
        ("十四五期间", "2021/2025"),
        ("“十三五”时期", "2016/2020"),
    ],
)
def test_dates_are_read_in_the_precision_that_they_have(written: str, date: str, tmp_path: Path) -> None:
    assert said(roster(csv(tmp_path, [*SHEN[:3], written])), "start") == [date]


@pytest.mark.parametrize(
    ("form", "written", "date"), [("yyyy.m", "2019.1", "2019-01"), ("yy-mm", "99-05", "1999-05"), ("yy.m", "21.6", "2021-06")]
)
def test_a_declared_format_settles_what_could_be_read_in_two_ways(form: str, written: str, date: str, tmp_path: Path) -> None:
    described = POSTS.replace("任职时间: Tenure.start", f"任职时间: {{is: Tenure.start, format: {form}}}")
    assert said(roster(csv(tmp_path, [*SHEN[:3], written]), described), "start") == [date]


def test_totals_notes_and_blank_rows_state_nothing(tmp_path: Path) -> None:
    path = csv(tmp_path, SHEN, ["", "", "", ""], ["合 计", "1人", "", ""], ["", "总计", "", ""], ["注：以上为在职人员", "", "", ""])
    assert said(roster(path), "name", "Person") == ["沈望舒"]


def test_names_lose_spaces_and_say_the_gender_in_brackets(tmp_path: Path) -> None:
    reading = roster(csv(tmp_path, ["闻 静 姝（女）", *SHEN[1:]], ["阿依古丽（维吾尔族）", *SHEN[1:]]))
    assert said(reading, "name", "Person") == ["闻静姝", "阿依古丽"]
    assert said(reading, "gender") == ["female"]


def test_line_breaks_in_cells_are_no_ends_of_rows(tmp_path: Path) -> None:
    reading = roster(csv(tmp_path, ["沈望舒", '"江海省\n总工会"', '"常务\r\n副主席"', "2021-06"], ["贺知秋", *SHEN[1:]]))
    assert said(reading, "name", "Union") == ["江海省总工会"]
    assert said(reading, "title") == ["常务副主席", "常务副主席"]
    assert reading.rows is not None
    assert set(reading.rows["sheet_row"].to_pylist()) == {2, 3}


def test_an_ignored_column_and_an_ignored_sheet_leave_no_trace(tmp_path: Path) -> None:
    described = POSTS + "  住址: ignore\nignore_sheets: 说明\n"
    rows = [[*HEADING, "住址"], [*SHEN, "江滨大道18号"]]
    reading = roster(xlsx(tmp_path / "officials.xlsx", {"填表说明": [["请用黑色墨水"]], "干部": rows}), described)
    assert "江滨大道" not in reading.text + str(tabulate(reading).to_pylist())
    assert "墨水" not in reading.text
    assert "住址" in reading.text


def test_a_day_with_a_time_of_day_is_that_day(tmp_path: Path) -> None:
    assert said(roster(csv(tmp_path, [*SHEN[:3], "2021-06-01 08:30:00"], ["贺知秋", *SHEN[1:3], "2021 年 6 月"])), "start") == [
        "2021-06",
        "2021-06-01",
    ]


def test_a_formula_that_came_to_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    rows = [HEADING, [*SHEN[:3], ('<f>IF(TRUE,"","")</f><v></v>', 't="str"')]]
    assert said(roster(xlsx(tmp_path / "officials.xlsx", {"干部": rows})), "start") == []


def test_an_enterprise_that_came_of_another_is_a_succession(tmp_path: Path) -> None:
    described = """
id: changes
name: 企业沿革
publisher: 江海省总工会
licence: Apache-2.0
things: {enterprise: Enterprise, before: Enterprise}
facts: [{fact: Succession, predecessor: before, successor: enterprise}]
columns: {现名: enterprise.name, 原名: before.name, 方式: Succession.successionKind, 日期: Succession.date}
"""
    reading = roster(
        csv(tmp_path, ["望海造船有限公司", "望海船厂", "更名", "1999-04"], heading=["现名", "原名", "方式", "日期"]), described
    )
    assert (said(reading, "successionKind"), said(reading, "date")) == (["renaming"], ["1999-04"])


def test_an_empty_sheet_is_passed_over(tmp_path: Path) -> None:
    reading = roster(xlsx(tmp_path / "officials.xlsx", {"说明": [], "干部": [HEADING, SHEN]}))
    assert [d.title for d in reading.documents] == ["干部"]


def test_the_same_row_twice_is_loaded_once_with_two_spans(tmp_path: Path) -> None:
    reading = roster(csv(tmp_path, SHEN, ["贺知秋", *SHEN[1:]], SHEN))
    assert reading.rows is not None
    rows = [r for r in reading.rows.to_pylist() if r["property"] == "holder" and r["sheet_row"] == 2]
    assert len(rows) == 1
    assert rows[0]["spans"] == 2
    start, _, end = rows[0]["further"].removesuffix(":repeat").partition("-")
    assert reading.text[int(start) : int(end)] == "\t".join(SHEN)
    assert [n.words for n in reading.notices] == ["row 4 says what row 2 says; it is loaded once"]


def test_a_cell_that_is_split_states_a_fact_for_each_value(tmp_path: Path) -> None:
    described = POSTS.replace("职务: Tenure.title", "职务: {is: Tenure.title, split: 、}")
    assert said(roster(csv(tmp_path, ["沈望舒", "江海省总工会", "党组书记、常务副主席", "2021-06"]), described), "title") == [
        "党组书记",
        "常务副主席",
    ]


@pytest.mark.parametrize(
    ("body", "birth", "count"), [("甲总工会", "1978", 1), ("乙总工会", "1978", 2), ("甲总工会", "1990", 2), ("乙总工会", "", 2)]
)
def test_namesakes_are_one_mention_unless_a_birth_or_a_body_tells_them_apart(tmp_path: Path, body: str, birth: str, count: int) -> None:
    described = POSTS + "  出生: person.birth\n"
    rows = [["张伟", "甲总工会", "主席", "2020", "1978"], ["张伟", body, "副主席", "2021", birth]]
    assert len(set(said(roster(csv(tmp_path, *rows, heading=[*HEADING, "出生"]), described), "holder"))) == count


def test_a_month_of_birth_makes_one_mention_of_two_bodies(tmp_path: Path) -> None:
    rows = [["张伟", body, "主席", "2020", "1978-05"] for body in ("甲总工会", "乙总工会")]
    assert len(set(said(roster(csv(tmp_path, *rows, heading=[*HEADING, "出生"]), POSTS + "  出生: person.birth\n"), "holder"))) == 1


@pytest.mark.parametrize(("body", "count"), [("甲总工会", 1), ("乙总工会", 2)])
def test_without_births_the_body_tells_namesakes_apart(tmp_path: Path, body: str, count: int) -> None:
    rows = ["张伟", "甲总工会", "主席", "2020"], ["张伟", body, "副主席", "2021"]
    assert len(set(said(roster(csv(tmp_path, *rows), POSTS), "holder"))) == count


def test_where_a_row_is_a_person_two_rows_are_two_people(tmp_path: Path) -> None:
    reading = roster(
        csv(tmp_path, ["张伟", "甲总工会", "主席", "2020"], ["张伟", "乙总工会", "主席", "2021"]), POSTS + "rows_are: person\n"
    )
    holders = said(reading, "holder")
    assert len(set(holders)) == 2
    assert reading.rows is not None
    assert [sorted((r["mention"], r["value"])) for r in reading.rows.to_pylist() if r["kind"] == "apart"] == [holders]


AWARDS = """
id: honoured
name: 表彰名册
publisher: 江海省总工会
licence: Apache-2.0
rows_are: award
things: {person: Person, organization: Organization, honour: Honour}
facts:
  - {fact: Award, recipient: person, honour: honour}
  - {fact: Affiliation, person: person, organization: organization}
columns: {姓名: person.name, 出生: person.birth, 单位: organization.name, 荣誉: honour.name, 年度: Award.year}
"""


@pytest.mark.parametrize(
    ("birth", "honour", "year", "count", "apart"),
    [
        ("", "全国五一劳动奖章", "2021", 2, 0),
        ("", "全国劳动模范", "2020", 2, 1),
        ("1978", "全国五一劳动奖章", "2021", 1, 0),
    ],
)
def test_rows_of_honours_are_left_to_resolving_where_only_a_body_is_stated(
    tmp_path: Path, birth: str, honour: str, year: str, count: int, apart: int
) -> None:
    rows = ["张伟", birth, "甲总工会", "全国劳动模范", "2020"], ["张伟", birth, "甲总工会", honour, year]
    if apart:
        rows[1][2] = "乙总工会"
    reading = roster(csv(tmp_path, *rows, heading=["姓名", "出生", "单位", "荣誉", "年度"]), AWARDS)
    assert len(set(said(reading, "recipient"))) == count
    assert reading.rows is not None
    assert len([r for r in reading.rows.to_pylist() if r["kind"] == "apart"]) == apart


def test_sheets_may_have_layouts_of_their_own(tmp_path: Path) -> None:
    layouts = """
id: shelf
name: 两张表
publisher: 江海省总工会
licence: Apache-2.0
layouts:
  - sheet: 企业
    things: {enterprise: Enterprise}
    columns: {企业名称: enterprise.name, 代码: enterprise.creditCode}
  - things: {person: Person, organization: Organization}
    facts: [{fact: Tenure, holder: person, organization: organization}]
    columns: {姓名: person.name, 单位: organization.name, 职务: Tenure.title, 任职时间: Tenure.start}
"""
    book = xlsx(
        tmp_path / "shelf.xlsx", {"干部": [HEADING, SHEN], "企业": [["代码", "企业名称"], ["91350100M000100Y43", "望海造船有限公司"]]}
    )
    reading = roster(book, layouts)
    assert said(reading, "creditCode") == ["91350100M000100Y43"]
    assert said(reading, "title") == ["常务副主席"]


ENTERPRISES = """
id: enterprises
name: 企业名录
publisher: 江海省市场监督管理局
licence: Apache-2.0
rows_are: enterprise
things: {enterprise: Enterprise, seat: Place, group: Enterprise}
links: {enterprise: {place: seat}}
facts: [{fact: Membership, member: enterprise, whole: group}]
columns: {代码: enterprise.creditCode, 名称: enterprise.name, 所在地: seat.name, 集团: group.name}
"""


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ([["91990200MA0100016Q", "红星厂", "", ""], ["91990200MA0100024K", "红星厂", "", ""]], 2),
        ([["", "红星厂", "临江市", ""], ["", "红星厂", "望海市", ""]], 2),
        ([["91990200MA0100016Q", "红星厂", "", ""], ["91990200MA0100016Q", "红星厂", "临江市", ""]], 1),
        ([["91990200MA0100016Q", "红星厂", "", ""], ["91990200MA0100024K", "红星厂", "", ""], ["", "红旗厂", "", "红星厂"]], 4),
    ],
)
def test_bodies_of_one_name_are_told_apart_by_code_or_place(rows: list[list[str]], count: int, tmp_path: Path) -> None:
    reading = roster(csv(tmp_path, *rows, heading=["代码", "名称", "所在地", "集团"]), ENTERPRISES)
    assert reading.rows is not None
    assert len({r["mention"] for r in reading.rows.to_pylist() if r["class"] == "Enterprise"}) == count


def test_what_is_called_a_workbook_and_is_text_is_read_as_text_and_the_other_way_round(tmp_path: Path) -> None:
    text = csv(tmp_path, SHEN, encoding="gb18030").rename(tmp_path / "export.xls")
    book = xlsx(tmp_path / "book.xlsx", {"干部": [HEADING, SHEN]}).rename(tmp_path / "book.csv")
    for path, form in ((text, "gb18030"), (book, "csv")):
        reading = roster(path)
        assert said(reading, "name", "Person") == ["沈望舒"]
        assert reading.encoding == form
