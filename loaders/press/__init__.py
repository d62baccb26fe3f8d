"""The loader of the union press: from the text of an edition to claims, each with its characters."""

import hashlib
from pathlib import Path

from loaders.press import tagged
from loaders.press.file import SUFFIXES
from loaders.press.knowledge import added
from loaders.press.reader import Edition, read, reading, steps
from loaders.press.source import UNKNOWN, source_of, sources

__all__ = ["SUFFIXES", "UNKNOWN", "Edition", "read", "reading", "source_of", "sources", "steps", "tagged", "version"]

VERSION = "2"
"""Of the rules."""
_CODE = Path(__file__).parent


def version() -> str:
    """What reads: the rules' number, the hash of the rules and of what they know, the tagger where it is installed,
    and what the user adds.

    The manifest keeps it with every version of an edition; a file that is kept already is read again where this differs.
    """
    said = hashlib.sha256()
    for path in sorted(_CODE.rglob("*")):
        if path.suffix in (".py", ".yml", ".txt"):
            said.update(path.relative_to(_CODE).as_posix().encode() + b"\0" + path.read_bytes())
    return ", ".join(
        filter(None, (f"{VERSION} {said.hexdigest()[:8]}", tagged.installed(), f"own knowledge {own}" if (own := added()) else ""))
    )
