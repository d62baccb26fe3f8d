"""Which names are one organization: a shared credit code, one spelling of the name, a renaming that a source states.

An organization is known by its full name; here names are joined, not mentions, but where a name is borne by several bodies
(``kg.resolve.namesakes``). A union and its enterprise are never one: a name that sources call a union is not joined with one that
they call something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import duckdb

from kg.judgement import Judgements
from kg.resolve.clusters import Clusters, Traits
from kg.resolve.names import body_form
from kg.resolve.namesakes import tell_apart
from kg.resolve.tables import lay

# One row for each name, and each mark of a name that several bear.
_NAMED = """
CREATE TABLE {s}.named_body AS
SELECT mention, class, name, issued, edition FROM {s}.mention WHERE class = 'Organization' AND {which};
"""
_BODIES = """
CREATE TABLE {s}.one_body AS
SELECT coalesce(x.id, md5_id(m.class, m.name)) AS id, m.name, coalesce(x.mark, '') AS mark,
       min(m.issued) AS issued, min(m.edition) AS edition,
       coalesce(max(c.code), '') AS code, coalesce(min(k.kind), '') AS low, coalesce(max(k.kind), '') AS high
FROM {s}.named_body m LEFT JOIN {s}.namesake x ON x.mention = m.mention
LEFT JOIN (SELECT mention, min(value) AS code FROM {s}.claim_row WHERE kind = 'value' AND property = 'creditCode'
           AND mention IN (SELECT mention FROM {s}.named_body) GROUP BY mention) c ON c.mention = m.mention
LEFT JOIN (SELECT mention, CASE WHEN class = 'Union' THEN 'union' ELSE 'other' END AS kind FROM {s}.claim_row
           WHERE mention IN (SELECT mention FROM {s}.named_body) AND class <> 'Organization' GROUP BY ALL) k ON k.mention = m.mention
GROUP BY m.class, m.name, x.id, x.mark;
"""
_FORMED = """CREATE TABLE {s}.{into} AS SELECT b.* EXCLUDE (mark), concat(f.form, b.mark) AS form
FROM {s}.one_body b JOIN {s}.form_of_body f ON f.name = b.name"""

# Of those alone that share a mark with another, or of which something is said: most bodies are like nothing else.
_LIKE_OTHERS = """
CREATE TABLE {s}.like_others AS
SELECT id FROM {s}.organization
WHERE form IN (SELECT form FROM {s}.organization GROUP BY form HAVING count(*) > 1)
   OR code IN (SELECT code FROM {s}.organization WHERE code <> '' GROUP BY code HAVING count(*) > 1)
   OR id IN (SELECT one FROM {s}.renamed UNION SELECT other FROM {s}.renamed UNION SELECT id FROM {s}.spoken)
   OR name IN (SELECT name FROM {s}.namesake)
"""

# A name that a source says the body bore; an alias that is long enough to be a full name (省总工会 is none); and a plain renaming.
_FULL = 6
_RENAMINGS = """
CREATE TABLE {s}.renaming AS
SELECT DISTINCT r.edition, 'former name' AS part, m.mention, m.name, '' AS heir, n.value AS called
FROM {s}.claim_row r JOIN {s}.mention m ON m.mention = r.value AND m.class = 'Organization'
JOIN {s}.claim_row n ON n.claim = r.claim AND n.recorded_from = r.recorded_from AND n.kind = 'value' AND n.property = 'name'
WHERE r.class = 'Naming' AND r.kind = 'party' AND r.property = 'entity'
UNION
SELECT DISTINCT r.edition, 'alias', m.mention, m.name, '', r.value FROM {s}.claim_row r
JOIN {s}.mention m ON m.mention = r.mention AND m.class = 'Organization'
WHERE r.property = 'alias' AND length(r.value) >= {full}
UNION
SELECT DISTINCT r.edition, 'renaming', m.mention, m.name, o.mention, o.name FROM {s}.claim_row r
JOIN {s}.mention m ON m.mention = r.value AND m.class = 'Organization'
JOIN {s}.claim_row p ON p.claim = r.claim AND p.recorded_from = r.recorded_from AND p.property = 'successor'
JOIN {s}.mention o ON o.mention = p.value AND o.class = 'Organization'
JOIN {s}.claim_row k ON k.claim = r.claim AND k.recorded_from = r.recorded_from AND k.property = 'successionKind' AND k.value = 'renaming'
WHERE r.class = 'Succession' AND r.property = 'predecessor'
"""

# The ids of the bodies that a renaming leads from and to.
LINKED = """
SELECT r.edition, r.part, coalesce(x.id, md5_id('Organization', r.name)) AS one,
       coalesce(y.id, md5_id('Organization', r.called)) AS other, r.called
