"""Forgetting a person: the one operation that rewrites what is kept.

    plan ─▶ forgetting.json ─▶ forgotten.jsonl ─▶ claims, texts, sources, journal ─▶ manifest ─▶ what it no longer names is deleted

The plan stands in a file of its own until the graph is made anew; whatever is cut off, the next command finishes it.
"""

from kg.forget.forgetting import carry_out, finish, unfinished
from kg.forget.plan import Plan, plan_for
from kg.forget.redaction import without_forgotten

__all__ = ["Plan", "carry_out", "finish", "plan_for", "unfinished", "without_forgotten"]
