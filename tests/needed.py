"""What a test needs of the machine: where it is missing the test is skipped by name, and in CI it fails."""

from __future__ import annotations

import os

import pytest


def require(missing: str) -> None:
    """Go on where nothing is missing.

    Args:
        missing: what the machine lacks, as the reason of the skip; empty where nothing is missing.
    """
    if missing and os.environ.get("CI") == "true":
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
