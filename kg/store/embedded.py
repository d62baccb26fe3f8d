"""The embedded engine: ArcadeDB in this process, under ``KG_HOME/engine``, or in another process that holds it already.

One process holds the engine. It alone has the engine's own handle, so it declares types and indexes when it starts; all others,
and this one too, go over its Bolt port. Whoever comes when nobody holds it takes it; so does a guest whose holder has ended.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import shutil
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from filelock import FileLock, Timeout
from neo4j import Driver

from kg.delta import Delta
from kg.errors import BusyError, InputError, StoreError
from kg.interrupt import deferred
from kg.model import Datatype, Model
from kg.store import bulk
from kg.store.bolt import BoltStore, connect
from kg.store.contract import Access, Record, Store
from kg.store.server import ENTITY_INDEX, FACT_INDEX

T = TypeVar("T")

DATABASE = "kg"
_ROOT, _READER = "root", "reader"
_WAIT_SECONDS = 20.0
_RETRY_SECONDS = 1.0
_TYPES: dict[Datatype, str] = {"integer": "LONG", "decimal": "DOUBLE", "boolean": "BOOLEAN", "datetime": "DATETIME"}
_GROUPS = {
    "version": 2,
    "databases": {
        "*": {
            "groups": {
                "admin": {
                    "resultSetLimit": -1,
                    "readTimeout": -1,
                    "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
                    "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}},
                },
                _READER: {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": ["readRecord"]}}},
                "*": {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": []}}},
            }
        }
    },
}


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


def open_embedded(model: Model, home: Path) -> Store:
    """The store on the embedded engine of this ``KG_HOME``.

    Raises:
        StoreError: the engine cannot be started, or the process that holds it does not answer.
    """
    engine = Engine(home / "engine")
    try:
        engine.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as exc:
        raise StoreError(f"{engine.folder} cannot be written ({exc.strerror}).") from exc
    return _EmbeddedStore(engine, model)


class _EmbeddedStore(BoltStore):
    """A store over Bolt whose engine runs in this process or in another; where that one ends, this one takes over."""

    def __init__(self, engine: Engine, model: Model) -> None:
        self._folder, self._model = engine, model
        self._taking, self._left = threading.Lock(), list[Driver]()
        self._running = _reach(engine, model)
        super().__init__(
            engine="embedded",
            version=version("arcadedb"),
            model=model,
            declare=self._declare_types,
            access=_access(engine, self._running.port),
            writer=_driver(engine, self._running.port, _ROOT),
            reader=_driver(engine, self._running.port, _READER),
        )

    def read(self, cypher_text: str, parameters: Mapping[str, Any] | None = None, *, timeout: float = 30.0) -> list[Record]:
        """The records of a reading statement; see the contract."""
        return self._surely(lambda: super(_EmbeddedStore, self).read(cypher_text, parameters, timeout=timeout))

    def apply(self, delta: Delta, progress: Callable[[int], None] = lambda _: None) -> None:
        """Write the rows; where there are many and the engine runs here, what is new goes the bulk way."""
        running = self._running
        if delta.size < bulk.LEAST_ROWS or isinstance(running, _Guest):
            super().apply(delta, progress)
        else:
            super().apply(replace(delta, nodes_new=(), edges_new=(), evidence_new=()), progress)
            running.load_bulk(delta, progress)

    def empty(self) -> None:
        """Delete everything: where the engine runs here its files go, elsewhere the rows, by Cypher."""
        running = self._running
        if isinstance(running, _Guest):
            super().empty()
        else:
            super().close()
            running.renew()
            self._connect(running)

    def close(self) -> None:
        """Close the drivers, and stop the engine where it runs here."""
        super().close()
        for driver in self._left:
            driver.close()
        self._running.stop()

    def _declare_types(self) -> None:
        self._running.declare()

    def _write(self, statement: str, **parameters: Any) -> list[Record]:
        return self._surely(lambda: super(_EmbeddedStore, self)._write(statement, **parameters))

    def _surely(self, action: Callable[[], T]) -> T:
        """Do what may be done twice; where the process that ran the engine has ended, take over and do it again.

        One that is just ending fails in many ways (it knows no user any more, or no database), so the failure's kind says nothing.
        """
        while True:
            running = self._running
            try:
                return action()
            except (InputError, StoreError):
                if isinstance(running, _Holder) or _port(self._folder) == running.port:
                    raise
            self._take_over(running)

    def _take_over(self, gone: _Holder | _Guest) -> None:
        with self._taking:
            if self._running is gone:  # else another thread was here first
                self._left += (self._writer, self._reader)
                self._running = _reach(self._folder, self._model)
                self._connect(self._running)

    def _connect(self, running: _Holder | _Guest) -> None:
        self.access = _access(self._folder, running.port)
        self._writer = _driver(self._folder, running.port, _ROOT)
        self._reader = _driver(self._folder, running.port, _READER)


def _reach(engine: Engine, model: Model) -> _Holder | _Guest:
    """Run the engine here, or find the process that does."""
    lock, deadline = engine.lock, time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            lock.acquire()
        except Timeout:
            port = _port(engine)
            if port:
                return _Guest(port)
        else:
            return _started(engine, model, lock)
        if time.monotonic() > deadline:
            raise StoreError(f"Another process holds the database in {engine.folder} and does not answer; end it and try again.")
        time.sleep(0.05)


def _started(engine: Engine, model: Model, lock: FileLock) -> _Holder:
    """Run the engine here. Ctrl-C is heard when it has started, and stops it again; a second one ends the start at once."""
    holder = None
    try:
        with deferred(lambda: None):
            holder = _Holder(engine, model, lock)
    except BaseException:
        if holder is not None:
            holder.stop()
        else:
            lock.release()
        raise
    return holder


class _Guest:
    """A process that uses the engine of another."""

    def __init__(self, port: int) -> None:
        self.port = port

    def declare(self) -> None:
        """Nothing: the holder declared all when it started."""

    def stop(self) -> None:
        """Nothing: the holder stops its engine itself."""


class _Holder:
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
        _prepare(engine)
        import arcadedb  # noqa: PLC0415 -- it reads its settings from the environment when it is imported

        self.port, http = _free_ports()
        try:
            self.server = arcadedb.create_server(
                str(engine.folder),
                engine.password(_ROOT),
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
            _add_reader(http, engine)
        except arcadedb.ArcadeDBError as exc:
            raise StoreError(
                f"The embedded database in {engine.folder} cannot be started ({str(exc).splitlines()[0]}); "
                "remove that folder and run kg rebuild."
            ) from exc
        beside = engine.port_file.with_suffix(".part")
        beside.write_text(json.dumps({"port": self.port, "pid": os.getpid()}))
        beside.replace(engine.port_file)

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


def statements(model: Model) -> Iterator[str]:
    """The class tree, typed properties, the unique id, range indexes and the Chinese full-text indexes, in the engine's SQL."""
    yield "CREATE VERTEX TYPE Manifest IF NOT EXISTS"
    for c in sorted(model, key=lambda c: (len(c.lineage), c.name)):
        extends = f" EXTENDS {c.lineage[1]}" if len(c.lineage) > 1 else ""
        yield f"CREATE VERTEX TYPE {c.name} IF NOT EXISTS{extends}"
    yield "CREATE VERTEX TYPE Retracted IF NOT EXISTS EXTENDS Thing"
    yield "CREATE PROPERTY Thing.id IF NOT EXISTS STRING"
    yield "CREATE INDEX IF NOT EXISTS ON Thing (id) UNIQUE"
    for edge_type in sorted({p.edge_type for p in model.properties.values() if p.is_edge} | {"STATED_IN", "WAS_STATED_IN"}):
        yield f"CREATE EDGE TYPE {edge_type} IF NOT EXISTS"
    for prop in model.properties.values():
        if not prop.is_edge:
            kind = _TYPES.get(prop.datatype, "STRING")
            for domain in _domains(prop.domains):
                yield f"CREATE PROPERTY {domain}.`{prop.name}` IF NOT EXISTS {f'LIST OF {kind}' if prop.many else kind}"
                if prop.indexed:
                    yield f"CREATE INDEX IF NOT EXISTS ON {domain} (`{prop.name}`) NOTUNIQUE"
    for name, label in ((ENTITY_INDEX, "Entity"), (FACT_INDEX, "Fact")):
        analyzer = '{"analyzer":"org.apache.lucene.analysis.cjk.CJKAnalyzer"}'
        yield f"CREATE INDEX `{name}` IF NOT EXISTS ON {label} (searchText) FULL_TEXT METADATA {analyzer}"


