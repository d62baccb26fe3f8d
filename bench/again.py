"""One edition more on a graph of people with homonyms, slips and changed posts: seconds against the number of people.

    python -m bench.again [PEOPLE …]        10,000 and 100,000 by default, without the engine

The sets are those of ``bench.identity``. An issue and a list of awards are held back and come one after the other; who is who is
resolved again where they stir it. Printed besides: of how many mentions something else is known, and how many were clustered anew.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from bench import identity
from bench.made import RATES, World
from kg.assemble import Origin, Touched, build, cache, database, difference
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model

SIZES = (10_000, 100_000)
_STIRRED = "SELECT (SELECT count(*) FROM who.stirred), (SELECT count(*) FROM few.person), (SELECT count(*) FROM now.person)"


def first(home: Home, manifest: Manifest, model: Model) -> None:
    """Build from nothing, and keep the build."""
    began = time.perf_counter()
    with database() as connection:
        build(connection, "after", home, manifest, model)
        built = time.perf_counter()
        cache.save(connection, "after", home, Origin.of(manifest, model, "made"))
    sys.stdout.write(f"  whole build {built - began:.1f} s, keeping it {time.perf_counter() - built:.1f} s\n")


def more(home: Home, manifest: Manifest, model: Model, edition: str) -> None:
    """Build from the last build, and keep what changed."""
    began = time.perf_counter()
    with database() as connection:
        origin, last = Origin.of(manifest, model, "made"), cache.attach(connection, home)
        if last is None:
            raise SystemExit("the last build cannot be read")
        touched = Touched(connection, home, manifest, model, last, origin)
        if not touched.build():
            raise SystemExit("only a whole build would do")
        rows = difference(connection, "before", "after", model).size
        touched.keep()
        stirred, clustered, mentions = connection.execute(_STIRRED).fetchall()[0]
    seconds = time.perf_counter() - began
    out = f"  {edition}: {seconds:.1f} s, {rows} rows to write; {stirred} mentions stirred, {clustered} of {mentions} clustered\n"
    sys.stdout.write(out)


def main() -> None:
    """Print some lines for each size."""
    model = Model.load()
    for size in [int(size) for size in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            home, world = Home(Path(folder)), World(size, 1, RATES["plain"])
            home.prepare()
            mentions = list(world.mentions())
            whole, _ = identity.write(home, world, mentions)
            sys.stdout.write(f"{size} people, {len(mentions)} mentions\n")
            held = [[e for e in sorted(whole.editions) if e.startswith(kind)][10] for kind in ("news/", "awards/")]
            manifest = replace(whole, editions={e: v for e, v in whole.editions.items() if e not in held})
            first(home, manifest, model)
            for edition in held:
                manifest = replace(manifest, editions={**manifest.editions, edition: whole.editions[edition]})
                more(home, manifest, model, edition)


if __name__ == "__main__":
    main()
