"""Assembling: from all claims that stand, and who is who, to the tables of the graph."""

from kg.assemble.build import build, database
from kg.assemble.difference import difference
from kg.assemble.shown import read_shown

__all__ = ["build", "database", "difference", "read_shown"]
