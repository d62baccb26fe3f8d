"""What is to be forgotten: whose mentions, under which names, and what goes with them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from kg import claimfile
from kg.assemble import build, database
from kg.errors import InputError, KeptError
from kg.forget.redaction import names_of
from kg.home import Home
from kg.manifest import Manifest
from kg.model import Model

_FOUND = """
SELECT DISTINCT i.id FROM graph.identity i JOIN graph.mention m ON m.mention = i.mention AND m.class = 'Person'
LEFT JOIN graph.claim_row r ON r.mention = i.mention AND r.property IN ('name', 'alias')
WHERE i.id = $asked OR i.mention = $asked OR m.name = $asked OR r.value = $asked ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be forgotten.

    Attributes:
        mentions: ids of the person's mentions in all editions.
        names: the names and aliases that they bear, as they are stated.
        identifiers: keyed hashes of personal numbers that were kept for matching.
        editions: the editions that mention the person.
        claims: how many claims go.
    """

    mentions: frozenset[str]
    names: frozenset[str]
    identifiers: frozenset[str] = frozenset()
    editions: tuple[str, ...] = ()
    claims: int = 0

    def save(self, home: Home) -> None:
        """Write what is to be done, readable by the owner alone, before anything is done."""
        raw = {"mentions": sorted(self.mentions), "names": sorted(self.names), "identifiers": sorted(self.identifiers)}
        home.write(home.forgetting, json.dumps(raw, ensure_ascii=False).encode(), mode=0o600)

    @classmethod
    def load(cls, home: Home) -> Plan:
        """What an earlier command began.

        Raises:
            KeptError: it cannot be read.
        """
        try:
            raw = json.loads(home.forgetting.read_text(encoding="utf-8"))
            return cls(frozenset(raw["mentions"]), frozenset(raw["names"]), frozenset(raw["identifiers"]))
        except (OSError, ValueError, KeyError, TypeError) as exc:
            raise KeptError(f"{home.forgetting} is damaged; remove it and run kg forget again.") from exc


def plan_for(home: Home, manifest: Manifest, model: Model, person: str) -> Plan:
    """What forgetting a person would take.

    Args:
        person: an id, or a name that one person alone bears; of the retracted too.

    Raises:
        InputError: nobody has the id or the name, or several people have it.
    """
    with database() as connection:
        build(connection, "graph", home, manifest, model)
        found = [row[0] for row in connection.execute(_FOUND, {"asked": person}).fetchall()]
        if len(found) == 0:
            raise InputError(f"No person has the name or id {person!r}.")
        if len(found) > 1:
            raise InputError(f"{len(found)} people are called {person!r}; give the id of one: {', '.join(found)}.")
        rows = connection.execute("SELECT mention FROM graph.identity WHERE id = ?", [found[0]]).fetchall()
    return _gathered(home, manifest, frozenset(row[0] for row in rows))


def _gathered(home: Home, manifest: Manifest, mentions: frozenset[str]) -> Plan:
    """Look through all versions, those that a better loader replaced too."""
    names: set[str] = set()
    identifiers: set[str] = set()
    claims: set[str] = set()
    editions: set[str] = set()
    for edition, versions in manifest.editions.items():
        for version in versions:
            if not version.claims:
                continue
            table = claimfile.read(home, version)
            names |= names_of(table, mentions)
            mine = [row for row in table.select(["mention", "kind", "value", "claim"]).to_pylist() if _is_mine(row, mentions)]
            identifiers |= {row["value"] for row in mine if row["kind"] == "key"}
            claims |= {row["claim"] for row in mine}
            if mine:
                editions.add(edition)
    return Plan(mentions, frozenset(names), frozenset(identifiers), tuple(sorted(editions)), len(claims - {""}))


def _is_mine(row: dict[str, str], mentions: frozenset[str]) -> bool:
    return row["mention"] in mentions or (row["kind"] == "party" and row["value"] in mentions)
