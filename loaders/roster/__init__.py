"""The roster loader: tables of officials, bodies, honours, enterprises and events, each described by one YAML file."""

from loaders.roster.described import described
from loaders.roster.draft import draft
from loaders.roster.reader import SUFFIXES, read
from loaders.roster.source import RosterSource, parse

VERSION = 2
"""Raised when the loader finds other claims in the same table."""

__all__ = ["SUFFIXES", "VERSION", "RosterSource", "described", "draft", "parse", "read"]
