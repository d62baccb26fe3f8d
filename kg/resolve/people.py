"""What is known of each mention of a person, as tables: its name, its traits, and the items that it may share with another.

person(m, mention, name, n, document, gender, birth, key)     m numbers mentions by age, n names
name_form(n, form, frequency, weight)      slip_key(n, key)
item(m, n, kind, value, seat, first, last)       weight(kind, value, points)

``seat`` is the city that was left away from the name of a body: two who were each known by a city share none without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import log2, log10

import duckdb

from kg.resolve.names import NameForms, body_cores, without_city
from kg.resolve.parts import ITEMS, LONE, PEOPLE, PRIOR, RAREST
from kg.resolve.tables import lay

_PLACE = re.compile(r"[\u4e00-\u9fff]{1,7}?[市州盟县区旗]")
"""Where a body is, by the beginning of its name."""

_PERSON = """
CREATE TABLE {s}.bearer AS
SELECT (row_number() OVER (ORDER BY m.issued, m.edition, m.mention) - 1)::INTEGER AS m, m.mention, m.name, m.document
FROM {s}.mention m WHERE m.class = 'Person';
"""

# What the claims of a mention say of the person besides the name; where one mention says two things, it says nothing.
_TRAITS = """
CREATE TABLE {s}.trait AS
SELECT b.m,
    coalesce(min(r.value) FILTER (r.property = 'gender'), '') AS gender,
    CASE WHEN count(DISTINCT left(r.value, 4)) FILTER (r.property = 'birth') = 1
         THEN max(r.value) FILTER (r.property = 'birth') ELSE '' END AS birth,
    CASE WHEN count(DISTINCT r.value) FILTER (r.property = 'personalKey') = 1
         THEN max(r.value) FILTER (r.property = 'personalKey') ELSE '' END AS key
FROM {s}.claim_row r JOIN {s}.bearer b ON b.mention = r.mention
WHERE r.kind IN ('value', 'key') AND r.property IN ('gender', 'birth', 'personalKey')
GROUP BY b.m
HAVING count(DISTINCT r.value) FILTER (r.property = 'gender') <= 1;

CREATE TABLE {s}.person AS
SELECT b.m, b.mention, b.name, f.n, b.document,
       coalesce(t.gender, '') AS gender, coalesce(t.birth, '') AS birth, coalesce(t.key, '') AS key
FROM {s}.bearer b JOIN {s}.name_of f ON f.name = b.name LEFT JOIN {s}.trait t ON t.m = b.m;
"""

# The facts of a mention: the other party, as who or what it is known, with the title and the time of the fact.
_TIES = """
CREATE TABLE {s}.met AS
SELECT p.m, p.n, r.claim, r.recorded_from, r.class, r.attested_first, r.attested_last, o.property, o.value
FROM {s}.claim_row r JOIN {s}.person p ON p.mention = r.value
LEFT JOIN {s}.claim_row o ON o.claim = r.claim AND o.recorded_from = r.recorded_from AND o.kind = 'party' AND o.value <> r.value
WHERE r.kind = 'party' AND r.mention = '';

CREATE TABLE {s}.one_met AS SELECT * FROM {s}.mention WHERE mention IN (SELECT value FROM {s}.met);

CREATE TABLE {s}.known AS
SELECT m.mention, m.class, m.name, coalesce(j.id, x.id, md5_id(m.class, m.name)) AS id FROM {s}.one_met m
LEFT JOIN {s}.namesake x ON x.mention = m.mention LEFT JOIN {s}.joined j ON j.old = coalesce(x.id, md5_id(m.class, m.name))
WHERE m.identified_by = 'name'
UNION ALL SELECT c.mention, 'Activity', '', c.id FROM {s}.cluster c
UNION ALL SELECT m.mention, m.class, m.name, m.mention FROM {s}.one_met m WHERE m.identified_by = '' AND m.class <> 'Document';

