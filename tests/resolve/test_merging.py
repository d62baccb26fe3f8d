from __future__ import annotations

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve.clusters import Clusters, Traits
from kg.resolve.merging import MENTIONS, OTHER_PAIRS, Between, many, merge_close
from kg.resolve.tables import lay

SIZE = 6
scores = st.dictionaries(
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda p: p[0] < p[1]), st.integers(-5, 40), max_size=15
)
births = st.lists(st.sampled_from(["", "1970", "1971"]), min_size=SIZE, max_size=SIZE)


def merged(scored: dict[tuple[int, int], int], clusters: Clusters) -> list[int]:
    """For each mention the oldest of its cluster, after what is close enough was joined."""
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA g")
        lay(connection, "g.scored", {"a": int, "b": int, "points": int}, ((*pair, points) for pair, points in scored.items()))
        merge_close(connection, "g", clusters)
    return clusters.roots()


def test_a_pair_that_is_close_enough_is_one() -> None:
    assert merged({(0, 1): 16, (2, 3): 15}, Clusters(4)) == [0, 0, 2, 3]


def test_one_good_pair_among_bad_ones_does_not_join_two_clusters() -> None:
    sure = {(0, 1): 40, (2, 3): 40}
    assert merged({**sure, (0, 2): 18}, Clusters(4)) == [0, 0, 0, 0]
    assert merged({**sure, (0, 2): 18, (1, 2): 5, (0, 3): 5, (1, 3): 5}, Clusters(4)) == [0, 0, 2, 2]


def test_many_mentions_ask_for_more() -> None:
    assert [many(1, 1), many(1, 2), many(2, 2), many(4, 4), many(10, 10)] == [0, 0, -1, -2, -3]


def test_what_a_person_judged_to_be_one_is_one_side() -> None:
    clusters = Clusters(3)
    clusters.join(1, 2, judged=True)
    assert merged({(0, 1): 17, (0, 2): 4}, clusters) == [0, 1, 1]


@settings(deadline=None, max_examples=30)
@given(scores, births)
def test_no_order_of_pairs_and_no_chain_joins_what_contradicts(scored: dict[tuple[int, int], int], told: list[str]) -> None:
    found = [merged(given, Clusters(SIZE, Traits(alike=(told,)))) for given in (scored, dict(reversed(scored.items())))]
    assert found[0] == found[1]
    for root in set(found[0]):
        assert len({told[m] for m in range(SIZE) if found[0][m] == root} - {""}) <= 1


@pytest.mark.parametrize("points", [[20], [20, 15], [18, 17, 3], [16, 0, 1, 1]])
def test_sql_and_python_say_the_same(points: list[int]) -> None:
    between = Between(max(points), sum(points), len(points))
    said = duckdb.execute(
        f"SELECT {OTHER_PAIRS.format(points='p')}, {MENTIONS.format(pairs='count(*)')} FROM (SELECT unnest($p) AS p)", {"p": points}
    ).fetchall()
    assert said == [(between.other_pairs, many(1, len(points)))]
