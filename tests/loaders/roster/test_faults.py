"""What is refused: every fault at once, with its place, and nothing is loaded."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from kg.errors import InputError
from loaders.roster import archive, draft
from loaders.roster.creditcode import check_character, fault_of
from tests.loaders.roster.made import HEADING, POSTS, cells, csv, ods, roster, xlsx

SHEN = ["沈望舒", "江海省总工会", "常务副主席", "2021-06"]
BODIES = """
id: bodies
name: 工会名录
publisher: 江海省总工会
licence: Apache-2.0
things: {union: Union, parent: Union}
facts: [{fact: Membership, member: union, whole: parent}]
columns: {名称: union.name, 上级: parent.name, 代码: {is: union.creditCode, optional: true}}
"""
AWARDS = """
id: workers
name: 劳模名册
publisher: 江海省总工会
licence: Apache-2.0
divisions: [江海省]
things: {person: Person, honour: Honour}
facts: [{fact: Award, recipient: person, honour: honour}]
columns: {姓名: person.name, 荣誉: honour.name, 年度: Award.year}
"""


def refused(path: Path, description: str = POSTS) -> list[str]:
    """The lines of the error, the file's own first."""
    with pytest.raises(InputError) as caught:
        roster(path, description)
    return str(caught.value).splitlines()


def test_all_faults_are_told_at_once_with_row_and_column(tmp_path: Path) -> None:
    path = csv(tmp_path, SHEN, ["=cmd()", *SHEN[1:]], [*SHEN[:3], "2019.1"], ["贺知秋", "江海省总工会", "", "21-6"])
    head, *lines = refused(path)
    assert head == f"{path} has 4 faults, and nothing of it is loaded:"
    assert lines == [
        "  row 3, column A: it begins with =, as a formula does: '=cmd()'",
        "  row 4, column D: it is no date that can be read in one way only; declare the column's format: '2019.1'",
        "  row 5, column C: Tenure lacks 职务",
        "  row 5, column D: it is no date that can be read in one way only; declare the column's format: '21-6'",
    ]


@pytest.mark.parametrize("date", ["2019.1", "19-05", "99.5", "2021-13", "2021-02-30", "去年", "45年"])
def test_what_is_no_date_or_two_is_refused(date: str, tmp_path: Path) -> None:
    assert "row 2, column D: it is no date" in refused(csv(tmp_path, [*SHEN[:3], date]))[1]


def test_an_undeclared_and_a_missing_column_are_refused(tmp_path: Path) -> None:
    lines = refused(csv(tmp_path, SHEN, heading=["姓名", "单位", "职务", "到任"]))
    assert "row 1, column D: a column that the description does not declare: '到任'" in lines[2]
    assert "a declared column is missing: '任职时间'" in lines[1]


def test_a_column_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    assert "the same heading as column A" in refused(csv(tmp_path, [*SHEN, "x"], heading=[*HEADING, "姓名"]))[1]


def test_an_unknown_honour_is_refused_and_a_known_one_is_not(tmp_path: Path) -> None:
    rows = [["张伟", "全国劳模", "2020"], ["张伟", "江海省五一劳动奖章", "2021年"], ["张伟", "本厂先进", "2022"]]
    lines = refused(csv(tmp_path, *rows, heading=["姓名", "荣誉", "年度"]), AWARDS)
    assert len(lines) == 2
    assert lines[1].startswith("  row 4, column B: it is no known honour")


def test_an_honour_of_a_county_s_city_is_known_by_its_short_name(tmp_path: Path) -> None:
    rows = [["张伟", "仙桃工匠", "2020"], ["张伟", "昆山工匠", "2021"], ["张伟", "某某工匠", "2022"]]
    lines = refused(csv(tmp_path, *rows, heading=["姓名", "荣誉", "年度"]), AWARDS)
    assert [line[: len("  row 4, column B")] for line in lines[1:]] == ["  row 4, column B"]


def test_a_credit_code_needs_its_check_character(tmp_path: Path) -> None:
    rows = [["甲总工会", "", "91350100M000100Y43"], ["乙总工会", "", "91350100M000100Y44"], ["丙总工会", "", "91350100M000100I43"]]
    lines = refused(csv(tmp_path, *rows, heading=["名称", "上级", "代码"]), BODIES)
    assert "the credit code's check character is wrong" in lines[1]
    assert "a credit code has no 'I'" in lines[2]
    assert {line.split(":")[0] for line in lines[1:]} == {"  row 3, column C", "  row 4, column C"}


