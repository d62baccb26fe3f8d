"""Readings of many files on all cores, in the order of the files: which process read one changes nothing."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from kg.cli.loaders import LOADERS, File, Taken
from kg.errors import InputError, UnionGraphError
from kg.interrupt import deferred

LEAST = 200_000
"""From so many bytes in all on files are read by processes of their own; to start these takes as long as to read half of it."""

Outcome = Taken | UnionGraphError


def readings(files: Sequence[File], source: str, edition: str) -> Generator[Outcome]:
    """What the loaders make of the files, one after the other: a reading with its source, or what is wrong with the file."""
    if len(files) < 2 or sum(_size(file.path) for file in files) < LEAST:
        for file in files:
            yield _read(file.path, file.loader.name, source, edition, file.top)
        return
    # Processes that are born anew: the embedded engine's threads would not survive a fork.
    context = multiprocessing.get_context("spawn")
    workers = min(os.cpu_count() or 1, len(files))
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    try:
        yield from _in_order(pool, files, source, edition, ahead=2 * workers)
    finally:
        born = multiprocessing.active_children()  # shutdown forgets them, and what nobody ends is waited for when this process ends
        pool.shutdown(wait=False, cancel_futures=True)
        for process in born:
            process.terminate()


def _size(path: Path) -> int:
    """The bytes of a file; none where they cannot be counted, which its loader will say."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _in_order(pool: ProcessPoolExecutor, files: Sequence[File], source: str, edition: str, *, ahead: int) -> Iterator[Outcome]:
    """The outcomes in the order of the files; no more than some are waiting, so that memory stays bounded."""
    waiting: deque[tuple[Path, Future[Outcome]]] = deque()
    rest = iter(files)
    while True:
        while len(waiting) < ahead and (following := next(rest, None)) is not None:
            with deferred():  # else Ctrl-C could leave a process that nobody knows
                task = pool.submit(_read, following.path, following.loader.name, source, edition, following.top)
            waiting.append((following.path, task))
        if not waiting:
            return
        path, future = waiting.popleft()
        try:
            yield future.result()
        except BrokenProcessPool as exc:
            raise InputError(f"The process that read {path} or a file near it was ended (out of memory?); load them one by one.") from exc


def _read(path: Path, loader: str, source: str, edition: str, top: Path | None) -> Outcome:
    try:
        return next(one for one in LOADERS if one.name == loader).read(path, source, edition, top)
    except UnionGraphError as exc:
        return exc
