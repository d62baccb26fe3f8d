"""Judging: what a new line of the journal must keep to, and which claim is meant."""

from __future__ import annotations

from collections.abc import Mapping

from kg.assemble import database
from kg.assemble.build import prepare
from kg.errors import InputError
from kg.fit import value_fault
from kg.home import Home
from kg.judgement import Judgement
from kg.manifest import Manifest
from kg.model import Model

_CLAIM = """
SELECT DISTINCT r.claim, w.key, r.class FROM graph.claim_row r JOIN graph.raw w ON w.claim = r.claim
WHERE r.claim = $id OR substr(md5(concat(r.claim, chr(31), r.recorded_from)), 1, 20) = $id
"""


def decide(home: Home, manifest: Manifest, judgement: Judgement, names: Mapping[str, str]) -> Manifest:
    """Write a judgement into the journal, and return the manifest with it.

    Args:
        names: what to call ids where the judgement is refused.

    Raises:
        InputError: it contradicts what stands, says nothing new, or takes back what does not stand.
        KeptError: the journal cannot be written.
    """
    journal = manifest.judgements
    if judgement.verdict == "undo":
        if judgement.of not in {j.number for j in journal.standing}:
            raise InputError(f"There is no judgement {judgement.of or ''} that stands; nothing to take back.".replace("  ", " "))
    elif judgement.verdict in ("same", "different", "unsure"):
        if judgement.one == judgement.other:
            raise InputError(f"{judgement.one} and {judgement.other} are the same id; give two.")
        for known in journal.of(judgement.verdict):
            if known.pair == judgement.pair:
                raise InputError(f"Line {known.number} says so already ({known.by}, {known.when[:10]}).")
        journal.require_consistent(judgement, names)
    elif any(j.key == judgement.key and j.attribute == judgement.attribute for j in journal.of("reject", "correct")):
        raise InputError(f"The claim {judgement.claim} is judged already; take that back with kg undo first.")
    return manifest.with_judgements(journal.append(home.judgements, judgement))


def claim_named(home: Home, manifest: Manifest, model: Model, identifier: str, *, attribute: str = "", value: str = "") -> tuple[str, str]:
    """The id and the key of the claim that an id of a claim or of its evidence means.

    Args:
        attribute: the property to correct, where one is.
        value: what to put there.

    Raises:
        InputError: there is no such claim, or its class has no such value.
    """
    with database() as connection:
        prepare(connection, "graph", home, manifest, model)
        rows = connection.execute(_CLAIM, {"id": identifier}).fetchall()
    if not rows:
        raise InputError(f"No claim and no evidence has the id {identifier}; kg show NAME --json gives those of a thing.")
    claim, key, kind = rows[0]
    if attribute or value:
        fault = value_fault(model[kind], attribute, value, model)
        if fault:
            raise InputError(f"A {kind} cannot be corrected so: {fault}.")
    return claim, key