FROM {s}.renaming r LEFT JOIN {s}.namesake x ON x.mention = r.mention LEFT JOIN {s}.namesake y ON y.mention = r.heir
"""

# A name leads to a body only where one alone bears it, and an alias only where it is an alias of one body alone.
_RENAMED = """
CREATE TABLE {s}.linked AS {linked};
CREATE TABLE {s}.renamed AS
SELECT one, other, part, '' AS shared FROM {s}.linked WHERE part = 'renaming'
UNION SELECT one, other, part, called FROM {s}.linked WHERE part = 'former name' AND called NOT IN (SELECT name FROM {s}.namesake)
UNION SELECT min(one), other, 'alias', min(called) FROM {s}.linked WHERE part = 'alias' AND called NOT IN (SELECT name FROM {s}.namesake)
GROUP BY other HAVING count(DISTINCT one) = 1;
"""

# Names that several bear of which no mention stands by itself: the id of the name, and the oldest body that bears it.
_BARE = """
SELECT md5_id('Organization', name), min_by(id, (issued, edition, id)) FROM {s}.organization
WHERE name IN (SELECT name FROM {s}.namesake) GROUP BY name HAVING NOT bool_or(id = md5_id('Organization', name))
"""


def describe_bodies(connection: duckdb.DuckDBPyConnection, schema: str, known: str = "") -> None:
    """Make ``namesake``, and ``organization``: what is known of each name of a body, or of each body that bears it.

    Args:
        known: the schema of the last build; then ``new_organization`` has the names in ``renewed`` alone.
    """
    which = f"name IN (SELECT name FROM {schema}.renewed)" if known else "true"
    connection.execute(_NAMED.format(s=schema, which=which))
    tell_apart(connection, schema, known)
    connection.execute(_BODIES.format(s=schema))
    names = connection.execute(f"SELECT DISTINCT name FROM {schema}.one_body").fetchall()
    lay(connection, f"{schema}.form_of_body", {"name": str, "form": str}, ((name, body_form(name)) for (name,) in names))
    connection.execute(_FORMED.format(s=schema, into="new_organization" if known else "organization"))


def gather_renamings(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Make ``renaming``: for each edition, which other names or heirs it gives a body."""
    connection.execute(_RENAMINGS.format(s=schema, full=_FULL))


def join_organizations(
    connection: duckdb.DuckDBPyConnection, schema: str, judgements: Judgements, which: str = "like_others"
) -> dict[str, str]:
    """For each id of a name that is joined with another, the id that the two keep: the oldest, or what a judgement says.

    Needs ``organization`` (``describe_bodies``), ``renaming`` and ``spoken``; makes ``renamed``, which ``kg.resolve.reasons`` reads.

    Args:
        which: the table of the ids that are looked at; of two that may be joined it has both or neither.
    """
    connection.execute(_RENAMED.format(s=schema, linked=LINKED.format(s=schema)))
    if which == "like_others":
        connection.execute(_LIKE_OTHERS.format(s=schema))
    bare = dict(connection.execute(_BARE.format(s=schema)).fetchall())
    query = "SELECT id, code, low, high, form FROM {s}.organization WHERE id IN (SELECT id FROM {s}.{which}) ORDER BY issued, edition, id"
    rows = connection.execute(query.format(s=schema, which=which)).fetchall()
    numbers = {row[0]: i for i, row in enumerate(rows)}
    asked = numbers | {name: numbers[oldest] for name, oldest in bare.items()}
    # A body that sources call both a union and something else is told from nothing by it.
    kinds = [low if low == high else "" for _, _, low, high, _ in rows]
    clusters = Clusters(len(rows), Traits(alike=([row[1] for row in rows], kinds)))
    for one, other in _known(judgements.pairs("same"), asked):
        clusters.join(one, other, judged=True)
    for one, other in _known(judgements.pairs("different"), asked):
        clusters.forbid(one, other)
    clusters.join_all(_alike(numbers, [(row[0], row[1]) for row in rows if row[1]]))
    renamed = connection.execute(
        f"SELECT one, other FROM {schema}.renamed WHERE one IN (SELECT id FROM {schema}.{which}) ORDER BY ALL"
    ).fetchall()
    clusters.join_all(_known(renamed, numbers))
    clusters.join_all(_alike(numbers, [(row[0], row[4]) for row in rows]))
    roots = clusters.roots()
    kept = {roots[asked[j.keep]]: j.keep for j in judgements.of("same") if j.keep in asked}
    canonical = {identifier: kept.get(roots[i], rows[roots[i]][0]) for identifier, i in asked.items()}
    return {old: new for old, new in canonical.items() if old != new}


def _known(pairs: list[tuple[str, str]], numbers: dict[str, int]) -> Iterator[tuple[int, int]]:
    return ((numbers[one], numbers[other]) for one, other in pairs if one in numbers and other in numbers)


def _alike(numbers: dict[str, int], marked: list[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Each id with the oldest that bears the same mark, and with the one before it, should it be refused by the oldest."""
    groups: dict[str, list[int]] = defaultdict(list)
    for identifier, mark in marked:
        groups[mark].append(numbers[identifier])
    for members in groups.values():
        members.sort()
        for before, member in pairwise(members):
            yield members[0], member
            yield before, member
