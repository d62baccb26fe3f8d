"""The loader of the union press: from the text of an edition to claims, each with its characters."""

from loaders.press.reader import read
from loaders.press.source import sources

VERSION = "1"
"""Of the rules: the manifest keeps it with every version of an edition."""

__all__ = ["VERSION", "read", "source_yaml", "sources"]


def source_yaml(source: str) -> str:
    """The YAML that describes a source."""
    return sources()[source].yaml
