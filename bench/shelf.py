"""A shelf of editions: seconds an edition to load a folder, and to load one edition more, against the size of the graph.

    python -m bench.shelf [EDITIONS …]

The editions are made of the sample: other months, and other people in each. Every load is a process of its own on the embedded engine.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.load import ROOT

SAMPLE = ROOT / "examples" / "press" / "jhgy-2025-11.txt"
SIZES = (10, 30, 90)
_GIVEN = "安邦昌诚达德发方刚光国海浩宏华辉慧佳建杰静军康兰磊丽亮玲龙梅明宁培平琪清荣瑞山胜思涛伟文武祥晓欣新秀雅延燕怡英勇宇玉元云泽珍志忠"


def made(number: int, text: str, names: list[str]) -> str:
    """The sample as an edition of another month, with other people in it."""
    year, month = 1990 + number // 12, number % 12 + 1
    for place, name in enumerate(names):
        if len(name) == 3:
            text = text.replace(name, name[0] + _GIVEN[(number * 7 + place) % len(_GIVEN)] + _GIVEN[(number + place * 5) % len(_GIVEN)])
    text = text.replace("2025年第11期", f"{year}年第{month}期").replace("2025.11", f"{year}.{month:02d}").replace("2025年", f"{year}年")
    return re.sub(r"11月(?=\d)", f"{month}月", text)


def load(home: Path, path: Path) -> tuple[float, dict[str, float]]:
    """The seconds of a load, and those of its steps."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "kg", "load", str(path), "--json", "--recorded", "2025-12-01"]
    done = subprocess.run(command, env={**os.environ, "KG_HOME": str(home)}, check=True, capture_output=True, text=True, cwd=ROOT)
    entries: list[dict[str, Any]] = json.loads(done.stdout)
    return time.perf_counter() - began, entries[0]["seconds"]


def nodes(home: Path) -> int:
    """How many nodes the graph has."""
    command = [sys.executable, "-m", "kg", "query", "MATCH (n:Thing) RETURN count(n) AS n"]
    done = subprocess.run(command, env={**os.environ, "KG_HOME": str(home)}, check=True, capture_output=True, text=True, cwd=ROOT)
    return int(json.loads(done.stdout)[0]["n"])


def main() -> None:
    """Print a line for each size of the shelf."""
    from loaders import press  # noqa: PLC0415 -- only this process needs it

    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    text = SAMPLE.read_text(encoding="utf-8")
    names = sorted({c.get("name") for c in press.read(SAMPLE, tagger=False).claims if c.class_name == "Person"})
    sys.stdout.write(f"a shelf of editions of {len(text)} characters on {os.cpu_count()} cores\n")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            shelf, home = Path(folder) / "shelf", Path(folder) / "home"
            shelf.mkdir()
            for number in range(size):
                (shelf / f"{number:04d}.txt").write_text(made(number, text, names), encoding="utf-8")
            seconds, steps = load(home, shelf)
            count = nodes(home)
            (shelf / "one more.txt").write_text(made(size, text, names), encoding="utf-8")
            more, more_steps = load(home, shelf / "one more.txt")
        sys.stdout.write(f"{size:4d} editions: {seconds:.1f} s, {seconds / size:.2f} s an edition ({_shares(steps)}); {count} nodes\n")
        sys.stdout.write(f"     one more: {more:.1f} s ({_shares(more_steps)})\n")


def _shares(steps: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.1f} s" for name, value in steps.items())


if __name__ == "__main__":
    main()
