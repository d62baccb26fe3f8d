"""From what speaks for two being one to who is who: names of bodies, mentions of activities and of people, judgements first.

Each fills a table of its schema, from all of a graph or from a part of it that nothing leads out of.
"""

from __future__ import annotations

import duckdb

from kg.judgement import Judgements
from kg.resolve.activities import activities, activity_pairs
from kg.resolve.clusters import Clusters, Traits
from kg.resolve.merging import MENTIONS, OTHER_PAIRS, merge_close
from kg.resolve.organizations import join_organizations
from kg.resolve.parts import LOWER
from kg.resolve.tables import lay

# Which two people hang together by pairs, with the best of these, and how close they are.
_ASKED = f"""
SELECT one, other, pair.a, pair.b, points FROM (
    SELECT least(x.root, y.root) AS one, greatest(x.root, y.root) AS other,
        arg_max({{{{'a': s.a, 'b': s.b}}}}, (s.points, -s.a, -s.b)) AS pair,
        max(s.points) + {OTHER_PAIRS.format(points="s.points")} + {MENTIONS.format(pairs="max(x.count * y.count)")} AS points
    FROM {{s}}.scored s JOIN rooted x ON x.m = s.a JOIN rooted y ON y.m = s.b WHERE x.root <> y.root
    GROUP BY ALL HAVING max(s.points) >= {{lower}}) WHERE points >= {{lower}}
"""


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
    merge_close(connection, schema, clusters)
    _keep(connection, schema, mentions, clusters, judgements)
    return mentions, clusters


def propose(
    connection: duckdb.DuckDBPyConnection, schema: str, mentions: list[str], clusters: Clusters, settled: set[frozenset[str]]
) -> None:
    """Write down which clusters a person is asked about: once for two, by their best pair, where nothing forbids them to be one."""
    roots = ((m, root, clusters.count[root]) for m, root in enumerate(clusters.roots()))
    lay(connection, "rooted", {"m": int, "root": int, "count": int}, roots)
    found = connection.execute(_ASKED.format(s=schema, lower=LOWER)).fetchall()
    connection.execute("DROP TABLE rooted")
    asked = ((mentions[a], mentions[b], points) for one, other, a, b, points in found if clusters.may_join(one, other))
    rows = sorted(row for row in asked if frozenset(row[:2]) not in settled)
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


def _columns(connection: duckdb.DuckDBPyConnection, query: str, count: int) -> list[list[str]]:
    rows = connection.execute(query).fetchall()
    return [[row[i] for row in rows] for i in range(count)]
