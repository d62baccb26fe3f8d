"""Knowledge of the user's own: merged with ours, and refused with its place where nothing reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import kg

TEXT = "2025年11月3日，江海省总工会副主席顾明远出席会议，江海省星火电机有限公司守塔员陆青、祭小满发言，陆青荣获守塔功臣称号。\n"


def posts(tmp_path: Path, own: Path | None) -> set[tuple[str, str]]:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = kg(tmp_path / "home", "facts", str(path), "--source", "jhgy", "--no-tagger", extra={"KG_KNOWLEDGE": str(own)} if own else {})
    assert done.code == 0, done.err
    found = [json.loads(line) for line in done.out.splitlines()]
    return {(f["person"], f["title"]) for f in found if f["fact"] == "post"} | {(f["name"], "") for f in found if f["fact"] == "person"}


def test_titles_and_family_names_of_the_users_own_are_known(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "titles.yml").write_text("# of our works\ntrades: [守塔员]\n", encoding="utf-8")
    (own / "surnames.txt").write_text("# rare here\n祭\n", encoding="utf-8")
    assert posts(tmp_path, own) - posts(tmp_path, None) >= {("陆青", "守塔员"), ("祭小满", "")}
    assert ("顾明远", "副主席") in posts(tmp_path, own)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("title.yml", "trades: []", "title.yml is read by nothing"),
        ("titles.yml", "trade: [守塔员]", "the key 'trade'"),
        ("titles.yml", "trades: 守塔员", "'trades' as a list"),
        ("titles.yml", "trades: [", "YAML"),
        ("titles.yml", "- 守塔员", "no keys"),
    ],
)
def test_what_nothing_reads_is_refused_in_one_sentence(tmp_path: Path, name: str, content: str, said: str) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / name).write_text(content, encoding="utf-8")
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = kg(tmp_path / "home", "facts", str(path), extra={"KG_KNOWLEDGE": str(own)})
    assert done.code == 3
    assert said in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = kg(tmp_path / "home", "facts", str(tmp_path), extra={"KG_KNOWLEDGE": str(tmp_path / "none")})
    assert done.code == 3
    assert "KG_KNOWLEDGE" in done.err
