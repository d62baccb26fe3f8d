"""Resolving: which names are one organization, which mentions one activity or one person. Nothing is edited: it is done at every build.

    organizations ─▶ joined(old, id)
    activities, people ─▶ cluster(mention, id)
    what a person is asked ─▶ proposal(one, other, points)

Between documents a name alone never merges people; the parts of a score stand in ``kg.resolve.parts``, the rules in
``docs/decisions/0012-identity-and-judgements.md``.
"""

from __future__ import annotations

import duckdb

from kg.judgement import Judgements
from kg.resolve.again import resolve_again
from kg.resolve.joining import join_activities, join_names, join_people, lay_spoken, propose
from kg.resolve.organizations import describe_bodies, gather_renamings
from kg.resolve.people import gather, weigh
from kg.resolve.score import candidates, score

__all__ = ["resolve", "resolve_again"]

_TABLES = """
CREATE TABLE {s}.joined (old VARCHAR, id VARCHAR);
CREATE TABLE {s}.proposal (one VARCHAR, other VARCHAR, points INTEGER);
CREATE TABLE {s}.activity AS SELECT mention, name, document, issued, edition FROM {s}.mention WHERE class = 'Activity';
"""


def resolve(connection: duckdb.DuckDBPyConnection, schema: str, judgements: Judgements) -> None:
    """Fill ``joined``, ``cluster`` and ``proposal`` of the schema.

    Needs the tables ``mention``, ``claim_row``, ``raw``, ``standing`` and ``class_label`` of ``kg.assemble``. Organizations come
    first, then activities: a shared one speaks for two mentions of a person.
    """
    connection.execute(_TABLES.format(s=schema))
    lay_spoken(connection, schema, judgements)
    describe_bodies(connection, schema)
    gather_renamings(connection, schema)
    join_names(connection, schema, judgements)
    join_activities(connection, schema, judgements)
    gather(connection, schema)
    weigh(connection, schema)
    candidates(connection, schema)
    score(connection, schema)
    mentions, clusters = join_people(connection, schema, judgements)
    propose(connection, schema, mentions, clusters, {j.pair for j in judgements.of("unsure")})
