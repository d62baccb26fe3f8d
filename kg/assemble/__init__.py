"""Assembling: from all claims that stand, and who is who, to the tables of the graph."""

from kg.assemble.build import build, database
from kg.assemble.cache import Origin
from kg.assemble.difference import difference
from kg.assemble.shown import read_shown
from kg.assemble.touched import Touched

__all__ = ["Origin", "Touched", "build", "database", "difference", "read_shown"]
