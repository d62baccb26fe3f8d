from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError, KeptError
from kg.home import Home
from kg.judgement import Judgement, Judgements, Verdict
from kg.judging import decide
from kg.manifest import Manifest

WHEN = "2025-12-01T00:00:00Z"


def said(number: int, verdict: Verdict, one: str = "", other: str = "", **more: object) -> Judgement:
    return Judgement(number, verdict, "lin", WHEN, "查证", one, other, **more)  # type: ignore[arg-type]


def journal(path: Path, *lines: Judgement) -> Judgements:
    found = Judgements()
    for line in lines:
        found = found.append(path, line)
    return found


def test_a_journal_that_is_cut_at_any_byte_keeps_all_whole_lines_and_takes_the_next(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    lines = [said(1, "same", "a", "b", keep="a"), said(2, "different", "a", "c"), Judgement(3, "undo", "lin", WHEN, of=2)]
    journal(path, *lines)
    data = path.read_bytes()
    for cut in range(len(data) + 1):
        path.write_bytes(data[:cut])
        whole = data[:cut].count(b"\n")
        found = Judgements.load(path)
        assert list(found.lines) == lines[:whole]
        found.append(path, said(whole + 1, "unsure", "x", "y"))
        assert [j.number for j in Judgements.load(path).lines] == list(range(1, whole + 2))


@pytest.mark.parametrize("damage", [b"{}\n", b"not json\n", b'{"number": 7}\n'])
def test_a_damaged_line_is_named(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_bytes(said(1, "same", "a", "b").line() + damage + said(3, "same", "c", "d").line())
    with pytest.raises(KeptError, match="line 2"):
        Judgements.load(path)


def test_undo_takes_back_and_undoing_the_undo_lets_it_stand_again(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    found = journal(path, said(1, "same", "a", "b"), said(2, "undo", of=1))
    assert found.pairs("same") == []
    assert found.append(path, said(3, "undo", of=2)).pairs("same") == [("a", "b")]


def test_a_contradiction_is_refused_with_the_chain_that_shows_it(tmp_path: Path) -> None:
    home = Home(tmp_path)
    lines = journal(home.judgements, said(1, "same", "a", "b"), said(2, "same", "b", "c"), said(3, "different", "c", "d"))
    manifest = Manifest.new().with_judgements(lines)
    with pytest.raises(InputError, match=r"line 1 .* line 2 .* line 3"):
        decide(home, manifest, said(4, "same", "a", "d", keep="a"), {})
    with pytest.raises(InputError, match=r"王建国 \(a\).*line 2"):
        decide(home, manifest, said(4, "different", "a", "c"), {"a": "王建国"})
    with pytest.raises(InputError, match="already"):
        decide(home, manifest, said(4, "same", "b", "a", keep="a"), {})
    assert len(Judgements.load(home.judgements).lines) == 3


def test_what_does_not_stand_cannot_be_taken_back(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to take back"):
        decide(Home(tmp_path), Manifest.new(), said(1, "undo", of=1), {})


def test_the_journal_belongs_to_the_state() -> None:
    manifest = Manifest.new()
    assert manifest.state() != manifest.with_judgements(Judgements((said(1, "same", "a", "b"),))).state()
