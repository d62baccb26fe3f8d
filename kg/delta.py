"""The delta: what has to be written so that a store shows one set of tables instead of another.

Rows are plain dictionaries, ready to be parameters of a statement; values are Python values of the ontology's datatypes.
The store writes them in the order of the fields, which converges from any state in which an earlier write was cut off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

Scalar = str | int | float | bool | datetime
Properties = dict[str, Scalar | list[str] | list[int] | None]


class NodeRow(TypedDict):
    """A node: ``labels`` are the class and every superclass, sorted; ``id`` is not among the properties."""

    id: str
    labels: tuple[str, ...]
    properties: Properties


class ValueRow(TypedDict):
    """New values of a node that stays; a property that goes is None."""

    id: str
    properties: Properties


class LabelRow(TypedDict):
    """One label of a node that stays."""

    id: str
    label: str


class EdgeRow(TypedDict):
    """A bare edge; ``type`` is the property's edge type, such as ``HOLDER``."""

    source: str
    type: str
    target: str


class EvidenceRow(TypedDict):
    """An evidence edge: ``type`` is ``STATED_IN`` or ``WAS_STATED_IN``; ``id`` is not among the properties."""

    id: str
    source: str
    type: str
    target: str
    properties: Properties


@dataclass(frozen=True)
class Delta:
    """The rows to write, in the order in which they are written. Each iterable is read once."""

    evidence_gone: Iterable[EvidenceRow] = ()
    edges_gone: Iterable[EdgeRow] = ()
    nodes_gone: Iterable[str] = ()
    nodes_new: Iterable[NodeRow] = ()
    labels_new: Iterable[LabelRow] = ()
    labels_gone: Iterable[LabelRow] = ()
    values: Iterable[ValueRow] = ()
    edges_new: Iterable[EdgeRow] = ()
    evidence_new: Iterable[EvidenceRow] = ()
    size: int = 0
    """How many rows there are in all, for the progress bar."""
