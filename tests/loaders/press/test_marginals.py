"""Probabilities of runs of tags: against the sum over all paths, worked out by hand."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from loaders.press.marginals import Chain, Scores, chains

TAGS = 3


def made(seed: int, length: int) -> Scores:
    return np.random.default_rng(seed).normal(0, 3, (length, TAGS)).astype(np.float32)


STEP: Scores = made(9, TAGS)
INNER = np.array([False, True, False])


def by_hand(emissions: Scores, wanted: list[set[int]]) -> float:
    """The share of all paths whose tags are among those wanted at each place."""
    total = right = 0.0
    for path in product(range(TAGS), repeat=len(emissions)):
        score = sum(float(emissions[i, tag]) for i, tag in enumerate(path)) + sum(float(STEP[a, b]) for a, b in pairwise(path))
        total += np.exp(score)
        right += np.exp(score) if all(tag in some for tag, some in zip(path, wanted, strict=True)) else 0.0
    return right / total


@pytest.fixture(scope="module")
def found() -> list[tuple[Scores, Chain]]:
    emissions = [made(1, 6), made(2, 3), made(3, 1)]
    return list(zip(emissions, chains(emissions, STEP), strict=True))


@pytest.mark.parametrize(("start", "end"), [(0, 1), (0, 3), (2, 4), (3, 6), (5, 6)])
def test_the_probability_of_a_run_is_the_share_of_the_paths_that_hold_it(found: list[tuple[Scores, Chain]], start: int, end: int) -> None:
    emissions, chain = found[0]
    everything, inside, outside = {0, 1, 2}, {1}, {0, 2}
    wanted = [{2} if i == start else inside if start < i < end else outside if i == end else everything for i in range(len(emissions))]
    assert dict(map(reversed, chain.probabilities(start, end, 2, INNER)))[end] == pytest.approx(by_hand(emissions, wanted))


def test_shorter_texts_beside_longer_ones_have_their_own_probabilities(found: list[tuple[Scores, Chain]]) -> None:
    for emissions, chain in found:
        likely = chain.likely()
        for place, tag in product(range(len(emissions)), range(TAGS)):
            wanted = [{tag} if i == place else {0, 1, 2} for i in range(len(emissions))]
            assert likely[place, tag] == pytest.approx(by_hand(emissions, wanted))
        assert all(one <= 1.0 for one, _ in chain.probabilities(0, len(emissions), 2, INNER))


def test_a_long_text_neither_under_nor_overflows() -> None:
    (chain,) = chains([np.full((400, TAGS), 300, dtype=np.float32)], STEP)
    assert np.isfinite(chain.likely()).all()
