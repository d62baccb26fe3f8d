"""A process of its own that uses a store, for tests of what happens between processes.

    python -m tests.store.worker hold | show | write | load ROW | bulk ROW | empty BATCH

``hold`` keeps the store open until its input ends; ``show`` prints what the store shows; ``write`` writes the graph made by hand;
``load`` loads both versions of the issues and kills itself at that row of the second load (0: at none); ``bulk`` loads the first
version the bulk way and kills itself at that row; ``empty`` empties the store
and kills itself before that batch, or before that step of the embedded engine's own way.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kg import pipeline
from kg.home import Home
from kg.manifest import Manifest
from kg.pipeline import Progress
from kg.store import Settings, Store, bolt, bulk, holder, open_store
from kg.store.bolt import BoltStore
from tests.readings import MODEL
from tests.store.editions import bring, keep
from tests.store.graph import written

ROOT = Path(__file__).resolve().parent.parent.parent
SMALL_BATCH = 10


class Fuse(Progress):
    """Progress that ends the process, with no chance to tidy up, at a row."""

    def __init__(self, row: int) -> None:
        self.left = row

    def advance(self, rows: int) -> None:
        self.left -= rows
        if self.left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


def environment(settings: Settings, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment that leads a process to the settings."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("KG_", "ARCADEDB_"))}
    given = {"KG_HOME": str(settings.home), "PYTHONPATH": str(ROOT)}
    if settings.url:
        given |= {"KG_NEO4J_URL": settings.url, "KG_NEO4J_USER": settings.user, "KG_NEO4J_PASSWORD": settings.password}
    return {**plain, **given, **(extra or {})}


def start(settings: Settings, *arguments: str, extra: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    """Start a process that does what the arguments say."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.worker", *arguments],
        cwd=ROOT,
        env=environment(settings, extra),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def load(store: Store, home: Home, row: int) -> None:
    """Load the first version, then the second one up to the row."""
    bring(store, home, 1)
    sys.stdout.write("second\n")
    sys.stdout.flush()
    before = Manifest.load(home)
    pipeline.bring(store, home, keep(home, 2), MODEL, before=before, progress=Fuse(row) if row else Progress())


def empty(store: Store, batch: int) -> None:
    """Empty the store up to the batch, or up to the step: the old database is put aside, removed, the new one declared."""
    fuse = Fuse(batch)
    for owner, name in ((BoltStore, "_write"), (Path, "rename"), (shutil, "rmtree"), (holder.Holder, "declare")):
        setattr(owner, name, _counted(getattr(owner, name), fuse))
    store.empty()


def _counted(action: Callable[..., Any], fuse: Fuse) -> Callable[..., Any]:
    def counted(*args: Any, **named: Any) -> Any:
        fuse.advance(1)
        return action(*args, **named)

    return counted


def main() -> None:
    """Do what the arguments say."""
    settings = Settings.from_environment()
    bolt.BATCH = SMALL_BATCH
    store = open_store(MODEL, settings)
    match sys.argv[1]:
        case "hold":
            sys.stdout.write("ready\n")
            sys.stdout.flush()
            sys.stdin.read()
        case "show":
            sys.stdout.write(json.dumps([n["id"] for n in store.nodes()]))
        case "write":
            store.apply(written())
        case "load":
            home = Home(settings.home)
            home.prepare()
            with home.locked():
                load(store, home, int(sys.argv[2]))
        case "bulk":
            home = Home(settings.home)
            home.prepare()
            bulk.LEAST_ROWS, bulk._CHUNK = 1, SMALL_BATCH  # type: ignore[misc]
            with home.locked():
                pipeline.bring(store, home, keep(home, 1), MODEL, before=None, progress=Fuse(int(sys.argv[2])))
        case "empty":
            empty(store, int(sys.argv[2]))
    store.close()


if __name__ == "__main__":
    main()
