"""People who hang together with somebody of whom something changed, clustered anew."""

from __future__ import annotations

import duckdb

from kg.judgement import Judgements
from kg.resolve.joining import join_people
from kg.resolve.parts import UPPER

# Who is another, and those of pairs that came, went or have other points.
_FIRST = """
CREATE TABLE now.replaced AS FROM {k}.scored
WHERE a IN (FROM who.stirred) OR b IN (FROM who.stirred) OR (a, b) IN (FROM now.stale);
CREATE TABLE now.reached AS SELECT mention, 0 AS round FROM (
    FROM who.stirred UNION SELECT unnest([a, b]) FROM (
        (FROM now.replaced EXCEPT FROM now.new_scored) UNION (FROM now.new_scored EXCEPT FROM now.replaced))
    UNION SELECT mention FROM {k}.person WHERE mention IN (FROM {k}.spoken UNION FROM now.spoken));
"""

# Whom the last round is or was close to; the mates of the last clusters are on the way, and save rounds.
_NEXT = """
CREATE OR REPLACE TABLE now.front AS SELECT mention FROM now.reached WHERE round = {round};
INSERT INTO now.reached
WITH near_now AS (SELECT a, b FROM {k}.scored WHERE points >= {upper} UNION ALL SELECT a, b FROM now.new_scored WHERE points >= {upper})
SELECT DISTINCT mention, {round} + 1 FROM (
    SELECT b AS mention FROM near_now WHERE a IN (FROM now.front) UNION ALL SELECT a FROM near_now WHERE b IN (FROM now.front)
    UNION ALL SELECT mention FROM {k}.cluster WHERE id IN (SELECT id FROM {k}.cluster WHERE mention IN (FROM now.front)))
WHERE mention NOT IN (SELECT mention FROM now.reached);
"""

_FEW = """
CREATE TABLE few.person AS
SELECT (row_number() OVER (ORDER BY issued, edition, mention) - 1)::INTEGER AS m, mention, form AS n, document, gender, birth, key
FROM now.person WHERE mention IN (SELECT mention FROM now.reached);
CREATE TABLE few.scored AS SELECT x.m AS a, y.m AS b, s.points FROM now.scored s
JOIN few.person x ON x.mention = s.a JOIN few.person y ON y.mention = s.b;
CREATE TABLE few.raw AS FROM now.raw WHERE mention IN (SELECT mention FROM now.reached);
"""

_CLUSTERED = """
CREATE TABLE now.reclustered AS
SELECT mention FROM {k}.cluster WHERE mention IN (SELECT mention FROM now.old_mention) UNION SELECT mention FROM now.reached
UNION SELECT mention FROM few.activity;
CREATE VIEW now.cluster AS FROM {k}.cluster WHERE mention NOT IN (FROM now.reclustered) UNION ALL FROM few.cluster;
"""


def cluster_again(connection: duckdb.DuckDBPyConnection, known: str, judgements: Judgements) -> None:
    """Make ``now.cluster``, and ``now.reclustered``: the mentions that were looked at."""
    connection.execute(_FIRST.format(k=known))
    turn = 0
    while connection.execute(f"SELECT 1 FROM now.reached WHERE round = {turn} LIMIT 1").fetchall():
        connection.execute(_NEXT.format(k=known, round=turn, upper=UPPER))
        turn += 1
    connection.execute(_FEW.format(k=known))
    join_people(connection, "few", judgements)
    connection.execute(_CLUSTERED.format(k=known))
