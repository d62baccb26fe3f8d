"""Who runs the embedded engine: this process, or another whose Bolt port this one uses."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import socket
import time
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from kg.delta import Delta
from kg.errors import StoreError
from kg.interrupt import deferred
from kg.model import Model
from kg.store import bulk
from kg.store.engine import DATABASE, ROOT, Engine, port_of
from kg.store.types import statements
from kg.store.users import add_reader, prepared

_WAIT_SECONDS = 20.0


def reach(engine: Engine, model: Model) -> Holder | Guest:
    """Run the engine here, or find the process that does.

    Raises:
        StoreError: neither can be.
    """
    lock, deadline = engine.lock, time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            lock.acquire()
        except Timeout:
            port = port_of(engine)
            if port:
                return Guest(port)
        else:
            return _started(engine, model, lock)
        if time.monotonic() > deadline:
            raise StoreError(f"Another process holds the database in {engine.folder} and does not answer; end it and try again.")
        time.sleep(0.05)


def _started(engine: Engine, model: Model, lock: FileLock) -> Holder:
    """Run the engine here. Ctrl-C is heard when it has started, and stops it again; a second one ends the start at once."""
    holder = None
    try:
        with deferred():
            holder = Holder(engine, model, lock)
    except BaseException:
        if holder is not None:
            holder.stop()
        else:
            lock.release()
        raise
    return holder


class Guest:
    """A process that uses the engine of another."""

    def __init__(self, port: int) -> None:
        self.port = port

    def declare(self) -> None:
        """Nothing: the holder declared all when it started."""

    def stop(self) -> None:
        """Nothing: the holder stops its engine itself."""


class Holder:
    """The engine in this process."""

    def __init__(self, engine: Engine, model: Model, lock: FileLock) -> None:
        self.engine, self.model, self.lock = engine, model, lock
        self.declared = hashlib.sha256("\n".join(statements(model)).encode()).hexdigest()
        self._start()

    def renew(self) -> None:
        """Begin with an empty database. The old one is put aside at once, so that a crash leaves the one, or none, never a part of one.

        Raises:
            StoreError: the engine cannot be started again.
        """
        self.engine.port_file.unlink(missing_ok=True)
        self.server.stop()
        self.stamp.unlink(missing_ok=True)
        (self.engine.folder / "databases").rename(self.engine.left)
        self._start()

    def _start(self) -> None:
        engine = self.engine
        engine.port_file.unlink(missing_ok=True)
        self._leave_older()
        with prepared(engine):
            self._run(engine)
        beside = engine.port_file.with_suffix(".part")
        beside.write_text(json.dumps({"port": self.port, "pid": os.getpid()}))
        beside.replace(engine.port_file)

    def _run(self, engine: Engine) -> None:
        import arcadedb  # noqa: PLC0415 -- it reads its settings from the environment when it is first used

        self.port, http = _free_ports()
        try:
            self.server = arcadedb.create_server(
                str(engine.folder),
                engine.password(ROOT),
                config={
                    "mode": "development",  # in production mode it hides what is wrong with a statement
                    "host": "127.0.0.1",
                    "http_port": http,
                    "bolt_port": self.port,
                    "bolt_host": "127.0.0.1",
                    "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
                    "bolt_defaultDatabase": DATABASE,
                },
            )
            self.server.start()
            if (engine.folder / "databases" / DATABASE).is_dir():
                self.database = self.server.get_database(DATABASE)
            else:
                self.database = self.server.create_database(DATABASE)
            self.declare()
            add_reader(http, engine)
        except arcadedb.ArcadeDBError as exc:
            if "No space left on device" in str(exc):
                raise StoreError(f"The disk that holds {engine.folder} is full; make room there and run the command again.") from exc
            raise StoreError(
                f"The embedded database in {engine.folder} cannot be started ({str(exc).splitlines()[0]}); "
                "remove that folder and run kg rebuild."
            ) from exc

    def declare(self) -> None:
        """Declare types, properties and indexes, where they are not declared already."""
        if not self.stamp.exists():
            for statement in statements(self.model):
                self.database.command("sql", statement)
            self.stamp.write_text(self.declared, encoding="utf-8")

    def _leave_older(self) -> None:
        """Remove a database that was declared otherwise, by another ontology: a declared type never gets another parent.

        The graph is made again from what is kept, by the next command that reads it.
        """
        shutil.rmtree(self.engine.left, ignore_errors=True)
        there = (self.engine.folder / "databases" / DATABASE).is_dir()
        if not there or not self.stamp.exists() or self.stamp.read_text(encoding="utf-8") != self.declared:
            shutil.rmtree(self.engine.folder / "databases", ignore_errors=True)
            self.stamp.unlink(missing_ok=True)

    def load_bulk(self, delta: Delta, progress: Callable[[int], None]) -> None:
        """Write what is new in a difference by the engine's own handle.

        Raises:
            StoreError: the engine refuses it.
        """
        import arcadedb  # noqa: PLC0415 -- as above

        try:
            bulk.load_bulk(self.database, self.model, delta, progress)
        except arcadedb.ArcadeDBError as exc:
            raise StoreError(f"The embedded database in {self.engine.folder} refused a bulk load ({str(exc).splitlines()[0]}).") from exc

    @property
    def stamp(self) -> Path:
        """Where the digest of what is declared stands."""
        return self.engine.folder / "declared"

    def stop(self) -> None:
        """Stop the engine and let others have it."""
        self.engine.port_file.unlink(missing_ok=True)
        self.server.stop()
        self.lock.release()


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1]), int(other.getsockname()[1])