def test_the_check_character_is_that_of_the_standard() -> None:
    assert check_character("91350100M000100Y4") == "3"
    assert fault_of("91350100M000100Y43") == ""
    assert "no 'I'" in fault_of("91350100M000100I43")


def test_a_total_off_its_bounds_is_refused(tmp_path: Path) -> None:
    lines = refused(csv(tmp_path, SHEN), POSTS + "totals: {rows: [5, 10], Person: [1, 2]}\n")
    assert lines[1:] == ["  1 rows, where the description expects 5 to 10"]


def test_parents_in_a_circle_are_refused_with_the_chain(tmp_path: Path) -> None:
    rows = [["甲总工会", "乙总工会"], ["乙总工会", "丙总工会"], ["丙总工会", "甲总工会"], ["丁总工会", "甲总工会"]]
    lines = refused(csv(tmp_path, *rows, heading=["名称", "上级"]), BODIES)
    assert lines[1:] == ["  row 2: parents in a circle: 甲总工会 → 乙总工会 → 丙总工会 → 甲总工会"]


def test_a_circle_over_two_sheets_is_seen(tmp_path: Path) -> None:
    sheets = {"甲": [["名称", "上级"], ["甲总工会", "乙总工会"]], "乙": [["名称", "上级"], ["乙总工会", "甲总工会"]]}
    assert refused(xlsx(tmp_path / "bodies.xlsx", sheets), BODIES)[1:] == [
        "  sheet 甲, row 2: parents in a circle: 甲总工会 → 乙总工会 → 甲总工会"
    ]


def test_an_empty_cell_before_a_formula_is_not_taken_for_it(tmp_path: Path) -> None:
    rows = [HEADING, ["沈望舒", ("", ""), ("<f>NOW()</f>", ""), "2021"]]
    path = xlsx(tmp_path / "officials.xlsx", {"干部": rows})
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b'<c r="B2" ></c>', b'<c r="B2" s="0"/>')
    with zipfile.ZipFile(path, "w") as book:
        for name, data in parts.items():
            book.writestr(name, data)
    assert any("row 2, column C: a formula without a stored value" in line for line in refused(path))


def test_formulas_without_value_and_errors_are_refused(tmp_path: Path) -> None:
    rows = [HEADING, [*SHEN[:3], ("<f>NOW()</f><v></v>", "")], [*SHEN[:2], ("<v>#REF!</v>", 't="e"'), "2021"]]
    lines = refused(xlsx(tmp_path / "officials.xlsx", {"干部": rows}))
    assert "  sheet 干部, row 2, column D: a formula without a stored value; open the file in a spreadsheet and save it" in lines
    assert "  sheet 干部, row 3, column C: an error instead of a value" in lines


def test_formulas_without_value_and_errors_of_open_document_are_refused(tmp_path: Path) -> None:
    error = '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"/>'
    shown = '<table:table-cell table:formula="of:=A1" office:value-type="string"><text:p>#REF!</text:p></table:table-cell>'
    never = '<table:table-cell table:formula="of:=NOW()"/>'
    rows = [cells(*HEADING), cells(*SHEN[:2]) + error + never, cells(SHEN[0]) + shown + cells(*SHEN[2:])]
    lines = refused(ods(tmp_path / "officials.ods", *rows))
    assert "  sheet 干部, row 2, column C: an error instead of a value" in lines
    assert "  sheet 干部, row 2, column D: a formula without a stored value; open the file in a spreadsheet and save it" in lines
    assert "  sheet 干部, row 3, column B: an error instead of a value" in lines


def test_an_open_document_that_repeats_a_cell_without_bound_is_refused(tmp_path: Path) -> None:
    far = cells("x", said='table:number-columns-repeated="16000"')
    path = ods(tmp_path / "officials.ods", cells(*HEADING), f'</table:table-row><table:table-row table:number-rows-repeated="900000">{far}')
    assert "spread over 900,002 rows and 16,000 columns" in refused(path)[0]


def test_an_open_document_with_entities_is_refused(tmp_path: Path) -> None:
    path = ods(tmp_path / "officials.ods", cells(*HEADING))
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["content.xml"] = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>' + parts["content.xml"]
    with zipfile.ZipFile(path, "w") as book:
        for name, data in parts.items():
            book.writestr(name, data)
    assert "damaged or encrypted archive" in refused(path)[0]


