"""Taking people out of one edition: the claims on them go, and their names in what remains are blanked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pyarrow as pa
import pyarrow.compute as pc

from kg.claimtable import COLUMNS
from kg.forget.blank import Blanker
from kg.forget.tombstone import Tombstones
from kg.home import Home
from kg.sortkey import sort_key

_NAMES = ["name", "alias"]


def redact(table: pa.Table, text: str, mentions: frozenset[str], names: frozenset[str]) -> tuple[pa.Table, str]:
    """The claims and the text of an edition without people.

    A fact that has one of them as a party goes whole. Where a namesake stays in the edition, only the places that stated the person are
    blanked; else the name is blanked wherever it stands.

    Args:
        table: the claims (``kg.claimtable.COLUMNS``).
        text: the kept text that their spans point into.
        mentions: the ids of the people.
        names: their names as they are stated anywhere; those that the table states are added.
    """
    names = names | names_of(table, mentions)
    gone = _is_of(table, mentions)
    kept = before = table.filter(pc.invert(gone))
    others = _people(kept)
    blank = Blanker(names - others, others)
    new = blank(text)
    if names & others:
        for start, end in _spans(table.filter(gone)):
            new = new[:start] + Blanker(names, others)(text[start:end]) + new[end:]
    for column in ("value", "words", "sheet"):
        kept = _mapped(kept, column, blank)
    if new != text:
        kept = _quoted(kept, new)
    return _sorted_again(kept, before), new


def without_forgotten(home: Home, table: pa.Table, text: str) -> tuple[pa.Table, str]:
    """A new reading's claims and text without those who were forgotten: known by their mentions, or by an identifier that they bear.

    Raises:
        KeptError: the tombstones cannot be read.
    """
    tombstones = Tombstones.load(home)
    if not tombstones.hashes:
        return table, text
    known = {m for m in pc.unique(table["mention"]).to_pylist() if m and tombstones.knows("mention", m)}
    keys = table.filter(pc.equal(table["kind"], "key")).select(["mention", "value"]).to_pylist()
    known |= {row["mention"] for row in keys if tombstones.knows("identifier", row["value"])}
    return redact(table, text, frozenset(known), frozenset()) if known else (table, text)


def names_of(table: pa.Table, mentions: Iterable[str]) -> frozenset[str]:
    """The names and aliases that a table states of mentions, in normal form and in the source's words."""
    mine = pc.and_(pc.is_in(table["mention"], pa.array(mentions, pa.string())), _is_name(table))
    rows = table.filter(mine)
    return frozenset({*rows["value"].to_pylist(), *rows["words"].to_pylist()} - {""})


def _is_name(table: pa.Table) -> pa.ChunkedArray:
    return pc.and_(pc.equal(table["kind"], "value"), pc.is_in(table["property"], pa.array(_NAMES)))


def _people(table: pa.Table) -> frozenset[str]:
    """The names of the people who stay."""
    rows = table.filter(pc.and_(_is_name(table), pc.equal(table["class"], "Person")))
    return frozenset(rows["value"].to_pylist())


def _is_of(table: pa.Table, mentions: frozenset[str]) -> pa.ChunkedArray:
    """Which rows go: those on the people, whole facts with one of them as a party, and single rows that lead to one."""
    people = pa.array(sorted(mentions), pa.string())
    own = pc.is_in(table["mention"], people)
    leads = pc.and_(pc.invert(pc.equal(table["kind"], "value")), pc.is_in(table["value"], people))
    facts = table.filter(pc.and_(leads, pc.and_(pc.equal(table["mention"], ""), pc.equal(table["kind"], "party"))))["claim"]
    return pc.or_(pc.or_(own, leads), pc.is_in(table["claim"], pc.unique(facts).cast(pa.string())))


def _spans(table: pa.Table) -> list[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for row in table.select(["span_start", "span_end", "further"]).to_pylist():
        if row["span_start"] >= 0:
            runs = [f"{row['span_start']}-{row['span_end']}:", *row["further"].split()]
            found |= {(int(a), int(b)) for a, _, b in (run.split(":")[0].partition("-") for run in runs)}
    return sorted(found)


def _mapped(table: pa.Table, column: str, change: Callable[[str], str]) -> pa.Table:
    """The table with a column's values changed, each distinct one once."""
    encoded = table[column].combine_chunks().dictionary_encode()
    values = pa.array([change(v) for v in encoded.dictionary.to_pylist()], pa.string())
    return table.set_column(table.schema.get_field_index(column), COLUMNS.field(column), values.take(encoded.indices))


def _quoted(table: pa.Table, text: str) -> pa.Table:
    """The table with every quote taken from the text again."""
    quotes = []
    for start, end, further, old in zip(*(table[c].to_pylist() for c in ("span_start", "span_end", "further", "quote")), strict=True):
        runs = [(start, end), *(tuple(map(int, run.split(":")[0].split("-"))) for run in further.split())]
        quotes.append(old if start < 0 else "".join(text[a:b] for a, b in runs).replace("\n", "").replace("\r", ""))
    return table.set_column(table.schema.get_field_index("quote"), COLUMNS.field("quote"), pa.array(quotes, pa.string()))


def _sorted_again(table: pa.Table, before: pa.Table) -> pa.Table:
    """The table with the sort keys of changed names made again."""
    changed = pc.not_equal(table["value"], before["value"])
    if not pc.any(changed).as_py():
        return table
    keys = [
        sort_key(value) if is_changed and key else key
        for value, key, is_changed in zip(table["value"].to_pylist(), table["sort_key"].to_pylist(), changed.to_pylist(), strict=True)
    ]
    return table.set_column(table.schema.get_field_index("sort_key"), COLUMNS.field("sort_key"), pa.array(keys, pa.string()))
