"""Where the graph is: the settings that the environment gives."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from kg.errors import SettingError

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True, slots=True)
class Settings:
    """The folder of what is kept and, where ``url`` is not empty, the Neo4j that shows it; else the embedded engine does."""

    home: Path
    url: str = ""
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read ``KG_HOME``, ``KG_NEO4J_URL``, ``_USER``, ``_PASSWORD`` or ``_PASSWORD_FILE``, ``_DATABASE``.

        Raises:
            SettingError: a variable has a value that cannot be used; it is named.
        """
        given = os.environ if environment is None else environment
        home = Path(given["KG_HOME"]).expanduser() if given.get("KG_HOME") else user_data_path("union-graph")
        with suppress(PermissionError):  # who may not look there is told when the folder is used
            if home.is_file():
                raise SettingError(f"KG_HOME={str(home)!r} is a file; give the name of a folder.")
        url = given.get("KG_NEO4J_URL", "")
        if not url:
            return cls(home=home.absolute())
        return cls(
            home=home.absolute(),
            url=_checked(url),
            user=given.get("KG_NEO4J_USER", "") or "neo4j",
            password=_password(given),
            database=given.get("KG_NEO4J_DATABASE", "") or "neo4j",
        )


def _checked(url: str) -> str:
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in _SCHEMES or not parts.hostname or port == -1:
        raise SettingError(f"KG_NEO4J_URL={url!r} is no address of a Neo4j; give one such as bolt://localhost:7687.")
    if parts.username or parts.password:
        raise SettingError("KG_NEO4J_URL must not hold a user or a password; give KG_NEO4J_USER and KG_NEO4J_PASSWORD_FILE.")
    return url


def _password(given: Mapping[str, str]) -> str:
    file = given.get("KG_NEO4J_PASSWORD_FILE", "")
    if not file:
        return given.get("KG_NEO4J_PASSWORD", "")
    if given.get("KG_NEO4J_PASSWORD"):
        raise SettingError("KG_NEO4J_PASSWORD and KG_NEO4J_PASSWORD_FILE are both set; give one.")
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as exc:
        raise SettingError(f"KG_NEO4J_PASSWORD_FILE={file!r} cannot be read; give the path of a text file.") from exc
