"""The store: a property graph on the embedded engine or on Neo4j, behind one contract and one module of Cypher."""

from kg.model import Model
from kg.store.contract import Access, Record, State, Store
from kg.store.embedded import open_embedded
from kg.store.server import open_server
from kg.store.settings import Settings

__all__ = ["Access", "Record", "Settings", "State", "Store", "open_store"]


def open_store(model: Model, settings: Settings) -> Store:
    """The store that the settings name, its constraints and indexes declared; close it when done.

    Raises:
        StoreError: it cannot be reached or started.
    """
    return open_server(model, settings) if settings.url else open_embedded(model, settings.home)
