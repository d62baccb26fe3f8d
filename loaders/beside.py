"""Which descriptions lie beside a file: one way for issues and for rosters.

    issue.txt      issue.yml                              its own: it bears the file's name
    2025-11.pdf    whgh.yml with  files: '20??-??.pdf'    its own: it says so
    2025-11.txt    whgh.yml                               near: of the right kind, and says nothing of files

The folder of the file is looked into first, then those above it, up to the one that the user named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from kg.errors import InputError

SUFFIXES = (".yml", ".yaml")


class Kind(Enum):
    """Of what a description is, by the settings that no other kind has."""

    PRESS = frozenset(("known_by", "sections", "masthead"))
    ROSTER = frozenset(("things", "facts", "columns", "layouts"))


@dataclass(frozen=True, slots=True)
class Beside:
    """The descriptions beside a file: the one that is its own, and those of its kind that say nothing of files."""

    own: Path | None = None
    near: tuple[Path, ...] = ()


def beside(path: Path, kind: Kind, top: Path | None = None) -> Beside:
    """The descriptions of a kind beside a file, or in and beside a folder that holds the parts of one edition.

    Args:
        top: the folder that the user named, in which the file lies; by default no folder above the file's own is looked into.

    Raises:
        InputError: two of them are the file's own.
    """
    for folder in _folders(path, top):
        found = _in(folder, path, kind)
        if found.own is not None or found.near:
            return found
    return Beside()


def is_of(said: object, kind: Kind) -> bool:
    """Whether what a YAML file holds is the description of a source of a kind; a roster's says what its columns are."""
    named = isinstance(said, dict) and bool(said.get("id")) and bool(said.get("name"))
    return named and _may_be(said, kind) and (kind is Kind.PRESS or bool(_settings(said) & kind.value))


def _folders(path: Path, top: Path | None) -> Iterator[Path]:
    if path.is_dir():
        yield path
    yield path.parent
    if top is not None and path.is_relative_to(top):
        yield from (folder for folder in path.parent.parents if folder.is_relative_to(top))


def _in(folder: Path, path: Path, kind: Kind) -> Beside:
    own, near = [], []
    called = path.name if path.is_dir() else path.stem
    for file in _yaml_files(folder):
        said = raw(file)
        if file.stem == called:
            own += [file] if _may_be(said, kind) else []
        elif is_of(said, kind):
            if not said.get("files"):
                near.append(file)
            elif path.match(str(said["files"])):
                own.append(file)
    if len(own) > 1:
        raise InputError(f"{path} is described by {' and by '.join(file.name for file in own)}; name one of them as --source.")
    return Beside(own[0] if own else None, tuple(near))


def _may_be(said: object, kind: Kind) -> bool:
    """Whether nothing in a description says that it is of another kind; what is none at all its reader refuses with the reason."""
    return not any(_settings(said) & other.value for other in Kind if other is not kind)


def _settings(said: object) -> frozenset[str]:
    return frozenset(map(str, said)) if isinstance(said, dict) else frozenset()


def _yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder; none where it is none, or may not be listed."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix in SUFFIXES and file.is_file())
    except OSError:
        return []


def raw(file: Path) -> Any:
    """What a YAML file holds; nothing where it cannot be read."""
    try:
        return _raw(file, file.stat().st_mtime_ns)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None


@lru_cache(maxsize=1024)
def _raw(file: Path, _changed: int) -> Any:
    """The same, read once for all the files of a shelf."""
    return yaml.safe_load(file.read_text(encoding="utf-8"))