CREATE TABLE {s}.tie AS
SELECT t.m, t.n, t.claim, t.recorded_from, t.class, t.property, k.class AS other, k.id, k.name,
       min(try_cast(left(t.attested_first, 4) AS INTEGER)) AS first, max(try_cast(left(t.attested_last, 4) AS INTEGER)) AS last
FROM {s}.met t LEFT JOIN {s}.known k ON k.mention = t.value
GROUP BY ALL;

CREATE TABLE {s}.told AS
SELECT DISTINCT t.m, t.n, t.claim, t.recorded_from, r.property, r.value
FROM {s}.claim_row r JOIN (SELECT DISTINCT m, n, claim, recorded_from FROM {s}.tie) t
ON t.claim = r.claim AND t.recorded_from = r.recorded_from
WHERE r.kind = 'value' AND r.property IN ('title', 'occupation', 'year', 'start', 'end');

CREATE TABLE {s}.spell AS
SELECT m, claim, recorded_from, min(try_cast(left(value, 4) AS INTEGER)) FILTER (property IN ('start', 'year')) AS first,
       max(try_cast(left(value, 4) AS INTEGER)) FILTER (property IN ('end', 'year')) AS last
FROM {s}.told GROUP BY ALL;
"""

_ITEMS = """
CREATE TABLE {s}.body AS
SELECT DISTINCT t.m, t.n, t.id, t.name, t.claim, t.recorded_from, coalesce(s.first, t.first) AS first, coalesce(s.last, t.last) AS last
FROM {s}.tie t LEFT JOIN {s}.spell s ON s.m = t.m AND s.claim = t.claim AND s.recorded_from = t.recorded_from
WHERE t.other = 'Organization' AND t.property NOT IN ('granter', 'issuer');

INSERT INTO {s}.body
SELECT p.m, p.n, coalesce(j.id, md5_id('Organization', t.publisher)), t.publisher, '', '', NULL, NULL
FROM {s}.person p JOIN {s}.claim_row d ON d.mention = p.document AND d.property = 'documentKind' AND d.value = 'masthead'
JOIN (SELECT DISTINCT edition, publisher FROM {s}.standing WHERE publisher <> '') t ON t.edition = d.edition
LEFT JOIN {s}.joined j ON j.old = md5_id('Organization', t.publisher);
"""

_ITEM_ROWS = """
CREATE TABLE {s}.item AS
SELECT m, n, kind, value, min(seat) AS seat, min(first) AS first, max(last) AS last FROM (
    SELECT m, n, 'organization' AS kind, id AS value, '' AS seat, first, last FROM {s}.body
    UNION ALL SELECT b.m, b.n, 'organization', concat('~', c.core), c.seat, b.first, b.last FROM {s}.body b
        JOIN {s}.core_of c ON c.name = b.name
    UNION ALL SELECT b.m, b.n, 'place', c.place, '', NULL, NULL FROM {s}.body b JOIN {s}.core_of c ON c.name = b.name WHERE c.place <> ''
    UNION ALL SELECT b.m, b.n, 'start', concat(b.id, '|', t.value), '', NULL, NULL FROM {s}.body b
        JOIN {s}.told t ON t.m = b.m AND t.claim = b.claim AND t.recorded_from = b.recorded_from
        WHERE t.property = 'start' AND length(t.value) >= 7
    UNION ALL SELECT b.m, b.n, 'start year', concat(b.id, '|', left(t.value, 4)), '', NULL, NULL FROM {s}.body b
        JOIN {s}.told t ON t.m = b.m AND t.claim = b.claim AND t.recorded_from = b.recorded_from
        WHERE t.property = 'start'
    UNION ALL SELECT m, n, 'honour', id, '', NULL, NULL FROM {s}.tie WHERE other = 'Honour'
    UNION ALL SELECT t.m, t.n, 'honour and year', concat(t.id, '|', y.value), '', NULL, NULL FROM {s}.tie t
        JOIN {s}.told y ON y.m = t.m AND y.claim = t.claim AND y.recorded_from = t.recorded_from AND y.property = 'year'
        WHERE t.other = 'Honour'
    UNION ALL SELECT m, n, 'activity', id, '', NULL, NULL FROM {s}.tie WHERE other = 'Activity'
    UNION ALL SELECT m, n, 'other', concat(property, '|', id), '', NULL, NULL FROM {s}.tie
        WHERE other NOT IN ('Organization', 'Honour', 'Activity', 'Person', 'Place')
    UNION ALL SELECT m, n, 'title', value, '', NULL, NULL FROM {s}.told WHERE property IN ('title', 'occupation')
    UNION ALL SELECT m, n, 'calling', property, '', NULL, NULL FROM {s}.told WHERE property IN ('title', 'occupation')
    UNION ALL SELECT m, n, 'key', key, '', NULL, NULL FROM {s}.person WHERE key <> ''
    UNION ALL SELECT m, n, 'birth year', left(birth, 4), '', NULL, NULL FROM {s}.person WHERE birth <> ''
    UNION ALL SELECT m, n, 'birth month', left(birth, 7), '', NULL, NULL FROM {s}.person WHERE length(birth) >= 7
    UNION ALL SELECT m, n, 'birth day', birth, '', NULL, NULL FROM {s}.person WHERE length(birth) = 10)
