"""Turtle: the ontology, and the data with its evidence as resources. Sorted, without blank nodes, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import duckdb
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize
from rdflib import Graph

from kg.assemble import database, read_shown
from kg.model import CODE, IDENTIFIER, ONTOLOGY, Model, Property, ontology_folder
from kg.store import Store

_RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATATYPES = {
    "integer": NamedNode(_XSD + "integer"),
    "decimal": NamedNode(_XSD + "decimal"),
    "boolean": NamedNode(_XSD + "boolean"),
    "datetime": NamedNode(_XSD + "dateTime"),
    "date": NamedNode(ONTOLOGY + "partialDate"),
}
PREFIXES = {"ug": ONTOLOGY, "id": IDENTIFIER, "code": CODE, "xsd": _XSD}


def export_data(store: Store, model: Model, output: IO[bytes], *, history: bool = False) -> int:
    """Write what the store shows as Turtle, and return the number of triples.

    Args:
        store: read whole, so that the Turtle says what is there and not what should be.
        output: where the bytes go.
        history: with closed evidence and what is retracted; else what is open.
    """
    with database() as connection:
        read_shown(connection, "shown", store, model)
        counter = _Counter(_triples(connection, model, history=history))
        serialize(counter, output, RdfFormat.TURTLE, prefixes=PREFIXES)
        return counter.count


def export_ontology(output: IO[bytes]) -> int:
    """Write the whole ontology, code lists and alignments included, as one sorted Turtle; return the number of triples."""
    graph = Graph()
    for path in sorted(ontology_folder().glob("*.ttl")):
        graph.parse(path, format="turtle")
    output.write(graph.serialize(format="turtle", encoding="utf-8"))
    return len(graph)


class _Counter:
    """Passes triples on and counts them."""

    def __init__(self, triples: Iterator[Triple]) -> None:
        self.triples, self.count = triples, 0

    def __iter__(self) -> Iterator[Triple]:
        for triple in self.triples:
            self.count += 1
            yield triple


# One row a statement: who it is of, the property, the value, and whether the value is an edge.
_STATEMENTS = """
WITH open AS (SELECT DISTINCT id FROM shown.label WHERE label = 'Retracted')
SELECT 0 AS part, l.id AS subject, 0 AS place, '' AS property, l.labels AS value FROM (
    SELECT id, array_join(array_sort(array_agg(label)), ' ') AS labels FROM shown.label GROUP BY id) l
WHERE $history OR l.id NOT IN (FROM open)
UNION ALL
SELECT 0, v.id, 1, v.property, v.value FROM shown.value v WHERE v.property <> 'formerId' AND ($history OR v.id NOT IN (FROM open))
UNION ALL
SELECT 0, v.value, 2, 'canonical', v.id FROM shown.value v WHERE v.property = 'formerId' AND ($history OR v.id NOT IN (FROM open))
UNION ALL
SELECT 0, e.source, 2, e.type, e.target FROM shown.edge e
WHERE $history OR (e.source NOT IN (FROM open) AND e.target NOT IN (FROM open))
UNION ALL
SELECT 1, e.id, 0, '', e.type FROM shown.evidence e WHERE $history OR e.type = 'STATED_IN'
UNION ALL
SELECT 1, e.id, 2, 'states', e.source FROM shown.evidence e WHERE $history OR e.type = 'STATED_IN'
UNION ALL
SELECT 1, e.id, 2, 'statedIn', e.target FROM shown.evidence e WHERE $history OR e.type = 'STATED_IN'
UNION ALL
SELECT 1, v.id, 1, v.property, v.value FROM shown.evidence_value v
WHERE $history OR v.id IN (SELECT id FROM shown.evidence WHERE type = 'STATED_IN')
ORDER BY part, subject, place, property, value
"""


def _triples(connection: duckdb.DuckDBPyConnection, model: Model, *, history: bool) -> Iterator[Triple]:
    edges = {p.edge_type: p for p in model.properties.values() if p.is_edge}
    cursor = connection.cursor()
    cursor.execute(_STATEMENTS, {"history": history})
    while rows := cursor.fetchmany(10_000):
        for part, identifier, place, name, value in rows:
            subject = NamedNode(IDENTIFIER + identifier)
            if place == 0:
                yield Triple(subject, _RDF_TYPE, NamedNode(ONTOLOGY + _type(part, value, model)))
            elif place == 1:
                prop = model.properties[name]
                if prop.internal:
                    continue
                yield Triple(subject, NamedNode(prop.iri), _object(prop, value, model))
            else:
                iri = edges[name].iri if name in edges else ONTOLOGY + name
                yield Triple(subject, NamedNode(iri), NamedNode(IDENTIFIER + value))


def _type(part: int, value: str, model: Model) -> str:
    if part == 1:
        return "Evidence"
    found = model.class_of(value.split())
    return found.name if found else "Thing"


def _object(prop: Property, value: str, model: Model) -> NamedNode | Literal:
    if prop.datatype == "code":
        concept = model.concept(prop, value)
        return NamedNode(concept.iri) if concept else Literal(value)
    datatype = _DATATYPES.get(prop.datatype)
    return Literal(value, datatype=datatype) if datatype else Literal(value)
