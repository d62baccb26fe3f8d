"""Looking things up in a store: by id, by name, by words; with what hangs on them and where it is stated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from kg.clocks import Clocks, clockwork, shown_at
from kg.model import Class, Model
from kg.store import Record, Store

TODAY = Clocks()
_BY_ID = "MATCH (n:Thing {{id: $id}}){known} RETURN n"
_BY_NAME = """MATCH (n:{label}) WHERE (n.name = $name OR $name IN n.alias OR $other IN n.alternatives){known}
RETURN n ORDER BY n.sortKey, n.id LIMIT $limit"""
_THERE = "MATCH (n:Thing {id: $id}) RETURN n"
_FORMER = """CALL db.index.fulltext.queryNodes('entity_ft', $words) YIELD node, score
WITH node AS n WHERE $id IN n.formerId RETURN n"""
_IDENTIFIER = re.compile(r"[0-9a-f]{20}")
_FULL_TEXT = """CALL db.index.fulltext.queryNodes('entity_ft', $words) YIELD node, score
WITH node AS n, score WHERE n:Entity RETURN n, score ORDER BY score DESC, n.sortKey, n.id LIMIT $limit"""
_CONTAINS = "MATCH (n:Entity) WHERE n.name CONTAINS $text RETURN n ORDER BY n.sortKey, n.id LIMIT $limit"
_FACTS = """MATCH (n:Thing {{id: $id}})<-[r]-(f:{facts}){holds}
OPTIONAL MATCH (f)-[q]->(o:{entities}) WHERE type(q) <> 'STATED_IN' AND type(q) <> 'WAS_STATED_IN' AND o.id <> $id{there}
WITH f, type(r) AS role, collect({{type: type(q), id: o.id, name: o.name, start: o.start}}) AS others
RETURN f, role, others, {certain} AS certain"""
_EVIDENCE = """UNWIND $ids AS id MATCH (n:Thing {{id: id}})-[s:{types}]->(d:{documents}){known}
RETURN n.id AS id, s.id AS evidence, s.quote AS quote, s.spanStart AS spanStart, s.spanEnd AS spanEnd,
d.name AS document, d.id AS documentId, s.sheet AS sheet, s.row AS row, s.columns AS columns
ORDER BY n.id, d.id, s.spanStart"""
_LUCENE = re.compile(r'([+\-!(){}\[\]^"~*?:\\/&|])')


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as it hangs on one of its parties: its class, the party's role in it, its values, the others, its evidence.

    ``certain`` tells whether it is certain on the day that was asked for; None where none was.
    """

    id: str
    class_name: str
    role: str
    values: dict[str, Any]
    others: dict[str, dict[str, Any]]
    evidence: list[Record]
    certain: bool | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An entity with its facts and evidence."""

    id: str
    class_name: str
    values: dict[str, Any]
    facts: list[Fact]
    evidence: list[Record]


def find(store: Store, text: str, *, limit: int = 20) -> list[Record]:
    """Entities whose name or alias holds the text, best first; one character is looked for in names alone.

    A single character is in no full-text index of two neighbours, so it is looked for by CONTAINS.
    """
    words = _LUCENE.sub(r"\\\1", text.strip())
    if len(text.strip()) < 2:
        return store.read(_CONTAINS, {"text": text.strip(), "limit": limit})
    return store.read(_FULL_TEXT, {"words": f'"{words}"', "limit": limit})


def identified(store: Store, identifier: str) -> list[Record]:
    """The thing of this id, else the one to which it leads since the two were found to be one; at most one."""
    found = store.read(_THERE, {"id": identifier})
    if found or _IDENTIFIER.fullmatch(identifier) is None:
        return found
    return store.read(_FORMER, {"id": identifier, "words": f'"{identifier}"'})


def named(store: Store, model: Model, name_or_id: str, clocks: Clocks = TODAY, *, limit: int = 20) -> list[Record]:
    """The things of this id or older id, else the entities of exactly this name or another of theirs, that were known at the clocks."""
    known = Clocks(known_at=clocks.known_at)
    leads = identified(store, name_or_id)
    parameters: dict[str, object] = {"id": leads[0]["n"]["id"] if leads else name_or_id}
    there = clockwork(model, parameters).conditions("n", "Thing", known)
    if found := store.read(_BY_ID.format(known=f" WHERE {' AND '.join(there)}" if there else ""), parameters):
        return found
    parameters = {"name": name_or_id, "other": f"name={name_or_id}", "limit": limit}
    works = clockwork(model, parameters)
    there = [f" AND {c}" for c in works.conditions("n", "Entity", known)]
    return store.read(_BY_NAME.format(label=works.label("Entity", known), known="".join(there)), parameters)


def describe(store: Store, model: Model, node: Record, clocks: Clocks = TODAY) -> Found:
    """A node with the facts that hang on it at the clocks, in the order of time, each with its evidence."""
    rows = _facts(store, model, node["id"], clocks)
    identifiers = [node["id"], *sorted({r["f"]["id"] for r in rows})]
    evidence: dict[str, list[Record]] = {}
    for row in _evidence(store, model, identifiers, clocks):
        evidence.setdefault(row.pop("id"), []).append(row)
    facts = [_fact(row, model, evidence, clocks) for row in rows]
    facts.sort(key=lambda f: (f.class_name, f.role, _start(f), f.id))
    return Found(node["id"], kind(node, model).name, _values(node, model, clocks), facts, evidence.get(node["id"], []))


def _facts(store: Store, model: Model, identifier: str, clocks: Clocks) -> list[Record]:
    parameters: dict[str, object] = {"id": identifier}
    works, known = clockwork(model, parameters), Clocks(known_at=clocks.known_at)
    holds = works.conditions("f", "Fact", clocks)
    statement = _FACTS.format(
        facts=works.label("Fact", clocks),
        holds=f" WHERE {' AND '.join(holds)}" if holds else "",
        entities=works.label("Entity", known),
        there="".join(f" AND {c}" for c in works.conditions("o", "Entity", known)),
        certain=works.certain("f", "Fact", clocks),
    )
    return store.read(statement, parameters)


def _evidence(store: Store, model: Model, identifiers: list[str], clocks: Clocks) -> list[Record]:
    parameters: dict[str, object] = {"ids": identifiers}
    works = clockwork(model, parameters)
    types, known = works.evidence("s", clocks)
    documents = works.label("Document", clocks)
    return store.read(_EVIDENCE.format(types=types, documents=documents, known=f" WHERE {known}" if known else ""), parameters)


def _start(fact: Fact) -> str:
    starts = [str(o.get("start") or "") for o in fact.others.values()]
    return max([str(fact.values.get("start") or ""), *starts])


def _fact(row: Record, model: Model, evidence: dict[str, list[Record]], clocks: Clocks) -> Fact:
    names = {p.edge_type: p.name for p in model.properties.values() if p.is_edge}
    others = {
        names[o["type"]]: {k: o[k] for k in ("id", "name", "start") if o[k] is not None}
        for o in sorted(row["others"], key=lambda o: str(o["type"]))
        if o["type"] is not None
    }
    node = row["f"]
    values, proof = _values(node, model, clocks), evidence.get(node["id"], [])
    return Fact(node["id"], kind(node, model).name, names[row["role"]], values, others, proof, row["certain"])


def kind(node: Record, model: Model) -> Class:
    """The class of a node; of a retracted one that which it had."""
    return model.class_of([*node["labels"], *(node.get("was") or ())]) or model["Thing"]


def _values(node: Record, model: Model, clocks: Clocks) -> dict[str, Any]:
    shown = shown_at(node, model, clocks.known_at) if clocks.known_at else node
    return {k: v for k, v in sorted(shown.items()) if k in model.properties and not model.properties[k].internal}
