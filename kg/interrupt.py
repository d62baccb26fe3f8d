"""Ctrl-C while something must be finished: it is heard, said, and obeyed when the work is done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def deferred(heard: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold back the first Ctrl-C until the block ends, and raise it then; a second one ends the block at once.

    Args:
        heard: called when the first one comes, to tell the user that the work is being finished; by default nothing is said.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came = False

    def hold(_signal: int, _frame: FrameType | None) -> None:
        nonlocal came
        if came:
            raise KeyboardInterrupt
        came = True
        heard()

    previous = signal.signal(signal.SIGINT, hold)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)
    if came:
        raise KeyboardInterrupt
