"""Who is who, read from a build: every mention with its place, what speaks for and against two being one, and what a person is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import duckdb

from kg.assemble import database
from kg.assemble.build import prepare
from kg.errors import InputError
from kg.home import Home
from kg.judgement import Judgement
from kg.manifest import Manifest
from kg.model import Model
from kg.resolve import resolve
from kg.resolve.activities import Part
from kg.resolve.linked import both_ways, pairs_of, shortest
from kg.resolve.merging import Between, many
from kg.resolve.parts import LABELS, LOWER, UPPER
from kg.resolve.reasons import BOUND, body_parts, event_parts

_QUOTES = 6

_IDENTITY = """
CREATE TABLE graph.called AS
SELECT m.mention, m.class, m.name, m.document, m.edition,
    coalesce(c.id, j.id, x.id, CASE WHEN m.identified_by = 'name' THEN md5_id(m.class, m.name) ELSE m.mention END) AS id,
    CASE WHEN m.identified_by = 'name' THEN coalesce(x.id, md5_id(m.class, m.name)) ELSE m.mention END AS own
FROM graph.mention m LEFT JOIN graph.cluster c ON c.mention = m.mention LEFT JOIN graph.namesake x ON x.mention = m.mention
LEFT JOIN graph.joined j ON m.identified_by = 'name' AND j.old = coalesce(x.id, md5_id(m.class, m.name)) WHERE m.class <> 'Document'
"""

_MENTIONS = """
SELECT DISTINCT c.edition, c.document, c.mention, c.id, r.class, c.name, r.sheet, r.sheet_row AS row, r.span_start, r.span_end, r.quote,
    w.rows
FROM graph.called c JOIN graph.claim_row r ON r.mention = c.mention LEFT JOIN (
    SELECT value AS mention, list(DISTINCT sheet_row ORDER BY sheet_row) AS rows FROM graph.claim_row
    WHERE kind = 'party' AND sheet_row > 0 AND recorded_to = '' GROUP BY value) w ON w.mention = c.mention
WHERE r.kind = 'value' AND r.property = 'name' AND r.recorded_to = '' AND ($edition = '' OR c.edition = $edition)
ORDER BY ALL
"""

_SAID = """
SELECT coalesce(d.name, ''), r.quote, r.span_start, r.span_end, r.sheet, r.sheet_row, list_sort(list_distinct(list(coalesce(k.id, ''))))
FROM (SELECT DISTINCT claim FROM graph.claim_row WHERE span_start >= 0
      AND (mention IN (FROM asked) OR (kind = 'party' AND value IN (FROM asked)))) a
JOIN graph.claim_row r ON r.claim = a.claim LEFT JOIN graph.mention d ON d.mention = r.document
LEFT JOIN graph.called k ON r.kind = 'party' AND k.mention = r.value AND k.mention NOT IN (FROM asked)
GROUP BY ALL ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that are compared: the id as it was given, the id that holds, its name, its mentions and its words.

    ``class_name`` is the class that identifies it; ``names`` are the ids of the names under which an organization is mentioned.
    """

    given: str
    id: str
    class_name: str
    name: str
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    quotes: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions that were joined, and what joined them."""

    one: Side
    other: Side
    points: int
    parts: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """What speaks for and against two things being one: the parts of the best pair of mentions and of all pairs, or of the rules, and
    what was judged.

    From ``upper`` points on two are one, from ``lower`` on a person is asked. Where two people or activities are one and share too
    little themselves, ``chain`` has the links through which they are; else it is empty.
    """

    one: Side
    other: Side
    verdict: str
    points: int
    upper: int
    lower: int
    parts: tuple[dict[str, Any], ...]
    judgements: tuple[Judgement, ...]
    chain: tuple[Link, ...] = ()


Beside = tuple[frozenset[str], ...]
"""For each quote of a side the ids of what it speaks of besides."""


def _with_shared_first(one: tuple[Side, Beside], other: tuple[Side, Beside]) -> tuple[Side, Side]:
    """Two sides with the first of their words, those before others that speak of what both speak of."""
    shared = frozenset().union(*one[1]) & frozenset().union(*other[1])
    first, second = (
        replace(side, quotes=tuple(q for _, q in sorted(zip(beside, side.quotes, strict=True), key=lambda x: not x[0] & shared))[:_QUOTES])
        for side, beside in (one, other)
    )
    return first, second


