"""The command ``kg`` as a user runs it: a process of its own, with its own environment."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "examples" / "press" / "jhgy-2025-11.txt"
PROGRAM = (sys.executable, "-m", "kg")
RECORDED = "2025-12-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def environment(home: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without any setting of ours, but for the home and the given ones."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith("KG_")}
    return plain | {"KG_HOME": str(home), "COLUMNS": "200", "PYTHONPATH": str(ROOT)} | dict(extra or {})


def start(home: Path, *arguments: str, extra: Mapping[str, str] | None = None, program: Sequence[str] = PROGRAM) -> subprocess.Popen[str]:
    """Start the command; ``program`` is another one that is installed elsewhere."""
    return subprocess.Popen(
        [*program, *arguments],
        env=environment(home, extra),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kg(home: Path, *arguments: str, extra: Mapping[str, str] | None = None, timeout: float = 120.0) -> Done:
    """Run the command to its end; whatever it says, it says no stack trace."""
    process = start(home, *arguments, extra=extra)
    out, err = process.communicate(timeout=timeout)
    assert "Traceback" not in err
    return Done(process.returncode, out, err)


def load(home: Path, path: Path = SAMPLE, *arguments: str, extra: Mapping[str, str] | None = None) -> Done:
    """Load an edition at a fixed recorded time, and see that it went well."""
    done = kg(home, "load", str(path), "--recorded", RECORDED, *arguments, extra=extra)
    assert done.code == 0, done.err
    return done


def editions(home: Path) -> list[str]:
    """The editions that are kept."""
    return [row["edition"] for row in kg(home, "list", "--json").json]


@contextmanager
def serving(
    home: Path, *arguments: str, extra: Mapping[str, str] | None = None, program: Sequence[str] = PROGRAM
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server on a free port, and its address as it printed it; it is ended by Ctrl-C."""
    with start(home, *arguments, "--port", "0", extra=extra, program=program) as process:
        assert process.stderr is not None
        address, said = "", ""
        for line in process.stderr:
            said += line
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            address = address or (found[0] if found else "")
            if "Ctrl-C stops" in line:
                break
        try:
            assert address, said
            yield process, address
        finally:
            if process.poll() is None:
                os.kill(process.pid, signal.SIGINT)
            process.communicate(timeout=30)
