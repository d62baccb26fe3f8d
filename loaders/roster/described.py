"""Which description a file has: the one that is named, else one beside it, else one that is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kg.errors import InputError
from kg.model import Model
from loaders.beside import SUFFIXES, Kind, beside
from loaders.roster.source import RosterSource, parse


def described(path: Path, wanted: str, model: Model, kept: Callable[[str], str | None], top: Path | None = None) -> RosterSource:
    """The description of a roster's file.

    Args:
        path: the roster.
        wanted: the path of a YAML file or the id of a source that is kept; empty to look beside the roster.
        kept: gives the YAML of a kept source by its id, None where there is none.
        top: the folder that the user named, in which the roster lies.

    Raises:
        InputError: there is none, more than one, or it cannot be used.
    """
    if wanted.endswith(SUFFIXES):
        return parse(_text(Path(wanted)), wanted, model)
    if wanted:
        text = kept(wanted)
        if text is None:
            raise InputError(f"No source {wanted!r} is kept; give the path of its YAML as --source.")
        return parse(text, f"{wanted}.yml", model)
    lying = beside(path, Kind.ROSTER, top)
    found = lying.own or (lying.near[0] if len(lying.near) == 1 else None)
    if found is None:
        also = f"; {' and '.join(file.name for file in lying.near)} lie near" if lying.near else ""
        raise InputError(f"{path} has no description{also}; kg source new {path} writes a first one, --source names one.")
    return replace(parse(_text(found), str(found), model), found=found)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as exc:
        raise InputError(f"{path} cannot be read ({exc.strerror}); look at its name and folder.") from exc
    except UnicodeDecodeError as exc:
        raise InputError(f"{path} is no text in UTF-8; save it so.") from exc
