from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.clusters import Clusters, Traits

SIZE = 6
pairs = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda p: p[0] != p[1]), max_size=15)
births = st.lists(st.sampled_from(["", "1970", "1970-05", "1971"]), min_size=SIZE, max_size=SIZE)
documents = st.lists(st.sampled_from(["", "a", "b", "c"]), min_size=SIZE, max_size=SIZE)


def test_a_chain_that_would_join_a_forbidden_pair_is_not_joined() -> None:
    found = Clusters(3)
    found.forbid(0, 2)
    assert found.join(0, 1)
    assert not found.join(1, 2)
    assert found.roots() == [0, 0, 2]


def test_the_oldest_mention_gives_the_canonical_id() -> None:
    found = Clusters(3)
    found.join(2, 1)
    assert found.roots() == [0, 1, 1]


def test_a_year_and_a_day_of_birth_may_be_one_and_two_years_never() -> None:
    found = Clusters(3, Traits(alike=(["1970", "1970-05-02", "1971"],)))
    assert found.join(0, 1)
    assert not found.join(0, 2)


def test_a_day_that_came_by_a_chain_counts_for_the_whole_cluster() -> None:
    found = Clusters(3, Traits(alike=(["1970", "1970-05-02", "1970-06-01"],)))
    found.join(0, 1)
    assert not found.join(0, 2)


def test_what_a_person_judged_is_joined_against_the_traits() -> None:
    found = Clusters(2, Traits(alike=(["male", "female"],), once=["a", "a"]))
    assert not found.join(0, 1)
    assert found.join(0, 1, judged=True)


@given(pairs, pairs, births, documents)
def test_no_cluster_holds_a_forbidden_pair(
    forbidden: list[tuple[int, int]], joined: list[tuple[int, int]], born: list[str], seen: list[str]
) -> None:
    found = Clusters(SIZE, Traits(alike=(born,), once=seen))
    for one, other in forbidden:
        found.forbid(one, other)
    found.join_all(joined)
    roots = found.roots()
    assert all(roots[one] != roots[other] for one, other in forbidden)
    for root in set(roots):
        members = [m for m in range(SIZE) if roots[m] == root]
        assert len({born[m][:4] for m in members if born[m]}) <= 1
        assert len([seen[m] for m in members if seen[m]]) == len({seen[m] for m in members if seen[m]})


def test_two_names_of_one_table_are_two_even_through_a_chain() -> None:
    clusters = Clusters(4, Traits(once=["a", "a", "a", "b"], marks=["刘峰超", "刘峰庆", "刘峰超", ""]))
    assert clusters.join(0, 2)
    assert clusters.join(1, 3)
    assert not clusters.join(0, 3)
