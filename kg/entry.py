"""Where the command begins: before anything heavy is imported, so that Ctrl-C is one sentence from the first moment to the last."""

from __future__ import annotations

import atexit
import os
import signal
import sys
from contextlib import suppress

from kg.errors import UnionGraphError
from kg.interrupt import deferred

INTERRUPTED = 130


def main() -> None:
    """Run ``kg`` with the arguments of the process, and end with its exit code."""
    try:
        with deferred():  # modules in C print a trace of their own where Ctrl-C comes while they are imported
            from kg.cli.app import run  # noqa: PLC0415 -- it takes a while

        code = run(sys.argv[1:])
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is left is done at once
    except UnionGraphError as exc:  # of a setting that is read while modules are imported
        sys.stderr.write(f"kg: {exc}\n")
        code = exc.exit_code
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.stderr.write("kg: interrupted.\n")
        _end(INTERRUPTED)
    sys.exit(code)


def _end(code: int) -> None:
    """End the process with a code. ``sys.exit`` would not do: where Ctrl-C came while a text was executed, as dataclasses are made,
    CPython remembers that and ends the process by the signal, although it was caught."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # nobody reads it any more
            stream.flush()
    os._exit(code)
