"""From what speaks for two being one to who is who: names of bodies, mentions of activities and of people, judgements first.

Each fills a table of its schema, from all of a graph or from a part of it that nothing leads out of.
"""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from kg.judgement import Judgements
from kg.resolve.activities import activities, activity_pairs
from kg.resolve.clusters import Clusters, Traits
from kg.resolve.organizations import join_organizations
from kg.resolve.parts import LOWER, UPPER
from kg.resolve.tables import lay


def lay_spoken(connection: duckdb.DuckDBPyConnection, schema: str, judgements: Judgements) -> None:
    """Make ``spoken``: the ids that people said something of."""
    said = {i for j in judgements.of("same", "different") for i in (j.one, j.other, j.keep) if i}
    lay(connection, f"{schema}.spoken", {"id": str}, ((identifier,) for identifier in sorted(said)))


def join_names(connection: duckdb.DuckDBPyConnection, schema: str, judgements: Judgements, which: str = "like_others") -> None:
    """Fill ``joined`` with the names of bodies in the table ``which``."""
    joined = join_organizations(connection, schema, judgements, which)
    lay(connection, "joined_now", {"old": str, "id": str}, sorted(joined.items()))
    connection.execute(f"INSERT INTO {schema}.joined FROM joined_now; DROP TABLE joined_now")


def join_activities(connection: duckdb.DuckDBPyConnection, schema: str, judgements: Judgements) -> None:
    """Fill ``cluster`` with the mentions in ``activity``, and make ``activity_block``: only activities of one block may be one."""
    rows = connection.execute(f"SELECT mention, document FROM {schema}.activity ORDER BY issued, edition, mention").fetchall()
    numbers = {mention: i for i, (mention, _) in enumerate(rows)}
    clusters = Clusters(len(rows), Traits(once=[document for _, document in rows]))
    _judge(clusters, numbers, judgements)
    found = activities(connection, schema)
    clusters.join_all((numbers[one], numbers[other]) for one, other in activity_pairs(found))
    _keep(connection, schema, [mention for mention, _ in rows], clusters, judgements)
    lay(connection, f"{schema}.activity_block", {"mention": str, "block": str}, ((a.mention, a.block) for a in found))


def join_people(connection: duckdb.DuckDBPyConnection, schema: str, judgements: Judgements) -> tuple[list[str], Clusters]:
    """Fill ``cluster`` with the mentions in ``person``, by the pairs in ``scored``; return mentions by age, and their clusters."""
    # In a table whose rows are posts or awards one person may stand in several, by one name; everywhere else two of a document are two.
    mentions, documents, marks, genders, births, keys = _columns(
        connection,
        f"""SELECT p.mention, p.document, CASE WHEN d.several THEN CAST(p.n AS VARCHAR) ELSE '' END, p.gender, p.birth, p.key
        FROM {schema}.person p
        LEFT JOIN (SELECT r.mention, bool_or(t.rows_are NOT IN ('', 'person')) AS several FROM {schema}.claim_row r
                   JOIN {schema}.standing t ON t.edition = r.edition WHERE r.property = 'documentKind' GROUP BY r.mention) d
        ON d.mention = p.document ORDER BY p.m""",
        6,
    )
    clusters = Clusters(len(mentions), Traits(alike=(genders, births, keys), once=documents, marks=marks))
    numbers = {mention: m for m, mention in enumerate(mentions)}
    _judge(clusters, numbers, judgements)
    for one, other in connection.execute(f"SELECT DISTINCT mention, value FROM {schema}.raw WHERE kind = 'apart'").fetchall():
        if one in numbers and other in numbers:
            clusters.forbid(numbers[one], numbers[other])
    clusters.join_all(_scored(connection, f"SELECT a, b FROM {schema}.scored WHERE points >= {UPPER} ORDER BY points DESC, a, b"))
    _keep(connection, schema, mentions, clusters, judgements)
    return mentions, clusters


def propose(
    connection: duckdb.DuckDBPyConnection, schema: str, mentions: list[str], clusters: Clusters, settled: set[frozenset[str]]
) -> None:
    """Write down which clusters a person is asked about: once for two, by their best pair, where nothing forbids them to be one."""
    asked: dict[tuple[int, int], tuple[str, str, int]] = {}
    query = f"SELECT a, b, points FROM {schema}.scored WHERE points >= {LOWER} ORDER BY points DESC, a, b"
    for a, b, points in connection.execute(query).fetchall():
        one, other = sorted((clusters.find(a), clusters.find(b)))
        if one != other and (one, other) not in asked and clusters.may_join(one, other):
            asked[one, other] = (mentions[a], mentions[b], points)
    rows = sorted(row for row in asked.values() if frozenset(row[:2]) not in settled)
    lay(connection, "proposal_now", {"one": str, "other": str, "points": int}, rows)
    connection.execute(f"INSERT INTO {schema}.proposal FROM proposal_now; DROP TABLE proposal_now")


def _judge(clusters: Clusters, numbers: dict[str, int], judgements: Judgements) -> None:
    """What people said comes before any rule."""
    for one, other in judgements.pairs("same"):
        if one in numbers and other in numbers:
            clusters.join(numbers[one], numbers[other], judged=True)
    for one, other in judgements.pairs("different"):
        if one in numbers and other in numbers:
            clusters.forbid(numbers[one], numbers[other])


def _keep(connection: duckdb.DuckDBPyConnection, schema: str, mentions: list[str], clusters: Clusters, judgements: Judgements) -> None:
    """Write down the canonical id of each mention: the oldest of its cluster, or the one that the last judgement on it keeps."""
    roots = clusters.roots()
    numbers = {j.keep for j in judgements.of("same")}
    kept = {mention: m for m, mention in enumerate(mentions) if mention in numbers} if numbers else {}
    named = {roots[kept[j.keep]]: j.keep for j in judgements.of("same") if j.keep in kept}
    rows = ((mention, named.get(roots[m], mentions[roots[m]])) for m, mention in enumerate(mentions))
    lay(connection, "cluster_now", {"mention": str, "id": str}, rows)
    connection.execute(f"INSERT INTO {schema}.cluster FROM cluster_now; DROP TABLE cluster_now")


def _scored(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[tuple[int, int]]:
    found = connection.sql(query).to_arrow_table()
    return zip(found["a"].to_pylist(), found["b"].to_pylist(), strict=True)


def _columns(connection: duckdb.DuckDBPyConnection, query: str, count: int) -> list[list[str]]:
    rows = connection.execute(query).fetchall()
    return [[row[i] for row in rows] for i in range(count)]
