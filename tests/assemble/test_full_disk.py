"""A disk without room: the last build is not kept, and what cannot be spilled is told in a sentence."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import pytest

from kg.assemble import Origin, build, cache, database
from kg.errors import KeptError
from kg.home import Home
from kg.manifest import Manifest
from tests.assemble.test_build import keep
from tests.readings import MODEL, Page, reading


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file that this process writes gets larger, as on a disk that fills up."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def manifest(home: Home) -> Manifest:
    """Of a list of people whose build does not fit into the log of one commit."""
    page = Page("wang/2025-11", "名册", kind="article")
    for number in range(3000):
        page.entity("Person", f"顾{chr(0x4E00 + number)}", birth="1970")
    return keep(home, reading(page))


@pytest.mark.parametrize("size", [0, 100_000, 1_000_000])
def test_a_last_build_that_finds_no_room_is_not_kept(
    home: Home, connection: duckdb.DuckDBPyConnection, manifest: Manifest, size: int
) -> None:
    build(connection, "after", home, manifest, MODEL)
    origin = Origin.of(manifest, MODEL, "state")
    cache.save(connection, "after", home, origin)
    assert cache.attach(connection, home) == origin
    connection.execute("DETACH kept")
    with largest_file(size):
        cache.save(connection, "after", home, origin)
    assert not home.cache.exists()
    cache.save(connection, "after", home, origin)
    assert cache.attach(connection, home) == origin


def test_a_disk_that_is_full_is_told_in_a_sentence() -> None:
    with pytest.raises(KeptError, match=r"^The disk that holds .* is full; make room there, or set TMPDIR"), database() as connection:
        connection.execute("COPY (SELECT i FROM range(100000) t(i)) TO '/dev/full' (FORMAT csv)")
