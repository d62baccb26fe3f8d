"""Claims: what one place says of one thing.

    Claim("Tenure", document, parties=(Party("holder", m1), Party("organization", m2)),
          values=(Value("title", "主席"),), spans=(Span(120, 131),), …)

An entity's claim bears the mention that it is about; a fact's claim bears none, its parties say what it is. A claim's ``id``
hashes its whole content, its ``key`` only what is said (not where and how it was found), so that an edition's versions can be
compared although the text moved.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import pyarrow as pa

from kg.document import Document, Notice, Span
from kg.ids import digest

Method = Literal["rule", "tagger", "both", "table", "person", "inferred"]


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A literal, date or code in normal form, and the source's words where these differ."""

    property: str
    value: str
    words: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """The mention that stands at the other end of a property: ``holder``, ``place`` …"""

    property: str
    mention: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one place says of one thing.

    Attributes:
        class_name: a class of the ontology, as specific as the place supports (``Union``, ``Tenure``).
        document: id of the document in which the place stands.
        mention: for an entity its mention id (``kg.ids.mention_id``); empty for a fact.
        parties: of the claim's edges; a fact has all that identify it.
        values: what is said; an entity that is named has ``name``, its fullest official form.
        spans: the main span first; offsets in code points of the kept text.
        method: how it was found.
        confidence: hundredths, 0 to 100.
        attested: the partial date on which this place shows the thing, else empty (then the document's date counts).
        page: of the main span, 0 where none is known.
    """

    class_name: str
    document: str
    mention: str = ""
    parties: tuple[Party, ...] = ()
    values: tuple[Value, ...] = ()
    spans: tuple[Span, ...] = ()
    method: Method = "rule"
    confidence: int = 100
    attested: str = ""
    page: int = 0

    @property
    def key(self) -> str:
        """The hash of what is said: class, document, mention, parties and values."""
        said = [f"{p.property}>{p.mention}" for p in sorted(self.parties)]
        said += [f"{v.property}={v.value}" for v in sorted(self.values)]
        return digest(self.class_name, self.document, self.mention, *said)

    @property
    def id(self) -> str:
        """The hash of the whole content."""
        spans = [f"{s.start}-{s.end}:{s.gives}" for s in self.spans]
        words = [v.words for v in sorted(self.values)]
        return digest(self.key, *spans, *words, self.method, str(self.confidence), self.attested, str(self.page))

    def get(self, name: str) -> str:
        """The first value of a property, or an empty text."""
        return next((v.value for v in self.values if v.property == name), "")

    def party(self, name: str) -> str:
        """The mention at the other end of a property, or an empty text."""
        return next((p.mention for p in self.parties if p.property == name), "")


@dataclass(frozen=True)
class Reading:
    """All that a loader makes of one edition: the kept text, its documents, its claims and its notices.

    ``encoding`` is the one found; ``title`` and ``issued`` are the edition's; ``apart`` holds pairs of person mentions that are
    certainly two people (two members of one enumeration). ``rows`` are claims that the loader has put into a table itself
    (``kg.claimtable``), for a roster has too many for an object each.
    """

    text: str
    encoding: str
    source: str
    label: str
    title: str
    issued: str
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...] = ()
    apart: tuple[tuple[str, str], ...] = field(default=())
    rows: pa.Table | None = None
