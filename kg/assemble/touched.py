"""Assembling anew only what is touched, from the last build (``kg.assemble.cache``) and the editions that changed.

    fresh    the claims of the changed editions          now     all claims that stand, as views, and who is who
    seed     changed claims with what they are about     part    touched things, whole, with what they borrow their times from

A claim is changed where its edition is, or where a mention that it names is now someone else. A thing is touched where a changed claim
was or is about it, where the ids that lead to it changed, and where it takes its time from a touched one. Where an edition of a list that
is complete changes, whatever the list tells in any edition is touched, for it says of those too that they have left. All other rows are
as they were.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import duckdb

from kg.assemble import sql, times
from kg.assemble.build import assemble, declare, prepare
from kg.assemble.cache import KEPT, Origin, drop
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model
from kg.resolve import resolve_again
from kg.resolve.again.kept import REPLACED
from kg.resolve.tables import lay

_NOW = """
CREATE SCHEMA now;
CREATE TABLE now.standing AS FROM {k}.standing WHERE edition NOT IN (FROM changed_edition) UNION ALL FROM fresh.standing;
CREATE VIEW now.claim_row AS FROM {k}.claim_row WHERE edition NOT IN (FROM changed_edition) UNION ALL FROM fresh.claim_row;
CREATE VIEW now.raw AS FROM {k}.raw WHERE edition NOT IN (FROM changed_edition) UNION ALL FROM fresh.raw;
CREATE VIEW now.mention AS FROM {k}.mention WHERE edition NOT IN (FROM changed_edition) UNION ALL FROM fresh.mention;
CREATE VIEW now.class_label AS FROM fresh.class_label;
"""

# Who they are, of the mentions of changed editions and of those that were looked at again; and of which of them that is something new.
_IDENTITY = """
CREATE SCHEMA turned;
CREATE TABLE turned.mention AS FROM now.mention WHERE edition IN (FROM changed_edition)
OR mention IN (FROM now.reclustered) OR mention IN (FROM now.shifted);
CREATE TABLE turned.cluster AS FROM now.cluster WHERE mention IN (SELECT mention FROM turned.mention);
CREATE VIEW turned.joined AS FROM now.joined;
CREATE VIEW turned.namesake AS FROM now.namesake;
"""
_MOVED = """
CREATE SCHEMA seed;
CREATE TABLE seed.known AS FROM {k}.identity
WHERE mention IN (SELECT mention FROM turned.mention UNION SELECT mention FROM now.old_mention);
CREATE TABLE seed.moved AS
SELECT mention FROM (FROM seed.known EXCEPT FROM turned.identity) UNION SELECT mention FROM (FROM turned.identity EXCEPT FROM seed.known);
CREATE VIEW now.identity AS FROM {k}.identity WHERE mention NOT IN (FROM seed.moved)
UNION ALL FROM turned.identity WHERE mention IN (FROM seed.moved);
CREATE TABLE seed.led AS SELECT id FROM now.led UNION SELECT id FROM (
    (FROM {k}.cluster WHERE mention IN (FROM now.reclustered) EXCEPT FROM few.cluster)
    UNION (FROM few.cluster EXCEPT FROM {k}.cluster WHERE mention IN (FROM now.reclustered)));
"""

# The claims that name a mention that is someone else, or stand in a changed edition, and what these are or were about.
_SEED = """
CREATE TABLE seed.gone AS
SELECT DISTINCT claim FROM {k}.claim_row WHERE edition IN (FROM changed_edition) OR mention IN (FROM seed.moved)
OR (kind = 'party' AND value IN (FROM seed.moved));
CREATE TABLE seed.claim_row AS
FROM now.claim_row WHERE claim IN (FROM seed.gone) UNION ALL FROM fresh.claim_row WHERE claim NOT IN (FROM seed.gone);
CREATE VIEW seed.identity AS FROM now.identity;
CREATE VIEW seed.identifying AS FROM fresh.identifying;
"""

_TOUCHED = """
CREATE VIEW now.subject AS FROM {k}.subject WHERE claim NOT IN (FROM seed.gone) UNION ALL FROM seed.subject;
CREATE TABLE seed.list AS
SELECT DISTINCT edition FROM (FROM {k}.standing UNION ALL FROM fresh.standing) WHERE source IN (
    SELECT source FROM (FROM {k}.standing UNION ALL FROM fresh.standing) WHERE complete
    AND source IN (SELECT split_part(edition, '/', 1) FROM changed_edition));
