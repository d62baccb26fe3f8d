"""The command that forgets: forget."""

from __future__ import annotations

import shutil
from typing import Annotated

import typer

from kg import pipeline
from kg.cli.bar import Steps
from kg.cli.screen import err, say
from kg.errors import InputError
from kg.forget import Plan, carry_out, finish, plan_for
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model
from kg.store import open_store
from kg.store.engine import Engine
from kg.store.settings import Settings

_OUT_OF_REACH = (
    "Out of reach, for you to see to: copies and backups of KG_HOME, files that were exported before, the source files themselves, "
    "and on a Neo4j its transaction logs and backups. Loaded again, these sources do not bring the person back; another source "
    "may, for a bare name is not kept."
)


def forget(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="An id, or a name that one person alone bears.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Forget a person: take all that is said of the person out of what is kept, history included, for good.

    Example: kg forget 5d9c3a1f0e7b2c4d6a8e --yes
    """
    settings = Settings.from_environment()
    home, model = Home(settings.home), Model.load()
    home.prepare()
    with home.locked():
        plan = plan_for(home, Manifest.load(home), model, person)
        say(f"{plan.claims} claims in {len(plan.editions)} editions ({', '.join(plan.editions)}) go; in the texts and quotes that stay")
        say(f"{len(plan.names)} names are blanked at equal length. This cannot be undone.")
        if not yes and not (err.is_terminal and typer.confirm("Forget?", err=True)):
            raise InputError("Nothing was forgotten; say yes, or give --yes.")
        written = complete(settings, home, model, plan)
    say(f"Forgotten: {plan.claims} claims, {len(plan.mentions)} mentions; the graph was made anew ({written} rows).")
    say(_OUT_OF_REACH)


def complete(settings: Settings, home: Home, model: Model, plan: Plan) -> int:
    """Carry a plan out and make the graph anew, in a fresh folder of the embedded engine; return how many rows were written.

    Raises:
        BusyError, KeptError, StoreError: it cannot be done now; the next command goes on with it.
    """
    with Steps(1, quiet=True) as steps:
        steps.file(0, "forget")
        if not settings.url:
            Engine(home.folder / "engine").require_free()
        carry_out(home, plan)
        if not settings.url:
            shutil.rmtree(home.folder / "engine", ignore_errors=True)
        store = open_store(model, settings)
        try:
            written = pipeline.rebuild(store, home, model, take_over=False, progress=steps)
        finally:
            store.close()
    finish(home)
    return written
