"""The descriptions of periodicals: those of ``loaders/sources``, those of a folder of the user's, and which of them a text belongs to."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.errors import InputError, SettingError
from kg.model import Model
from loaders.beside import SUFFIXES, Beside, Kind, beside, is_of, raw

FOLDER = Path(__file__).parent.parent / "sources"
OWN = "KG_SOURCES"
"""The environment variable that names a folder of the user's own descriptions."""
UNKNOWN = "press"
_HEAD = 4_000

_TEXTS = ("id", "name", "publisher", "files", "province", "city", "county")
_LISTS = ("known_by", "divisions", "edition", "sections")


@dataclass(frozen=True, slots=True)
class PressSource:
    """What the loader needs of a periodical: its name, its publisher, its place, and how it is known.

    Attributes:
        province, city, county: what 省, 市, 县 or 区 mean in it where the text says no other; empty where it is of none.
        known_by: words near the beginning of an edition by which it is known.
        divisions: those that the official list does not have.
        edition: patterns of the line that gives an edition's year and month.
        sections: names of its sections, each on a line of its own above the articles.
        masthead: labels of its masthead besides the usual ones, each with a code of the code list ``publicationRole``.
        yaml: the description itself.
        found: the file that describes it, where that was found beside the edition.
    """

    id: str
    name: str
    publisher: str
    province: str
    city: str
    known_by: tuple[str, ...]
    divisions: tuple[str, ...]
    edition: tuple[re.Pattern[str], ...]
    yaml: str
    county: str = ""
    sections: tuple[str, ...] = ()
    masthead: tuple[tuple[str, str], ...] = ()
    found: Path | None = None


def sources() -> dict[str, PressSource]:
    """All periodicals by id; one of the user's own takes the place of ours of the same id.

    Raises:
        InputError: a description has faults; all of them are told.
        SettingError: ``KG_SOURCES`` names no folder.
    """
    return _sources(os.environ.get(OWN, ""))


@cache
def _sources(own: str) -> dict[str, PressSource]:
    found = {}
    if own and not Path(own).is_dir():
        raise SettingError(f"{OWN}={own!r} is no folder; give the folder of your sources' YAML files.")
    for folder in (FOLDER, *([Path(own)] if own else [])):
        for path in sorted(folder.glob("*.yml")):
            if not is_of(raw(path), Kind.ROSTER):
                one = described(path)
                found[one.id] = one
    return found


def described(path: Path) -> PressSource:
    """The periodical that a YAML file describes.

    Raises:
        InputError: the file cannot be read, or has faults; all of them are told.
    """
    try:
        text = path.read_text(encoding="utf-8")
        raw: Any = yaml.safe_load(text)
    except OSError as exc:
        raise InputError(f"{path} cannot be read ({exc.strerror}); give the YAML file of a source.") from exc
    except (UnicodeDecodeError, yaml.YAMLError) as exc:
        raise InputError(f"{path} is not valid YAML in UTF-8: {str(exc).splitlines()[0]}.") from exc
    faults = list(_faults(raw))
    if faults:
        raise InputError(f"{path}: {'; '.join(faults)}.")
    return PressSource(
        id=raw["id"],
        name=raw["name"],
        publisher=raw.get("publisher") or "",
        province=raw.get("province") or "",
        city=raw.get("city") or "",
        county=raw.get("county") or "",
        known_by=tuple(raw.get("known_by") or ()),
        divisions=tuple(raw.get("divisions") or ()),
        edition=tuple(re.compile(pattern) for pattern in raw.get("edition") or ()),
        sections=tuple(raw.get("sections") or ()),
        masthead=tuple((raw.get("masthead") or {}).items()),
        yaml=text,
    )


def source_of(text: str, wanted: str | None, path: Path | None = None, top: Path | None = None) -> PressSource:
    """The source that is wanted, else the one described beside the edition or known by its name, else the unknown press.

    A description of the edition's own comes first; of those that only lie near, and of the sources that are known anyway, that one
    whose words stand near the beginning of the text; failing these, the only one near.

    Args:
        wanted: an id, or the path of a YAML file that describes one.
        path: the edition's file or folder, to look beside.
        top: the folder that the user named, in which the edition lies.

    Raises:
        InputError: there is no source of the wanted id, or a description has faults.
    """
    if wanted is not None and wanted.endswith(SUFFIXES):
        return described(Path(wanted))
    known = sources()
    if wanted is not None:
        if wanted not in known:
            raise InputError(f"There is no source {wanted!r}; those known are {', '.join(known)} (a YAML file describes another).")
        return known[wanted]
    lying = beside(path, Kind.PRESS, top) if path is not None else Beside()
    if lying.own is not None:
        return replace(described(lying.own), found=lying.own)
    near = [replace(described(file), found=file) for file in lying.near]
    if len(near) == 1 and not near[0].known_by:
        return near[0]
    head = re.sub(r"\s", "", text[:_HEAD])
    by_words = next((s for s in (*near, *known.values()) if any(sign in head for sign in s.known_by)), None)
    return by_words or (near[0] if len(near) == 1 else known[UNKNOWN])


def _faults(raw: Any) -> list[str]:
    """What is wrong with a description, a clause each."""
    if not isinstance(raw, dict):
        return ["it must be a YAML mapping with at least id and name"]
    found = [f"{name} is no key of a periodical" for name in raw if name not in (*_TEXTS, *_LISTS, "masthead", "rank", "licence")]
    found += [f"{name} is missing" for name in ("id", "name") if not raw.get(name)]
    found += [f"{name} must be a text" for name in _TEXTS if not isinstance(raw.get(name) or "", str)]
    for name in _LISTS:
        values = raw.get(name) or []
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            found.append(f"{name} must be a list of texts")
        elif name == "edition":
            found += [f"edition has the pattern {p!r}, which {fault}" for p in values if (fault := _pattern_fault(p))]
    labels, codes = raw.get("masthead") or {}, Model.load().concepts["publicationRole"]
    if not isinstance(labels, dict) or any(code not in codes for code in labels.values()):
        found.append(f"masthead must give for each label one of {', '.join(codes)}")
    return found


def _pattern_fault(pattern: str) -> str:
    try:
        groups = re.compile(pattern).groupindex
    except re.error as exc:
        return f"is no regular expression ({exc})"
    return "" if {"year", "month"} <= set(groups) else "lacks the groups year and month"
