"""What a loader makes of a file: the kept text, its documents, and what it met and did not know."""

from __future__ import annotations

from dataclasses import dataclass

REPEAT = "repeat"
"""What a further span gives that only says the same again."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of the edition's kept text, in Unicode code points, ``end`` exclusive.

    ``gives`` says what a further span contributes (``heading``, ``date``, ``antecedent``, ``continuation``), or that it is
    the same row of a table once more (``repeat``); it is empty for the main span.
    """

    start: int
    end: int
    gives: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A range of an edition: an article, the chronicle, a table, the masthead.

    ``id`` is made by ``kg.ids.document_id``; ``kind`` is a notation of the code list ``documentKind``; ``issued`` is the
    partial date that the document bears, else the edition's; ``page`` is 0 where none is known. ``named`` is where the edition
    names it: its entry of the contents page, else its heading.
    """

    id: str
    kind: str
    title: str
    start: int
    end: int
    section: str = ""
    page: int = 0
    issued: str = ""
    named: Span | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a loader met and did not know, or found contradicting: told to the user, never dropped in silence."""

    kind: str
    words: str
    span: Span


def quote(text: str, spans: tuple[Span, ...]) -> str:
    """The text of the spans, in their order, without line breaks; what only repeats is left out."""
    return "".join(text[s.start : s.end] for s in spans if s.gives != REPEAT).replace("\n", "").replace("\r", "")
