"""Names of bodies and mentions of activities, resolved again where something changed."""

from __future__ import annotations

import duckdb

from kg.judgement import Judgements
from kg.resolve.activities import activities
from kg.resolve.joining import join_activities, join_names
from kg.resolve.organizations import LINKED, describe_bodies, gather_renamings
from kg.resolve.tables import lay

_RENEWED = """
CREATE TABLE now.renewed AS
SELECT name FROM now.old_mention WHERE class = 'Organization' UNION SELECT name FROM fresh.mention WHERE class = 'Organization';
"""

# With each name that several bear or bore goes the id of the bare name, which leads to one of them.
_FIRST = """
CREATE VIEW now.organization AS
FROM {k}.organization WHERE name NOT IN (FROM now.renewed) UNION ALL FROM now.new_organization;
CREATE VIEW now.renaming AS FROM {k}.renaming WHERE edition NOT IN (FROM changed_edition) UNION ALL FROM fresh.renaming;
CREATE TABLE now.linked AS FROM ({old_links}) UNION ALL FROM ({links});
CREATE TABLE now.bare AS SELECT md5_id('Organization', name) AS id, name FROM (
    SELECT name FROM {k}.namesake UNION SELECT name FROM now.namesake);
CREATE TABLE now.stirred AS SELECT id, 0 AS round FROM (
    SELECT id FROM {k}.organization WHERE name IN (FROM now.renewed) UNION SELECT id FROM now.new_organization
    UNION SELECT md5_id('Organization', name) FROM now.renewed
    UNION SELECT unnest([one, other]) FROM now.linked WHERE edition IN (FROM changed_edition)
    UNION FROM {k}.spoken UNION FROM now.spoken);
"""

# What shares a form, a code or a name with the last round, or has or had a name in common.
_NEXT = """
CREATE OR REPLACE TABLE now.front AS SELECT id FROM now.stirred WHERE round = {round};
CREATE OR REPLACE TABLE now.mark AS
SELECT form, code, name FROM {k}.organization WHERE id IN (FROM now.front)
UNION SELECT form, code, name FROM now.new_organization WHERE id IN (FROM now.front)
UNION SELECT '', '', name FROM now.bare WHERE id IN (FROM now.front);
INSERT INTO now.stirred SELECT DISTINCT id, {round} + 1 FROM (
    SELECT id FROM now.organization WHERE form IN (SELECT form FROM now.mark)
        OR code IN (SELECT code FROM now.mark WHERE code <> '') OR name IN (SELECT name FROM now.mark)
    UNION SELECT id FROM now.bare WHERE name IN (SELECT name FROM now.mark)
    UNION SELECT unnest([one, other]) FROM now.linked WHERE one IN (FROM now.front) OR other IN (FROM now.front))
WHERE id NOT IN (SELECT id FROM now.stirred);
"""

_FEW_BODIES = """
CREATE VIEW few.namesake AS FROM now.namesake;
CREATE VIEW few.stirred AS FROM now.stirred;
CREATE TABLE few.organization AS FROM now.organization WHERE id IN (SELECT id FROM now.stirred);
CREATE VIEW few.renaming AS FROM now.renaming;
"""

_JOINED = """
CREATE VIEW now.joined AS FROM {k}.joined WHERE old NOT IN (SELECT id FROM now.stirred) UNION ALL FROM few.joined;
CREATE TABLE now.led AS
(FROM {k}.joined WHERE old IN (SELECT id FROM now.stirred) EXCEPT FROM few.joined)
UNION (FROM few.joined EXCEPT FROM {k}.joined WHERE old IN (SELECT id FROM now.stirred));
"""

_BLOCKS = """
CREATE TABLE now.stirred_block AS
SELECT block FROM {k}.activity_block
WHERE mention IN (SELECT mention FROM now.old_mention) OR mention IN (FROM {k}.spoken UNION FROM now.spoken)
UNION SELECT block FROM fresh.activity_block;
CREATE TABLE few.activity AS SELECT mention, name, document, issued, edition FROM now.mention
WHERE class = 'Activity' AND (edition IN (FROM changed_edition)
    OR mention IN (SELECT mention FROM {k}.activity_block WHERE block IN (FROM now.stirred_block)));
"""

# Mentions of bodies and activities that are something else than they were, for whom they speak.
_SHIFTED = """
CREATE TABLE now.shifted AS
SELECT mention FROM now.mention WHERE class = 'Organization'
    AND name IN (SELECT name FROM now.organization WHERE id IN (SELECT old FROM now.led))
UNION SELECT mention FROM (
    (FROM {k}.namesake WHERE name IN (FROM now.renewed) EXCEPT FROM now.namesake)
    UNION (FROM now.namesake WHERE name IN (FROM now.renewed) EXCEPT FROM {k}.namesake))
UNION SELECT mention FROM (
    (FROM {k}.cluster WHERE mention IN (SELECT mention FROM few.activity) EXCEPT FROM few.cluster)
    UNION (FROM few.cluster EXCEPT FROM {k}.cluster WHERE mention IN (SELECT mention FROM few.activity)));
"""


def bodies_again(connection: duckdb.DuckDBPyConnection, known: str, judgements: Judgements) -> None:
    """Make ``now.joined``, and ``now.led``: what of it came or went."""
    connection.execute(_RENEWED)
    describe_bodies(connection, "now", known)
    gather_renamings(connection, "fresh")
    connection.execute(_FIRST.format(k=known, links=LINKED.format(s="now"), old_links=LINKED.format(s=known)))
    turn = 0
    while connection.execute(f"SELECT 1 FROM now.stirred WHERE round = {turn} LIMIT 1").fetchall():
        connection.execute(_NEXT.format(k=known, round=turn))
        turn += 1
    connection.execute(_FEW_BODIES.format(k=known))
    join_names(connection, "few", judgements, "stirred")
    connection.execute(_JOINED.format(k=known))


def activities_again(connection: duckdb.DuckDBPyConnection, known: str, judgements: Judgements) -> None:
    """Fill ``few.cluster`` with the activities of blocks in which something changed, and make ``now.shifted``."""
    connection.execute(
        "CREATE TABLE fresh.activity AS SELECT mention, name, document, issued, edition FROM fresh.mention WHERE class = 'Activity'"
    )
    blocks = ((activity.mention, activity.block) for activity in activities(connection, "fresh"))
    lay(connection, "fresh.activity_block", {"mention": str, "block": str}, blocks)
    connection.execute(_BLOCKS.format(k=known))
    join_activities(connection, "few", judgements)
    connection.execute(_SHIFTED.format(k=known))
