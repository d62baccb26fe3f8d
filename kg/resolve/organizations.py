"""Which names are one organization: a shared credit code, one spelling of the name, a renaming that a source states.

An organization is known by its full name; here names are joined, not mentions. A union and its enterprise are never one: a name
that sources call a union is not joined with one that they call something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import duckdb

from kg.judgement import Judgements
from kg.resolve.clusters import Clusters, Traits
from kg.resolve.names import body_form
from kg.resolve.tables import lay

# One row for each name: ``renewed`` are those whose mentions changed since the last build, where there was one.
_NAMED = """
CREATE TABLE {s}.named_body AS
SELECT mention, class, name, issued, edition FROM {s}.mention WHERE class = 'Organization' AND {which};
CREATE TABLE {s}.one_body AS
SELECT md5_id(m.class, m.name) AS id, m.name, min(m.issued) AS issued, min(m.edition) AS edition,
       coalesce(max(c.code), '') AS code, coalesce(min(k.kind), '') AS low, coalesce(max(k.kind), '') AS high
FROM {s}.named_body m
LEFT JOIN (SELECT mention, min(value) AS code FROM {s}.claim_row WHERE kind = 'value' AND property = 'creditCode'
           AND mention IN (SELECT mention FROM {s}.named_body) GROUP BY mention) c ON c.mention = m.mention
LEFT JOIN (SELECT mention, CASE WHEN class = 'Union' THEN 'union' ELSE 'other' END AS kind FROM {s}.claim_row
           WHERE mention IN (SELECT mention FROM {s}.named_body) AND class <> 'Organization' GROUP BY ALL) k ON k.mention = m.mention
GROUP BY m.class, m.name;
"""
_ALL = "CREATE TABLE {s}.organization AS SELECT b.*, f.form FROM {s}.one_body b JOIN {s}.form_of_body f ON f.id = b.id"
_OTHERS = "INSERT INTO {s}.organization FROM {known}.organization WHERE name NOT IN (SELECT name FROM {s}.renewed)"

# Of those alone that share a mark with another, or of which something is said: most bodies are like nothing else.
_LIKE_OTHERS = """
SELECT id, code, low, high, form FROM {s}.organization
WHERE form IN (SELECT form FROM {s}.organization GROUP BY form HAVING count(*) > 1)
   OR code IN (SELECT code FROM {s}.organization WHERE code <> '' GROUP BY code HAVING count(*) > 1)
   OR id IN (SELECT id FROM {s}.spoken_of)
ORDER BY issued, edition, id
"""

# A name that a source says the body bore, or an alias of one body alone that is long enough to be a full name (省总工会 is none), where
# something else in the graph is known by that name; and a plain renaming.
_FULL = 6
_RENAMED = """
SELECT DISTINCT md5_id('Organization', m.name), md5_id('Organization', n.value) FROM {s}.claim_row r
JOIN {s}.mention m ON m.mention = r.value AND m.class = 'Organization'
JOIN {s}.claim_row n ON n.claim = r.claim AND n.recorded_from = r.recorded_from AND n.kind = 'value' AND n.property = 'name'
WHERE r.class = 'Naming' AND r.kind = 'party' AND r.property = 'entity'
UNION
SELECT md5_id('Organization', min(m.name)), md5_id('Organization', r.value) FROM {s}.claim_row r
JOIN {s}.mention m ON m.mention = r.mention AND m.class = 'Organization'
WHERE r.property = 'alias' AND length(r.value) >= {full} GROUP BY r.value HAVING count(DISTINCT m.name) = 1
UNION
SELECT DISTINCT md5_id('Organization', m.name), md5_id('Organization', o.name) FROM {s}.claim_row r
JOIN {s}.mention m ON m.mention = r.value
JOIN {s}.claim_row p ON p.claim = r.claim AND p.recorded_from = r.recorded_from AND p.property = 'successor'
JOIN {s}.mention o ON o.mention = p.value
JOIN {s}.claim_row k ON k.claim = r.claim AND k.recorded_from = r.recorded_from AND k.property = 'successionKind' AND k.value = 'renaming'
WHERE r.class = 'Succession' AND r.property = 'predecessor'
"""


def describe_bodies(connection: duckdb.DuckDBPyConnection, schema: str, known: str = "") -> None:
    """Make ``organization``: what is known of each name of a body.

    Args:
        known: the schema of the last build, from which the rows of all names come but those in ``renewed``.
    """
    which = f"name IN (SELECT name FROM {schema}.renewed)" if known else "true"
    connection.execute(_NAMED.format(s=schema, which=which))
    names = connection.execute(f"SELECT id, name FROM {schema}.one_body").fetchall()
    lay(connection, f"{schema}.form_of_body", {"id": str, "form": str}, ((identifier, body_form(name)) for identifier, name in names))
    connection.execute(_ALL.format(s=schema))
    if known:
        connection.execute(_OTHERS.format(s=schema, known=known))


def join_organizations(connection: duckdb.DuckDBPyConnection, schema: str, judgements: Judgements) -> dict[str, str]:
    """For each id of a name that is joined with another, the id that the two keep: the oldest, or what a judgement says.

    Needs ``organization`` (``describe_bodies``), ``mention`` and ``claim_row``.
    """
    renamed = sorted(connection.execute(_RENAMED.format(s=schema, full=_FULL)).fetchall())
    same, different = judgements.pairs("same"), judgements.pairs("different")
    keep = {j.keep for j in judgements.of("same")}
    spoken = keep.union(*renamed, *same, *different)
    lay(connection, f"{schema}.spoken_of", {"id": str}, ((identifier,) for identifier in sorted(spoken)))
    rows = connection.execute(_LIKE_OTHERS.format(s=schema)).fetchall()
    numbers = {row[0]: i for i, row in enumerate(rows)}
    # A body that sources call both a union and something else is told from nothing by it.
    kinds = [low if low == high else "" for _, _, low, high, _ in rows]
    clusters = Clusters(len(rows), Traits(alike=([row[1] for row in rows], kinds)))
    for one, other in _known(same, numbers):
        clusters.join(one, other, judged=True)
    for one, other in _known(different, numbers):
        clusters.forbid(one, other)
    clusters.join_all(_alike(numbers, [(row[0], row[1]) for row in rows if row[1]]))
    clusters.join_all(_known(renamed, numbers))
    clusters.join_all(_alike(numbers, [(row[0], row[4]) for row in rows]))
    roots = clusters.roots()
    kept = {roots[numbers[j.keep]]: j.keep for j in judgements.of("same") if j.keep in numbers}
    canonical = {row[0]: kept.get(roots[i], rows[roots[i]][0]) for i, row in enumerate(rows)}
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
