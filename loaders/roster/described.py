"""Which description a file has: the one that is named, else one beside it, else one that is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

from kg.errors import InputError
from kg.model import Model
from loaders.roster.source import RosterSource, parse

_SUFFIXES = (".yml", ".yaml")


def described(path: Path, wanted: str, model: Model, kept: Callable[[str], str | None]) -> RosterSource:
    """The description of a roster's file.

    Args:
        path: the roster.
        wanted: the path of a YAML file or the id of a source that is kept; empty to look beside the roster.
        kept: gives the YAML of a kept source by its id, None where there is none.

    Raises:
        InputError: there is none, more than one, or it cannot be used.
    """
    if wanted.endswith(_SUFFIXES):
        return parse(_text(Path(wanted)), wanted, model)
    if wanted:
        text = kept(wanted)
        if text is None:
            raise InputError(f"No source {wanted!r} is kept; give the path of its YAML as --source.")
        return parse(text, f"{wanted}.yml", model)
    found = [file for file in _beside(path) if _describes(file, path)]
    if len(found) > 1:
        raise InputError(f"{path} is described by {' and by '.join(f.name for f in found)}; name one of them as --source.")
    if not found:
        raise InputError(f"{path} has no description; kg source new {path} writes a first one, --source names one.")
    return parse(_text(found[0]), str(found[0]), model)


def _beside(path: Path) -> list[Path]:
    return sorted(file for file in path.parent.iterdir() if file.suffix in _SUFFIXES) if path.parent.is_dir() else []


def _describes(file: Path, path: Path) -> bool:
    """Whether a YAML file bears the roster's name, or says in ``files`` how the names of its files look."""
    if file.stem == path.stem:
        return True
    try:
        raw = yaml.safe_load(_text(file))
    except (yaml.YAMLError, InputError):
        return False
    return isinstance(raw, dict) and bool(raw.get("files")) and path.match(str(raw["files"]))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as exc:
        raise InputError(f"{path} cannot be read ({exc.strerror}); look at its name and folder.") from exc
    except UnicodeDecodeError as exc:
        raise InputError(f"{path} is no text in UTF-8; save it so.") from exc
