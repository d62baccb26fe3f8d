"""The store: a property graph on the embedded engine or on Neo4j, behind one contract and one module of Cypher."""

from kg.store.contract import Access, Record, State, Store

__all__ = ["Access", "Record", "State", "Store"]
