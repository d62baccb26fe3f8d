"""The embedded engine: ArcadeDB in this process, under ``KG_HOME/engine``, or in another process that holds it already.

One process holds the engine. It alone has the engine's own handle, so it declares types and indexes when it starts; all others,
and this one too, go over its Bolt port. Whoever comes when nobody holds it takes it; so does a guest whose holder has ended.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from neo4j import Driver

from kg.delta import Delta
from kg.errors import InputError, StoreError
from kg.model import Model
from kg.store import bulk
from kg.store.bolt import BoltStore
from kg.store.contract import Record, Store
from kg.store.engine import READER, ROOT, Engine, access, driver, port_of
from kg.store.holder import Guest, Holder, reach

T = TypeVar("T")


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
        self._running = reach(engine, model)
        super().__init__(
            engine="embedded",
            version=version("arcadedb"),
            model=model,
            declare=self._declare_types,
            access=access(engine, self._running.port),
            writer=driver(engine, self._running.port, ROOT),
            reader=driver(engine, self._running.port, READER),
        )

    def read(self, cypher_text: str, parameters: Mapping[str, Any] | None = None, *, timeout: float = 30.0) -> list[Record]:
        """The records of a reading statement; see the contract."""
        return self._surely(lambda: super(_EmbeddedStore, self).read(cypher_text, parameters, timeout=timeout))

    def apply(self, delta: Delta, progress: Callable[[int], None] = lambda _: None) -> None:
        """Write the rows; where there are many and the engine runs here, what is new goes the bulk way."""
        running = self._running
        if delta.size < bulk.LEAST_ROWS or isinstance(running, Guest):
            super().apply(delta, progress)
        else:
            super().apply(replace(delta, nodes_new=(), edges_new=(), evidence_new=()), progress)
            running.load_bulk(delta, progress)

    def empty(self) -> None:
        """Delete everything: where the engine runs here its files go, elsewhere the rows, by Cypher."""
        running = self._running
        if isinstance(running, Guest):
            super().empty()
        else:
            super().close()
            running.renew()
            self._connect(running)

    def close(self) -> None:
        """Close the drivers, and stop the engine where it runs here."""
        super().close()
        for left in self._left:
            left.close()
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
                if isinstance(running, Holder) or port_of(self._folder) == running.port:
                    raise
            self._take_over(running)

    def _take_over(self, gone: Holder | Guest) -> None:
        with self._taking:
            if self._running is gone:  # else another thread was here first
                self._left += (self._writer, self._reader)
                self._running = reach(self._folder, self._model)
                self._connect(self._running)

    def _connect(self, running: Holder | Guest) -> None:
        self.access = access(self._folder, running.port)
        self._writer = driver(self._folder, running.port, ROOT)
        self._reader = driver(self._folder, running.port, READER)
