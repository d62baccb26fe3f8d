"""A folder of editions: read on all cores, kept one after the other, gone on with where it stopped."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from kg.cli import pool
from kg.home import Home
from kg.manifest import Manifest
from tests.cli.command import RECORDED, SAMPLE, editions, kg, load, start
from tests.loaders.press import made

MONTHS = range(1, 6)


def edition(month: int) -> str:
    """The sample as the issue of another month of 2024."""
    text = SAMPLE.read_text(encoding="utf-8").replace("2025年第11期", f"2024年第{month}期").replace("2025.11", f"2024.{month:02d}")
    text = text.replace("2025年11月", f"2024年{month}月").replace("11月", f"{month}月")
    return text + "\nThe rest of the issue is in another language.\n" * 1_200  # a shelf that is large enough for several processes


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    (folder / "later").mkdir(parents=True)
    for month in MONTHS:
        (folder / ("later" if month > 3 else ".") / f"{month}.txt").write_text(edition(month), encoding="utf-8")
    return folder


def test_the_shelf_is_large_enough_for_processes_of_their_own(shelf: Path) -> None:
    assert sum(path.stat().st_size for path in shelf.rglob("*.txt")) > pool.LEAST


def test_a_folder_is_loaded_in_any_order_to_the_same_graph(shelf: Path, tmp_path: Path) -> None:
    load(tmp_path / "folder", shelf)
    backwards = [str(shelf / "later" / "5.txt"), str(shelf / "later" / "4.txt"), *(str(shelf / f"{m}.txt") for m in (3, 2, 1))]
    for path in backwards:
        load(tmp_path / "files", Path(path))
    assert editions(tmp_path / "folder") == [f"jhgy/2024-{month:02d}" for month in MONTHS]
    assert kg(tmp_path / "folder", "export").out == kg(tmp_path / "files", "export").out
    assert kg(tmp_path / "folder", "check").code == 0


def test_faults_of_single_files_are_told_together_and_stop_no_other(shelf: Path, tmp_path: Path) -> None:
    (shelf / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (shelf / "empty.txt").write_bytes(b"")
    (shelf / "copy.txt").write_text(edition(1) + "\n", encoding="utf-8")
    (shelf / "cover.png").write_bytes(b"\x89PNG")
    (shelf / "one.yml").write_text("id: one\n", encoding="utf-8")
    (shelf / ".hidden.txt").write_text("x", encoding="utf-8")
    done = kg(tmp_path / "home", "load", str(shelf), "--recorded", RECORDED)
    assert done.code == 2
    said = done.err.splitlines()
    assert sum("cover.png" in line and "passed over" in line for line in said) == 1
    assert "3 of 8 files were left out" in done.err
    assert sum("broken.pdf is a damaged PDF" in line for line in said) == 1
    assert sum("empty.txt is empty" in line for line in said) == 1
    assert sum("gives the edition jhgy/2024-01" in line for line in said) == 1
    assert not any("hidden" in line or "one.yml" in line for line in said)
    assert len(editions(tmp_path / "home")) == len(MONTHS)
    assert kg(tmp_path / "home", "check").code == 0


def test_what_is_kept_with_the_same_bytes_is_skipped_before_it_is_read(shelf: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    load(home, shelf)
    (shelf / "6.pdf").write_bytes(made.pdf([["2024年6月1日，江海省总工会召开会议，江海省总工会主席顾明远讲话。"]]))
    (shelf / "1.txt").write_text(edition(1).replace("沈望舒", "沈望秋"), encoding="utf-8")
    done = kg(home, "load", str(shelf), "--json", "--recorded", RECORDED)
    assert done.code == 0
    assert [e.get("skipped", False) for e in done.json].count(True) == len(MONTHS) - 1
    assert sorted(Path(e["file"]).name for e in done.json if "skipped" not in e) == ["1.txt", "6.pdf"]
    assert len(Manifest.load(Home(home)).editions["jhgy/2024-01"]) == 2


@pytest.mark.parametrize("after", [1.0, 3.0, 5.0])
def test_ctrl_c_in_the_load_of_a_folder_keeps_whole_editions_and_the_next_load_goes_on(shelf: Path, tmp_path: Path, after: float) -> None:
    home = tmp_path / "home"
    process = start(home, "load", str(shelf), "--recorded", RECORDED)
    time.sleep(after)
    if process.poll() is None:
        os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert process.returncode in (0, 130)
    load(home, shelf)
    assert len(editions(home)) == len(MONTHS)
    assert kg(home, "check").code == 0
