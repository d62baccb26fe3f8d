"""All Cypher that writes or dumps a store: one text for both engines (the rules stand in ``docs/decisions/0003-store.md``).

Labels and types are written into the text from the ontology, never from input; values are parameters. Each statement may be
run again without harm.
"""

from __future__ import annotations

from collections.abc import Iterable

STATE = "MATCH (m:Manifest {id: 'manifest'}) RETURN m.home AS home, m.shown AS shown, m.going AS going"
BEGIN = "MERGE (m:Manifest {id: 'manifest'}) SET m.home = $home, m.shown = '', m.going = $going"
FINISH = "MATCH (m:Manifest {id: 'manifest'}) SET m.shown = $shown, m.going = ''"

# Emptying takes the edges first: nodes with many edges would not fit into a transaction. The Manifest, which says by ``going`` that
# the store is on its way, is the last to go: what is cut off in between is neither taken for whole nor for another program's.
EMPTYING = "MATCH (m:Manifest) SET m.shown = '', m.going = 'empty'"
EMPTY_EDGES = "MATCH ()-[r]->() WITH r LIMIT $limit DELETE r RETURN count(*) AS gone"
EMPTY_NODES = "MATCH (n) WHERE NOT n:Manifest WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS gone"
EMPTY_MANIFEST = "MATCH (m:Manifest) DETACH DELETE m"

NODES = "MATCH (n:Thing) WHERE n.id > $after RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY n.id LIMIT $limit"
EDGES = """MATCH (n:Thing) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit
RETURN n.id AS id, [(n)-[r]->(m:Thing) WHERE type(r) <> 'STATED_IN' AND type(r) <> 'WAS_STATED_IN' | [type(r), m.id]] AS edges
ORDER BY id"""
EVIDENCE = """MATCH (n:Thing) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit
RETURN n.id AS id, [(n)-[r:STATED_IN]->(m:Thing) | [m.id, properties(r)]] AS open,
       [(n)-[r:WAS_STATED_IN]->(m:Thing) | [m.id, properties(r)]] AS closed
ORDER BY id"""

DELETE_NODES = "UNWIND $rows AS row MATCH (n:Thing {id: row.id}) DETACH DELETE n"
SET_VALUES = "UNWIND $rows AS row MATCH (n:Thing {id: row.id}) SET n += row.properties"


def create_nodes(labels: Iterable[str]) -> str:
    """Create the nodes that are not there, with all their labels at once: none can be added in the same transaction."""
    text = "".join(f":{label}" for label in labels)
    return (
        "UNWIND $rows AS row OPTIONAL MATCH (o:Thing {id: row.id}) WITH row, o WHERE o IS NULL "
        f"CREATE (n{text} {{id: row.id}}) SET n += row.properties"
    )


def add_label(label: str) -> str:
    """Give a label to nodes that are there."""
    return f"UNWIND $rows AS row MATCH (n:Thing {{id: row.id}}) SET n:{label}"


def remove_label(label: str) -> str:
    """Take a label from nodes."""
    return f"UNWIND $rows AS row MATCH (n:Thing {{id: row.id}}) REMOVE n:{label}"


def merge_edges(edge_type: str) -> str:
    """Lay bare edges."""
    return f"UNWIND $rows AS row MATCH (s:Thing {{id: row.source}}) MATCH (t:Thing {{id: row.target}}) MERGE (s)-[:{edge_type}]->(t)"


def delete_edges(edge_type: str) -> str:
    """Take bare edges away."""
    return f"UNWIND $rows AS row MATCH (s:Thing {{id: row.source}})-[e:{edge_type}]->(t:Thing {{id: row.target}}) DELETE e"


def merge_evidence(edge_type: str) -> str:
    """Lay evidence from the thing's side, with exactly these properties."""
    return (
        "UNWIND $rows AS row MATCH (s:Thing {id: row.source}) MATCH (t:Thing {id: row.target}) "
        f"MERGE (s)-[e:{edge_type} {{id: row.id}}]->(t) SET e = row.properties"
    )


def delete_evidence(edge_type: str) -> str:
    """Take evidence away."""
    return f"UNWIND $rows AS row MATCH (s:Thing {{id: row.source}})-[e:{edge_type} {{id: row.id}}]->() DELETE e"
