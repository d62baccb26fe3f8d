"""Bodies of one name that sources tell apart: by two credit codes, or by two places of one rank. None of them is merged by accident.

namesake(mention, name, mark, id)    the id of a mention that bears a mark, where its name is borne by several bodies

Such a mention takes its id from the name and the mark. Mentions without a mark keep the id of the bare name: which of the bodies
they speak of is not known. Where no mention is without, the bare name's id leads to the oldest of the bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

import duckdb

from kg.ids import digest
from kg.resolve.tables import lay

_RANKS = ("省|自治区", "市|州|盟|地区", "县|区|旗", "镇|乡|街道", "村|社区")
_RANK = re.compile("|".join(f"(?P<r{n}>{ends})" for n, ends in enumerate(_RANKS)))
_LONGEST_END = 3

# What mentions say of the code and the place of a body: what stands open before what is closed. Only of names that are borne by several.
_MARKED = """
CREATE TABLE {s}.marked_body AS
SELECT m.mention, m.name, coalesce(max(c.value), '') AS code, coalesce(max(p.name), '') AS place
FROM {s}.named_body m
LEFT JOIN (SELECT mention, coalesce(min(value) FILTER (recorded_to = ''), max_by(value, concat(recorded_to, value))) AS value
           FROM {s}.claim_row WHERE kind = 'value' AND property = 'creditCode' AND mention IN (SELECT mention FROM {s}.named_body)
           GROUP BY mention) c ON c.mention = m.mention
LEFT JOIN (SELECT mention, coalesce(min(value) FILTER (recorded_to = ''), max_by(value, concat(recorded_to, value))) AS value
           FROM {s}.claim_row WHERE kind = 'party' AND property = 'place' AND mention IN (SELECT mention FROM {s}.named_body)
           GROUP BY mention) a ON a.mention = m.mention
LEFT JOIN {s}.mention p ON p.mention = a.value
GROUP BY m.mention, m.name HAVING count(c.value) + count(p.name) > 0;
"""
_SEVERAL = """
SELECT name, mention, code, place FROM {s}.marked_body
WHERE name IN (SELECT name FROM {s}.marked_body GROUP BY name
               HAVING count(DISTINCT nullif(code, '')) > 1 OR count(DISTINCT nullif(place, '')) > 1)
ORDER BY name, mention
"""
_OTHERS = "INSERT INTO {s}.namesake FROM {known}.namesake WHERE name NOT IN (SELECT name FROM {s}.renewed)"


def tell_apart(connection: duckdb.DuckDBPyConnection, schema: str, known: str = "") -> None:
    """Make ``namesake`` from ``named_body`` and ``claim_row``.

    Args:
        known: the schema of the last build, from which the rows of all names come but those in ``renewed``.
    """
    connection.execute(_MARKED.format(s=schema))
    found = connection.execute(_SEVERAL.format(s=schema)).fetchall()
    columns = {"mention": str, "name": str, "mark": str, "id": str}
    lay(connection, f"{schema}.namesake", columns, _rows(found))
    if known:
        connection.execute(_OTHERS.format(s=schema, known=known))


def _rows(found: list[tuple[str, str, str, str]]) -> Iterator[tuple[str, str, str, str]]:
    for name, rows in groupby(found, key=lambda row: row[0]):
        mentions = [row[1:] for row in rows]
        marks = marks_of({(code, place) for _, code, place in mentions})
        for mention, code, place in mentions:
            if mark := marks.get((code, place)):
                yield mention, name, mark, digest("Organization", name, mark)


def marks_of(said: set[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
    """For each pair of a credit code and a place, either of them perhaps empty, the mark of the body that it means.

    Nothing where all may mean one body; no mark for a pair that may mean several, or none in particular.
    """
    codes: dict[str, set[str]] = {}
    for code, place in said:
        if code:
            codes.setdefault(code, set()).update({place} - {""})
    seats = _seats({place for code, place in said if not code and place})
    meant = {seat.mark: [c for c, places in codes.items() if not any(differ(p, q) for p in places for q in seat.places)] for seat in seats}
    alone = [c for c in codes if sum(c in fits for fits in meant.values()) == 1]
    marks = {(code, place): code for code, place in said if code}
    for seat in seats:
        fits, others = meant[seat.mark], len(seats) > 1 or len(meant[seat.mark]) < len(codes)
        mark = fits[0] if len(fits) == 1 and fits[0] in alone else seat.mark if others else ""
        marks |= {("", place): mark for place in seat.places if mark}
    return marks if len(set(marks.values())) > 1 else {}


@dataclass
class _Seat:
    """Places that may be one, by the shortest of them."""

    places: set[str] = field(default_factory=set)

    @property
    def mark(self) -> str:
        return min(self.places, key=lambda p: (len(p), p))


def _seats(places: set[str]) -> list[_Seat]:
    """Places in groups of which no two members differ, the most exact first; what fits several groups is in none."""
    seats: list[_Seat] = []
    for place in sorted(places, key=lambda p: (-len(p), p)):
        fits = [seat for seat in seats if not any(differ(place, other) for other in seat.places)]
        if not fits:
            seats.append(_Seat({place}))
        elif len(fits) == 1:
            fits[0].places.add(place)
    return seats


def differ(one: str, other: str) -> bool:
    """Whether two places are certainly two: neither lies in the other, and they are of one rank (two cities, two counties)."""
    return one not in other and other not in one and _rank(one) == _rank(other)


def _rank(place: str) -> int:
    """Of which rank a division is, by its end; -1 where that says nothing, as of a street."""
    for size in range(_LONGEST_END, 0, -1):
        found = _RANK.fullmatch(place[-size:])
        if found and found.lastgroup:
            return int(found.lastgroup[1:])
    return -1
