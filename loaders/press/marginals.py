"""How probable tags are: forward and backward over the scores of a chain of tags (a linear-chain conditional random field).

A path's score is the sum of its emissions and transitions; its probability is the exponential of that, divided by the sum over all
paths. Forward and backward keep that sum for what lies before and after each place. They run in the linear domain, each step
divided by its sum, whose logarithm is kept, so that nothing under- or overflows (Rabiner 1989, section V A).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Real = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Chain:
    """The sums of one text: of each place and tag, of what lies before it (its own emission in) and after it.

    ``emit`` are emissions, ``step`` transitions, both as exponentials; what ``before`` and ``after`` were divided by has its
    logarithm in ``scale_before`` and ``scale_after``.
    """

    emit: Real
    step: Real
    before: Real
    after: Real
    scale_before: Real
    scale_after: Real

    def likely(self) -> Real:
        """The probability of each tag at each place."""
        both = self.before * self.after
        likely: Real = both / both.sum(axis=1, keepdims=True)
        return likely

    def probabilities(self, start: int, last: int, first: int, inner: npt.NDArray[np.bool_]) -> Iterator[tuple[float, int]]:
        """For each end up to ``last``: that the run from ``start`` bears ``first``, then ``inner`` tags, and that these end there."""
        path = np.zeros(len(self.step))
        path[first] = self.before[start, first]
        known = self.scale_before[start] - self.scale_before[-1]
        for end in range(start + 1, last + 1):
            if end == len(self.emit):
                yield float(path.sum() * np.exp(known)), end
                return
            onward = (path @ self.step) * self.emit[end]
            yield float((onward * self.after[end])[~inner].sum() * np.exp(known + self.scale_after[end])), end
            path = onward * inner


def chains(emissions: list[Scores], transitions: Scores) -> list[Chain]:
    """The sums of several texts, worked out side by side; shorter ones wait at their ends."""
    lengths = np.array([len(e) for e in emissions])
    rows, longest, tags = len(emissions), int(lengths.max()), transitions.shape[0]
    emit = np.ones((rows, longest, tags))
    for row, scores in enumerate(emissions):
        emit[row, : len(scores)] = np.exp(scores.astype(np.float64) - scores.max(axis=1, keepdims=True))
    step = np.exp(transitions.astype(np.float64))
    before, after = np.empty_like(emit), np.ones_like(emit)
    scale_before, scale_after = np.zeros((rows, longest)), np.zeros((rows, longest))
    for place in range(longest):
        sums = emit[:, place] if place == 0 else (before[:, place - 1] @ step) * emit[:, place]
        total = sums.sum(axis=1)
        before[:, place] = sums / total[:, None]
        scale_before[:, place] = np.log(total) + (scale_before[:, place - 1] if place else 0.0)
    for place in range(longest - 2, -1, -1):
        going = place < lengths - 1
        sums = np.where(going[:, None], (emit[:, place + 1] * after[:, place + 1]) @ step.T, 1.0)
        total = np.where(going, sums.sum(axis=1), 1.0)
        after[:, place] = sums / total[:, None]
        scale_after[:, place] = np.where(going, np.log(total) + scale_after[:, place + 1], 0.0)
    return [Chain(emit[r, :n], step, before[r, :n], after[r, :n], scale_before[r, :n], scale_after[r, :n]) for r, n in enumerate(lengths)]
