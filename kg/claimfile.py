"""The claims file: one immutable Parquet file a version, a row for each value and each party of a claim.

Rows are sorted, all columns are text or integers and never NULL, and the file's name bears the hash of its bytes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pypinyin import Style, lazy_pinyin

from kg.claim import Claim, Reading
from kg.document import quote
from kg.home import Home, sha256
from kg.manifest import Version
from kg.values import first_day, last_day

SCHEMA = 1
COLUMNS = pa.schema(
    [
        ("claim", pa.string()),
        ("key", pa.string()),
        ("class", pa.string()),
        ("document", pa.string()),
        ("mention", pa.string()),
        ("kind", pa.string()),  # value, party, apart
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
        ("method", pa.string()),
        ("confidence", pa.int64()),
        ("attested", pa.string()),
        ("attested_first", pa.string()),
        ("attested_last", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """The bytes of a claims file, and what the manifest says of them."""

    data: bytes
    rows: int
    content: str

    @property
    def sha256(self) -> str:
        """Of the bytes."""
        return sha256(self.data)

    def name(self, edition: str) -> str:
        """The file's name under ``claims/``."""
        return f"{edition.replace('/', '.')}.{self.sha256[:16]}.parquet"


def encode(reading: Reading, edition: str) -> ClaimFile:
    """Write a reading's documents and claims as a claims file."""
    rows = sorted(_rows(reading, edition), key=lambda r: (r["claim"], r["kind"], r["property"], r["value"]))
    table = pa.Table.from_pylist(rows, schema=COLUMNS)
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd", use_dictionary=True)
    said = hashlib.sha256()
    for row in rows:
        said.update("\x1f".join(str(v) for v in row.values()).encode() + b"\n")
    return ClaimFile(sink.getvalue(), len(rows), said.hexdigest())


def read(home: Home, version: Version) -> pa.Table:
    """The rows of a version's claims file, its hash checked.

    Raises:
        KeptError: the file is missing or damaged.
    """
    return pq.read_table(io.BytesIO(home.read(home.claims / version.claims, version.sha256)))


def sort_key(name: str) -> str:
    """The pinyin of a name, by which Chinese lists are ordered; what is not Chinese stays, in lower case."""
    return " ".join(lazy_pinyin(name, style=Style.TONE3)).lower()


def _rows(reading: Reading, edition: str) -> Iterator[dict[str, Any]]:
    issued = {d.id: d.issued or reading.issued for d in reading.documents}
    for document in reading.documents:
        values = {
            "name": document.title or reading.title,
            "documentKind": document.kind,
            "section": document.section,
            "page": str(document.page) if document.page else "",
            "issued": issued[document.id],
            "textStart": str(document.start),
            "textEnd": str(document.end),
        }
        yield _row(document.id, "Document", document.id, document.id, "party", "partOf", edition)
        for name, value in values.items():
            if value:
                key = sort_key(value) if name == "name" else ""
                yield _row(document.id, "Document", document.id, document.id, "value", name, value) | {"sort_key": key}
    for claim in _distinct(reading.claims):
        yield from _claim_rows(claim, reading.text, claim.attested or issued[claim.document])
    for one, other in sorted({tuple(sorted(pair)) for pair in reading.apart}):
        yield _row("", "", "", one, "apart", "", other)


def _distinct(claims: Iterable[Claim]) -> Iterator[Claim]:
    seen: set[str] = set()
    for claim in claims:
        if claim.id not in seen:
            seen.add(claim.id)
            yield claim


def _claim_rows(claim: Claim, text: str, attested: str) -> Iterator[dict[str, Any]]:
    main, *others = claim.spans
    common = {
        "key": claim.key,
        "span_start": main.start,
        "span_end": main.end,
        "further": " ".join(f"{s.start}-{s.end}:{s.gives}" for s in others),
        "spans": len(claim.spans),
        "quote": quote(text, claim.spans),
        "page": claim.page,
        "method": claim.method,
        "confidence": claim.confidence,
        "attested": attested,
        "attested_first": first_day(attested) if attested else "",
        "attested_last": last_day(attested) if attested else "",
    }
    for value in claim.values:
        key = sort_key(value.value) if value.property == "name" else ""
        row = _row(claim.id, claim.class_name, claim.document, claim.mention, "value", value.property, value.value)
        yield row | common | {"words": value.words, "sort_key": key}
    for party in claim.parties:
        yield _row(claim.id, claim.class_name, claim.document, claim.mention, "party", party.property, party.mention) | common


def _row(claim: str, class_name: str, document: str, mention: str, kind: str, name: str, value: str) -> dict[str, Any]:
    blank = {f.name: "" if f.type == pa.string() else 0 for f in COLUMNS}
    said = {"claim": claim, "key": claim, "class": class_name, "document": document, "mention": mention}
    return blank | said | {"kind": kind, "property": name, "value": value, "span_start": -1, "span_end": -1, "confidence": 100}
