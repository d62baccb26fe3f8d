"""Ctrl-C at any moment of a command: one sentence, exit code 130, no stack trace, and nothing half written."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.command import SAMPLE, kg, start

SENTENCE = "kg: interrupted.\n"


def interrupted(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Send Ctrl-C; the exit code and what was said."""
    if process.poll() is None:
        os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    return process.returncode, err


def until(path: Path, process: subprocess.Popen[str]) -> None:
    """Wait until a file is there."""
    while not path.exists() and process.poll() is None:
        time.sleep(0.005)


@pytest.mark.parametrize("later", [0.0, 0.1, 0.3, 0.6])
def test_while_the_embedded_engine_starts(tmp_path: Path, later: float) -> None:
    home = tmp_path / "home"
    process = start(home, "load", str(SAMPLE))
    until(home / "engine" / "config" / "logging.properties", process)  # written just before the engine starts
    time.sleep(later)
    code, err = interrupted(process)
    assert (code, err) == (130, SENTENCE)
    assert not (home / "manifest.json").exists()
    assert not (home / "engine" / "port").exists()
    assert list((home / "claims").iterdir()) == []
    assert kg(home, "find", "沈").code == 0


def test_while_a_neo4j_is_waited_for_that_does_not_answer(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(60)
        url = f"bolt://127.0.0.1:{silent.getsockname()[1]}"
        process = start(tmp_path / "home", "find", "沈", extra={"KG_NEO4J_URL": url, "KG_NEO4J_PASSWORD": "none"})
        with silent.accept()[0]:  # the driver is there
            assert interrupted(process) == (130, SENTENCE)


def begun(process: subprocess.Popen[str]) -> None:
    """Wait until the command imports its first library: what comes before is Python's own start."""
    while process.poll() is None and "site-packages" not in Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8"):
        time.sleep(0.005)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs /proc to see how far a process has come")
@pytest.mark.parametrize("after", [0.0, 0.3, 0.6, 0.9, 1.3])
def test_at_any_moment(tmp_path: Path, after: float) -> None:
    process = start(tmp_path / "home", "find", "沈")
    begun(process)
    time.sleep(after)
    code, err = interrupted(process)
    assert (code, err) in ((130, SENTENCE), (0, err))
    assert "Traceback" not in err
