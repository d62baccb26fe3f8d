"""Resolving: which mentions are one person or one activity. Rules merge again at every build; nothing is edited.

Between documents a name alone never merges (``docs/decisions/0002-identity.md``).
"""

from __future__ import annotations

import duckdb

from kg.resolve.activities import activity_pairs
from kg.resolve.clusters import Clusters
from kg.resolve.people import people_pairs

__all__ = ["resolve"]


def resolve(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Fill ``schema.cluster``: for each mention that its mentions identify, the canonical id of its person or activity.

    Needs the tables ``mention``, ``claim_row``, ``raw``, ``standing`` and ``class_label`` of ``kg.assemble``. Activities come
    first, for a shared event speaks for two mentions of a person.
    """
    for class_name, pairs in (("Activity", activity_pairs), ("Person", people_pairs)):
        mentions = connection.execute(
            f"SELECT mention, issued, edition FROM {schema}.mention WHERE class = ? AND identified_by = 'mention'", [class_name]
        ).fetchall()
        if not mentions:
            continue
        clusters = Clusters({mention: (issued, edition, mention) for mention, issued, edition in mentions})
        for one, other in connection.execute(f"SELECT DISTINCT mention, value FROM {schema}.raw WHERE kind = 'apart'").fetchall():
            clusters.forbid(one, other)
        for pair in pairs(connection, schema):
            if pair.score > 0:
                clusters.join(pair.one, pair.other)
            else:
                clusters.forbid(pair.one, pair.other)
        connection.executemany(f"INSERT INTO {schema}.cluster VALUES (?, ?)", sorted(clusters.canonical().items()))
