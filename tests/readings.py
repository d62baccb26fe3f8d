"""Readings made by hand, for tests of what happens to claims: no loader is in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.claim import Claim, Party, Reading, Value
from kg.document import Document, Span
from kg.ids import document_id, mention_id
from kg.model import Model
from kg.source import Source

MODEL = Model.load()
SOURCE = Source.parse("id: jhgy\nname: 江海工运\npublisher: 江海省总工会\n", "jhgy.yml")
OTHER = Source.parse("id: wang\nname: 望海职工\npublisher: 望海市总工会\nrank: 80\n", "wang.yml")


@dataclass
class Page:
    """One document in the making: its lines become the text, its claims point into them."""

    edition: str
    title: str
    kind: str = "article"
    text: str = ""
    claims: list[Claim] = field(default_factory=list)

    @property
    def id(self) -> str:
        return document_id(self.edition, self.kind, self.title, 1)

    def mention(self, class_name: str, name: str) -> str:
        return mention_id(self.id, "act", MODEL[class_name].identity_class, name)

    def entity(self, class_name: str, name: str, **values: str) -> str:
        """State an entity in a line of its own, and return its mention; what is an edge in the ontology is given as a mention."""
        parties = [Party(k, v) for k, v in values.items() if MODEL.properties[k].is_edge]
        said = [Value("name", name), *(Value(k, v) for k, v in values.items() if not MODEL.properties[k].is_edge)]
        self._claim(class_name, name, mention=self.mention(class_name, name), parties=parties, values=said)
        return self.mention(class_name, name)

    def fact(self, class_name: str, line: str, attested: str = "", **said: str) -> None:
        """State a fact in a line; what is an edge in the ontology is given as a mention."""
        properties = MODEL[class_name].properties
        parties = [Party(k, v) for k, v in said.items() if properties[k].is_edge]
        values = [Value(k, v) for k, v in said.items() if not properties[k].is_edge]
        self._claim(class_name, line, parties=parties, values=values, attested=attested)

    def _claim(
        self,
        class_name: str,
        line: str,
        *,
        mention: str = "",
        parties: Sequence[Party] = (),
        values: Sequence[Value] = (),
        attested: str = "",
    ) -> None:
        start = len(self.text)
        self.text += line + "\n"
        span = Span(start, start + len(line))
        self.claims.append(Claim(class_name, self.id, mention, tuple(parties), tuple(values), (span,), attested=attested))


def reading(*pages: Page, source: Source = SOURCE, label: str = "2025-11", issued: str = "2025-11") -> Reading:
    """An edition of these pages, one after the other."""
    text, documents, claims = "", [], []
    for page in pages:
        shift = len(text)
        documents.append(Document(page.id, page.kind, page.title, shift, shift + len(page.text)))
        for claim in page.claims:
            spans = tuple(Span(s.start + shift, s.end + shift, s.gives) for s in claim.spans)
            claims.append(replace(claim, spans=spans))
        text += page.text
    return Reading(text, "utf-8", source.id, label, f"{source.name} {label}", issued, tuple(documents), tuple(claims))


def meeting(edition: str = "jhgy/2025-11", title: str = "大事记", role: str = "chaired") -> Page:
    """A page on which 顾明远, chairman of 江海省总工会, plays a role in a meeting of 2025-11-13."""
    page = Page(edition, title, kind="chronicle")
    person = page.entity("Person", "顾明远")
    union = page.entity("Union", "江海省总工会", alias="省总工会")
    event = page.entity("Event", "江海省总工会全体会议", start="2025-11-13", kind="meeting")
    page.fact("Tenure", "江海省总工会主席顾明远", holder=person, organization=union, title="主席", attested="2025-11-13")
    page.fact("Participation", "顾明远主持会议", agent=person, activity=event, role=role, attested="2025-11-13")
    return page
