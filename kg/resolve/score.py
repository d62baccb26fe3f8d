"""Pairs of mentions that may be one person, and the parts of their score.

pair(a, b, slip)            candidates, a older than b; slip is empty where their names are one
part(a, b, part, points)    every part that is not nothing
scored(a, b, points)        the sums
"""

from __future__ import annotations

import duckdb

from kg.resolve.names import slip
from kg.resolve.parts import FIXED, WORKING_LIFE
from kg.resolve.tables import lay

WINDOW = 16
"""In a large block, as of a chairman named in a thousand articles, each mention is compared with so many that follow by age."""
ROOM = 4096
"""Items that more names than this share find no slips."""
STRONG = "('organization', 'honour and year', 'key', 'birth day', 'other')"
"""The kinds of items that find slips, as SQL."""

# Mentions of one name that share an item, each with those near to it by age.
_SAME_NAME = """
CREATE TABLE {s}.pair AS
WITH found AS (
    SELECT i.m, i.n, i.kind, i.value, i.seat, row_number() OVER (PARTITION BY i.n, i.kind, i.value ORDER BY i.m) AS place
    FROM {s}.item i JOIN {s}.item_kind k ON k.kind = i.kind AND k.finds)
SELECT DISTINCT a.m AS a, b.m AS b, '' AS slip FROM found a
JOIN (SELECT *, place // {window} AS room FROM found UNION ALL SELECT *, place // {window} - 1 AS room FROM found) b
ON b.n = a.n AND b.kind = a.kind AND b.value = a.value AND b.room = a.place // {window}
WHERE b.place > a.place AND b.place <= a.place + {window} AND (a.seat = '' OR b.seat IN ('', a.seat));
"""

_NEIGHBOURS = """
SELECT DISTINCT x.n AS one, y.n AS other FROM (
    SELECT DISTINCT i.n, i.kind, i.value, k.key FROM {s}.item i JOIN {s}.weight w ON w.kind = i.kind AND w.value = i.value
    JOIN {s}.slip_key k ON k.n = i.n
    WHERE i.kind IN {strong} AND w.size BETWEEN 2 AND {room}) x
JOIN (
    SELECT DISTINCT i.n, i.kind, i.value, k.key FROM {s}.item i JOIN {s}.weight w ON w.kind = i.kind AND w.value = i.value
    JOIN {s}.slip_key k ON k.n = i.n
    WHERE i.kind IN {strong} AND w.size BETWEEN 2 AND {room}) y
ON y.kind = x.kind AND y.value = x.value AND y.key = x.key AND x.n < y.n
"""

_SLIPPED = """
INSERT INTO {s}.pair
SELECT least(a.m, b.m), greatest(a.m, b.m), min(s.slip) FROM {s}.slip s
JOIN (SELECT *, row_number() OVER (PARTITION BY n, kind, value ORDER BY m) AS place FROM {s}.item
      WHERE kind IN {strong}) a ON a.n = s.one
JOIN (SELECT *, row_number() OVER (PARTITION BY n, kind, value ORDER BY m) AS place FROM {s}.item
      WHERE kind IN {strong}) b
ON b.n = s.other AND b.kind = a.kind AND b.value = a.value
JOIN {s}.person x ON x.m = a.m JOIN {s}.person y ON y.m = b.m
WHERE a.place <= {window} AND b.place <= {window} AND x.document <> y.document  -- there the two are written side by side
GROUP BY ALL;
"""

