"""Mentions of people of whom something else is known than at the last build, described anew."""

from __future__ import annotations

import duckdb

from kg.resolve.again.kept import PEOPLE
from kg.resolve.people import gather

# Those of changed editions, those who are tied to a body or an activity that is another now, and those of a masthead whose publisher is.
_STIRRED = """
CREATE SCHEMA who;
CREATE TABLE who.stirred AS
SELECT mention FROM now.old_mention WHERE class = 'Person' UNION SELECT mention FROM fresh.mention WHERE class = 'Person'
UNION SELECT o.value FROM now.claim_row r JOIN now.claim_row o ON o.claim = r.claim AND o.recorded_from = r.recorded_from
WHERE r.kind = 'party' AND r.value IN (FROM now.shifted) AND o.kind = 'party' AND o.value IN (SELECT mention FROM {k}.person)
UNION SELECT mention FROM {k}.person WHERE document IN (
    SELECT mention FROM now.claim_row WHERE property = 'documentKind' AND value = 'masthead' AND edition IN (
        SELECT edition FROM now.standing WHERE md5_id('Organization', publisher) IN (SELECT old FROM now.led)));
"""

_WHO = """
CREATE TABLE who.claim AS
SELECT claim FROM now.claim_row WHERE mention IN (FROM who.stirred) OR (kind = 'party' AND value IN (FROM who.stirred));
CREATE TABLE who.claim_row AS FROM now.claim_row
WHERE claim IN (FROM who.claim)
   OR (property = 'documentKind' AND mention IN (SELECT document FROM now.mention WHERE mention IN (FROM who.stirred)));
CREATE TABLE who.mention AS FROM now.mention
WHERE mention IN (FROM who.stirred) OR (class <> 'Person' AND mention IN (SELECT value FROM who.claim_row WHERE kind = 'party'));
CREATE VIEW who.standing AS FROM now.standing;
CREATE VIEW who.joined AS FROM now.joined;
CREATE VIEW who.namesake AS FROM now.namesake;
CREATE TABLE who.cluster AS SELECT m.mention, coalesce(f.id, k.id) AS id FROM who.mention m
LEFT JOIN few.cluster f ON f.mention = m.mention LEFT JOIN {k}.cluster k ON k.mention = m.mention WHERE m.class = 'Activity';
"""

_NOW = """
CREATE TABLE now.new_{name} AS {query};
CREATE VIEW now.{name} AS FROM {k}.{name} WHERE mention NOT IN (FROM who.stirred) UNION ALL FROM now.new_{name};
"""


def describe_again(connection: duckdb.DuckDBPyConnection, known: str) -> None:
    """Make ``who.stirred``, and ``now.person``, ``now.item`` and ``now.life`` as of now."""
    connection.execute((_STIRRED + _WHO).format(k=known))
    gather(connection, "who")
    for name, query in PEOPLE.items():
        connection.execute(_NOW.format(k=known, name=name, query=query.format(s="who")))