def test_an_error_that_stands_as_text_in_a_csv_is_refused(tmp_path: Path) -> None:
    lines = refused(csv(tmp_path, [SHEN[0], "#REF!", *SHEN[2:]]))
    assert lines[1:] == ["  row 2, column B: it is an error instead of a value: '#REF!'"]


def test_errors_in_a_workbook_of_1997_are_refused() -> None:
    assert "  sheet 干部, row 4, column C: an error instead of a value" in refused(Path(__file__).parent / "files" / "errors.xls")


def test_a_formula_that_may_be_empty_or_uncomputed_in_a_workbook_of_1997_is_refused() -> None:
    lines = refused(Path(__file__).parent / "files" / "formula.xls")
    assert lines[1].startswith("  sheet 干部, row 2, column D: a formula that came to nothing or was never computed")


def test_a_formula_with_a_stored_value_is_that_value(tmp_path: Path) -> None:
    rows = [HEADING, [*SHEN[:3], ("<f>2020+1</f><v>2021</v>", "")]]
    assert roster(xlsx(tmp_path / "officials.xlsx", {"干部": rows})).rows is not None


def test_an_archive_that_inflates_too_far_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = xlsx(tmp_path / "officials.xlsx", {"干部": [HEADING, SHEN]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/blank.bin", bytes(9 * 2**20))
    monkeypatch.setattr(archive, "MOST_INFLATED", 8 * 2**20)
    assert "inflates to more than 8 MB" in refused(path)[0]


def test_a_sheet_with_a_cell_far_out_is_refused(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "officials.xlsx", {"干部": [HEADING, SHEN]})
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", far)
    with zipfile.ZipFile(path, "w") as book:
        for name, data in parts.items():
            book.writestr(name, data)
    assert "spread over 1,048,576 rows and 16,384 columns" in refused(path)[0]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("officials.csv", b"", "is empty"),
        ("officials.csv", b"\x00\x01\x02\xff\xfe" * 40, "is no text in UTF-8"),
        ("officials.csv", '姓名,单位\n"沈望舒,江海'.encode(), "look at its quotation marks"),
        ("officials.xlsx", b"PK\x03\x04 not an archive", "damaged or encrypted archive"),
        ("officials.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "cannot be read as a workbook"),
        ("officials.csv", "甲,乙\n1,2\n".encode(), "no row has the columns"),
        ("officials.csv", "姓名,单位,职务,任职时间\n".encode(), "no row below the heading"),
    ],
)
def test_what_is_no_roster_is_refused_in_one_sentence(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert words in "\n".join(refused(path))


def test_a_description_s_faults_are_told_at_once(tmp_path: Path) -> None:
    wrong = POSTS.replace("Person,", "Persona,").replace("Tenure.title", "Tenure.titel").replace("licence: Apache-2.0", "colour: red")
    lines = refused(csv(tmp_path, SHEN), wrong)
    assert lines[0] == "roster.yml cannot be used:"
    for words in ("'Persona' is no class", "Tenure has no value 'titel'", "there is no setting 'colour'", "licence is missing"):
        assert any(words in line for line in lines), words


def test_no_message_shows_a_personal_number(tmp_path: Path) -> None:
    lines = refused(csv(tmp_path, ["沈望舒11010519491231002X", *SHEN[1:]], ["13800138000", *SHEN[1:]], [*SHEN[:3], "13800138000"]))
    assert len(lines) > 3
    assert not re.search(r"\d{11}", "\n".join(lines[1:]))


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("list.xls", "<html><table><tr><td>姓名</td></tr></table></html>".encode(), "is a page of the web, whatever its name says"),
        (
            "list.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "is protected by a password",
        ),
        ("list.xlsx", b"", "is empty"),
        ("list.csv", b"", "is empty"),
        ("list.csv", b"\xef\xbb\xbf", "is empty"),
        ("list.csv", b"\n \n", "is empty"),
        ("list.xlsx", b"\x00\x01\x02\x03", "cannot be read as a workbook"),
    ],
)
def test_what_is_no_table_is_told_by_what_it_is(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert told in refused(path)[0]
    with pytest.raises(InputError, match=told):
        draft(path)