# Two joins and not one, for an optimizer that begins with the items meets all who share a title: 24 GB of them at 20,000 people.
_PARTS = """
CREATE TABLE {s}.held AS SELECT p.a, p.b, x.kind, x.value, x.seat, x.first, x.last FROM {s}.pair p JOIN {s}.item x ON x.m = p.a;

CREATE TABLE {s}.joint AS
SELECT x.a, x.b, x.kind, max(w.points) AS points, arg_max(x.value, (w.points, x.value NOT LIKE '~%', x.value)) AS value,
       count(DISTINCT x.value) FILTER (x.value NOT LIKE '~%') AS shared,
       bool_or(x.kind = 'organization' AND x.first <= y.last AND y.first <= x.last) AS at_once
FROM {s}.held x JOIN {s}.item y ON y.m = x.b AND y.kind = x.kind AND y.value = x.value AND (x.seat = '' OR y.seat IN ('', x.seat))
JOIN {s}.weight w ON w.kind = x.kind AND w.value = x.value AND (w.points > 0 OR w.kind <> 'organization')
GROUP BY x.a, x.b, x.kind;

DROP TABLE {s}.held;

-- The ranks of a mention's titles as bits: deputy 1, head 2, any other 4. The years of an honour of a mention as a list.
CREATE TABLE {s}.rank AS
SELECT m, bit_or(CASE
    WHEN regexp_matches(value, '副|助理') THEN 1
    WHEN regexp_matches(value, '主席|书记|主任|部长|局长|厅长|处长|科长|院长|校长|会长|经理|董事长|总裁|组长|厂长|理事长|秘书长') THEN 2
    ELSE 4 END) AS ranks
FROM {s}.item WHERE kind = 'title' GROUP BY m;

-- By what somebody is known as bits: posts 1, occupations 2.
CREATE TABLE {s}.calling AS
SELECT m, bit_or(CASE value WHEN 'title' THEN 1 ELSE 2 END) AS kinds FROM {s}.item WHERE kind = 'calling' GROUP BY m;

-- Organizations in which certainly two people bear a name; of two of one stated gender only those count who may be of it.
CREATE TABLE {s}.crowd AS
SELECT i.n, i.value, g.gender FROM {s}.item i JOIN {s}.person p ON p.m = i.m
JOIN (SELECT unnest(['', 'male', 'female']) AS gender) g ON g.gender = '' OR p.gender IN ('', g.gender)
WHERE i.kind = 'organization' GROUP BY ALL
HAVING count(DISTINCT left(p.birth, 4)) FILTER (p.birth <> '') > 1 OR count(DISTINCT p.gender) FILTER (p.gender <> '') > 1;

CREATE TABLE {s}.again AS
SELECT n, value FROM {s}.item WHERE kind = 'organization' GROUP BY n, value HAVING count(*) > 1;

CREATE TABLE {s}.placed AS SELECT DISTINCT m FROM {s}.item WHERE kind = 'organization';

CREATE TABLE {s}.years AS
SELECT m, split_part(value, '|', 1) AS honour, list(split_part(value, '|', 2)) AS years
FROM {s}.item WHERE kind = 'honour and year' GROUP BY ALL;

CREATE TABLE {s}.part AS
-- Of two names the rarer is the slip; where a character was dropped it is the shorter.
SELECT p.a, p.b, 'name' AS part, CASE WHEN p.slip <> 'dropped' THEN greatest(f.weight, g.weight)
    WHEN length(f.form) < length(g.form) THEN f.weight ELSE g.weight END AS points FROM {s}.pair p
JOIN {s}.person x ON x.m = p.a JOIN {s}.person y ON y.m = p.b JOIN {s}.name_form f ON f.n = x.n JOIN {s}.name_form g ON g.n = y.n
UNION ALL
-- The finest of what is known of a birth, and of an honour, counts alone.
SELECT a, b, kind, points FROM (
    SELECT *, bool_or(kind = 'organization') OVER (PARTITION BY a, b) AS in_one_body,
        row_number() OVER (PARTITION BY a, b, CASE WHEN kind LIKE 'birth%' THEN 'birth' WHEN kind LIKE 'honour%' THEN 'honour'
        WHEN kind LIKE 'start%' THEN 'start' ELSE kind END
        ORDER BY points DESC, kind) AS place FROM {s}.joint) j
WHERE place = 1 AND points > 0 AND NOT (kind = 'place' AND in_one_body)
UNION ALL
SELECT p.a, p.b, concat('slip: ', p.slip), w.points FROM {s}.pair p JOIN {s}.fixed w ON w.part = concat('slip: ', p.slip)
UNION ALL
SELECT p.a, p.b, w.part, w.points FROM {s}.pair p JOIN {s}.fixed w ON w.part = 'both names again'
JOIN {s}.joint j ON j.a = p.a AND j.b = p.b AND j.kind = 'organization' JOIN {s}.person x ON x.m = p.a JOIN {s}.person y ON y.m = p.b
JOIN {s}.again v ON v.n = x.n AND v.value = j.value JOIN {s}.again w2 ON w2.n = y.n AND w2.value = j.value WHERE p.slip <> ''
UNION ALL
SELECT p.a, p.b, 'same gender', w.points FROM {s}.pair p JOIN {s}.person x ON x.m = p.a JOIN {s}.person y ON y.m = p.b
JOIN {s}.fixed w ON w.part = 'same gender' WHERE x.gender <> '' AND x.gender = y.gender
UNION ALL
SELECT j.a, j.b, w.part, w.points FROM {s}.joint j JOIN {s}.fixed w ON w.part = 'another of the kind'
WHERE j.kind IN ('organization', 'honour and year', 'activity', 'other') AND j.shared > 1
UNION ALL
SELECT j.a, j.b, w.part, w.points FROM {s}.joint j JOIN {s}.fixed w ON w.part = 'same time' WHERE j.at_once
UNION ALL
-- Then what name and organization say is void: which of the two it is they do not tell.
SELECT j.a, j.b, w.part, least(w.points, -j.points - greatest(f.weight, g.weight)) FROM {s}.joint j
JOIN {s}.fixed w ON w.part = 'two of the name there'
JOIN {s}.person x ON x.m = j.a JOIN {s}.person y ON y.m = j.b JOIN {s}.name_form f ON f.n = x.n JOIN {s}.name_form g ON g.n = y.n
JOIN {s}.crowd c ON c.n = x.n AND c.value = j.value AND c.gender = CASE WHEN x.gender = y.gender THEN x.gender ELSE '' END
WHERE j.kind = 'organization'
    AND NOT EXISTS (SELECT 1 FROM {s}.joint k WHERE k.a = j.a AND k.b = j.b AND (k.kind LIKE 'birth%' OR k.kind = 'key'))
UNION ALL
SELECT p.a, p.b, w.part, w.points FROM {s}.pair p JOIN {s}.fixed w ON w.part = 'other organization'
JOIN {s}.placed x ON x.m = p.a JOIN {s}.placed y ON y.m = p.b
WHERE NOT EXISTS (SELECT 1 FROM {s}.joint k WHERE k.a = p.a AND k.b = p.b AND k.kind = 'organization')
UNION ALL
SELECT j.a, j.b, w.part, w.points FROM {s}.joint j JOIN {s}.fixed w ON w.part = 'other title'
JOIN {s}.rank x ON x.m = j.a JOIN {s}.rank y ON y.m = j.b WHERE j.kind = 'organization'
    AND NOT EXISTS (SELECT 1 FROM {s}.joint k WHERE k.a = j.a AND k.b = j.b AND k.kind = 'title')
UNION ALL
SELECT j.a, j.b, w.part, w.points FROM {s}.joint j JOIN {s}.calling x ON x.m = j.a JOIN {s}.calling y ON y.m = j.b
JOIN {s}.fixed w ON w.part = CASE WHEN x.kinds & y.kinds = 0 THEN 'post against occupation'
    WHEN x.kinds = 2 AND y.kinds = 2 THEN 'other occupation' END
WHERE j.kind = 'organization' AND NOT EXISTS (SELECT 1 FROM {s}.joint k WHERE k.a = j.a AND k.b = j.b AND k.kind = 'title')
UNION ALL
SELECT j.a, j.b, w.part, w.points FROM {s}.joint j JOIN {s}.fixed w ON w.part = 'other rank'
JOIN {s}.rank x ON x.m = j.a JOIN {s}.rank y ON y.m = j.b WHERE j.kind = 'organization' AND x.ranks & y.ranks = 0
UNION ALL
SELECT h.a, h.b, w.part, w.points FROM {s}.joint h JOIN {s}.fixed w ON w.part = 'other year of the honour'
JOIN {s}.years x ON x.m = h.a AND x.honour = h.value JOIN {s}.years y ON y.m = h.b AND y.honour = h.value
WHERE h.kind = 'honour' AND NOT list_has_any(x.years, y.years)
UNION ALL
SELECT p.a, p.b, w.part, w.points FROM {s}.pair p JOIN {s}.life x ON x.m = p.a JOIN {s}.life y ON y.m = p.b
JOIN {s}.fixed w ON w.part = 'far apart in time' WHERE x.first - y.last > {life} OR y.first - x.last > {life}
UNION ALL
SELECT p.a, p.b, w.part, w.points FROM {s}.pair p JOIN {s}.life x ON x.m = p.a JOIN {s}.life y ON y.m = p.b
JOIN {s}.fixed w ON w.part = 'cited against actor' WHERE x.cited <> y.cited;

CREATE TABLE {s}.scored AS SELECT a, b, CAST(sum(points) AS INTEGER) AS points FROM {s}.part GROUP BY a, b;
"""


def candidates(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Make ``pair``: mentions of one name that share an item, and of names one slip apart that share a strong one."""
    connection.execute(_SAME_NAME.format(s=schema, window=WINDOW))
    found = connection.execute(_NEIGHBOURS.format(s=schema, room=ROOM, strong=STRONG)).fetchall()
    forms = dict(connection.execute(f"SELECT n, form FROM {schema}.name_form").fetchall()) if found else {}
    slips = [(one, other, kind) for one, other in found if (kind := slip(forms[one], forms[other])) is not None]
    lay(connection, f"{schema}.slip", {"one": int, "other": int, "slip": str}, slips)
    connection.execute(_SLIPPED.format(s=schema, window=WINDOW, strong=STRONG))


def score(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Make ``part`` and ``scored`` for the pairs."""
    lay(connection, f"{schema}.fixed", {"part": str, "points": int}, FIXED.items())
    connection.execute(_PARTS.format(s=schema, life=WORKING_LIFE))
