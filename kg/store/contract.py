"""What every engine gives. The Cypher stands in ``kg.store.cypher``, what only one engine needs in its adapter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from kg.delta import Delta, EdgeRow, EvidenceRow, NodeRow

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class State:
    """What the store's ``Manifest`` node says.

    ``home`` is the id of the ``KG_HOME`` that it shows; ``shown`` the state of the tables that it shows, empty while
    unknown; ``going`` the state that is being written, empty when none is.
    """

    home: str
    shown: str
    going: str


@dataclass(frozen=True, slots=True)
class Access:
    """How a driver of one's own reaches the store to read: the address and a user who may only read where there is one."""

    url: str
    user: str
    password: str = field(repr=False)
    database: str


class Store(Protocol):
    """A property graph that holds nodes, bare edges, evidence edges and one ``Manifest`` node."""

    engine: str
    """``embedded`` or ``neo4j``."""
    version: str
    """The engine's own version."""
    access: Access

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None, *, timeout: float = 30.0) -> list[Record]:
        """The records of a reading statement, over the read-only way; ``timeout`` in seconds.

        Raises:
            InputError: the statement is not valid, or it would write.
            StoreError: the store cannot be reached, or the time is over.
        """

    def state(self) -> State | None:
        """What the ``Manifest`` node says; None in a store that was never written."""

    def begin(self, home: str, going: str) -> None:
        """Say, durably, that the store is on its way to the state ``going``."""

    def apply(self, delta: Delta, progress: Callable[[int], None] = lambda _: None) -> None:
        """Write the rows in the order of Delta's fields, in batches, each one idempotent; ``progress`` hears rows done."""

    def finish(self, shown: str) -> None:
        """Say, durably, that the store shows the state ``shown``."""

    def empty(self) -> None:
        """Delete all nodes and edges, the ``Manifest`` node too, and declare constraints and indexes anew."""

    def nodes(self) -> Iterator[NodeRow]:
        """All nodes but the ``Manifest``, ordered by id; labels without the engine's own."""

    def edges(self) -> Iterator[EdgeRow]:
        """All bare edges."""

    def evidence(self) -> Iterator[EvidenceRow]:
        """All evidence edges, open and closed."""

    def close(self) -> None:
        """Close the driver, and stop the engine where this process runs it."""