GROUP BY ALL;

-- The years in which a mention is seen, and whether it is only cited: it wrote something, and does nothing else.
CREATE TABLE {s}.life AS
SELECT t.m, min(least(t.first, s.first)) AS first, max(greatest(t.last, s.last)) AS last, bool_and(t.class = 'Authorship') AS cited
FROM {s}.tie t LEFT JOIN {s}.spell s ON s.m = t.m AND s.claim = t.claim AND s.recorded_from = t.recorded_from
GROUP BY t.m;
"""


def gather(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Make the tables but those of weights.

    Needs ``mention``, ``claim_row``, ``standing`` of ``kg.assemble``, ``joined`` of the organizations and ``cluster`` of the activities.
    """
    connection.execute(_PERSON.format(s=schema))
    _names(connection, schema)
    for statements in (_TRAITS, _TIES, _ITEMS):
        connection.execute(statements.format(s=schema))
    _bodies(connection, schema)
    connection.execute(_ITEM_ROWS.format(s=schema))


def _names(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Number the folded names in their order, and lay down their frequency and the keys of their slips."""
    names = [row[0] for row in connection.execute(f"SELECT DISTINCT name FROM {schema}.bearer").fetchall()]
    forms = {name: NameForms.of(name) for name in names}
    distinct = {f.form: f for f in forms.values()}
    numbers = {form: n for n, form in enumerate(sorted(distinct))}
    lay(connection, f"{schema}.name_of", {"name": str, "n": int}, ((name, numbers[f.form]) for name, f in forms.items()))
    rows = ((numbers[form], form, f.frequency, 0) for form, f in distinct.items())
    lay(connection, f"{schema}.name_form", {"n": int, "form": str, "frequency": float, "weight": int}, rows)
    keys = ((numbers[form], key) for form, f in distinct.items() for key in f.keys)
    lay(connection, f"{schema}.slip_key", {"n": int, "key": str}, keys)


def _bodies(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    names = [row[0] for row in connection.execute(f"SELECT DISTINCT name FROM {schema}.body").fetchall()]
    columns = {"name": str, "core": str, "seat": str, "place": str}
    lay(connection, f"{schema}.core_of", columns, (row for name in names for row in _cores(name)))


def _cores(name: str) -> Iterator[tuple[str, str, str, str]]:
    """The rows of ``core_of`` for the name of a body."""
    for core in body_cores(name):
        place = _PLACE.match(core)
        yield name, core, "", place[0] if place else ""
        short, city = without_city(core)
        if short:
            yield name, short, city, ""


def weigh(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    """What each name and each item is worth, from how many share it, rounded to half powers of two."""
    connection.execute(
        f"""CREATE TABLE {schema}.borne AS SELECT n, count(DISTINCT value) AS bearers FROM (
            SELECT n, value FROM {schema}.item WHERE kind = 'organization' AND value NOT LIKE '~%'
            UNION ALL SELECT DISTINCT n, '' FROM {schema}.person WHERE m NOT IN (SELECT m FROM {schema}.body)) GROUP BY n"""
    )
    names = f"SELECT {COUNTED} FROM {schema}.borne b JOIN {schema}.name_form f ON f.n = b.n"
    scale = Scale.of(*connection.execute(names).fetchall()[0])
    connection.execute(f"UPDATE {schema}.name_form f SET weight = {scale.name} FROM {schema}.borne b WHERE b.n = f.n")
    lay_kinds(connection, schema)
    connection.execute(
        f"""CREATE TABLE {schema}.weight AS SELECT i.kind, i.value, i.size, {scale.item} AS points
        FROM (SELECT kind, value, {SIZE.format(name="n")} FROM {schema}.item GROUP BY ALL) i JOIN {schema}.item_kind k USING (kind)"""
    )


def lay_kinds(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Make ``item_kind``: what ``kg.resolve.parts`` says of each kind of item."""
    rows = ((kind, item.cap, item.floor, item.finds, item.lasts) for kind, item in ITEMS.items())
    lay(connection, f"{schema}.item_kind", {"kind": str, "cap": int, "floor": int, "finds": bool, "lasts": float}, rows)


SIZE = "count(DISTINCT {name}) AS size, count(DISTINCT seat) FILTER (seat <> '') > 1 AS elsewhere"
"""The SQL of how many names share an item, and whether a body called without its city may be one of several cities."""

COUNTED = f"""coalesce(sum(bearers), 0)::BIGINT, coalesce(sum(bearers) FILTER (frequency * {PEOPLE} < {LONE}), 0)::BIGINT,
    count(*) FILTER (frequency * {PEOPLE} < {LONE})"""
"""The SQL of what ``Scale.of`` asks of all names: in how many bodies they were met, those of one person were, and how many these are."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How many people a graph is taken to speak of, in powers of two: for names, for items, and in how many bodies each is met."""

    count: float
    people: int
    each: float

    @classmethod
    def of(cls, found: int, lone: int, names: int) -> Scale:
        """The scale of a graph (``COUNTED``): who has several bodies is several times met, as often as whose name nobody else bears."""
        each = min(_half_power(lone / names), 2) if lone else 1
        return cls(_half_power(found / each) if found else 1, max(PEOPLE, 1 << max(found.bit_length() - 1, 0)), each)

    @property
    def name(self) -> str:
        """The SQL of what a name is worth, by its ``frequency`` and in how many bodies it was met (``bearers``).

        Of the others who bear it so many are believed as a chance of that size (the root of the number) does not make.
        """
        others = f"(bearers / {self.each} - 1)"
        return f"""CAST(round(-10 * log10({self.people} * greatest({RAREST}, ({PRIOR} * frequency
            + CASE WHEN {others} > 1.2 THEN pow(2, round(2 * log2({others} - sqrt({others}))) / 2) ELSE 0 END)
            / ({PRIOR} + {self.count})))) AS INTEGER)"""

    @property
    def item(self) -> str:
        """The SQL of what an item is worth: ``i`` has its size, ``k`` its kind."""
        return f"""CAST(CASE WHEN i.elsewhere THEN 0 ELSE 1 END * least(k.cap, greatest(0, round({10 * log10(self.people)}
            + 10 * log10(k.lasts / greatest(k.floor, pow(2, round(2 * log2(i.size)) / 2)))))) AS INTEGER)"""


def _half_power(number: float) -> float:
    return float(2 ** (round(2 * log2(number)) / 2))
