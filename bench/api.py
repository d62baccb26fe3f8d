"""The API against the bare driver with the same Cypher, side by side: requests a second, and the time to a first answer.

    python -m bench.api

The sample is loaded on the embedded engine and served by ``kg serve``; eight threads ask for three seconds each way. The driver alone
sends the statement that the API compiles, and makes plain Python of the records: that is the floor.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2

from api.graphql import Service, execute
from kg.model import Model
from kg.store import Settings, Store, open_store

ROOT = Path(__file__).resolve().parent.parent
THREADS = 8
SECONDS = 3.0
POSTS = "{ nodes { name tenures { nodes { title organization { name } } } } }"
QUERIES = {
    "one person with posts": f'{{ people(where: {{name: {{eq: "沈望舒"}}}}) {POSTS} }}',
    "50 people with posts": f"{{ people(first: 50) {POSTS} }}",
    "a page, filtered and counted": (
        '{ events(first: 20, where: {start: {startsWith: "2025-11"}}) { totalCount nodes { name start place { name } } } }'
    ),
}


class _Recorder:
    """A store that keeps the statements it is asked, and passes them on."""

    def __init__(self, store: Store) -> None:
        self.store, self.asked = store, list[tuple[str, dict[str, Any]]]()

    def read(self, text: str, parameters: dict[str, Any], *, timeout: float) -> list[dict[str, Any]]:
        """Ask, and keep what was asked."""
        self.asked.append((text, parameters))
        return self.store.read(text, parameters, timeout=timeout)


def rate(ask: Callable[[], object]) -> float:
    """How often a second eight threads get an answer."""
    count, stop = [0] * THREADS, time.perf_counter() + SECONDS

    def work(number: int) -> None:
        while time.perf_counter() < stop:
            ask()
            count[number] += 1

    threads = [threading.Thread(target=work, args=(n,)) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(count) / SECONDS


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder) / "home")
        environment = {**os.environ, "KG_HOME": str(settings.home)}
        kg = [sys.executable, "-m", "kg"]
        subprocess.run(
            [*kg, "load", str(ROOT / "examples" / "press" / "jhgy-2025-11.txt")], env=environment, check=True, capture_output=True
        )
        began = time.perf_counter()
        with subprocess.Popen([*kg, "serve", "--port", "0"], env=environment, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr is not None
            address = ""
            while not address:
                found = re.search(r"http://[\d.]+:\d+", process.stderr.readline())
                address = found[0] if found else ""
            threading.Thread(target=process.stderr.read, daemon=True).start()
            client = httpx2.Client(limits=httpx2.Limits(max_connections=THREADS))
            ask = lambda text: client.post(f"{address}/graphql", json={"query": text}).json()  # noqa: E731
            assert "errors" not in ask(next(iter(QUERIES.values())))
            sys.stdout.write(f"cold start to the first answer: {time.perf_counter() - began:.2f} s\n")
            store = open_store(Model.load(), settings)
            for name, text in QUERIES.items():
                recorder = _Recorder(store)
                same = json.loads(json.dumps(execute(Service(Model.load(), recorder), text).body))  # type: ignore[arg-type]
                assert same == ask(text)
                statement, parameters = recorder.asked[0]
                served, bare = rate(lambda t=text: ask(t)), rate(lambda s=statement, p=parameters: store.read(s, p))  # type: ignore[misc]
                sys.stdout.write(f"{name:<30} {served:7.0f}/s served  {bare:7.0f}/s driver alone  1 : {bare / served:.2f}\n")
            store.close()
            process.terminate()


if __name__ == "__main__":
    main()
