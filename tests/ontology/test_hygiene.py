"""Rules of good terms: each is a query that finds nothing in the ontology, and something in a deliberately wrong term."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, URIRef

from kg.model import CODE, ONTOLOGY, ontology_folder

RULES = sorted((ontology_folder() / "hygiene").glob("*.rq"))

PREFIXES = """
@prefix ug: <https://w3id.org/union-graph/ontology/> .
@prefix code: <https://w3id.org/union-graph/code/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

WRONG = {
    "circular-definitions": 'ug:Wrong a owl:Class ; rdfs:label "choir"@en ; skos:definition "An organization that is a choir."@en .',
    "code-lists": "ug:Wrong a owl:ObjectProperty ; rdfs:range skos:Concept .",
    "concept-labels": 'code:Wrong a skos:Concept ; skos:inScheme code:gender ; skos:notation "wrong" ; skos:prefLabel "wrong"@en .',
    "definitions": 'ug:Wrong a owl:Class ; skos:definition "A thing that is told in one language."@en .',
    "domain-and-range": "ug:Wrong a owl:ObjectProperty ; rdfs:domain ug:Person .",
    "genus": 'ug:Wrong a owl:Class ; rdfs:subClassOf ug:Organization ; skos:definition "A group of singers."@en .',
    "honour-names": 'code:Wrong skos:inScheme code:honour ; skos:notation "全国劳模标兵" ; skos:prefLabel "全国劳动模范标兵"@zh .',
    "identifying": "ug:Wrong a owl:Class ; rdfs:subClassOf ug:Entity ; ug:identifying ug:holder .",
    "labels": 'ug:Wrong a owl:Class ; rdfs:label "choir"@en .',
    "lower-case-labels": 'ug:Wrong a owl:Class ; rdfs:label "Choir"@en .',
    "notations": 'code:Wrong skos:inScheme code:gender ; skos:notation "female" .',
    "one-honour-a-name": 'code:Wrong skos:inScheme code:honour ; skos:notation "劳模" ; skos:altLabel "全国劳动模范"@zh .',
    "one-parent": "ug:Wrong a owl:Class ; rdfs:subClassOf ug:Person , ug:Organization .",
    "plurals": 'ug:Wrong a owl:Class ; ug:plural "people" .',
    "role-names": "ug:Wrong a owl:ObjectProperty ; rdfs:domain ug:Tenure ; rdfs:range ug:Person .",
}


def read_ontology() -> Graph:
    graph = Graph()
    for path in sorted(ontology_folder().glob("*.ttl")):
        if path.name != "shapes.ttl":
            graph.parse(path, format="turtle")
    return graph


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return read_ontology()


def rows(graph: Graph, rule: Path) -> list[dict[str, str]]:
    return [{str(name): str(value) for name, value in row.items()} for row in graph.query(rule.read_text("utf-8")).bindings]


def test_every_rule_is_read_and_has_a_wrong_term() -> None:
    assert len(RULES) == 15
    assert [rule.stem for rule in RULES] == sorted(WRONG)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)
def test_a_rule_begins_with_one_banner_sentence(rule: Path) -> None:
    lines = rule.read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert not lines[1].startswith("#")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)
def test_the_ontology_keeps_the_rule(rule: Path, ontology: Graph) -> None:
    assert rows(ontology, rule) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)
def test_the_rule_finds_a_wrong_term(rule: Path) -> None:
    graph = read_ontology().parse(data=PREFIXES + WRONG[rule.stem], format="turtle")
    assert {row["term"] for row in rows(graph, rule)} & {ONTOLOGY + "Wrong", CODE + "Wrong"}


def test_foreign_terms_are_never_parents(ontology: Graph) -> None:
    subclass = URIRef("http://www.w3.org/2000/01/rdf-schema#subClassOf")
    assert all(str(parent).startswith(ONTOLOGY) for parent in ontology.objects(None, subclass))


def test_every_subject_of_the_alignments_is_a_term_of_ours() -> None:
    alignments = Graph().parse(ontology_folder() / "alignments.ttl", format="turtle")
    rest = Graph()
    for path in sorted(ontology_folder().glob("*.ttl")):
        if path.name not in ("alignments.ttl", "shapes.ttl"):
            rest.parse(path, format="turtle")
    assert {s for s in alignments.subjects() if (s, None, None) not in rest} == set()
