"""What the rows of a sheet state, as claims: made by SQL over whole columns, an ``INSERT`` for each thing and each fact.

Ids and keys are those of ``kg.ids`` and ``kg.claim.Claim``, value for value (a test compares the two).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from kg.claimtable import COLUMNS
from kg.document import REPEAT
from kg.ids import LENGTH
from kg.model import Model
from kg.sortkey import sort_key
from loaders.roster import within
from loaders.roster.columns import Columns
from loaders.roster.fault import Fault, letter
from loaders.roster.incomplete import incomplete
from loaders.roster.layout import Column, FactRule, Layout, ThingRule
from loaders.roster.source import PERSONAL_KEY
from loaders.roster.sqltext import attested_bounds, class_of, joined, party, quoted, struct
from loaders.roster.table import Table

MEMORY_LIMIT = "1GB"
"""How much the SQL may hold in memory; beyond it goes to a temporary folder."""

_APART = (PERSONAL_KEY, "birth")
"""What tells namesakes of one sheet apart, the surest first; where neither is stated, the bodies to which the row ties them.
A large sheet has several of a common name that were born in one year, so beside a year the bodies count as well."""
_NO_BODY = ("granter", "issuer")


@dataclass(frozen=True, slots=True)
class Said:
    """What the rows of a sheet state."""

    claims: pa.Table
    faults: tuple[Fault, ...]
    repeats: tuple[tuple[int, int], ...]
    """(row, the earlier row that is the same)."""
    counts: Mapping[str, int]
    """How many things of each class, and ``rows``."""
    wholes: tuple[tuple[str, str, int], ...]
    """(member, whole, row) of every membership: by name, with what tells bodies of one name apart."""


class Statements:
    """The statements of one sheet.

    Args:
        document: the id of the sheet's document.
        start: where its text begins in the edition's kept text, in code points.
        attested: the partial date for which the roster speaks, or nothing.
    """

    def __init__(self, model: Model, layout: Layout, table: Table, *, document: str, sheet: str, start: int, attested: str) -> None:
        self.model, self.layout, self.table = model, layout, table
        self.document, self.sheet, self.start, self.attested = document, sheet, start, attested
        self.columns = Columns(table.used, layout.things, model)

    def said(self) -> Said:
        """All statements, or the faults for which there are none."""
        with TemporaryDirectory(prefix="kg-roster-") as folder, duckdb.connect() as connection:
            self.connection = connection
            connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'; SET temp_directory = '{folder}'")
            connection.execute(f"CREATE MACRO hashed(parts) AS substr(md5(array_to_string(parts, chr(31))), 1, {LENGTH})")
            connection.register("given", self.table.rows)
            self._rows()
            for thing in within.outer_first(self.layout.things):
                self._mentions(thing)
            spoilt = frozenset(fault.column for fault in self.table.faults)
            faults = tuple(incomplete(connection, self.layout, self.columns, self.model, sheet=self.sheet, spoilt=spoilt))
            columns = ", ".join(f"{f.name} {'BIGINT' if f.type == pa.int64() else 'VARCHAR'}" for f in COLUMNS)
            connection.execute(f"CREATE TABLE claims ({columns})")
            if not faults and not self.table.faults:
                for thing in self.layout.things.values():
                    self._thing(thing)
                for fact in self.layout.facts:
                    self._fact(fact)
                self._apart()
            repeats = tuple(connection.execute("SELECT row, first FROM repeats ORDER BY ALL").fetchall())
            return Said(self._claims(), faults, repeats, self._counts(), tuple(self._wholes()))

    def _rows(self) -> None:
        """The rows, one for each value of a cell that holds several where only one can be said; the same row again is left out."""
        texts = ", ".join(f"w{i}" for i in self.table.used) or "row"
        same = " AND ".join(f"g.w{i} = a.w{i}" for i in self.table.used) or "false"
        self.connection.execute(
            f"""CREATE TABLE again AS SELECT {texts}, min(row) AS first FROM given GROUP BY {texts} HAVING count(*) > 1;
            CREATE TABLE repeats AS SELECT g.row, a.first, g.start, length(g.line) AS size FROM given g JOIN again a ON {same}
            WHERE g.row <> a.first;
            CREATE TABLE further AS SELECT first AS row, count(*) AS more, string_agg(concat({self.start} + start, '-',
            {self.start} + start + size, ':{REPEAT}'), ' ' ORDER BY row) AS spans FROM repeats GROUP BY first"""
        )
        several = [(i, c) for i, c in self.table.used.items() if c.is_split and self.columns.is_one(c)]
        picked = ", ".join(f"p{i} AS v{i}" for i, _ in several)
        unnests = "".join(f", unnest(CASE WHEN len(v{i}) > 0 THEN v{i} ELSE [''] END) AS u{i}(p{i})" for i, _ in several)
        left = ", ".join(["row", *(f"v{i}" for i, _ in several)])
        self.connection.execute(f"CREATE TABLE t AS SELECT n.* EXCLUDE ({left}), n.row{', ' + picked if picked else ''} "
                                f"FROM given n{unnests} WHERE n.row NOT IN (SELECT row FROM repeats)")  # fmt: skip
        self.connection.execute(within.MACRO)
        for thing in within.outer_first(self.layout.things):
            index = self.columns.index(thing.name, "name")
            if thing.within and index is not None:
                self.connection.execute(f"UPDATE t SET v{index} = whole_name({self.columns.name(thing.within)}, v{index})")

    def _mentions(self, thing: ThingRule) -> None:
        """The table ``m_THING``: row, name, class, key (what tells it from others of the sheet), mention."""
        name = self.columns.index(thing.name, "name")
        if name is None:
            nothing = "(row BIGINT, name VARCHAR, class VARCHAR, key VARCHAR, mention VARCHAR)"
            self.connection.execute(f"CREATE TABLE m_{thing.name} {f'AS FROM m_{thing.within}' if thing.within else nothing}")
            return
        identity = self.model[thing.class_name].identity_class
        given = self.columns.index(thing.name, "class")
        kind = class_of(thing, f"v{name}")
        kind = f"CASE WHEN v{given} <> '' THEN v{given} ELSE {kind} END" if given is not None else kind
        number = self._number(thing) if identity == "Person" else "1"
        key = self._told_apart(thing, name) if identity == "Organization" else f"v{name}"
        if identity == "Activity" and (start := self.columns.index(thing.name, "start")) is not None:
            key = f"concat(v{name}, chr(31), v{start})"
        self.connection.execute(
            f"""CREATE TABLE m_{thing.name} AS SELECT row, name, class, key,
            hashed(['mention', '{self.document}', 'act', '{identity}', key, cast(number AS VARCHAR)]) AS mention
            FROM (SELECT DISTINCT row, v{name} AS name, {kind} AS class, {key} AS key, {number} AS number FROM t
                WHERE {self._is_own(thing)})"""
        )
        if thing.within:
            self.connection.execute(
                f"INSERT INTO m_{thing.name} SELECT o.* FROM m_{thing.within} o JOIN t ON t.row = o.row AND o.name = t.v{name}"
            )

    def _is_own(self, thing: ThingRule) -> str:
        """The condition that a row names a thing, and not only what it is within."""
        name = self.columns.name(thing.name)
        return f"{name} <> ''" + (f" AND {name} <> {self.columns.name(thing.within)}" if thing.within else "")

    def _told_apart(self, thing: ThingRule, name: int) -> str:
        """The name of a body, with its credit code or else its place where the rows give the name several of these."""
        places = (self.columns.index(target, "name") for prop, target in thing.links.items() if prop == "place")
        told = [f"nullif(v{i}, '')" for i in (self.columns.index(thing.name, "creditCode"), *places) if i is not None]
        if not told:
            return f"v{name}"
        mark, window = f"coalesce({', '.join(told)})", f"OVER (PARTITION BY v{name})"
        return f"CASE WHEN min({mark}) {window} < max({mark}) {window} THEN concat_ws(chr(31), v{name}, {mark}) ELSE v{name} END"

    def _number(self, thing: ThingRule) -> str:
        """The number among namesakes: 1 for all unless a row is a person, or what tells people apart differs."""
        name = self.columns.index(thing.name, "name")
        if self.layout.rows_are_people and next(iter(self.layout.things)) == thing.name:
            return f"dense_rank() OVER (PARTITION BY v{name} ORDER BY row)"
        key, window = f"concat({self._told(thing)}, {self._row_apart(thing)})", f"OVER (PARTITION BY v{name})"
        return f"""CASE WHEN min({key}) {window} = max({key}) {window} THEN 1
            ELSE dense_rank() OVER (PARTITION BY v{name} ORDER BY {key}) END"""

    def _told(self, thing: ThingRule) -> str:
        """What of a row tells people of one name apart: a key, a birth or else a body, and the gender; beside a mere year the body too."""
        bodies = [f"nullif(v{named[-1]}, '')" for body in self._bodies(thing) if (named := self.columns.named(body))]
        bodies.append("''")
        body = f"coalesce({', '.join(bodies)})"
        told = [f"nullif(v{i}, '')" for prop in _APART if (i := self.columns.index(thing.name, prop)) is not None]
        birth, gender = (self.columns.index(thing.name, prop) for prop in ("birth", "gender"))
        year = "''" if birth is None else f"CASE WHEN length(v{birth}) = 4 THEN concat(chr(31), {body}) ELSE '' END"
        return f"concat(coalesce({', '.join([*told, body])}), {year}, chr(31), {'NULL' if gender is None else f'v{gender}'})"

    def _row_apart(self, thing: ThingRule) -> str:
        """The row, where a list gives several honours to a name in one body and states neither key nor birth; else nothing.

        Such rows are mentions of their own, which resolving joins again unless the name is common there.
        """
        if not self._honours(thing) or not self._bodies(thing):
            return "''"
        told = [f"v{i} = ''" for prop in _APART if (i := self.columns.index(thing.name, prop)) is not None]
        told += [f"v{named[-1]} <> ''" for body in self._bodies(thing) if (named := self.columns.named(body))]
        return f"CASE WHEN {' AND '.join(told)} THEN concat(chr(31), row) ELSE '' END"

    def _honours(self, thing: ThingRule) -> list[str]:
        """The things that are honours which facts give to this one."""
        return [f.parties["honour"] for f in self.layout.facts if f.class_name == "Award" and f.parties.get("recipient") == thing.name]

    def _bodies(self, thing: ThingRule) -> list[str]:
        """The things to which facts tie this one that are organizations, such as those in which a post is held."""
        found = [f.parties.items() for f in self.layout.facts if thing.name in f.parties.values()]
        bodies = [target for parties in found for prop, target in parties if prop not in _NO_BODY]
        return [t for t in dict.fromkeys(bodies) if self.model[self.layout.things[t].class_name].identity_class == "Organization"]

    def _thing(self, thing: ThingRule) -> None:
        own = self.columns.of(thing.name)
        if self.columns.index(thing.name, "name") is None:
            return
        values = [self._values(i, c) for i, c in own if c.prop != "class"]
        named, gender = self.columns.index(thing.name, "name"), self.columns.index(thing.name, "gender")
        if self.model[thing.class_name].identity_class == "Person":
            spoken = f"t.g{named} <> ''" + (f" AND t.v{gender} = ''" if gender is not None else "")
            values.append(f"CASE WHEN {spoken} THEN [{struct('gender', f't.g{named}', f't.w{named}')}] ELSE [] END")
        used = [i for i, _ in own] + self.columns.named(thing.name)
        parties = []
        for prop, target in thing.links.items():
            parties.append(
                f"CASE WHEN l_{target}.mention IS NOT NULL THEN [{struct(prop, f'l_{target}.mention', kind='party')}] ELSE [] END"
            )
            used += [i for i, _ in self.columns.of(target)]
        joins = "".join(
            f" LEFT JOIN m_{x} l_{x} ON l_{x}.row = t.row AND l_{x}.name = {self.columns.name(x)}" for x in thing.links.values()
        )
        source = f"t JOIN m_{thing.name} m ON m.row = t.row AND m.name = {self.columns.name(thing.name)}{joins}"
        self._insert("m.class", "m.mention", parties, values, used, source, once=True, where=self._is_own(thing))

    def _fact(self, fact: FactRule) -> None:
        kind = self.model[fact.class_name]
        own = self.columns.of(fact.name)
        needed = [fact.parties[p] for p in fact.parties if p in kind.identifying]
        parties, joins = [], ""
        for prop, target in fact.parties.items():
            how = "JOIN" if target in needed else "LEFT JOIN"
            joins += f" {how} m_{target} m_{prop} ON m_{prop}.row = t.row AND m_{prop}.name = {self.columns.name(target)}"
            parties.append(party(prop, f"m_{prop}.mention"))
        values = [self._values(i, c) for i, c in own]
        values += [f"[{struct(prop, quoted(value))}]" for prop, value in fact.values.items()]
        used = [i for target in dict.fromkeys(fact.parties.values()) for i in self.columns.named(target)] + [i for i, _ in own]
        filled = " OR ".join(f"t.{self.columns.said(i)}" if self.columns.is_one(c) else f"len(t.v{i}) > 0" for i, c in own)
        asked = [i for i, c in own if c.prop == kind.caption and kind.caption in kind.identifying]
        where = " AND ".join([*(f"t.{self.columns.said(i)}" for i in asked)]) or (f"({filled})" if own and len(needed) < 2 else "true")
        where += self._between_two(fact)
        self._insert(quoted(fact.class_name), "''", parties, values, used, f"t{joins}", once=False, where=where)

    def _between_two(self, fact: FactRule) -> str:
        """The condition that a part is another thing than its whole, where it is the whole itself in rows that name no part."""
        member, whole = fact.parties.get("member", ""), fact.parties.get("whole", "")
        is_part = member in self.layout.things and whole in within.outer(member, self.layout.things)
        return f" AND {self.columns.name(member)} <> {self.columns.name(whole)}" if is_part else ""

    def _values(self, index: int, column: Column) -> str:
        kind = "key" if column.prop == PERSONAL_KEY else "value"
        words = "''" if kind == "key" else f"t.w{index}"
        if self.columns.is_one(column):
            return f"CASE WHEN t.v{index} <> '' THEN [{struct(column.prop, f't.v{index}', words, kind)}] ELSE [] END"
        return f"list_transform(t.v{index}, lambda x: {struct(column.prop, 'x', words, kind)})"

    def _insert(
        self,
        kind: str,
        mention: str,
        parties: list[str],
        values: list[str],
        used: list[int],
        source: str,
        *,
        once: bool,
        where: str = "true",
    ) -> None:
        """Add the claims of a thing (the first row that says it counts) or of a fact (every row does)."""
        first, last = attested_bounds(self.attested)
        starts = ", ".join(f"CASE WHEN t.w{i} <> '' THEN t.a{i} END" for i in sorted(set(used)))
        ends = ", ".join(f"CASE WHEN t.w{i} <> '' THEN t.b{i} END" for i in sorted(set(used)))
        letters = ", ".join(f"CASE WHEN t.w{i} <> '' THEN '{letter(i)}' END" for i in sorted(set(used)))
        self.connection.execute(
            f"""INSERT INTO claims
            WITH made AS (SELECT t.row, {kind} AS class, {mention} AS mention, {joined(parties)} AS parties, {joined(values)} AS said,
                t.start + least({starts}) AS begins, t.start + greatest({ends}) AS ends,
                substr(t.line, least({starts}) + 1, greatest({ends}) - least({starts})) AS quote, concat_ws(' ', {letters}) AS columns
                FROM {source} WHERE {where}),
            keyed AS (SELECT *, hashed(list_concat([class, '{self.document}', mention],
                list_transform(list_sort(list_distinct(parties)), lambda x: concat(x.property, '>', x.value)),
                list_transform(list_sort(list_distinct(said)), lambda x: concat(x.property, '=', x.value)))) AS key FROM made),
            one AS (SELECT * FROM keyed QUALIFY row_number() OVER (PARTITION BY key{"" if once else ", row"} ORDER BY row) = 1),
            placed AS (SELECT o.*, coalesce(f.spans, '') AS spans, coalesce(f.more, 0) AS more,
                list_sort(list_distinct(said)) AS sorted FROM one o LEFT JOIN further f ON f.row = o.row),
            named AS (SELECT *, hashed(list_concat([key, concat({self.start} + begins, '-', {self.start} + ends, ':')],
                CASE WHEN spans = '' THEN [] ELSE string_split(spans, ' ') END,
                list_transform(sorted, lambda x: CASE WHEN x.words = x.value THEN '' ELSE x.words END),
                ['table', '100', '{self.attested}', '0'])) AS claim FROM placed)
            SELECT claim, key, class, '{self.document}', mention, x.kind, x.property, x.value,
                CASE WHEN x.words = x.value THEN '' ELSE x.words END, '', {self.start} + begins, {self.start} + ends, spans, 1 + more,
                quote, 0, {quoted(self.sheet)}, row, columns, 'table', 100, '{self.attested}', '{first}', '{last}'
            FROM (SELECT *, unnest(list_concat(list_distinct(parties), sorted)) AS x FROM named)"""
        )

    def _apart(self) -> None:
        """Say which namesakes are two people: two rows where the layout says that a row is a person, two to whom one honour was given."""
        first = next(iter(self.layout.things.values()))
        if self.layout.rows_are_people and self.model[first.class_name].identity_class == "Person":
            self._say_apart(first.name, "")
            return
        for fact in self.layout.facts:
            if fact.class_name == "Award" and "honour" in fact.parties:
                honour, year = self.columns.index(fact.parties["honour"], "name"), self.columns.index(fact.name, "year")
                same = [f"a.v{i} = b.v{i} AND a.v{i} <> ''" for i in (honour, year) if i is not None and not self.columns.used[i].is_split]
                if honour is not None and same:
                    rows = "JOIN t a ON a.row = one.row JOIN t b ON b.row = other.row WHERE " + " AND ".join(same)
                    self._say_apart(fact.parties["recipient"], rows)

    def _say_apart(self, thing: str, rows: str) -> None:
        self.connection.execute(
            f"""INSERT INTO claims SELECT DISTINCT '', '', '', '', one.mention, 'apart', '', other.mention, '', '', -1, 0, '', 0, '', 0, '',
            0, '', '', 100, '', '', '' FROM m_{thing} one JOIN m_{thing} other
            ON other.name = one.name AND other.mention > one.mention {rows}"""
        )

    def _wholes(self) -> Iterator[tuple[str, str, int]]:
        for fact in self.layout.facts:
            if fact.class_name == "Membership":
                member, whole = (fact.parties[p] for p in ("member", "whole"))
                yield from self.connection.execute(
                    f"""SELECT replace(a.key, chr(31), ' '), replace(b.key, chr(31), ' '), min(t.row) FROM t
                    JOIN m_{member} a ON a.row = t.row AND a.name = {self.columns.name(member)}
                    JOIN m_{whole} b ON b.row = t.row AND b.name = {self.columns.name(whole)}
                    WHERE true{self._between_two(fact)} GROUP BY 1, 2 ORDER BY 3, 1"""
                ).fetchall()

    def _claims(self) -> pa.Table:
        names = self.connection.execute("SELECT DISTINCT value FROM claims WHERE property = 'name' AND kind = 'value'").fetchall()
        keys = pa.table({"name": [n for (n,) in names], "key": [sort_key(n) for (n,) in names]})
        self.connection.register("keys", keys)
        columns = ", ".join("coalesce(keys.key, '') AS sort_key" if n == "sort_key" else f"claims.{n}" for n in COLUMNS.names)
        named = "claims.property = 'name' AND claims.kind = 'value' AND keys.name = claims.value"
        found = self.connection.sql(f"SELECT {columns} FROM claims LEFT JOIN keys ON {named}").to_arrow_table()
        return found.cast(COLUMNS)

    def _counts(self) -> dict[str, int]:
        rows = self.connection.execute("SELECT count(DISTINCT row) FROM t").fetchall()
        found = dict(
            self.connection.execute(
                """SELECT class, count(DISTINCT CASE WHEN mention = '' THEN key ELSE mention END) FROM claims
                WHERE kind <> 'apart' GROUP BY class"""
            ).fetchall()
        )
        return {**found, "rows": rows[0][0]}
