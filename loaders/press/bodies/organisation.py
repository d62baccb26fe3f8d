"""A mention of an organisation."""

from __future__ import annotations

from dataclasses import dataclass

from kg.claim import Method
from loaders.press import combination


@dataclass(frozen=True, slots=True)
class Organisation:
    """A mention of an organisation in a paragraph: where, what it is called in full, its kind, how it was found and how sure it is.

    A ``bare`` one is a unit of which only its own words stand there (、人力资源部).
    """

    start: int
    end: int
    name: str
    kind: str
    method: Method = "rule"
    confidence: int = combination.BY_RULE
    bare: bool = False
