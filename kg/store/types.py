"""What the embedded engine is told of the ontology before it holds anything."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Datatype, Model
from kg.store.server import ENTITY_INDEX, FACT_INDEX

_TYPES: dict[Datatype, str] = {"integer": "LONG", "decimal": "DOUBLE", "boolean": "BOOLEAN", "datetime": "DATETIME"}


def statements(model: Model) -> Iterator[str]:
    """The class tree, typed properties, the unique id, range indexes and the Chinese full-text indexes, in the engine's SQL."""
    yield "CREATE VERTEX TYPE Manifest IF NOT EXISTS"
    for c in sorted(model, key=lambda c: (len(c.lineage), c.name)):
        extends = f" EXTENDS {c.lineage[1]}" if len(c.lineage) > 1 else ""
        yield f"CREATE VERTEX TYPE {c.name} IF NOT EXISTS{extends}"
    yield "CREATE VERTEX TYPE Retracted IF NOT EXISTS EXTENDS Thing"
    yield "CREATE PROPERTY Thing.id IF NOT EXISTS STRING"
    yield "CREATE INDEX IF NOT EXISTS ON Thing (id) UNIQUE"
    for edge_type in sorted({p.edge_type for p in model.properties.values() if p.is_edge} | {"STATED_IN", "WAS_STATED_IN"}):
        yield f"CREATE EDGE TYPE {edge_type} IF NOT EXISTS"
    for prop in model.properties.values():
        if not prop.is_edge:
            kind = _TYPES.get(prop.datatype, "STRING")
            for domain in _domains(prop.domains):
                yield f"CREATE PROPERTY {domain}.`{prop.name}` IF NOT EXISTS {f'LIST OF {kind}' if prop.many else kind}"
                if prop.indexed:
                    yield f"CREATE INDEX IF NOT EXISTS ON {domain} (`{prop.name}`) NOTUNIQUE"
    for name, label in ((ENTITY_INDEX, "Entity"), (FACT_INDEX, "Fact")):
        analyzer = '{"analyzer":"org.apache.lucene.analysis.cjk.CJKAnalyzer"}'
        yield f"CREATE INDEX `{name}` IF NOT EXISTS ON {label} (searchText) FULL_TEXT METADATA {analyzer}"


def _domains(domains: tuple[str, ...]) -> tuple[str, ...]:
    return ("STATED_IN", "WAS_STATED_IN") if domains == ("Evidence",) else domains