CREATE TABLE seed.listed AS
SELECT DISTINCT claim FROM (FROM {k}.claim_row UNION ALL FROM fresh.claim_row)
WHERE edition IN (FROM seed.list) AND class IN (SELECT class FROM fresh.time_of WHERE terms);
CREATE TABLE seed.first AS
SELECT id FROM {k}.subject WHERE claim IN (FROM seed.gone) UNION SELECT id FROM seed.subject UNION FROM seed.led
UNION SELECT id FROM {k}.subject WHERE claim IN (FROM seed.listed) UNION SELECT id FROM now.subject WHERE claim IN (FROM seed.listed)
UNION FROM changed_edition UNION SELECT split_part(edition, '/', 1) FROM changed_edition;
CREATE TABLE seed.lender AS
SELECT during AS property FROM fresh.time_of WHERE during <> '' UNION SELECT since FROM fresh.time_of WHERE since <> '';
CREATE TABLE seed.touched AS
FROM seed.first UNION
SELECT s.id FROM now.subject s JOIN now.claim_row r ON r.claim = s.claim AND r.recorded_from = s.recorded_from
WHERE r.kind = 'party' AND r.property IN (FROM seed.lender)
  AND r.value IN (FROM seed.first UNION SELECT mention FROM now.identity WHERE id IN (FROM seed.first));
CREATE TABLE seed.own AS SELECT DISTINCT claim FROM now.subject WHERE id IN (FROM seed.touched);
CREATE TABLE seed.borrowed AS
SELECT DISTINCT coalesce(i.id, r.value) AS id FROM now.claim_row r LEFT JOIN now.identity i ON i.mention = r.value
WHERE r.claim IN (FROM seed.own) AND r.kind = 'party' AND r.property IN (FROM seed.lender);
CREATE TABLE seed.needed AS
FROM seed.own UNION SELECT claim FROM now.subject WHERE id IN (FROM seed.borrowed)
UNION SELECT claim FROM now.claim_row WHERE class = 'Document' AND edition IN (SELECT edition FROM now.standing WHERE complete);
"""

_PART = """
INSERT INTO part.standing FROM now.standing;
CREATE TABLE part.claim_row AS FROM now.claim_row WHERE claim IN (FROM seed.needed);
CREATE VIEW part.mention AS FROM now.mention;
CREATE VIEW part.identity AS FROM now.identity;
CREATE TABLE part.joined AS FROM now.joined WHERE id IN (FROM seed.touched);
INSERT INTO part.cluster FROM now.cluster WHERE id IN (FROM seed.touched);
CREATE VIEW part.present AS
SELECT id FROM {k}.node WHERE id NOT IN (FROM seed.touched) UNION SELECT id FROM part.node WHERE id IN (FROM seed.touched);
"""

_SIDE = """
DROP SCHEMA IF EXISTS {to} CASCADE; CREATE SCHEMA {to};
CREATE TABLE {to}.node AS FROM {s}.node WHERE id IN (FROM seed.touched);
CREATE TABLE {to}.label AS FROM {s}.label WHERE id IN (FROM seed.touched);
CREATE TABLE {to}.value AS FROM {s}.value WHERE id IN (FROM seed.touched);
CREATE TABLE {to}.edge AS FROM {s}.edge WHERE source IN (FROM seed.touched);
CREATE TABLE {to}.evidence AS FROM {s}.evidence WHERE source IN (FROM seed.touched);
CREATE TABLE {to}.evidence_value AS FROM {s}.evidence_value WHERE id IN (SELECT id FROM {to}.evidence);
"""

# What names a thing that came or went, and is not touched: its edges would come or go as well.
_MISSED = """
WITH turned AS (
    (SELECT id FROM before.node EXCEPT SELECT id FROM after.node) UNION (SELECT id FROM after.node EXCEPT SELECT id FROM before.node)),
