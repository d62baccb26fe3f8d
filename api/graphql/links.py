"""What leads from one class to another: edges, and the facts that hang on their parties. Asked by schema, filters and compiler."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Model, Property


@dataclass(frozen=True, slots=True)
class Link:
    """A field that leads to other things.

    ``target`` is the class at the other end; ``outward`` tells whether the edge begins here; ``many`` whether there may be
    several, which are then a connection.
    """

    name: str
    target: str
    outward: bool
    many: bool
    prop: Property

    def pattern(self, near: str, far: str, label: str = "") -> str:
        """The link as a Cypher pattern between two variables, the far one with its class, or another label expression."""
        edge, label = self.prop.edge_type, label or self.target
        return f"({near})-[:{edge}]->({far}:{label})" if self.outward else f"({near})<-[:{edge}]-({far}:{label})"


class Links:
    """The links of every class: its own edges, and in reverse those that lead to it or to a superclass."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.document = next(p.range for p in model.properties.values() if p.edge_type == "STATED_IN")
        self._of = {c.name: {link.name: link for link in self._find(c.name)} for c in model}

    def of(self, name: str) -> dict[str, Link]:
        """The links of a class by field name."""
        return self._of[name]

    def below(self, name: str) -> dict[str, Link]:
        """The links of a class and of all classes below it."""
        return {n: link for c in self.model.leaves(name) for n, link in self._of[c.name].items()}

    def _find(self, name: str) -> Iterator[Link]:
        kind = self.model[name]
        for prop in kind.edges:
            yield Link(prop.name, prop.range, True, prop.many, prop)
        for prop in self.model.properties.values():
            if prop.is_edge and prop.range in kind.lineage and set(prop.domains) <= set(self.model.classes):
                yield from self._inward(prop)

    def _inward(self, prop: Property) -> Iterator[Link]:
        if prop.role_name:
            yield Link(prop.role_name, self._common(prop.domains), False, True, prop)
            return
        for domain in prop.domains:
            yield Link(self.model[domain].plural, domain, False, True, prop)

    def _common(self, names: tuple[str, ...]) -> str:
        """The deepest class that all are below."""
        shared = set.intersection(*(set(self.model[n].lineage) for n in names))
        return max(shared, key=lambda n: len(self.model[n].lineage))
