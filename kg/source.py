"""A source: a periodical or a roster, described by one YAML file.

    id: gdgy
    name: 广东工运
    publisher: 广东省总工会
    rank: 50

Loaders read further keys of their own; what the core needs is these four, and of a list ``complete``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.errors import InputError
from kg.home import Home, sha256
from kg.manifest import Manifest

_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
DEFAULT_RANK = 50


@dataclass(frozen=True, slots=True)
class Source:
    """What the core knows of a source; ``rank`` weighs it where sources disagree, the higher is shown.

    ``complete`` says that an edition lists all there are on its day, so that who is missing is no longer there;
    ``rows_are`` says of a roster what a row is; where it is ``person``, two rows are two people.
    """

    id: str
    name: str
    publisher: str
    rank: int
    yaml: str
    complete: bool = False
    rows_are: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the YAML."""
        return sha256(self.yaml.encode())

    @classmethod
    def parse(cls, text: str, place: str) -> Source:
        """Read a description.

        Args:
            text: the YAML.
            place: what to call it in errors, such as the file's name.

        Raises:
            InputError: it is no YAML mapping, or ``id`` or ``name`` is missing or malformed.
        """
        try:
            raw: Any = yaml.safe_load(text)
        except yaml.YAMLError as exc:
            raise InputError(f"{place} is not valid YAML: {str(exc).splitlines()[0]}.") from exc
        if not isinstance(raw, dict):
            raise InputError(f"{place} must be a YAML mapping with at least id and name.")
        identifier, name, rank = str(raw.get("id", "")), str(raw.get("name", "")), raw.get("rank", DEFAULT_RANK)
        if not _ID.fullmatch(identifier):
            raise InputError(f"{place}: id must be a lower-case word such as gdgy, not {identifier!r}.")
        if not name:
            raise InputError(f"{place}: name is missing; give the source's title.")
        if isinstance(rank, bool) or not isinstance(rank, int) or not 0 <= rank <= 100:
            raise InputError(f"{place}: rank must be a whole number from 0 to 100, not {rank!r}.")
        complete = raw.get("complete", False)
        if not isinstance(complete, bool):
            raise InputError(f"{place}: complete must be true or false, not {complete!r}.")
        return cls(identifier, name, str(raw.get("publisher", "")), rank, text, complete, str(raw.get("rows_are", "")))

    @classmethod
    def kept(cls, home: Home, name: str, manifest: Manifest) -> Source:
        """The source as the manifest holds it.

        Raises:
            KeptError: its file is missing or damaged.
        """
        digest = manifest.sources[name]
        data = home.read(home.sources / _file(name, digest), digest)
        return cls.parse(data.decode("utf-8"), f"{name}.yml")

    def path(self, home: Home) -> Path:
        """Where the description stands."""
        return home.sources / _file(self.id, self.digest)

    def keep(self, home: Home) -> None:
        """Write the description under ``sources/``, under a name that bears its hash."""
        path = self.path(home)
        if not path.exists():
            home.write(path, self.yaml.encode())


def _file(name: str, digest: str) -> str:
    return f"{name}.{digest[:16]}.yml"
