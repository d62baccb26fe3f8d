"""What mentions are called in records of facts."""

from __future__ import annotations

from typing import Any

from kg.claim import Claim, Reading
from kg.model import Model

Fact = dict[str, Any]
"""One record: ``fact`` is its kind, the rest are the fields of that kind."""

RUNNER = "runner"
"""The role of who runs a programme, which is told with the programme."""


class Names:
    """What the mentions of a reading are called.

    Attributes:
        titles: of documents, and the periodical's name, by their ids.
        runners: who runs a programme, by its mention.
        namesakes: the mentions of people whose name another person of their document bears.
        years: of awards, by recipient and honour.
    """

    def __init__(self, reading: Reading, model: Model) -> None:
        self.model = model
        self.titles = {d.id: d.title for d in reading.documents}
        self.titles[reading.source] = reading.title.removesuffix(reading.label).rstrip()
        self.claims: dict[str, Claim] = {}
        self.aliases: dict[str, set[str]] = {}
        self.runners: dict[str, str] = {}
        self.years: dict[tuple[str, str], set[str]] = {}
        for claim in reading.claims:
            if claim.class_name == "Award" and claim.get("year"):
                self.years.setdefault((claim.party("recipient"), claim.party("honour")), set()).add(claim.get("year"))
            if claim.get("role") == RUNNER:
                self.runners.setdefault(claim.party("activity"), claim.party("organization"))
            if claim.mention:
                self.claims.setdefault(claim.mention, claim)
                self.aliases.setdefault(claim.mention, set()).update(v.value for v in claim.values if v.property == "alias")

        bearers: dict[tuple[str, str], set[str]] = {}
        for claim in self.claims.values():
            if claim.class_name == "Person":
                bearers.setdefault((claim.document, claim.get("name")), set()).add(claim.mention)
        self.namesakes = {mention for several in bearers.values() if len(several) > 1 for mention in several}

    def name(self, mention: str) -> str:
        """The name of an entity, the title of a document, the name of the periodical."""
        return self.claims[mention].get("name") if mention in self.claims else self.titles.get(mention, "")

    def get(self, mention: str, prop: str) -> str:
        """A value of an entity."""
        return self.claims[mention].get(prop) if mention in self.claims else ""

    def is_person(self, mention: str) -> bool:
        """Whether an agent is a person."""
        return self.claims[mention].class_name == "Person"

    def chinese(self, prop: str, notation: str) -> str:
        """The Chinese label of a code."""
        concept = self.model.concept(self.model.properties[prop], notation)
        return concept.label.zh if concept else notation

    def label(self, scheme: str, notation: str) -> str:
        """The Chinese label of a code of one list."""
        concept = self.model.concepts[scheme].get(notation)
        return concept.label.zh if concept else notation
