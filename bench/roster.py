"""A roster of many enterprises: seconds of reading and keeping, and the peak of memory.

    python -m bench.roster [ROWS]

By default 480,000 enterprises with credit codes, a fifth of them with a former name, a third with a group, made up in a CSV file.
"""

from __future__ import annotations

import csv
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from kg import pipeline
from kg.home import Home
from kg.model import Model, data_folder
from loaders import roster
from loaders.roster.creditcode import check_character

ROWS = 480_000
_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_SYLLABLES = "一二三四五六七八九十东南西北中华夏国民生产安和平昌盛兴隆发达明亮"
_KINDS = ("机械", "电子", "物流", "食品", "建设")


def write(path: Path, rows: int) -> None:
    """Write a made-up roster of so many enterprises, the same each time."""
    chance = random.Random(1)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["统一社会信用代码", "企业名称", "曾用名", "隶属集团", "所属工会", "登记状态"])
        for number in range(rows):
            serial = "".join(_CHARACTERS[number // 31**place % 31] for place in range(5, -1, -1))
            body = f"91990100MA{serial}5"
            name = f"江海省{''.join(chance.choices(_SYLLABLES, k=4))}{number}{chance.choice(_KINDS)}有限公司"
            former = f"老{name}" if number % 5 == 0 else ""
            group = f"江海第{number % 2000}集团有限公司" if number % 3 == 0 else ""
            writer.writerow([body + check_character(body), name, former, group, "", "存续"])


def main() -> None:
    """Print the figures."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    model = Model.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "enterprises-2025-12-31.csv"
        write(path, rows)
        description = roster.described(path, str(data_folder("examples") / "rosters" / "enterprises.yml"), model, lambda _: None)
        home = Home(Path(folder) / "home")
        home.prepare()
        began = time.perf_counter()
        reading = roster.read(path, description, model, secret=lambda: b"")
        read = time.perf_counter()
        kept = pipeline.keep(home, model, reading, description.source, loader="bench", recorded="2026-01-01T00:00:00Z")
        done = time.perf_counter()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = (home.claims / kept.version.claims).stat().st_size / 2**20
        print(f"roster of {rows:,} enterprises: {kept.version.rows:,} rows of claims, {size:.0f} MiB")
        speed = f"{rows / (done - began):,.0f} enterprises a second"
        print(f"  read {read - began:.1f} s · keep {done - read:.1f} s · {speed} · peak {peak:,.0f} MiB")


if __name__ == "__main__":
    main()
