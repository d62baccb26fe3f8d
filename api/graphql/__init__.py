"""GraphQL over the graph: a schema made from the ontology, and one Cypher statement for each root field."""

from api.graphql.execute import Answer, Limits, Service, execute

__all__ = ["Answer", "Limits", "Service", "execute"]
