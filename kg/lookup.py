"""Looking things up in a store: by id, by name, by words; with what hangs on them and where it is stated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from kg.model import Class, Model
from kg.store import Record, Store

_BY_ID = "MATCH (n:Thing {id: $id}) RETURN n"
_BY_NAME = "MATCH (n:Entity) WHERE n.name = $name OR $name IN n.alias RETURN n ORDER BY n.sortKey, n.id LIMIT $limit"
_FULL_TEXT = """CALL db.index.fulltext.queryNodes('entity_ft', $words) YIELD node, score
WITH node AS n, score WHERE n:Entity RETURN n, score ORDER BY score DESC, n.sortKey, n.id LIMIT $limit"""
_CONTAINS = "MATCH (n:Entity) WHERE n.name CONTAINS $text RETURN n ORDER BY n.sortKey, n.id LIMIT $limit"
_FACTS = """MATCH (n:Thing {id: $id})<-[r]-(f:Fact)
OPTIONAL MATCH (f)-[q]->(o:Entity) WHERE type(q) <> 'STATED_IN' AND type(q) <> 'WAS_STATED_IN' AND o.id <> $id
WITH f, type(r) AS role, collect({type: type(q), id: o.id, name: o.name, start: o.start}) AS others
RETURN f, role, others"""
_EVIDENCE = """UNWIND $ids AS id MATCH (n:Thing {id: id})-[s:STATED_IN]->(d:Document)
RETURN n.id AS id, s.quote AS quote, s.spanStart AS spanStart, s.spanEnd AS spanEnd, d.name AS document, d.id AS documentId
ORDER BY n.id, d.id, s.spanStart"""
_LUCENE = re.compile(r'([+\-!(){}\[\]^"~*?:\\/&|])')


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as it hangs on one of its parties: its class, the party's role in it, its values, the others, its evidence."""

    id: str
    class_name: str
    role: str
    values: dict[str, Any]
    others: dict[str, dict[str, Any]]
    evidence: list[Record]


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


def named(store: Store, name_or_id: str, *, limit: int = 20) -> list[Record]:
    """The things of this id, else the entities of exactly this name or alias."""
    found = store.read(_BY_ID, {"id": name_or_id})
    return found or store.read(_BY_NAME, {"name": name_or_id, "limit": limit})


def describe(store: Store, model: Model, node: Record) -> Found:
    """A node with the facts that hang on it, in the order of time, each with its evidence."""
    rows = store.read(_FACTS, {"id": node["id"]})
    identifiers = [node["id"], *sorted({r["f"]["id"] for r in rows})]
    evidence: dict[str, list[Record]] = {}
    for row in store.read(_EVIDENCE, {"ids": identifiers}):
        evidence.setdefault(row.pop("id"), []).append(row)
    facts = [_fact(row, model, evidence) for row in rows]
    facts.sort(key=lambda f: (f.class_name, f.role, _start(f), f.id))
    return Found(node["id"], _class(node, model).name, _values(node, model), facts, evidence.get(node["id"], []))


def _start(fact: Fact) -> str:
    starts = [str(o.get("start") or "") for o in fact.others.values()]
    return max([str(fact.values.get("start") or ""), *starts])


def _fact(row: Record, model: Model, evidence: dict[str, list[Record]]) -> Fact:
    names = {p.edge_type: p.name for p in model.properties.values() if p.is_edge}
    others = {
        names[o["type"]]: {k: o[k] for k in ("id", "name", "start") if o[k] is not None}
        for o in sorted(row["others"], key=lambda o: str(o["type"]))
        if o["type"] is not None
    }
    node = row["f"]
    return Fact(node["id"], _class(node, model).name, names[row["role"]], _values(node, model), others, evidence.get(node["id"], []))


def _class(node: Record, model: Model) -> Class:
    return model.class_of(node["labels"]) or model["Thing"]


def _values(node: Record, model: Model) -> dict[str, Any]:
    return {k: v for k, v in sorted(node.items()) if k in model.properties and not model.properties[k].internal}
