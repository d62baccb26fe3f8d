"""One progress bar over all files of a load and over what is done once for all of them."""

from __future__ import annotations

from time import perf_counter

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from kg import pipeline
from kg.cli.screen import err

_EACH = {"read": 15, "keep": 10}
_ONCE = {"assemble": 20, "compare": 10, "write": 45}


class Steps(pipeline.Progress):
    """One progress bar over all files and their steps, and how long each step took.

    Args:
        files: how many there are.
        quiet: whether to show no bar, as for ``--json``.
    """

    def __init__(self, files: int, *, quiet: bool) -> None:
        self.seconds: dict[str, float] = {}
        self.name, self.began = "", perf_counter()
        self.total, self.base = 0, 0.0
        self.bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeElapsedColumn(),
            console=err,
            transient=True,
            disable=quiet or not err.is_terminal,
        )
        self.files, self.label = files, ""
        self.task = self.bar.add_task("", total=files * sum(_EACH.values()) + sum(_ONCE.values()))

    def __enter__(self) -> Steps:
        self.bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self.bar.stop()

    def file(self, number: int, name: str) -> None:
        """The work on a file begins; ``number`` is from 0."""
        self._at(number, name)

    def once(self) -> None:
        """All files are kept; what follows is done once for all of them."""
        self._at(self.files, "all" if self.files > 1 else self.label)

    def step(self, name: str, total: int | None = None) -> None:
        """A step of the file, or of all, begins."""
        self._end()
        self.name, self.began, self.total = name, perf_counter(), total or 0
        steps = _EACH if name in _EACH else _ONCE
        before = sum(share for step, share in steps.items() if list(steps).index(step) < list(steps).index(name))
        self.bar.update(self.task, completed=self.base + before, description=f"{self.label}: {name}")

    def advance(self, rows: int) -> None:
        """Rows of the step are done."""
        if self.total:
            self.bar.advance(self.task, (_EACH | _ONCE)[self.name] * rows / self.total)

    def _at(self, number: int, name: str) -> None:
        self._end()
        self.base, self.label = number * sum(_EACH.values()), name
        self.bar.update(self.task, completed=self.base, description=name)

    def _end(self) -> None:
        if self.name:
            self.seconds[self.name] = self.seconds.get(self.name, 0.0) + perf_counter() - self.began
        self.name = ""
