"""Which mentions of a person's name in different documents are one person: the name, and at least one item more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import duckdb

from kg.resolve.clusters import Pair, best_first

# An item is what two mentions of one name may share. A title alone is none: every body has a chairman.
_ITEMS = """
WITH identity AS (
    SELECT mention, substr(md5(concat(class, chr(31), name)), 1, 20) AS id FROM {s}.mention WHERE identified_by = 'name'
    UNION ALL SELECT mention, id FROM {s}.cluster),
publisher AS (
    SELECT DISTINCT publisher AS name, substr(md5(concat('Organization', chr(31), publisher)), 1, 20) AS id FROM {s}.standing),
party AS (
    SELECT r.claim, r.recorded_from, r.class, r.property, r.value AS mention, coalesce(i.id, r.value) AS meant
    FROM {s}.claim_row r LEFT JOIN identity i ON i.mention = r.value WHERE r.kind = 'party' AND r.mention = '')
SELECT DISTINCT m.name, m.mention, m.document, concat(o.property, ' ', o.meant) AS item
FROM {s}.mention m JOIN party p ON p.mention = m.mention
JOIN party o ON o.claim = p.claim AND o.recorded_from = p.recorded_from AND o.mention <> m.mention
WHERE m.class = 'Person'
UNION
SELECT m.name, m.mention, m.document, concat('organization ', i.id) AS item
FROM {s}.mention m JOIN {s}.claim_row d ON d.mention = m.document AND d.property = 'documentKind' AND d.value = 'masthead'
JOIN {s}.standing t ON t.edition = d.edition AND t.publisher <> ''
JOIN publisher i ON i.name = t.publisher
WHERE m.class = 'Person'
UNION
SELECT m.name, m.mention, m.document, '' AS item FROM {s}.mention m WHERE m.class = 'Person'
"""

# The years in which a mention was granted an honour, where they are stated.
_YEARS = """SELECT DISTINCT h.value AS mention, concat('honour ', o.id), y.value FROM {s}.claim_row h
JOIN {s}.claim_row y ON y.claim = h.claim AND y.recorded_from = h.recorded_from AND y.property = 'year'
JOIN {s}.claim_row p ON p.claim = h.claim AND p.recorded_from = h.recorded_from AND p.property = 'honour'
JOIN (SELECT mention, substr(md5(concat(class, chr(31), name)), 1, 20) AS id FROM {s}.mention) o ON o.mention = p.value
WHERE h.property = 'recipient'"""

_GENDERS = """SELECT mention, min(value) FROM {s}.claim_row WHERE property = 'gender' AND kind = 'value'
GROUP BY mention HAVING count(DISTINCT value) = 1"""


def people_pairs(connection: duckdb.DuckDBPyConnection, schema: str) -> list[Pair]:
    """Pairs of mentions of one name, best first; those that the text tells apart come before all.

    A shared organization, event or honour counts one each, an honour not where both mentions have its year and the years differ;
    who stands in a masthead belongs to its publisher. Two mentions of one document are two people: within a document the loader
    has already joined what is one.
    """
    return best_first(_pairs(connection, schema))


def _pairs(connection: duckdb.DuckDBPyConnection, schema: str) -> Iterator[Pair]:
    items: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    documents: dict[str, str] = {}
    for name, mention, document, item in connection.execute(_ITEMS.format(s=schema)).fetchall():
        documents[mention] = document
        items[name][mention] |= {item} - {""}
    years: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention, item, year in connection.execute(_YEARS.format(s=schema)).fetchall():
        years[mention, item].add(year)
    genders = dict(connection.execute(_GENDERS.format(s=schema)).fetchall())
    for mentions in items.values():
        for one, other in combinations(sorted(mentions), 2):
            shared = sum(not _differ(years[one, item], years[other, item]) for item in mentions[one] & mentions[other])
            told_apart = genders.get(one, "") != genders.get(other, "") and one in genders and other in genders
            if documents[one] == documents[other] or told_apart:
                yield Pair(one, other, 0)
            elif shared:
                yield Pair(one, other, shared)


def _differ(one: set[str], other: set[str]) -> bool:
    return len(one) > 0 and len(other) > 0 and not one & other
