"""Loads that are ended with no chance to tidy up, and what the next command makes of what they left."""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

import pytest

from kg.home import Home
from kg.manifest import Manifest
from kg.store import Settings, open_store
from tests.readings import MODEL
from tests.store.editions import bring, turtle
from tests.store.worker import start

TIMES = 20


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, int]:
    """The Turtle of both loads that nothing disturbed, and how many rows the second one wrote."""
    home = Home(tmp_path_factory.mktemp("whole") / "home")
    home.prepare()
    store = open_store(MODEL, Settings(home=home.folder))
    bring(store, home, 1)
    size = bring(store, home, 2)
    shown = turtle(store)
    store.close()
    return shown, size


def finish(settings: Settings) -> tuple[bytes, int]:
    """Load again, in this process: the Turtle, and how many rows a further load writes."""
    home = Home(settings.home)
    home.prepare()
    store = open_store(MODEL, settings)
    try:
        if len(Manifest.load(home).editions) < 2:
            bring(store, home, 1)
        bring(store, home, 2)
        return turtle(store), bring(store, home, 2)
    finally:
        store.close()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 1.0])
def test_a_load_that_was_killed_while_it_wrote_is_finished_by_the_next(settings: Settings, whole: tuple[bytes, int], share: float) -> None:
    process = start(settings, "load", str(max(1, round(share * whole[1]))))
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (-signal.SIGKILL, "second\n", "")
    store = open_store(MODEL, settings)
    seen = store.state()
    store.close()
    assert seen is not None
    assert seen.going != ""
    assert finish(settings) == (whole[0], 0)


@pytest.mark.parametrize("moment", range(4))
def test_a_rebuild_that_was_killed_while_it_emptied_is_finished_by_the_next(
    settings: Settings, home: Home, whole: tuple[bytes, int], moment: int
) -> None:
    store = open_store(MODEL, settings)
    bring(store, home, 1)
    bring(store, home, 2)
    store.close()
    batches, steps = (1, 5, 15, 25), (1, 2, 3, 4)
    process = start(settings, "empty", str((batches if settings.url else steps)[moment]))
    assert (process.communicate(timeout=60), process.returncode) == (("", ""), -signal.SIGKILL)
    assert finish(settings) == (whole[0], 0)


@pytest.mark.soak
def test_loads_that_were_killed_at_any_moment_are_finished_by_the_next(
    settings: Settings, whole: tuple[bytes, int], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    began = time.monotonic()
    process = start(settings, "load", "0")
    assert process.communicate(timeout=60)[1] == ""
    seconds = time.monotonic() - began
    moments = random.Random(request.node.name)
    for number in range(TIMES):
        fresh = Settings(tmp_path / f"home{number}", settings.url, settings.user, settings.password, settings.database)
        if fresh.url:
            request.getfixturevalue("neo4j_server").empty()
        process = start(fresh, "load", "0")
        time.sleep(moments.uniform(0.2, 1.0) * seconds)
        process.kill()
        process.communicate(timeout=60)
        assert finish(fresh) == (whole[0], 0), f"killed as number {number}"