def _domains(domains: tuple[str, ...]) -> tuple[str, ...]:
    return ("STATED_IN", "WAS_STATED_IN") if domains == ("Evidence",) else domains


def _prepare(engine: Engine) -> None:
    config = engine.folder / "config"
    config.mkdir(exist_ok=True)
    groups = config / "server-groups.json"
    if not groups.exists():
        groups.write_text(json.dumps(_GROUPS), encoding="utf-8")
    logging = config / "logging.properties"
    logging.write_text("handlers=\n.level=OFF\n", encoding="utf-8")
    settings = f"-Xmx512m -Darcadedb.command.timeout=30000 -Darcadedb.txWalFlush=2 -Djava.util.logging.config.file={logging}"
    os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", settings)


def _add_reader(http: int, engine: Engine) -> None:
    users = engine.folder / "config" / "server-users.jsonl"
    if users.exists() and f'"{_READER}"' in users.read_text(encoding="utf-8"):
        return
    user = json.dumps({"name": _READER, "password": engine.password(_READER), "databases": {DATABASE: [_READER]}})
    credentials = base64.b64encode(f"{_ROOT}:{engine.password(_ROOT)}".encode()).decode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{http}/api/v1/server",
        data=json.dumps({"command": f"create user {user}"}).encode(),
        headers={"Authorization": f"Basic {credentials}", "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=10):
            pass
    except urllib.error.URLError as exc:
        raise StoreError(
            f"The embedded database in {engine.folder} took no reading user ({exc}); remove that folder, run kg rebuild."
        ) from exc


def _access(engine: Engine, port: int) -> Access:
    return Access(f"bolt://127.0.0.1:{port}", _READER, engine.password(_READER), DATABASE)


def _driver(engine: Engine, port: int, user: str) -> Driver:
    return connect(f"bolt://127.0.0.1:{port}", user, engine.password(user), retry_seconds=_RETRY_SECONDS)


def _port(engine: Engine) -> int:
    """The holder's port, or 0 while nobody answers there."""
    try:
        port = int(json.loads(engine.port_file.read_text(encoding="utf-8"))["port"])
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return port
    except (OSError, ValueError, KeyError):
        return 0


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1]), int(other.getsockname()[1])
