"""Opening the graph for a command: the folder, the model and the store, brought up to date before it is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kg import pipeline
from kg.cli.forgetting import complete
from kg.cli.screen import say
from kg.errors import BusyError
from kg.forget import Plan, unfinished
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model
from kg.store import Store, open_store
from kg.store.settings import Settings


@dataclass(frozen=True, slots=True)
class Opened:
    """A folder with the store that shows it."""

    home: Home
    model: Model
    store: Store


@contextmanager
def opened() -> Iterator[Opened]:
    """The folder and the store that the environment names, as they are."""
    settings = Settings.from_environment()
    home = Home(settings.home)
    home.prepare()
    model = Model.load()
    if unfinished(home):
        say("Going on with what kg forget began.")
        with home.locked():
            complete(settings, home, model, Plan.load(home))
    store = open_store(model, settings)
    try:
        yield Opened(home, model, store)
    finally:
        store.close()


@contextmanager
def current() -> Iterator[Opened]:
    """The same, with what an earlier load left unfinished written first."""
    with opened() as graph:
        manifest = Manifest.load(graph.home)
        pipeline.require_own(graph.store, manifest)
        seen = graph.store.state()
        if manifest.editions and (seen is None or seen.going or seen.shown != pipeline.state(manifest, graph.model)):
            try:
                with graph.home.locked():
                    manifest = Manifest.load(graph.home)
                    pipeline.bring(graph.store, graph.home, manifest, graph.model, before=None, progress=pipeline.Progress())
            except BusyError:
                say("A load is running; what is shown may lack part of it.")
        yield graph
