"""Neo4j by URL: the driver, and what the ontology asks of it in constraints and indexes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import StoreError
from kg.model import Model
from kg.store.bolt import BoltStore, connect
from kg.store.contract import Access, Store
from kg.store.failures import told
from kg.store.settings import Settings

ENTITY_INDEX = "entity_ft"
FACT_INDEX = "fact_ft"
OLDEST = (5, 26)


def open_server(model: Model, settings: Settings) -> Store:
    """The store on the Neo4j that the settings name, its constraints and indexes declared.

    Raises:
        StoreError: nobody answers there, the password is refused, or the server is older than 5.26.
    """
    driver = connect(settings.url, settings.user, settings.password)
    access = Access(settings.url, settings.user, settings.password, settings.database)

    def declare() -> None:
        for statement in statements(model):
            driver.execute_query(statement, database_=settings.database)
        driver.execute_query("CALL db.awaitIndexes(60)", database_=settings.database)

    try:
        with told(settings.url):
            driver.verify_connectivity()  # fails at once where nobody answers; what follows would try again for seconds
            rows = driver.execute_query("CALL dbms.components() YIELD versions RETURN versions[0] AS version", database_=settings.database)
            version = str(rows.records[0]["version"])
            _require_new_enough(version, settings.url)
            declare()
    except BaseException:
        driver.close()
        raise
    return BoltStore(engine="neo4j", version=version, access=access, writer=driver, reader=driver, model=model, declare=declare)


def _require_new_enough(version: str, url: str) -> None:
    """Neo4j 5.26, or a calendar version after it (2025.01 and later)."""
    numbers = tuple(int(n) for n in re.findall(r"\d+", version)[:2])
    if numbers < OLDEST:
        raise StoreError(f"The Neo4j at {url} is {version}; {OLDEST[0]}.{OLDEST[1]} or newer is needed.")


def statements(model: Model) -> Iterator[str]:
    """The unique id, a range index for each property that the ontology marks, and the Chinese full-text indexes."""
    yield "CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE"
    yield "CREATE CONSTRAINT manifest_id IF NOT EXISTS FOR (n:Manifest) REQUIRE n.id IS UNIQUE"
    for prop in model.properties.values():
        if prop.indexed and not prop.is_edge:
            for domain in prop.domains:
                name = f"{domain}_{prop.name}".lower()
                yield f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{domain}) ON (n.{prop.name})"
    for name, label in ((ENTITY_INDEX, "Entity"), (FACT_INDEX, "Fact")):
        yield (
            f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{label}) ON EACH [n.searchText] "
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
        )
