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

# One row for each name, and each mark of a name that several bear: ``renewed`` are the names whose mentions changed since the last
# build, where there was one.
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
_ALL = """CREATE TABLE {s}.organization AS SELECT b.* EXCLUDE (mark), concat(f.form, b.mark) AS form
FROM {s}.one_body b JOIN {s}.form_of_body f ON f.name = b.name"""
_OTHERS = "INSERT INTO {s}.organization FROM {known}.organization WHERE name NOT IN (SELECT name FROM {s}.renewed)"

# Of those alone that share a mark with another, or of which something is said: most bodies are like nothing else.
_LIKE_OTHERS = """
SELECT id, code, low, high, form FROM {s}.organization
WHERE form IN (SELECT form FROM {s}.organization GROUP BY form HAVING count(*) > 1)
   OR code IN (SELECT code FROM {s}.organization WHERE code <> '' GROUP BY code HAVING count(*) > 1)
   OR id IN (SELECT id FROM {s}.spoken_of) OR name IN (SELECT name FROM {s}.namesake)
ORDER BY issued, edition, id
"""

# A name that a source says the body bore, or an alias of one body alone that is long enough to be a full name (省总工会 is none), where
# one other thing in the graph is known by that name; and a plain renaming.
_FULL = 6
_RENAMED = """
WITH own AS (SELECT m.mention, coalesce(x.id, md5_id(m.class, m.name)) AS id FROM {s}.mention m
             LEFT JOIN {s}.namesake x ON x.mention = m.mention WHERE m.class = 'Organization')
SELECT DISTINCT o.id, md5_id('Organization', n.value), 'former name', n.value FROM {s}.claim_row r JOIN own o ON o.mention = r.value
JOIN {s}.claim_row n ON n.claim = r.claim AND n.recorded_from = r.recorded_from AND n.kind = 'value' AND n.property = 'name'
WHERE r.class = 'Naming' AND r.kind = 'party' AND r.property = 'entity' AND n.value NOT IN (SELECT name FROM {s}.namesake)
UNION
SELECT min(o.id), md5_id('Organization', r.value), 'alias', r.value FROM {s}.claim_row r JOIN own o ON o.mention = r.mention
WHERE r.property = 'alias' AND length(r.value) >= {full} AND r.value NOT IN (SELECT name FROM {s}.namesake)
GROUP BY r.value HAVING count(DISTINCT o.id) = 1
UNION
SELECT DISTINCT m.id, o.id, 'renaming', '' FROM {s}.claim_row r JOIN own m ON m.mention = r.value
JOIN {s}.claim_row p ON p.claim = r.claim AND p.recorded_from = r.recorded_from AND p.property = 'successor'
JOIN own o ON o.mention = p.value
JOIN {s}.claim_row k ON k.claim = r.claim AND k.recorded_from = r.recorded_from AND k.property = 'successionKind' AND k.value = 'renaming'
WHERE r.class = 'Succession' AND r.property = 'predecessor'
"""

# Names that several bear of which no mention stands by itself: the id of the name, and the oldest body that bears it.
_BARE = """
SELECT md5_id('Organization', name), min_by(id, (issued, edition, id)) FROM {s}.organization
WHERE name IN (SELECT name FROM {s}.namesake) GROUP BY name HAVING NOT bool_or(id = md5_id('Organization', name))
"""


def describe_bodies(connection: duckdb.DuckDBPyConnection, schema: str, known: str = "") -> None:
    """Make ``namesake``, and ``organization``: what is known of each name of a body, or of each body that bears it.

    Args:
        known: the schema of the last build, from which the rows of all names come but those in ``renewed``.
    """
    which = f"name IN (SELECT name FROM {schema}.renewed)" if known else "true"
    connection.execute(_NAMED.format(s=schema, which=which))
    tell_apart(connection, schema, known)
    connection.execute(_BODIES.format(s=schema))
    names = connection.execute(f"SELECT DISTINCT name FROM {schema}.one_body").fetchall()
    lay(connection, f"{schema}.form_of_body", {"name": str, "form": str}, ((name, body_form(name)) for (name,) in names))
    connection.execute(_ALL.format(s=schema))
    if known:
        connection.execute(_OTHERS.format(s=schema, known=known))


def join_organizations(connection: duckdb.DuckDBPyConnection, schema: str, judgements: Judgements) -> dict[str, str]:
    """For each id of a name that is joined with another, the id that the two keep: the oldest, or what a judgement says.

    Needs ``organization`` (``describe_bodies``), ``mention`` and ``claim_row``; makes ``renamed``, which ``kg.resolve.reasons`` reads.
    """
    bare = dict(connection.execute(_BARE.format(s=schema)).fetchall())
    said = sorted(connection.execute(_RENAMED.format(s=schema, full=_FULL)).fetchall())
    lay(connection, f"{schema}.renamed", {"one": str, "other": str, "part": str, "shared": str}, said)
    renamed = [(one, other) for one, other, *_ in said]
    same, different = judgements.pairs("same"), judgements.pairs("different")
    keep = {j.keep for j in judgements.of("same")}
    spoken = keep.union(*renamed, *same, *different)
    lay(connection, f"{schema}.spoken_of", {"id": str}, ((identifier,) for identifier in sorted(spoken)))
    rows = connection.execute(_LIKE_OTHERS.format(s=schema)).fetchall()
    numbers = {row[0]: i for i, row in enumerate(rows)}
    asked = numbers | {name: numbers[oldest] for name, oldest in bare.items()}
    # A body that sources call both a union and something else is told from nothing by it.
    kinds = [low if low == high else "" for _, _, low, high, _ in rows]
    clusters = Clusters(len(rows), Traits(alike=([row[1] for row in rows], kinds)))
    for one, other in _known(same, asked):
        clusters.join(one, other, judged=True)
    for one, other in _known(different, asked):
        clusters.forbid(one, other)
    clusters.join_all(_alike(numbers, [(row[0], row[1]) for row in rows if row[1]]))
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
