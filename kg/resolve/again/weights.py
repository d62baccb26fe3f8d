"""What names and items are worth, again for those whose bearers changed; for all where the graph has grown past a power of two."""

from __future__ import annotations

import duckdb

from kg.resolve.again.kept import SLIP_KEYS
from kg.resolve.people import COUNTED, SIZE, Scale, lay_kinds
from kg.resolve.score import ROOM

_FORMS = """
CREATE TABLE now.stirred_form AS SELECT form FROM {k}.person WHERE mention IN (FROM who.stirred) UNION SELECT form FROM now.new_person;
"""

_BORNE = """
CREATE OR REPLACE TABLE now.seated AS
SELECT mention, form, value FROM now.item WHERE kind = 'organization' AND form IN (FROM now.stirred_form);
CREATE OR REPLACE TABLE now.borne AS SELECT form, count(DISTINCT value) AS bearers FROM (
    SELECT form, value FROM now.seated WHERE value NOT LIKE '~%'
    UNION ALL SELECT DISTINCT form, '' FROM now.person
    WHERE form IN (FROM now.stirred_form) AND mention NOT IN (SELECT mention FROM now.seated)) GROUP BY form;
"""

_MET = """
CREATE OR REPLACE TABLE now.met_name AS SELECT f.form, f.frequency, b.bearers FROM (
    SELECT form, frequency FROM who.name_form
    UNION SELECT form, frequency FROM {k}.name_form WHERE form IN (FROM now.stirred_form)) f JOIN now.borne b ON b.form = f.form;
"""

_ALL = """
SELECT {counted} FROM (SELECT frequency, bearers FROM {k}.name_form WHERE form NOT IN (FROM now.stirred_form)
    UNION ALL SELECT frequency, bearers FROM now.met_name)
"""

_NAMES = """
CREATE TABLE now.new_name_form AS SELECT form, frequency, bearers, {name} AS weight FROM now.met_name;
CREATE VIEW now.name_form AS
FROM {k}.name_form WHERE form NOT IN (FROM now.stirred_form) UNION ALL FROM now.new_name_form;
CREATE TABLE now.new_slip_key AS SELECT form, key FROM (
    {slip_keys}
    UNION SELECT form, key FROM {k}.slip_key WHERE form IN (FROM now.stirred_form)) WHERE form IN (SELECT form FROM now.new_name_form);
CREATE VIEW now.slip_key AS
FROM {k}.slip_key WHERE form NOT IN (FROM now.stirred_form) UNION ALL FROM now.new_slip_key;
CREATE TABLE now.reweighed AS SELECT form FROM now.new_name_form EXCEPT
SELECT n.form FROM now.new_name_form n JOIN {k}.name_form o ON o.form = n.form AND o.weight = n.weight;
"""

# Items that anyone bears or bore who is described anew, and those of them that are worth something else now, or find slips no longer.
_ITEMS = """
CREATE TABLE now.old_item AS FROM {k}.item WHERE mention IN (FROM who.stirred);
CREATE TABLE now.asked_item AS SELECT kind, value FROM now.old_item UNION SELECT kind, value FROM now.new_item
UNION SELECT kind, value FROM {k}.weight WHERE {all_change};
CREATE TABLE now.new_weight AS SELECT i.kind, i.value, i.size, {item} AS points FROM (
    SELECT i.kind, i.value, {size} FROM now.item i
    JOIN now.asked_item a ON a.kind = i.kind AND a.value = i.value GROUP BY ALL) i JOIN now.item_kind k USING (kind);
CREATE VIEW now.weight AS FROM {k}.weight w
WHERE NOT EXISTS (SELECT 1 FROM now.asked_item a WHERE a.kind = w.kind AND a.value = w.value) UNION ALL FROM now.new_weight;
CREATE TABLE now.stirred_item AS
WITH was AS (SELECT w.kind, w.value, w.points, w.size BETWEEN 2 AND {room} AS finds FROM {k}.weight w
    JOIN now.asked_item a ON a.kind = w.kind AND a.value = w.value),
worth AS (SELECT kind, value, points, size BETWEEN 2 AND {room} AS finds FROM now.new_weight)
SELECT kind, value FROM ((FROM was EXCEPT FROM worth) UNION (FROM worth EXCEPT FROM was));
"""


def weigh_again(connection: duckdb.DuckDBPyConnection, known: str) -> None:
    """Make ``now.name_form``, ``now.slip_key`` and ``now.weight`` as of now."""
    connection.execute((_FORMS + _BORNE + _MET).format(k=known))
    scale = Scale.of(*connection.execute(_ALL.format(k=known, counted=COUNTED)).fetchall()[0])
    all_change = scale != Scale.of(*connection.execute(f"SELECT {COUNTED} FROM {known}.name_form").fetchall()[0])
    if all_change:
        every = "INSERT INTO now.stirred_form SELECT form FROM now.person EXCEPT FROM now.stirred_form;"
        connection.execute((every + _BORNE + _MET).format(k=known))
    connection.execute(_NAMES.format(k=known, name=scale.name, slip_keys=SLIP_KEYS.format(s="who")))
    lay_kinds(connection, "now")
    connection.execute(_ITEMS.format(k=known, item=scale.item, size=SIZE.format(name="i.form"), room=ROOM, all_change=all_change))
