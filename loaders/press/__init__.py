"""The loader of the union press: from the text of an edition to claims, each with its characters."""

from loaders.press import tagged
from loaders.press.reader import read
from loaders.press.source import sources

VERSION = "2"
"""Of the rules."""

__all__ = ["loader", "read", "source_yaml", "sources", "tagged"]


def loader() -> str:
    """What reads: the rules with their version, and the tagger where it is installed. The manifest keeps it with every version."""
    found = tagged.tagger()
    return f"press {VERSION}" + (f", {found.name}" if found is not None else "")


def source_yaml(source: str) -> str:
    """The YAML that describes a source."""
    return sources()[source].yaml
