"""GraphQL over the graph: a schema made from the ontology, and one Cypher statement for each root field."""

from api.graphql.execute import NOT_A_QUERY, TOO_SLOW, Answer, Limits, Service, execute

__all__ = ["NOT_A_QUERY", "TOO_SLOW", "Answer", "Limits", "Service", "execute"]
