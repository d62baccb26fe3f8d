"""Claims as a table: a row for each value and each party of a claim. What a claims file holds, and what assembling reads.

A loader that reads running text makes ``Claim`` objects, which ``tabulate`` turns into rows; one that reads a roster of half a
million makes the rows itself (``Reading.rows``) and passes through no object a cell.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from kg.claim import Claim, Reading
from kg.document import Document, Span, quote
from kg.ids import edition_id
from kg.sortkey import sort_key
from kg.values import first_day, last_day

COLUMNS = pa.schema(
    [
        ("claim", pa.string()),
        ("key", pa.string()),
        ("class", pa.string()),
        ("document", pa.string()),
        ("mention", pa.string()),
        ("kind", pa.string()),  # value, party, apart; key: what only matching may use and the graph never shows
        ("property", pa.string()),
        ("value", pa.string()),  # in normal form; of a party its mention
        ("words", pa.string()),
        ("sort_key", pa.string()),  # pinyin of a name
        ("span_start", pa.int64()),  # -1 where the claim has no span (documents)
        ("span_end", pa.int64()),
        ("further", pa.string()),  # "start-end:gives", separated by spaces
        ("spans", pa.int64()),
        ("quote", pa.string()),
        ("page", pa.int64()),
        ("sheet", pa.string()),  # of a table, else empty
        ("sheet_row", pa.int64()),  # from 1, else 0
        ("sheet_columns", pa.string()),  # "A C D", else empty
        ("method", pa.string()),
        ("confidence", pa.int64()),
        ("attested", pa.string()),
        ("attested_first", pa.string()),
        ("attested_last", pa.string()),
    ]
)
_ORDER = [(name, "ascending") for name in ("claim", "kind", "property", "value")]
Row = tuple[Any, ...]


def tabulate(reading: Reading) -> pa.Table:
    """All that a reading says, its documents too, as one sorted table without NULL."""
    rows = list(_rows(reading))
    columns = list(zip(*rows, strict=True)) or [()] * len(COLUMNS)
    table = pa.table([pa.array(column, field.type) for column, field in zip(columns, COLUMNS, strict=True)], schema=COLUMNS)
    if reading.rows is not None:
        table = pa.concat_tables([table, reading.rows.cast(COLUMNS)])
    return table.sort_by(_ORDER).combine_chunks()


def digest_of(table: pa.Table) -> str:
    """The SHA-256 of what a table says, whatever the bytes of its file."""
    said = hashlib.sha256()
    for column in table.columns:
        for chunk in column.chunks:
            for part in _bytes(chunk):
                said.update(part)
    return said.hexdigest()


def _bytes(chunk: pa.Array) -> Iterator[memoryview]:
    """The numbers of an array; of text its lengths and then its characters, whatever the offsets."""
    numbers = pc.binary_length(chunk) if pa.types.is_string(chunk.type) else chunk
    width = numbers.type.bit_width // 8
    if len(chunk):
        yield memoryview(numbers.buffers()[1])[width * numbers.offset : width * (numbers.offset + len(chunk))]
    size = pc.sum(numbers).as_py() or 0
    if pa.types.is_string(chunk.type) and size:
        _, offsets, data = chunk.buffers()
        start = int.from_bytes(memoryview(offsets)[4 * chunk.offset : 4 * chunk.offset + 4], "little")
        yield memoryview(data)[start : start + size]


def counts(table: pa.Table) -> dict[str, tuple[int, int]]:
    """For each class how many things and how many claims there are, the documents themselves left out."""
    said = table.filter(pc.and_(pc.not_equal(table["kind"], "apart"), pc.not_equal(table["mention"], table["document"])))
    thing = pc.if_else(pc.equal(said["mention"], ""), said["key"], said["mention"])
    grouped = pa.table({"class": said["class"], "thing": thing, "claim": said["claim"]}).group_by("class")
    found = grouped.aggregate([("thing", "count_distinct"), ("claim", "count_distinct")]).to_pylist()
    return {row["class"]: (row["thing_count_distinct"], row["claim_count_distinct"]) for row in found}


def _rows(reading: Reading) -> Iterator[Row]:
    edition = edition_id(reading.source, reading.label)
    issued = {d.id: d.issued or reading.issued for d in reading.documents}
    for document in reading.documents:
        yield from _document(document, document.title or reading.title, issued[document.id], edition)
    for claim in _distinct(reading.claims):
        yield from _claim(claim, reading.text, claim.attested or issued[claim.document])
    for one, other in sorted({tuple(sorted(pair)) for pair in reading.apart}):
        yield ("", "", "", "", one, "apart", "", other, "", "", *_NOWHERE)


_NOWHERE: Row = (-1, -1, "", 0, "", 0, "", 0, "", "", 100, "", "", "")
"""The columns from ``span_start`` on, of what has no place."""


def _document(document: Document, title: str, issued: str, edition: str) -> Iterator[Row]:
    values = {
        "name": title,
        "documentKind": document.kind,
        "section": document.section,
        "page": str(document.page) if document.page else "",
        "issued": issued,
        "textStart": str(document.start),
        "textEnd": str(document.end),
    }
    head = (document.id, document.id, "Document", document.id, document.id)
    yield (*head, "party", "partOf", edition, "", "", *_NOWHERE)
    for name, value in values.items():
        if value:
            yield (*head, "value", name, value, "", sort_key(value) if name == "name" else "", *_NOWHERE)


def _distinct(claims: Iterable[Claim]) -> Iterator[Claim]:
    seen: set[str] = set()
    for claim in claims:
        if claim.id not in seen:
            seen.add(claim.id)
            yield claim


def _claim(claim: Claim, text: str, attested: str) -> Iterator[Row]:
    head = (claim.id, claim.key, claim.class_name, claim.document, claim.mention)
    place = _place(claim, text, attested)
    for value in claim.values:
        key = sort_key(value.value) if value.property == "name" else ""
        yield (*head, "value", value.property, value.value, value.words, key, *place)
    for party in claim.parties:
        yield (*head, "party", party.property, party.mention, "", "", *place)


def _place(claim: Claim, text: str, attested: str) -> Row:
    main, *others = claim.spans
    first, last = (first_day(attested), last_day(attested)) if attested else ("", "")
    said = (quote(text, claim.spans), claim.page, "", 0, "", claim.method, claim.confidence, attested, first, last)
    return (main.start, main.end, _further(others), len(claim.spans), *said)


def _further(spans: list[Span]) -> str:
    return " ".join(f"{s.start}-{s.end}:{s.gives}" for s in spans)
