"""Pairs of mentions whose score may be another than at the last build, scored anew.

A score comes from the names, the items and the years of the two, from what names and items are worth, and from who else of the name
shares an item (``kg.resolve.score``). So a pair is stale where one of the two was described anew or bears a name that is worth
something else, and where they share an item that is, or that somebody described anew of a name of theirs bears or bore. Which names are
one slip apart depends on items of all who bear them, so all pairs of a slip are stale where something of their names changed.
"""

from __future__ import annotations

import duckdb

from kg.resolve.again.kept import SCORED
from kg.resolve.score import ROOM, STRONG, candidates, score

_NAMES = """
CREATE SCHEMA near;
CREATE TABLE near.changed AS FROM now.stirred_form
UNION SELECT i.form FROM now.item i JOIN now.stirred_item s ON s.kind = i.kind AND s.value = i.value;
CREATE TABLE near.met AS
SELECT DISTINCT i.kind, i.value, k.key FROM now.item i JOIN now.weight w ON w.kind = i.kind AND w.value = i.value
JOIN now.slip_key k ON k.form = i.form
WHERE i.form IN (FROM near.changed) AND i.kind IN {strong} AND w.size BETWEEN 2 AND {room};
CREATE TABLE near.bearer AS SELECT DISTINCT i.form, i.kind, i.value FROM now.item i
WHERE i.kind IN {strong} AND (i.kind, i.value) IN (SELECT kind, value FROM near.met);
CREATE TABLE near.form AS FROM near.changed UNION
SELECT b.form FROM near.bearer b JOIN now.slip_key k ON k.form = b.form
JOIN near.met x ON x.kind = b.kind AND x.value = b.value AND x.key = k.key;
"""

_SOME = """
CREATE TABLE near.name_form AS
SELECT (row_number() OVER (ORDER BY form) - 1)::INTEGER AS n, form, frequency, weight FROM now.name_form WHERE form IN (FROM near.form);
CREATE TABLE near.slip_key AS SELECT f.n, k.key FROM now.slip_key k JOIN near.name_form f ON f.form = k.form;
CREATE TABLE near.person AS
SELECT (row_number() OVER (ORDER BY p.issued, p.edition, p.mention) - 1)::INTEGER AS m, p.mention, f.n, p.document, p.gender, p.birth, p.key
FROM now.person p JOIN near.name_form f ON f.form = p.form;
CREATE TABLE near.item AS
SELECT p.m, p.n, i.kind, i.value, i.seat, i.first, i.last FROM now.item i JOIN near.person p ON p.mention = i.mention;
CREATE TABLE near.life AS SELECT p.m, l.first, l.last, l.cited FROM now.life l JOIN near.person p ON p.mention = l.mention;
CREATE TABLE near.weight AS FROM now.weight WHERE (kind, value) IN (SELECT kind, value FROM near.item);
CREATE VIEW near.item_kind AS FROM now.item_kind;
"""

_STALE = """
CREATE TABLE near.block AS SELECT f.n, i.kind, i.value FROM (
    SELECT form, kind, value FROM now.old_item UNION SELECT form, kind, value FROM now.new_item) i
JOIN near.name_form f ON f.form = i.form;
CREATE TABLE near.flagged AS SELECT m, kind, value FROM near.item
WHERE (kind, value) IN (FROM now.stirred_item) OR (n, kind, value) IN (FROM near.block);
CREATE TABLE near.described AS SELECT m FROM near.person p JOIN near.name_form f ON f.n = p.n
WHERE p.mention IN (FROM who.stirred) OR f.form IN (FROM now.reweighed);
CREATE TABLE near.changed_name AS SELECT n FROM near.name_form WHERE form IN (FROM near.changed);
CREATE TABLE near.asked AS SELECT a, b FROM near.pair
UNION SELECT x.m, y.m FROM {k}.scored s JOIN near.person x ON x.mention = s.a JOIN near.person y ON y.mention = s.b;
CREATE TABLE near.stale AS
SELECT a, b FROM near.asked WHERE a IN (FROM near.described) OR b IN (FROM near.described)
UNION SELECT q.a, q.b FROM near.asked q JOIN near.person x ON x.m = q.a JOIN near.person y ON y.m = q.b
WHERE x.n <> y.n AND (x.n IN (FROM near.changed_name) OR y.n IN (FROM near.changed_name))
UNION SELECT q.a, q.b FROM near.asked q JOIN near.flagged f ON f.m = q.a
JOIN near.item y ON y.m = q.b AND y.kind = f.kind AND y.value = f.value
UNION SELECT q.a, q.b FROM near.asked q JOIN near.flagged f ON f.m = q.b
JOIN near.item x ON x.m = q.a AND x.kind = f.kind AND x.value = f.value;
DELETE FROM near.pair WHERE (a, b) NOT IN (FROM near.stale);
CREATE TABLE now.stale AS
SELECT x.mention AS a, y.mention AS b FROM near.stale s JOIN near.person x ON x.m = s.a JOIN near.person y ON y.m = s.b;
"""

_SCORED = """
CREATE TABLE now.new_scored AS {scored};
CREATE VIEW now.scored AS FROM {k}.scored
WHERE a NOT IN (FROM who.stirred) AND b NOT IN (FROM who.stirred) AND (a, b) NOT IN (FROM now.stale) UNION ALL FROM now.new_scored;
"""


def compare_again(connection: duckdb.DuckDBPyConnection, known: str) -> None:
    """Make ``now.scored``, and ``now.stale``: the pairs that were scored anew."""
    connection.execute((_NAMES + _SOME).format(strong=STRONG, room=ROOM))
    candidates(connection, "near")
    connection.execute(_STALE.format(k=known))
    score(connection, "near")
    connection.execute(_SCORED.format(k=known, scored=SCORED.format(s="near")))
