"""Where the command begins: before anything heavy is imported, so that Ctrl-C is one sentence from the first moment."""

from __future__ import annotations

import sys

from kg.errors import UnionGraphError

INTERRUPTED = 130


def main() -> None:
    """Run ``kg`` with the arguments of the process, and end with its exit code."""
    try:
        from kg.cli.app import run  # noqa: PLC0415 -- it takes a while, in which Ctrl-C may come

        code = run(sys.argv[1:])
    except UnionGraphError as exc:  # of a setting that is read while modules are imported
        sys.stderr.write(f"kg: {exc}\n")
        code = exc.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("kg: interrupted.\n")
        code = INTERRUPTED
    sys.exit(code)