def _said(parts: Iterable[Part]) -> tuple[dict[str, Any], ...]:
    return tuple({"part": part, "label": LABELS[part], "points": worth, "shared": shared} for part, worth, shared in parts)


class WhoIsWho:
    """A build up to who is who, with its tables."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, manifest: Manifest) -> None:
        self.connection, self.manifest = connection, manifest
        connection.execute(_IDENTITY)

    @classmethod
    @contextmanager
    def of(cls, home: Home, manifest: Manifest, model: Model) -> Iterator[WhoIsWho]:
        """Build from what is kept."""
        with database() as connection:
            prepare(connection, "graph", home, manifest, model)
            resolve(connection, "graph", manifest.judgements)
            yield cls(connection, manifest)

    def mentions(self, edition: str = "") -> Iterator[dict[str, Any]]:
        """Every mention with its place: the row of a table, and all rows that speak of it, or code points of the kept text."""
        cursor = self.connection.cursor()
        cursor.execute(_MENTIONS, {"edition": edition})
        while rows := cursor.fetchmany(10_000):
            for found, document, mention, identifier, kind, name, sheet, row, start, end, quote, told in rows:
                place = {"sheet": sheet, "row": row, "rows": sorted({row, *(told or ())})} if row else {}
                spans = {"spanStart": start, "spanEnd": end, "quote": quote}
                yield {
                    "edition": found,
                    "document": document,
                    "mention": mention,
                    "id": identifier,
                    "class": kind,
                    "name": name,
                    **place,
                    **spans,
                }

    def proposals(self) -> list[tuple[str, str, int]]:
        """What a person is asked, the likeliest first: two mentions and their points."""
        return self.connection.execute("SELECT one, other, points FROM graph.proposal ORDER BY points DESC, one, other").fetchall()

    def explain(self, one: str, other: str) -> Explained:
        """What speaks for and against two ids, of mentions or of what they became, being one.

        Raises:
            InputError: one of them is the id of nothing that is kept.
        """
        sides = self._side(one), self._side(other)
        met = [set(side.mentions) for side, _ in sides]
        if met[1] < met[0]:  # one of them is a mention of the other, whose id is that of a mention too
            sides = self._side(one, without=met[0] - {one} if one in met[0] else met[1]), sides[1]
        elif met[0] < met[1]:
            sides = sides[0], self._side(other, without=met[1] - {other} if other in met[1] else met[0])
        first, second = _with_shared_first(*sides)
        parts, upper, lower = self._parts(first, second)
        points = sum(worth for _, worth, _ in parts)
        standing = self.manifest.judgements.of("same", "different", "unsure")
        either = {*first.mentions, *first.names, first.id, first.given}, {*second.mentions, *second.names, second.id, second.given}
        judged = tuple(
            j for j in standing if (j.one in either[0] and j.other in either[1]) or (j.one in either[1] and j.other in either[0])
        )
        verdict = "one" if first.id == second.id else "proposed" if lower <= points < upper and not judged else "two"
        far = verdict == "one" and points < upper and not any(j.verdict == "same" for j in judged)
        chain = tuple(self._chain(first, second)) if far and first.class_name in ("Person", "Activity") else ()
        return Explained(first, second, verdict, points, upper, lower, _said(parts), judged, chain)

    def _chain(self, first: Side, second: Side) -> Iterator[Link]:
        """The links between two sides of one thing that share too little themselves."""
        pairs = pairs_of(self.connection, self.manifest.judgements, first.class_name, first.id)
        judged = {frozenset((j.one, j.other)): j for j in self.manifest.judgements.of("same")}
        steps = both_ways(pairs)
        for one, other in shortest(steps, {*first.mentions}, {*second.mentions}):
            sides = (self._side(side, without=steps.keys() - {side}) for side in (one, other))
            left, right = _with_shared_first(*sides)
            said = judged.get(frozenset((one, other)))
            parts = [("judged", 1, f"{said.by}, line {said.number}")] if said else self._parts(left, right)[0]
            yield Link(left, right, sum(worth for _, worth, _ in parts), _said(parts))

    def _side(self, given: str, without: Set[str] = frozenset()) -> tuple[Side, Beside]:
        """A side with all its words, and what each of them speaks of besides."""
        rows = self.connection.execute(
            """SELECT mention, id, name, class, own FROM graph.called WHERE mention = $id OR id = $id OR own = $id
            OR id = (SELECT id FROM graph.joined WHERE old = $id)
            ORDER BY edition, mention""",
            {"id": given},
        ).fetchall()
        if not rows:
            raise InputError(f"Nothing that is kept has the id {given}; kg mentions lists all.")
        own = [row for row in rows if given in (row[0], row[4]) and row[1] != given] or rows
        own = [row for row in own if row[0] not in without]
        mentions = tuple(row[0] for row in own)
        self.connection.execute("CREATE OR REPLACE TEMP TABLE asked AS SELECT unnest($m) AS m", {"m": list(mentions)})
        said = self.connection.execute(_SAID).fetchall()
        quotes = tuple(
            {"document": d, "quote": q, "spanStart": s, "spanEnd": e, **({"sheet": t, "row": r} if r else {})}
            for d, q, s, e, t, r, _ in said
        )
        beside = tuple(frozenset(others) - {""} for *_, others in said)
        names = tuple(sorted({row[4] for row in own})) if own[0][3] == "Organization" else ()
        return Side(given, own[0][1], own[0][3], own[0][2], names, mentions, quotes), beside

    def _parts(self, first: Side, second: Side) -> tuple[list[Part], int, int]:
        """The parts between two sides, and from how many points on two are one and a person is asked."""
        kinds = {first.class_name, second.class_name}
        if kinds == {"Organization"}:
            # Of one body the names that are meant, of two all that either has.
            meant = [{side.given} & {*side.names} if first.id == second.id else set() for side in (first, second)]
            one, other = meant[0] or first.names, meant[1] or second.names
            return body_parts(self.connection, self.manifest.judgements, one, other, (first.id, second.id)), BOUND, BOUND
        if kinds == {"Activity"}:
            return event_parts(self.connection, first.mentions, second.mentions), BOUND, BOUND
        return self._people(first, second) if kinds == {"Person"} else [], UPPER, LOWER

    def _people(self, first: Side, second: Side) -> list[Part]:
        """The parts of the best pair between two sides, and of all pairs; none where no item is shared besides the name."""
        counts = [self._bring(table, side, whole=first.id != second.id) for table, side in (("one", first), ("other", second))]
        self.connection.execute(
            """CREATE OR REPLACE TEMP TABLE between_them AS SELECT s.a, s.b, s.points
            FROM graph.scored s JOIN graph.person x ON x.m = s.a JOIN graph.person y ON y.m = s.b
            WHERE (x.mention IN (FROM one) AND y.mention IN (FROM other)) OR (x.mention IN (FROM other) AND y.mention IN (FROM one))"""
        )
        parts: list[Part] = self.connection.execute(
            """WITH best AS (FROM between_them ORDER BY points DESC, a, b LIMIT 1)
            SELECT p.part, p.points, coalesce(k.name, j.value, '') FROM best t JOIN graph.part p ON p.a = t.a AND p.b = t.b
            LEFT JOIN graph.joint j ON j.a = p.a AND j.b = p.b AND j.kind = p.part
            LEFT JOIN (SELECT id, min(name) AS name FROM graph.called GROUP BY id) k ON k.id = split_part(j.value, '|', 1)
            ORDER BY p.points DESC, p.part"""
        ).fetchall()
        ((best, total, pairs),) = self.connection.execute("SELECT max(points), sum(points)::BIGINT, count(*) FROM between_them").fetchall()
        if pairs:
            all_pairs = [("other pairs", Between(best, total, pairs).other_pairs, ""), ("number of mentions", many(*counts), "")]
            parts += [part for part in all_pairs if part[1]]
        return parts

    def _bring(self, table: str, side: Side, *, whole: bool) -> int:
        """Lay down the mentions of a side, or of the whole person that it belongs to; return how many they are."""
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT unnest($m) AS mention", {"m": list(side.mentions)})
        if whole:
            rest = f"INSERT INTO {table} SELECT mention FROM graph.called WHERE id = $id AND mention NOT IN (FROM {table})"
            self.connection.execute(rest, {"id": side.id})
        ((count,),) = self.connection.execute(f"SELECT count(*) FROM {table}").fetchall()
        return int(count)
