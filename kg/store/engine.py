"""The folder of the embedded engine: its files that are ours, its users, and the port at which it answers."""

from __future__ import annotations

import json
import os
import secrets
import socket
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from neo4j import Driver

from kg.errors import BusyError
from kg.store.bolt import connect
from kg.store.contract import Access

DATABASE = "kg"
ROOT, READER = "root", "reader"
_RETRY_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Engine:
    """The folder of the engine and the files in it that are ours."""

    folder: Path

    @property
    def lock(self) -> FileLock:
        """Held by the process that runs the engine."""
        return FileLock(self.folder / "holder.lock", timeout=0, thread_local=False)

    @property
    def port_file(self) -> Path:
        """Where the holder says on which Bolt port it answers."""
        return self.folder / "port"

    @property
    def left(self) -> Path:
        """Where databases are put that are on their way out."""
        return self.folder / "left"

    def require_free(self) -> None:
        """Raise where a process runs the engine.

        Raises:
            BusyError: so, with what to do.
        """
        if not self.folder.exists():
            return
        try:
            with self.lock:
                return
        except Timeout as exc:
            raise BusyError(f"Another process holds the database in {self.folder}; stop it (kg serve, say) and try again.") from exc

    def password(self, user: str) -> str:
        """The user's password, made at the first start and kept in a file that only the owner reads."""
        path = self.folder / f"{user}.password"
        if not path.exists():
            beside = path.with_suffix(f".{os.getpid()}")
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(24))
            beside.replace(path)
        return path.read_text(encoding="utf-8")


def access(engine: Engine, port: int) -> Access:
    """Where to read, as the user who may only read."""
    return Access(f"bolt://127.0.0.1:{port}", READER, engine.password(READER), DATABASE)


def driver(engine: Engine, port: int, user: str) -> Driver:
    """A driver of one of its users."""
    return connect(f"bolt://127.0.0.1:{port}", user, engine.password(user), retry_seconds=_RETRY_SECONDS)


def port_of(engine: Engine) -> int:
    """The holder's port, or 0 while nobody answers there."""
    try:
        port = int(json.loads(engine.port_file.read_text(encoding="utf-8"))["port"])
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return port
    except (OSError, ValueError, KeyError):
        return 0
