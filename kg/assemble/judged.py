"""Claims that people rejected or corrected, before anything is made of them.

A rejected claim is closed at the moment of the judgement, as if its source had ceased to say it; told again later, it is not heard.
A corrected one is closed as well, and a claim of the person takes its place: the same words of the same place, the value the judge's.
"""

from __future__ import annotations

import duckdb

from kg.judgement import Judgement, Judgements
from kg.sortkey import sort_key

JUDGED_RANK = 1000
"""Above every source: the value shown is that of a judgement."""

_CORRECTED = """
INSERT INTO {s}.claim_row
SELECT * REPLACE (
    md5_id(claim, $mark) AS claim, $value AS value, $words AS words, $sort_key AS sort_key, 'value' AS kind, $property AS property,
    $when AS recorded_from, 'person' AS method, {rank} AS rank)
FROM (SELECT * FROM {s}.claim_row WHERE claim IN (SELECT claim FROM {s}.raw WHERE key = $key)
      AND recorded_from <= $when AND recorded_to = ''
      QUALIFY row_number() OVER (PARTITION BY claim ORDER BY kind DESC, property, value) = 1)
UNION ALL
SELECT * REPLACE (md5_id(claim, $mark) AS claim, $when AS recorded_from, 'person' AS method, {rank} AS rank)
FROM {s}.claim_row WHERE claim IN (SELECT claim FROM {s}.raw WHERE key = $key)
AND recorded_from <= $when AND recorded_to = '' AND NOT (kind = 'value' AND property = $property)
"""

_CLOSED = """
DELETE FROM {s}.claim_row WHERE claim IN (SELECT claim FROM {s}.raw WHERE key = $key) AND recorded_from > $when;
UPDATE {s}.claim_row SET recorded_to = $when
WHERE claim IN (SELECT claim FROM {s}.raw WHERE key = $key) AND (recorded_to = '' OR recorded_to > $when)
"""


def apply(connection: duckdb.DuckDBPyConnection, schema: str, judgements: Judgements) -> None:
    """Close what was rejected or corrected in ``claim_row``, and add what corrections say."""
    for judgement in judgements.of("reject", "correct"):
        if judgement.verdict == "correct":
            connection.execute(_CORRECTED.format(s=schema, rank=JUDGED_RANK), _said(judgement))
        for statement in _CLOSED.format(s=schema).split(";"):
            connection.execute(statement, {"key": judgement.key, "when": judgement.when})


def _said(judgement: Judgement) -> dict[str, str]:
    return {
        "mark": str(judgement.number),
        "key": judgement.key,
        "when": judgement.when,
        "property": judgement.attribute,
        "value": judgement.value,
        "words": "",
        "sort_key": sort_key(judgement.value) if judgement.attribute == "name" else "",
    }
