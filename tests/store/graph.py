"""A small graph made by hand, and what a store shows of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from kg.delta import Delta, EdgeRow, EvidenceRow, LabelRow, NodeRow, Properties
from kg.store import Store
from tests.readings import MODEL

MOMENT = datetime(2025, 12, 1, 8, 30, 5, tzinfo=UTC)


def labels(class_name: str) -> tuple[str, ...]:
    """The class and its superclasses, sorted."""
    return tuple(sorted(MODEL[class_name].lineage))


def node(identifier: str, class_name: str, properties: Properties) -> NodeRow:
    """A node of a class."""
    return {"id": identifier, "labels": labels(class_name), "properties": properties}


PERSON = node("p1", "Person", {"name": "顾明远", "sortKey": "gu ming yuan", "searchText": "顾明远", "gender": "male"})
UNION = node("u1", "Union", {"name": "江海省总工会", "alias": ["江海工会", "省总工会"], "searchText": "江海省总工会\n江海工会\n省总工会"})
TENURE = node("t1", "Tenure", {"title": "主席", "former": False, "start": "2023", "attestedFrom": "2025-11-13", "searchText": "主席"})
AWARD = node("a1", "Award", {"year": [2019, 2020]})
DOCUMENT = node("d1", "Document", {"name": "大事记", "documentKind": "chronicle", "textStart": 0, "textEnd": 2**40})
SOURCE = node("jhgy", "Source", {"name": "江海工运 “' \\ 𠮷 🏗", "publisher": "江海省总工会", "rank": 100})

HOLDER: EdgeRow = {"source": "t1", "type": "HOLDER", "target": "p1"}
ORGANIZATION: EdgeRow = {"source": "t1", "type": "ORGANIZATION", "target": "u1"}
RECIPIENT: EdgeRow = {"source": "a1", "type": "RECIPIENT", "target": "p1"}

OPEN: EvidenceRow = {
    "id": "e1",
    "source": "t1",
    "type": "STATED_IN",
    "target": "d1",
    "properties": {
        "version": 1,
        "spanStart": 3,
        "spanEnd": 17,
        "quote": "江海省总工会主席顾明远\n主持会议",
        "stated": ["holder=顾明远", "title=主席"],
        "recordedFrom": MOMENT,
        "confidence": 90,
    },
}
CLOSED: EvidenceRow = {
    "id": "e2",
    "source": "p1",
    "type": "WAS_STATED_IN",
    "target": "d1",
    "properties": {"version": 1, "spanStart": 0, "spanEnd": 3, "recordedFrom": MOMENT, "recordedTo": MOMENT.replace(year=2026)},
}


def written() -> Delta:
    """The whole graph as new rows."""
    return Delta(
        nodes_new=[AWARD, DOCUMENT, PERSON, SOURCE, TENURE, UNION],
        edges_new=[HOLDER, ORGANIZATION, RECIPIENT],
        evidence_new=[OPEN, CLOSED],
        size=11,
    )


def retracted(row: NodeRow) -> tuple[list[LabelRow], list[LabelRow]]:
    """The labels that a node gains and loses when nothing holds it any more."""
    return [{"id": row["id"], "label": "Retracted"}], [{"id": row["id"], "label": name} for name in row["labels"] if name != "Thing"]


def found(store: Store, words: str) -> list[str]:
    """The ids of entities that the full-text index finds."""
    statement = "CALL db.index.fulltext.queryNodes('entity_ft', $words) YIELD node RETURN node.id AS id"
    return sorted(r["id"] for r in store.read(statement, {"words": words}))


@dataclass(frozen=True)
class Shown:
    """All that a store holds, in an order of ours."""

    nodes: list[NodeRow] = field(default_factory=list)
    edges: list[EdgeRow] = field(default_factory=list)
    evidence: list[EvidenceRow] = field(default_factory=list)

    @classmethod
    def of(cls, store: Store) -> Shown:
        """What the store's dump gives."""
        edges = sorted(store.edges(), key=lambda e: (e["type"], e["source"], e["target"]))
        return cls(list(store.nodes()), edges, sorted(store.evidence(), key=lambda e: e["id"]))


WHOLE = Shown(
    sorted([AWARD, DOCUMENT, PERSON, SOURCE, TENURE, UNION], key=lambda n: n["id"]), [HOLDER, ORGANIZATION, RECIPIENT], [OPEN, CLOSED]
)
