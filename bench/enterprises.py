"""A roster of many enterprises from the file to the graph: seconds of each step of ``kg load``, and the peak of memory.

python -m bench.enterprises [ROWS]        480,000 by default, into an empty home on the embedded engine
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from bench.load import run
from bench.roster import ROWS, write
from kg.model import data_folder

DESCRIPTION = str(data_folder("examples") / "rosters" / "enterprises.yml")


def main() -> None:
    """Print a line."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "enterprises-2025-12-31.csv"
        write(path, rows)
        load = os.getloadavg()[0]
        seconds, steps, peak = run(path, {}, "--source", DESCRIPTION)
    shares = ", ".join(f"{name} {value:.1f} s" for name, value in steps.items())
    speed = f"{rows / seconds:,.0f} a second"
    sys.stdout.write(f"{rows:,} enterprises: {seconds:.0f} s ({shares}); {speed}; peak {peak:,.0f} MiB; load {load:.1f} before\n")


if __name__ == "__main__":
    main()
