"""A load on each engine: seconds, the share of each step, and the peak of memory.

    python -m bench.load [EDITION.txt]

The edition is the sample, or ``../shared/corpus`` where it is present. Each run is a process of its own on a fresh ``KG_HOME``;
memory is the peak resident set of the command, and for Neo4j of the server besides.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.neo4j.server import Neo4jServer, missing

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3


def edition() -> Path:
    """The text to load."""
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    corpus = sorted((ROOT.parent / "shared" / "corpus").glob("*.txt"))
    return corpus[0] if corpus else ROOT / "examples" / "press" / "jhgy-2025-11.txt"


def run(path: Path, environment: dict[str, str], *options: str) -> tuple[float, dict[str, float], float]:
    """One load in a process of its own: seconds in all, seconds of each step, peak memory in MiB."""
    with tempfile.TemporaryDirectory() as home:
        settings = {**os.environ, **environment, "KG_HOME": home}
        kg = [sys.executable, "-m", "kg"]
        if environment:
            subprocess.run([*kg, "rebuild", "--take-over"], env=settings, check=True, capture_output=True)
        began = time.perf_counter()
        command = [*kg, "load", str(path), *options, "--json", "--recorded", "2025-12-01"]
        process = subprocess.Popen(command, env=settings, stdout=subprocess.PIPE)
        peak, watched = 0.0, psutil.Process(process.pid)
        while process.poll() is None:
            try:
                peak = max(peak, watched.memory_info().rss / 2**20)
            except psutil.NoSuchProcess:
                break
            time.sleep(0.01)
        output = process.communicate()[0]
        seconds = time.perf_counter() - began
        if process.returncode != 0:
            raise SystemExit(f"the load failed with exit code {process.returncode}")
        return seconds, json.loads(output)[0]["seconds"], peak


def report(engine: str, path: Path, environment: dict[str, str]) -> float:
    """Print the median run of an engine, and return its seconds."""
    runs = sorted((run(path, environment) for _ in range(RUNS)), key=lambda r: r[0])
    seconds, steps, _ = runs[len(runs) // 2]
    start = seconds - sum(steps.values())
    shares = ", ".join(f"{name} {value / seconds:.0%}" for name, value in {"start and stop": start, **steps}.items())
    peak = statistics.median(r[2] for r in runs)
    sys.stdout.write(f"{engine:<9} {seconds:6.2f} s  {peak:6.0f} MiB  ({shares})\n")
    return seconds


def main() -> None:
    """Print the figures of both engines, and their ratio."""
    path = edition()
    sys.stdout.write(f"load {path.name}, {len(path.read_text(encoding='utf-8'))} characters, median of {RUNS}\n")
    embedded = report("embedded", path, {})
    reason = missing()
    if reason:
        sys.stdout.write(f"neo4j     not measured: {reason}\n")
        return
    folder = Path(tempfile.mkdtemp())
    try:
        with Neo4jServer.running(folder) as server:
            seconds = report("neo4j", path, server.environment())
            memory = psutil.Process(server.pid).memory_info().rss / 2**20
            sys.stdout.write(f"neo4j's server besides: {memory:.0f} MiB resident\nembedded : neo4j = 1 : {seconds / embedded:.2f}\n")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
