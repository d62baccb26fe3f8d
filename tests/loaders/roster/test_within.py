"""Departments in a column of their own: whose they are, what posts in them state, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.claim import Reading
from kg.errors import InputError
from kg.validate import require_valid
from loaders.roster import draft, parse
from tests.loaders.roster.made import MODEL, csv, roster, xlsx
from tests.loaders.roster.test_draft import completed

HEADING = ["姓名", "单位", "部门", "职务", "任职时间"]
POSTS = """
id: officials
name: 干部名册
publisher: 江海省总工会
licence: Apache-2.0
things:
  person: Person
  organization: {class: Organization, endings: {总工会: Union}}
  department: {class: Department, within: organization}
facts: [{fact: Tenure, holder: person, organization: department}]
columns: {姓名: person.name, 单位: organization.name, 部门: department.name, 职务: Tenure.title, 任职时间: Tenure.start}
"""


def facts(reading: Reading, class_name: str) -> list[dict[str, str]]:
    """The facts of a class: each party by its name, each value, and the columns that state it."""
    assert reading.rows is not None
    require_valid(reading, MODEL)
    rows = reading.rows.to_pylist()
    names = {r["mention"]: r["value"] for r in rows if r["property"] == "name"}
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        if row["class"] == class_name and row["kind"] != "apart":
            one = found.setdefault(row["claim"], {"columns": row["sheet_columns"], "quote": row["quote"]})
            one[row["property"]] = names[row["value"]] if row["kind"] == "party" else row["value"]
    return sorted(found.values(), key=lambda one: sorted(one.items()))


def named(reading: Reading, class_name: str) -> list[str]:
    assert reading.rows is not None
    return sorted(r["value"] for r in reading.rows.to_pylist() if r["class"] == class_name and r["property"] == "name")


def table(folder: Path, *rows: Sequence[str], heading: Sequence[str] = HEADING) -> Path:
    return csv(folder, *rows, heading=heading)


def test_a_post_in_a_department_is_in_that_of_the_body_and_the_department_is_a_part_of_it(tmp_path: Path) -> None:
    reading = roster(table(tmp_path, ["沈望舒", "江海省总工会", "组织部", "部长", "2021-06"]), POSTS)
    assert named(reading, "Department") == ["江海省总工会组织部"]
    assert named(reading, "Union") == ["江海省总工会"]
    (post,) = facts(reading, "Tenure")
    assert (post["holder"], post["organization"], post["title"]) == ("沈望舒", "江海省总工会组织部", "部长")
    assert (post["columns"], post["quote"]) == ("A B C D E", "沈望舒\t江海省总工会\t组织部\t部长\t2021-06")
    (part,) = facts(reading, "Membership")
    assert (part["member"], part["whole"], part["columns"]) == ("江海省总工会组织部", "江海省总工会", "B C")


def test_a_post_of_a_row_without_a_department_is_in_the_body_itself(tmp_path: Path) -> None:
    rows = [["沈望舒", "江海省总工会", "", "主席", "2021-06"], ["贺知秋", "江海省总工会", "江海省总工会", "副主席", "2021-06"]]
    reading = roster(table(tmp_path, *rows), POSTS)
    assert named(reading, "Department") == []
    assert facts(reading, "Membership") == []
    assert {post["organization"] for post in facts(reading, "Tenure")} == {"江海省总工会"}
    assert named(reading, "Union") == ["江海省总工会"]


@pytest.mark.parametrize("written", ["组织部", "江海省总工会组织部", "总工会组织部"])
def test_words_that_the_body_and_the_department_share_stand_once_in_its_name(tmp_path: Path, written: str) -> None:
    reading = roster(table(tmp_path, ["沈望舒", "江海省总工会", written, "部长", "2021-06"]), POSTS)
    assert named(reading, "Department") == ["江海省总工会组织部"]


def test_departments_of_one_name_in_two_bodies_are_two(tmp_path: Path) -> None:
    rows = [["沈望舒", "江海省总工会", "组织部", "部长", "2021-06"], ["贺知秋", "望海市总工会", "组织部", "部长", "2021-06"]]
    assert named(roster(table(tmp_path, *rows), POSTS), "Department") == ["望海市总工会组织部", "江海省总工会组织部"]


def test_who_has_posts_in_two_departments_of_a_body_is_one_in_the_table(tmp_path: Path) -> None:
    rows = [["沈望舒", "江海省总工会", part, "部长", ""] for part in ("组织部", "办公室")]
    assert named(roster(table(tmp_path, *rows), POSTS), "Person") == ["沈望舒"]


def test_an_office_within_a_department_is_named_after_both(tmp_path: Path) -> None:
    more = POSTS.replace("within: organization}", "within: organization}\n  office: {class: Department, within: department}")
    more = more.replace("organization: department}]", "organization: office}]").replace(
        "部门: department.name", "部门: department.name, 科室: office.name"
    )
    heading = ["姓名", "单位", "部门", "科室", "职务", "任职时间"]
    rows = [["甲一", "江海省总工会", "组织部", "干部科", "科长", ""], ["乙一", "江海省总工会", "", "信访科", "科长", ""]]
    reading = roster(table(tmp_path, *rows, heading=heading), more)
    assert named(reading, "Department") == ["江海省总工会信访科", "江海省总工会组织部", "江海省总工会组织部干部科"]
    assert {(m["member"], m["whole"]) for m in facts(reading, "Membership")} == {
        ("江海省总工会信访科", "江海省总工会"),
        ("江海省总工会组织部", "江海省总工会"),
        ("江海省总工会组织部干部科", "江海省总工会组织部"),
    }


def test_a_membership_that_the_description_states_itself_is_stated_once(tmp_path: Path) -> None:
    stated = POSTS.replace("facts: [", "facts: [{fact: Membership, member: department, whole: organization}, ")
    path = table(tmp_path, ["沈望舒", "江海省总工会", "组织部", "部长", "2021-06"])
    assert facts(roster(path, stated), "Membership") == facts(roster(path, POSTS), "Membership")


def test_a_table_without_the_column_of_departments_puts_posts_into_the_bodies(tmp_path: Path) -> None:
    optional = POSTS.replace("部门: department.name", "部门: {is: department.name, optional: true}")
    path = table(tmp_path, ["沈望舒", "江海省总工会", "主席", "2021-06"], heading=[h for h in HEADING if h != "部门"])
    assert [post["organization"] for post in facts(roster(path, optional), "Tenure")] == ["江海省总工会"]


def test_a_department_without_its_body_and_a_post_without_either_are_refused(tmp_path: Path) -> None:
    rows = [["沈望舒", "", "组织部", "部长", ""], ["贺知秋", "", "", "主席", ""]]
    with pytest.raises(InputError) as refused:
        roster(table(tmp_path, *rows), POSTS)
    assert "row 2, column C: a department without its organization" in str(refused.value)
    assert "row 3, column B: Tenure lacks 单位" in str(refused.value)


@pytest.mark.parametrize(
    ("within", "said"),
    [
        ("nothing", "within must name another of the things"),
        ("person", "both must be organizations"),
        ("department", "it is within itself"),
    ],
)
def test_what_cannot_be_within_another_is_refused(within: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        parse(POSTS.replace("within: organization", f"within: {within}"), "officials.yml", MODEL)


@pytest.mark.parametrize("column", ["部门", "所在处室", "科室"])
def test_a_draft_knows_the_column_of_departments(tmp_path: Path, column: str) -> None:
    path = xlsx(tmp_path / "干部.xlsx", {"干部": [["姓名", "单位", column, "职务"], ["沈望舒", "江海省总工会", "组织部", "部长"]]})
    reading = roster(path, completed(draft(path)))
    assert [post["organization"] for post in facts(reading, "Tenure")] == ["江海省总工会组织部"]


def test_a_department_alone_is_drafted_as_the_body(tmp_path: Path) -> None:
    path = csv(tmp_path, ["沈望舒", "组织部", "部长"], heading=["姓名", "部门", "职务"])
    assert "'部门': organization.name" in draft(path)
