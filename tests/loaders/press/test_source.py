"""Periodicals of the user's own: a YAML file, or a folder of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError, SettingError
from kg.facts import facts
from loaders import press
from loaders.press.source import OWN, described
from tests.cli.command import ROOT
from tests.readings import MODEL

CITY = ROOT / "examples" / "sources" / "whgh.yml"
ISSUE = """望海工运

2025年第3期

主办  望海市总工会
指导单位  江海省总工会
值班编辑  何涛

要闻

市总工会召开全体会议
文 | 方远

3月5日，市总工会召开全体会议，市总工会主席白山讲话，省总工会副主席顾明远出席。
"""


def issue(tmp_path: Path) -> Path:
    path = tmp_path / "issue.txt"
    path.write_text(ISSUE, encoding="utf-8")
    return path


def test_a_city_of_the_users_own_is_what_a_bare_shi_means(tmp_path: Path) -> None:
    reading = press.read(issue(tmp_path), source=str(CITY))
    assert (reading.source, reading.label) == ("whgh", "2025-03")
    posts = {(f["person"], f["organisation"], f["title"]) for f in facts(reading, MODEL) if f["fact"] == "post"}
    assert posts == {("白山", "望海市总工会", "主席"), ("顾明远", "江海省总工会", "副主席")}


def test_a_district_of_the_city_is_its_own_unless_another_city_is_told_before(tmp_path: Path) -> None:
    path = issue(tmp_path)
    path.write_text(ISSUE + "\n3月6日，滨港区总工会主席何涛到临江市，与滨港区总工会副主席白山座谈。\n", encoding="utf-8")
    posts = {(f["person"], f["organisation"]) for f in facts(press.read(path, source=str(CITY)), MODEL) if f["fact"] == "post"}
    assert {("何涛", "望海市滨港区总工会"), ("白山", "滨港区总工会")} <= posts


def test_a_folder_of_the_users_own_is_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OWN, str(CITY.parent))
    assert press.read(issue(tmp_path)).source == "whgh"
    assert "whgh" in press.sources()
    monkeypatch.delenv(OWN)
    assert press.read(issue(tmp_path)).source == "press"


def test_labels_of_the_users_own_are_read_in_the_masthead(tmp_path: Path) -> None:
    reading = press.read(issue(tmp_path), source=str(CITY))
    names = {c.mention: c.get("name") for c in reading.claims if c.mention}
    roles = {(names[c.party("agent")], c.get("role")) for c in reading.claims if c.class_name == "PublicationRole"}
    assert roles == {("望海市总工会", "sponsor"), ("江海省总工会", "supervisor"), ("何涛", "editor")}


def test_sections_of_the_users_own_are_those_of_the_articles_below(tmp_path: Path) -> None:
    reading = press.read(issue(tmp_path), source=str(CITY))
    assert [(d.title, d.section) for d in reading.documents if d.section] == [("市总工会召开全体会议", "要闻")]


def test_a_setting_that_is_no_folder_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OWN, str(tmp_path / "nowhere"))
    with pytest.raises(SettingError, match=OWN):
        press.sources()


def test_all_faults_of_a_description_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bad.yml"
    path.write_text("id: x\ncolour: red\nprovince: [a]\nknown_by: word\nedition: ['(', 'a']\nmasthead: {主管: body}\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        described(path)
    said = str(refused.value)
    for words in ("bad.yml", "colour", "name is missing", "province must", "known_by must", "'('", "lacks the groups", "masthead must"):
        assert words in said
    assert "\n" not in said


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a: [", b"- 1\n", b""])
def test_what_is_no_description_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.yml"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"bad\.yml"):
        described(path)


def test_the_one_description_near_an_issue_is_its_periodicals(tmp_path: Path) -> None:
    path = issue(tmp_path)
    near = tmp_path / "any.yml"
    near.write_text("id: other\nname: 别的\nknown_by: [别的]\n", encoding="utf-8")
    taken = press.steps(path)
    assert (taken.source.id, taken.source.found) == ("other", near)


def test_of_several_near_the_one_whose_words_begin_the_issue_is_its_periodicals(tmp_path: Path) -> None:
    path = issue(tmp_path)
    (tmp_path / "any.yml").write_text("id: other\nname: 别的\nknown_by: [别的]\n", encoding="utf-8")
    (tmp_path / "whgh.yml").write_text(CITY.read_text(encoding="utf-8"), encoding="utf-8")
    assert press.steps(path).source.found == tmp_path / "whgh.yml"
    (tmp_path / "whgh.yml").write_text("id: whgh\nname: 望海工运\n", encoding="utf-8")
    assert (press.steps(path).source.id, press.steps(path).source.found) == ("press", None)


def test_an_issue_of_a_known_periodical_is_not_taken_for_another_that_lies_near(tmp_path: Path) -> None:
    path = issue(tmp_path)
    path.write_text("江海工运\n\n2025年第3期\n\n消息\n3月5日，江海省总工会主席白山讲话。\n", encoding="utf-8")
    (tmp_path / "whgh.yml").write_text(CITY.read_text(encoding="utf-8"), encoding="utf-8")
    assert press.steps(path).source.id == "jhgy"


def test_a_description_near_with_faults_stops(tmp_path: Path) -> None:
    (tmp_path / "whgh.yml").write_text("id: whgh\nname: 望海工运\ncolour: red\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"whgh\.yml: colour is no key"):
        press.read(issue(tmp_path))
