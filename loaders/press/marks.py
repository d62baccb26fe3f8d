"""Marks between clauses and sentences."""

from __future__ import annotations

from collections.abc import Iterable


def last_of(text: str, marks: Iterable[str], position: int) -> int:
    """Where the last of some marks stands before a position; -1 where none does, so that one more is where the clause begins."""
    return max(text.rfind(mark, 0, position) for mark in marks)
