"""A real Neo4j for the tests, without a container: its jars come from Maven Central once, each server has its own data.

    with Neo4jServer.running(folder) as server:
        Settings.from_environment({"KG_HOME": …, **server.environment()})

The jars stand in ``KG_TEST_NEO4J_DIR``, by default ``tests/neo4j/runtime-5.26``, and are shared by a link. A server listens on
127.0.0.1 alone, on ports that were free, and is ended by its own process id.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from filelock import FileLock
from neo4j import GraphDatabase

HERE = Path(__file__).resolve().parent
START_SECONDS = 90.0


@dataclass(frozen=True, slots=True)
class Release:
    """A version of Neo4j, the class that starts it, and the versions of Java that it runs on."""

    version: str
    main: str
    java: range

    @property
    def runtime(self) -> Path:
        """The folder of its jars."""
        lts = Path(os.environ.get("KG_TEST_NEO4J_DIR", "") or HERE / "runtime-5.26")
        return lts if self is LTS else lts.with_name(f"runtime-{self.version}")

    def missing(self) -> str:
        """What this machine lacks to run it, as the reason of a skip; empty where nothing is missing."""
        found = _java(self.java) and (self._brought() or shutil.which("mvn"))
        return "" if found else f"needs Java {self.java.start} and Maven"

    def bring(self) -> Path:
        """The folder of its jars, brought by Maven where they are not there yet."""
        self.runtime.mkdir(parents=True, exist_ok=True)
        with FileLock(self.runtime / "lock"):
            if not self._brought():
                part = self.runtime / "part"
                command = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), f"-Dneo4j.version={self.version}"]
                command += ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={part}"]
                subprocess.run(command, check=True, timeout=900)
                part.rename(self.runtime / "lib")
        return self.runtime / "lib"

    def _brought(self) -> bool:
        return (self.runtime / "lib").is_dir()


LTS = Release("5.26.30", "org.neo4j.server.CommunityEntryPoint", range(17, 26))
NEWEST = Release("2026.08.1", "org.neo4j.server.Neo4jCommunity", range(21, 100))


def missing() -> str:
    """What this machine lacks to run the tests on Neo4j; empty where nothing is missing."""
    return LTS.missing()


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """A running server: where it answers, who may in, and its process."""

    folder: Path
    url: str
    browser: str
    password: str
    pid: int
    started_with: Mapping[str, str] = field(repr=False)

    user = "neo4j"

    @classmethod
    @contextmanager
    def running(cls, folder: Path, release: Release | None = None) -> Iterator[Self]:
        """Start a server with a fresh data home under ``folder``, and stop it when the block ends."""
        release = release or LTS
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lib").symlink_to(release.bring(), target_is_directory=True)
        temporary = folder / "tmp"
        temporary.mkdir()
        bolt, http = free_ports(2)
        given = {"JAVA": _java(release.java), "MAIN": release.main, "HEAP": "512m", "BOLT": str(bolt), "HTTP": str(http)}
        given["JAVA_TOOL_OPTIONS"] = f"-Djava.io.tmpdir={temporary}"
        password, environment = secrets.token_hex(12), {**os.environ, **given}
        subprocess.run([*_command(folder), "init", password], env=environment, check=True, capture_output=True, timeout=START_SECONDS)
        with (folder / "home" / "conf" / "neo4j.conf").open("a", encoding="utf-8") as settings:
            settings.write("db.tx_log.preallocate=false\n")  # else each database takes 256 MiB of the disk while it is empty
        process = _started(folder, environment, bolt)
        try:
            yield cls(folder, f"bolt://127.0.0.1:{bolt}", f"http://127.0.0.1:{http}/browser/", password, process.pid, environment)
        finally:
            _stop(process)

    @contextmanager
    def again(self) -> Iterator[None]:
        """Start it again, after it was killed, on its ports and with its data, until the block ends."""
        (self.folder / "home" / "logs" / "neo4j.log").unlink()
        process = _started(self.folder, self.started_with, int(self.url.rpartition(":")[2]))
        try:
            yield
        finally:
            _stop(process)

    def environment(self) -> dict[str, str]:
        """The settings that lead ``kg`` to this server."""
        return {"KG_NEO4J_URL": self.url, "KG_NEO4J_USER": self.user, "KG_NEO4J_PASSWORD": self.password}

    def empty(self) -> None:
        """Delete all that its database holds."""
        with GraphDatabase.driver(self.url, auth=(self.user, self.password)) as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n")


def free_ports(count: int) -> list[int]:
    """Ports of 127.0.0.1 that nobody listens on, each another."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def _java(versions: range) -> str:
    """The first Java of one of these versions: the one of JAVA_HOME, of the path, of the system's folder; or empty."""
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    found = shutil.which("java")
    candidates = [h / "bin" / "java" for h in homes] + ([Path(found)] if found else [])
    candidates += sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    return next((str(c) for c in candidates if _version(c) in versions), "")


def _version(java: Path) -> int:
    try:
        said = subprocess.run([str(java), "-version"], capture_output=True, text=True, timeout=30, check=False).stderr
    except OSError:
        return 0
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


def _command(folder: Path) -> list[str]:
    return ["bash", str(HERE / "neo4j.sh"), str(folder)]


def _started(folder: Path, environment: Mapping[str, str], bolt: int) -> subprocess.Popen[bytes]:
    """The process of a server that answers."""
    with (folder / "console.log").open("wb") as console:
        process = subprocess.Popen(
            [*_command(folder), "console"],
            env=environment,
            stdout=console,
            stderr=console,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    try:
        _wait(process, folder, bolt)
    except BaseException:
        _stop(process)
        raise
    return process


def _wait(process: subprocess.Popen[bytes], folder: Path, port: int) -> None:
    log, deadline = folder / "home" / "logs" / "neo4j.log", time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if log.exists() and "Started." in log.read_text(encoding="utf-8", errors="replace") and _answers(port):
            return
        time.sleep(0.1)
    said = (folder / "console.log").read_text(encoding="utf-8", errors="replace")
    raise RuntimeError(f"Neo4j did not start within {START_SECONDS:.0f} s:\n{said[-2_000:]}")


def _answers(port: int) -> bool:
    try:
        with closing(socket.create_connection(("127.0.0.1", port), timeout=1)):
            return True
    except OSError:
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the server at once: an orderly stop takes ten seconds, and its data goes with the test."""
    process.kill()
    process.wait()
