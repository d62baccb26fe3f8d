"""The bracket that closes a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.press.structure import told

TEXT = "县总工会建会有新招\n\n5月10日，海安县总工会召开基层工会建设推进会，部署下半年工作。会议要求，各乡镇工会要抓好落实。\n\n"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (
            "（作者：段玉梅，单位：云南大学；罗小青，单位：昆明理工大学）",
            {("段玉梅", "author", "云南大学"), ("罗小青", "author", "昆明理工大学")},
        ),
        ("（段玉梅　罗小青　作者单位：云南大学）", {("段玉梅", "author", "云南大学"), ("罗小青", "author", "云南大学")}),
        ("（云南大学　段玉梅　罗小青）", {("段玉梅", "author", "云南大学"), ("罗小青", "author", "云南大学")}),
        ("（段 玉 / 文　罗小青 / 图）", {("段玉", "author", None), ("罗小青", "photographer", None)}),
        ("（段玉梅　2023年7月24日）", {("段玉梅", "author", None)}),
        ("（段玉梅）", {("段玉梅", "author", None)}),
        ("（资料图片）", set()),
    ],
)
def test_the_closing_bracket_names_authors(tmp_path: Path, line: str, authors: set[tuple[str, str, str | None]]) -> None:
    assert told(tmp_path, TEXT + line + "\n", "authorship", "person", "role", "affiliation") == authors


def test_where_authors_work_is_told_once(tmp_path: Path) -> None:
    found = told(tmp_path, f"{TEXT}（云南大学　段玉梅）\n", "affiliation", "person", "organisation")
    assert found == {("段玉梅", "云南大学")}
