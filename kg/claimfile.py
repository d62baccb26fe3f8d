"""The claims file: one immutable Parquet file a version, whose name bears the hash of its bytes."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq

from kg.claimtable import digest_of
from kg.home import Home, sha256
from kg.manifest import Version

SCHEMA = 2
"""The version of the columns (``kg.claimtable.COLUMNS``)."""


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


def encode(table: pa.Table) -> ClaimFile:
    """Write a table of claims as a claims file."""
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd", use_dictionary=True)
    return ClaimFile(sink.getvalue(), table.num_rows, digest_of(table))


def read(home: Home, version: Version) -> pa.Table:
    """The rows of a version's claims file, its hash checked.

    Raises:
        KeptError: the file is missing or damaged.
    """
    return pq.read_table(io.BytesIO(home.read(home.claims / version.claims, version.sha256)))
