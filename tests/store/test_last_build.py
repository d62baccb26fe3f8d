"""Loads that begin from the last build show what a rebuild shows, whatever became of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import pipeline
from kg.assemble import cache
from kg.home import Home
from kg.pipeline import Progress
from kg.store import Store
from tests.readings import MODEL
from tests.store.editions import bring, turtle


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LEAST", 0)


def file(home: Home) -> Path:
    return home.cache / "build.duckdb"


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def garble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(12288, len(data), 997):
        data[place] ^= 0xFF
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [lambda _: None, Path.unlink, cut, garble], ids=["whole", "deleted", "cut", "garbled"])
def test_a_second_load_shows_what_a_rebuild_shows(store: Store, home: Home, damage: Callable[[Path], None]) -> None:
    bring(store, home, 1)
    damage(file(home))
    bring(store, home, 2)
    shown = turtle(store)
    assert file(home).exists()
    pipeline.rebuild(store, home, MODEL, take_over=False, progress=Progress())
    assert turtle(store) == shown


def test_a_build_of_another_state_is_not_used(store: Store, home: Home) -> None:
    bring(store, home, 1)
    old = file(home).read_bytes()
    bring(store, home, 2)
    file(home).write_bytes(old)
    kept = pipeline.withdraw(home, "wang/2025-11", recorded="2025-12-09T00:00:00Z")
    pipeline.bring(store, home, kept.manifest, MODEL, before=kept.before, progress=Progress())
    shown = turtle(store)
    pipeline.rebuild(store, home, MODEL, take_over=False, progress=Progress())
    assert turtle(store) == shown


def test_what_a_rebuild_begins_with_is_nothing(store: Store, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(store, home, 1)
    monkeypatch.setattr(cache, "LEAST", 1_000_000)
    pipeline.rebuild(store, home, MODEL, take_over=False, progress=Progress())
    assert not home.cache.exists()
