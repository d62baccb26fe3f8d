from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.clusters import Clusters, Pair, best_first

MENTIONS = "abcdef"
pairs = st.lists(st.tuples(st.sampled_from(MENTIONS), st.sampled_from(MENTIONS)).filter(lambda p: p[0] != p[1]), max_size=15)


def clusters() -> Clusters:
    return Clusters({m: ("2025-11", "e", m) for m in MENTIONS})


def test_a_chain_that_would_join_a_forbidden_pair_is_not_joined() -> None:
    found = clusters()
    found.forbid("a", "c")
    assert found.join("a", "b")
    assert not found.join("b", "c")
    assert found.find("c") != found.find("a")


def test_the_earliest_edition_gives_the_canonical_id() -> None:
    found = Clusters({"a": ("2025-12", "e2", "a"), "b": ("2025-11", "e1", "b")})
    found.join("a", "b")
    assert found.canonical() == {"a": "b", "b": "b"}


def test_certain_twos_come_first_then_the_best_pairs() -> None:
    given_pairs = [Pair("a", "b", 1), Pair("c", "d", 3), Pair("e", "f", 0)]
    assert [p.score for p in best_first(iter(given_pairs))] == [0, 3, 1]


@given(pairs, pairs)
def test_no_cluster_holds_a_forbidden_pair(forbidden: list[tuple[str, str]], joined: list[tuple[str, str]]) -> None:
    found = clusters()
    for one, other in forbidden:
        found.forbid(one, other)
    for one, other in joined:
        found.join(one, other)
    canonical = found.canonical()
    assert all(canonical[one] != canonical[other] for one, other in forbidden)