named AS (FROM turned UNION SELECT mention FROM now.identity WHERE id IN (FROM turned))
SELECT count(*) FROM now.subject s JOIN now.claim_row r ON r.claim = s.claim AND r.recorded_from = s.recorded_from
WHERE r.kind = 'party' AND r.value IN (FROM named) AND s.id NOT IN (FROM seed.touched)
"""

# What is shared by editions is told by none of them alone.
_SHARED = """
SELECT count(*) FROM fresh.mention f JOIN {k}.mention m ON m.mention = f.mention WHERE m.edition NOT IN (FROM changed_edition)
"""

LARGE = 500_000
"""From so many rows of claims on a list that is complete, and makes up more than half of all, is built as a whole: all of it is touched."""

_LISTED = """
SELECT count(*) FILTER (WHERE t.complete AND t.source IN (SELECT split_part(edition, '/', 1) FROM changed_edition)), count(*)
FROM {k}.claim_row r JOIN (SELECT DISTINCT edition, source, complete FROM {k}.standing) t ON t.edition = r.edition
"""

_REPLACED = {
    "claim_row": ("edition IN (FROM changed_edition)", "FROM fresh.claim_row"),
    "raw": ("edition IN (FROM changed_edition)", "FROM fresh.raw WHERE kind = 'apart'"),
    "mention": ("edition IN (FROM changed_edition)", "FROM fresh.mention"),
    "standing": ("true", "FROM now.standing"),
    **REPLACED,
    "identity": ("mention IN (FROM seed.moved)", "FROM turned.identity WHERE mention IN (FROM seed.moved)"),
    "subject": ("claim IN (FROM seed.gone)", "FROM seed.subject"),
    "node": ("id IN (FROM seed.touched)", "FROM after.node"),
    "label": ("id IN (FROM seed.touched)", "FROM after.label"),
    "value": ("id IN (FROM seed.touched)", "FROM after.value"),
    "edge": ("source IN (FROM seed.touched)", "FROM after.edge"),
    "evidence_value": ("id IN (SELECT id FROM before.evidence)", "FROM after.evidence_value"),
    "evidence": ("source IN (FROM seed.touched)", "FROM after.evidence"),
}

_SCHEMAS = ("before", "after", "part", "seed", "turned", "near", "who", "few", "now", "fresh")
"""All that a build makes."""


@dataclass(frozen=True)
class Touched:
    """A build of what is touched, from the build that is attached as ``kept``."""

    connection: duckdb.DuckDBPyConnection
    home: Home
    manifest: Manifest
    model: Model
    last: Origin
    origin: Origin

    def build(self) -> bool:
        """Make the schemas ``before`` and ``after`` with the rows of what is touched; False where only a whole build will do.

        Raises:
            KeptError: a file that the manifest names is missing or damaged.
        """
        if self.last.base != self.origin.base:
            return False
        try:  # in no transaction, as ``build``
            found = self._gather() and self._assemble()
        except duckdb.IOException:  # a block of the file is damaged
            found = False
        if not found:
            self.connection.execute("DROP TABLE IF EXISTS changed_edition")
            for schema in _SCHEMAS:
                self.connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
        return found

    def keep(self) -> None:
        """Replace the rows in the file, all or none; where that cannot be done the file goes."""
        self.connection.begin()
        try:
            for name, (gone, new) in _REPLACED.items():
                self.connection.execute(f"DELETE FROM {KEPT}.{name} WHERE {gone}; INSERT INTO {KEPT}.{name} {new}")
            self.connection.execute("DELETE FROM kept.origin")
            self.connection.executemany("INSERT INTO kept.origin VALUES (?, ?, ?)", self.origin.rows())
            self.connection.commit()
        except duckdb.IOException:
            self.connection.rollback()
            drop(self.home)

    def _gather(self) -> bool:
        changed = self.origin.changed(self.last)
        lay(self.connection, "changed_edition", {"edition": str}, ((edition,) for edition in changed))
        few = {edition: versions for edition, versions in self.manifest.editions.items() if edition in set(changed)}
        prepare(self.connection, "fresh", self.home, replace(self.manifest, editions=few), self.model)
        ((listed, whole),) = self.connection.execute(_LISTED.format(k=KEPT)).fetchall()
        return self._count(_SHARED) == 0 and not (listed >= LARGE and 2 * listed > whole)

    def _assemble(self) -> bool:
        run = self.connection.execute
        run(_NOW.format(k=KEPT))
        resolve_again(self.connection, KEPT, self.manifest.judgements)
        run(_IDENTITY.format(k=KEPT) + sql.IDENTITY.format(s="turned") + _MOVED.format(k=KEPT))
        run(_SEED.format(k=KEPT) + sql.SUBJECTS.format(s="seed") + _TOUCHED.format(k=KEPT))
        run(f"CREATE SCHEMA part; {sql.TABLES.format(s='part')} {times.TABLES.format(s='part')}")
        declare(self.connection, "part", self.model)
        run(_PART.format(k=KEPT))
        assemble(self.connection, "part", self.home, self._described())
        run(_SIDE.format(s=KEPT, to="before") + _SIDE.format(s="part", to="after"))
        return self._count(_MISSED) == 0

    def _described(self) -> Manifest:
        """The manifest with the changed editions, and one more of each of their sources that still stands."""
        editions = {edition for edition in self.origin.changed(self.last) if edition in self.manifest.editions}
        for source in {edition.split("/")[0] for edition in editions}:
            standing = (s.edition for s in self.manifest.standings() if s.until == "" and s.edition.split("/")[0] == source)
            editions.update([edition] if (edition := next(standing, "")) else [])
        return replace(self.manifest, editions={e: v for e, v in self.manifest.editions.items() if e in editions})

    def _count(self, query: str) -> int:
        return int(self.connection.execute(query.format(k=KEPT)).fetchall()[0][0])
