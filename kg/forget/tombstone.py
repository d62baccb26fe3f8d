"""What is known of the forgotten: keyed hashes of their mention ids and identifiers, never of a bare name.

    {"kind": "mention", "hash": "…"}

A mention id is made from a document and a name, so its bare hash could be tried for a name; without ``forget.key`` it cannot.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kg.errors import KeptError
from kg.home import Home

KEY = "forget.key"
Kind = Literal["mention", "identifier"]


@dataclass(frozen=True, slots=True)
class Tombstones:
    """The keyed hashes of all that was forgotten."""

    key: bytes = b""
    hashes: frozenset[tuple[Kind, str]] = frozenset()

    @classmethod
    def load(cls, home: Home) -> Tombstones:
        """Those of a folder; none where nothing was forgotten.

        Raises:
            KeptError: they or their key cannot be read.
        """
        if not home.forgotten.exists():
            return cls()
        if not (home.folder / KEY).exists():
            raise KeptError(f"{home.folder / KEY} is missing, by which the forgotten are known; restore it from a backup of KG_HOME.")
        try:
            lines = [json.loads(line) for line in home.forgotten.read_text(encoding="utf-8").splitlines()]
            return cls(home.secret(KEY), frozenset((line["kind"], line["hash"]) for line in lines))
        except (OSError, ValueError, KeyError, TypeError) as exc:
            raise KeptError(f"{home.forgotten} is damaged; restore it from a backup of KG_HOME.") from exc

    def with_more(self, home: Home, mentions: Iterable[str], identifiers: Iterable[str]) -> Tombstones:
        """The same with more of them, written whole; the key is made at first use.

        Raises:
            KeptError: they cannot be written.
        """
        keyed = Tombstones(self.key or home.secret(KEY), self.hashes)
        given: list[tuple[Kind, str]] = [*(("mention", m) for m in mentions), *(("identifier", i) for i in identifiers)]
        found = Tombstones(keyed.key, self.hashes | {(kind, keyed.hash(kind, value)) for kind, value in given})
        lines = [json.dumps({"kind": kind, "hash": value}) + "\n" for kind, value in sorted(found.hashes)]
        home.write(home.forgotten, "".join(lines).encode())
        return found

    def hash(self, kind: Kind, value: str) -> str:
        """The keyed hash (HMAC with SHA-256) of a mention id or an identifier."""
        return hmac.new(self.key, f"{kind}:{value}".encode(), hashlib.sha256).hexdigest()

    def knows(self, kind: Kind, value: str) -> bool:
        """Whether it is one of the forgotten."""
        return (kind, self.hash(kind, value)) in self.hashes
