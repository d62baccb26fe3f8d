"""What the tests of assembling share: a database for building."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from kg.assemble import database


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with database() as connection:
        yield connection
