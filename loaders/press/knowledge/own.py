"""Knowledge of the user's own, added to ours: files of the same names in the folder that ``KG_KNOWLEDGE`` names."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from kg.errors import SettingError

SETTING = "KG_KNOWLEDGE"
"""The environment variable that names the folder."""


def folder(ours: Path) -> Path | None:
    """The user's folder, None where none is set.

    Raises:
        SettingError: it is no folder, or holds a file whose name is none of ours.
    """
    named = os.environ.get(SETTING, "")
    if not named:
        return None
    own = Path(named).expanduser()
    if not own.is_dir():
        raise SettingError(f"{SETTING}={named!r} is no folder; give a folder with files such as titles.yml.")
    known = sorted(path.name for path in ours.iterdir() if path.suffix in (".yml", ".txt"))
    strange = sorted(path.name for path in own.iterdir() if path.is_file() and path.name not in known)
    if strange:
        raise SettingError(f"{SETTING}: {own / strange[0]} is read by nothing; the files are {', '.join(known)}.")
    return own


def merged(ours: dict[str, Any], path: Path) -> dict[str, Any]:
    """Our knowledge with that of a file: of lists the user's entries first, of tables the user's in place of ours.

    Raises:
        SettingError: the file is no YAML, or has a key that ours lacks, or a list where ours has a table.
    """
    try:
        own = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as exc:
        raise SettingError(f"{SETTING}: {path} cannot be read as YAML in UTF-8.") from exc
    if not isinstance(own, dict):
        raise SettingError(f"{SETTING}: {path} has no keys; they are {', '.join(ours)}.")
    result = dict(ours)
    for key, added in own.items():
        if key not in ours:
            raise SettingError(f"{SETTING}: {path} has the key {key!r}, which nothing reads; the keys are {', '.join(ours)}.")
        if type(added) is not type(ours[key]):
            raise SettingError(f"{SETTING}: {path} must give {key!r} as a {'list' if isinstance(ours[key], list) else 'table'}.")
        result[key] = [*added, *ours[key]] if isinstance(added, list) else {**ours[key], **added} if isinstance(added, dict) else added
    return result


def lines(path: Path) -> Iterator[str]:
    """The lines of a text file.

    Raises:
        SettingError: it cannot be read.
    """
    try:
        yield from path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise SettingError(f"{SETTING}: {path} cannot be read as UTF-8.") from exc


def digest(own: Path | None) -> str:
    """Eight characters that change with what the folder says; empty without one."""
    if own is None:
        return ""
    found = hashlib.sha256()
    for path in sorted(path for path in own.iterdir() if path.is_file()):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:8]
