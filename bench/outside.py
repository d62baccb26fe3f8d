"""Who is who in made lists that come in by the front door: `kg load`, then `kg mentions --json`, scored by place.

    python -m bench.outside [PEOPLE] [SEED]

The lists are those of ``bench.lists``. Pairs are those of mentions; recall over the pairs that truly share a body, an honour of a year or
a birth.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bench.lists import Shelf
from bench.load import ROOT


def kg(home: Path, *arguments: str, stream: str = "stdout") -> str:
    """What a command prints."""
    command, env = [sys.executable, "-m", "kg", *arguments], {**os.environ, "KG_HOME": str(home)}
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True, cwd=ROOT, stdin=subprocess.DEVNULL)
    return str(getattr(done, stream))


@dataclass(frozen=True)
class Score:
    """What was joined, and what should be: pairs of mentions, mentions seen, and pairs of one list that may not be one."""

    mentions: int
    right: int
    wrong: int
    sharing: int
    found: int
    forbidden: int

    @property
    def precision(self) -> float:
        """The share of the joined pairs that are one person."""
        return self.right / max(self.right + self.wrong, 1)


def scored(shelf: Shelf, lines: str) -> Score:
    """Compare what ``kg mentions --json`` wrote with the truth."""
    seen = [
        (m["id"], *shelf.truth[place], m)
        for m in map(json.loads, lines.splitlines())
        if (place := (m["edition"], m.get("row", 0))) in shelf.truth and m["class"] == "Person"
    ]
    joined, people = defaultdict(list), defaultdict(list)
    for one in seen:
        joined[one[0]].append(one)
        people[one[1]].append(one)
    pairs = [(x[1] == y[1], x, y) for cluster in joined.values() for x, y in combinations(cluster, 2)]
    twice = sum(n - 1 for n in Counter((m["id"], m["document"]) for *_, m in seen if m["edition"].startswith("members")).values())
    sharing = [x[0] == y[0] for mentions in people.values() for x, y in combinations(mentions, 2) if x[2] & y[2]]
    right = sum(same for same, _, _ in pairs)
    return Score(len(seen), right, len(pairs) - right, len(sharing), sum(sharing), twice)


def measure(folder: Path, people: int, seed: int) -> tuple[Score, dict[str, object]]:
    """Write the lists into a folder, load them, and score what became of them; with the seconds of the load and what is open."""
    lists, home = folder / "lists", folder / "home"
    lists.mkdir()
    shelf = Shelf(lists, people, seed)
    shelf.write()
    began = time.perf_counter()
    kg(home, "load", str(lists))
    seconds = time.perf_counter() - began
    score = scored(shelf, kg(home, "mentions", "--json"))
    return score, {"rows": len(shelf.truth), "seconds": seconds, "open": kg(home, "review", stream="stderr").strip()}


def main() -> None:
    """Print the figures."""
    people, seed = (int(sys.argv[1]) if len(sys.argv) > 1 else 2000), (int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    with tempfile.TemporaryDirectory() as folder:
        score, said = measure(Path(folder), people, seed)
    sys.stdout.write(f"{people} people, {score.mentions} mentions of {said['rows']} rows; loaded in {said['seconds']:.0f} s\n")
    sys.stdout.write(
        f"  precision {score.precision:.5f}, recall {score.found / score.sharing:.4f} over {score.sharing} pairs that share an item, "
    )
    sys.stdout.write(f"two of one list joined {score.forbidden}, {said['open']}\n")


if __name__ == "__main__":
    main()
