"""Reading without a store: seconds of one core, memory, the share of each step, and the same at 1, 10 and 100 times the size.

    python -m bench.press [EDITION]

The edition is the sample, or ``../shared/corpus`` where it is present. Every figure comes from a process of its own that has read the
sample once before (what is loaded once a process is not counted; it is told apart). Seconds are of the processor, so that a busy
machine changes them little.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from bench.load import ROOT, edition

SAMPLE = ROOT / "examples" / "press" / "jhgy-2025-11.txt"
# Functions that the reader calls, and the step that each is of.
_STEPS = {
    "kept_of": "text",
    "documents": "layout",
    "survey": "survey",
    "occurrences": "occurrences",
    "_tell": "claims",
    "reading": "claims",
}
_MODULES = {"running": "figures, programmes, quotations", "lists": "lists and tables"}
HARD = {
    "noise": "".join(chr(0x4E00 + i * 7919 % 20_000) for i in range(3_400)),
    "one line": "省总工会主席顾明远讲话，" * 284,
    "English": "The union met on Monday, and the chairman spoke.\n" * 70,
    "marks": "（“、《" * 850,
    "cells": "何涛\t省总工会\t一等奖\n" * 260,
}


def measure(path: Path, *, tagger: bool) -> dict[str, Any]:
    """Read an edition in this process, which has read another one before."""
    began = time.process_time()
    from loaders import press  # noqa: PLC0415 -- what it takes to import it is measured
    from loaders.press import reader  # noqa: PLC0415

    press.read(SAMPLE, tagger=tagger)
    start = time.process_time() - began
    spent: dict[str, float] = defaultdict(float)
    for name, step in _STEPS.items():
        setattr(reader, name, _timed(getattr(reader, name), step, spent))
    for name, step in _MODULES.items():
        module = getattr(reader, name)
        module.tell = _timed(module.tell, step, spent)
    began = time.process_time()
    found = reader.read(path, tagger=tagger)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spent["finders and the rest"] = seconds - sum(spent.values())
    return {"characters": len(found.text), "claims": len(found.claims), "start": start, "seconds": seconds, "peak": peak, "steps": spent}


def _timed(function: Callable[..., Any], step: str, spent: dict[str, float]) -> Callable[..., Any]:
    @wraps(function)
    def timed(*arguments: Any, **options: Any) -> Any:
        began = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            spent[step] += time.process_time() - began

    return timed


def apart(path: Path, *, tagger: bool) -> dict[str, Any]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "bench.press", "--measure", str(path), "tagger" if tagger else "rules"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    """Print the figures, with the tagger and without."""
    path = edition()
    text = path.read_text(encoding="utf-8")
    for tagger in (False, True):
        way = "with the tagger" if tagger else "rules alone"
        one = apart(path, tagger=tagger)
        shares = ", ".join(f"{name} {value / one['seconds']:.0%}" for name, value in one["steps"].items())
        sys.stdout.write(
            f"read {path.name}, {one['characters']} characters, {way}: {one['seconds']:.2f} s, peak {one['peak']:.0f} MiB, "
            f"start {one['start']:.2f} s ({shares})\n"
        )
        with tempfile.TemporaryDirectory() as folder:
            for name, part in {path.name: text[: len(text) // 10], **HARD}.items():
                _sizes(Path(folder), name, part, tagger=tagger)


def _sizes(folder: Path, name: str, part: str, *, tagger: bool) -> None:
    """A line with the seconds at 1, 10 and 100 times a tenth of an issue, and their ratios."""
    seconds = []
    for times in (1, 10, 100):
        file = folder / "edition.txt"
        file.write_text(part * times, encoding="utf-8")
        seconds.append(apart(file, tagger=tagger)["seconds"])
    ratios = " : ".join(f"{value / max(seconds[0], 0.001):.0f}" for value in seconds)
    shown = " · ".join(f"{value:.2f} s" for value in seconds)
    sys.stdout.write(f"  {name}, {len(part)} characters, 1 · 10 · 100 times: {shown} ({ratios})\n")


if __name__ == "__main__":
    if "--measure" in sys.argv:
        sys.stdout.write(json.dumps(measure(Path(sys.argv[2]), tagger=sys.argv[3] == "tagger")))
    else:
        main()
