"""Resolving after editions changed: only what they stir is looked at again, all else is as the last build had it.

What may be one with what hangs together: names of bodies by their marks, activities by class and dates, people by the pairs that are
close enough. Of what hangs together with something that changed all is clustered anew, so that the outcome is that of a whole build.

    fresh   changed editions     now   all that stands, as views (``new_…`` what came in place of what was kept)
    few     what is clustered    who   people who are described anew     near   people who are compared anew
"""

from __future__ import annotations

import duckdb

from kg.judgement import Judgements
from kg.resolve.again.pairs import compare_again
from kg.resolve.again.people import describe_again
from kg.resolve.again.reach import cluster_again
from kg.resolve.again.things import activities_again, bodies_again
from kg.resolve.again.weights import weigh_again
from kg.resolve.joining import lay_spoken

_VIEWS = """
CREATE SCHEMA few;
CREATE VIEW few.mention AS FROM now.mention;
CREATE VIEW few.claim_row AS FROM now.claim_row;
CREATE VIEW few.standing AS FROM now.standing;
CREATE TABLE few.joined (old VARCHAR, id VARCHAR);
CREATE TABLE few.cluster (mention VARCHAR, id VARCHAR);
CREATE TABLE now.old_mention AS FROM {k}.mention WHERE edition IN (FROM changed_edition);
"""


def resolve_again(connection: duckdb.DuckDBPyConnection, known: str, judgements: Judgements) -> None:
    """Make ``now.joined`` and ``now.cluster``, and what is to be kept (``kg.resolve.again.kept.REPLACED``).

    Needs ``changed_edition``, the schema ``fresh`` with the claims and mentions of these editions, and ``now`` with all.

    Args:
        known: the schema of what was kept of the last build.
    """
    connection.execute(_VIEWS.format(k=known))
    lay_spoken(connection, "now", judgements)
    bodies_again(connection, known, judgements)
    activities_again(connection, known, judgements)
    describe_again(connection, known)
    weigh_again(connection, known)
    compare_again(connection, known)
    cluster_again(connection, known, judgements)
