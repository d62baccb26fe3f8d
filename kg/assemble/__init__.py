"""Assembling: from all claims that stand, and who is who, to the tables of the graph."""

from kg.assemble.build import afford, build, database
from kg.assemble.cache import Origin
from kg.assemble.difference import difference
from kg.assemble.shown import read_shown
from kg.assemble.touched import Touched

__all__ = ["Origin", "Touched", "afford", "build", "database", "difference", "read_shown"]
