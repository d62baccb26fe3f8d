"""The processes that read files: those that are left when nobody wants more readings are ended."""

from __future__ import annotations

import multiprocessing
import signal
from pathlib import Path

import pytest

from kg.cli import pool
from kg.cli.loaders import LOADERS, File


def test_who_stops_early_leaves_no_process_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "LEAST", 0)
    press = next(one for one in LOADERS if one.name == "press")
    files = []
    for number in range(4):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"2025年11月{number + 1}日，江海省总工会召开会议。\n" * 3, encoding="utf-8")
        files.append(File(path, press))
    readings = pool.readings(files, "", "")
    next(readings)
    born = multiprocessing.active_children()
    readings.close()
    for process in born:
        process.join(60)
    assert [process.exitcode for process in born] == [-signal.SIGTERM] * len(born) != []
