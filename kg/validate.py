"""Validation: what the ontology asks of claims before they are kept, and of the graph by ``kg check``."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claim import Claim, Reading
from kg.errors import InputError
from kg.fit import needed, value_fault
from kg.ids import edition_id
from kg.model import Class, Model
from kg.tablecheck import table_faults

SHOWN = 5


def require_valid(reading: Reading, model: Model) -> None:
    """Raise with the first faults, and how many there are, where a reading does not keep to the ontology.

    Raises:
        InputError: a claim names what the ontology does not have, lacks what identifies it, or points outside its document.
    """
    found = list(faults(reading, model))
    if found:
        more = f" (and {len(found) - SHOWN} more)" if len(found) > SHOWN else ""
        raise InputError(f"The loader's claims do not fit the ontology: {'; '.join(found[:SHOWN])}{more}.")


def faults(reading: Reading, model: Model) -> Iterator[str]:
    """All faults of a reading, each a sentence with its place."""
    documents = {d.id: d for d in reading.documents}
    named = {c.mention for c in reading.claims if c.mention and c.get("name")}
    named |= {*documents, reading.source, edition_id(reading.source, reading.label)}
    for claim in reading.claims:
        place = f"{claim.class_name} at {claim.spans[0].start if claim.spans else '?'}"
        document = documents.get(claim.document)
        if claim.class_name not in model:
            yield f"{place}: no such class"
            continue
        if document is None:
            yield f"{place}: no such document {claim.document}"
            continue
        if not claim.spans:
            yield f"{place}: no span"
        for span in claim.spans:
            if not 0 <= span.start < span.end <= len(reading.text):
                yield f"{place}: span {span.start}-{span.end} lies outside the text"
        if claim.spans and not document.start <= claim.spans[0].start < claim.spans[0].end <= document.end:
            yield f"{place}: the main span lies outside the document {document.title!r}"
        if claim.mention and claim.mention not in named:
            yield f"{place}: an entity without a name"
        yield from _content(claim, model[claim.class_name], model, named, place)
    if reading.rows is not None:
        yield from table_faults(reading, model)


def _content(claim: Claim, kind: Class, model: Model, named: set[str], place: str) -> Iterator[str]:
    for value in claim.values:
        fault = value_fault(kind, value.property, value.value, model)
        if fault:
            yield f"{place}: {fault}"
    for party in claim.parties:
        prop = kind.properties.get(party.property)
        if prop is None or not prop.is_edge:
            yield f"{place}: {kind.name} has no party {party.property}"
        elif party.mention not in named:
            yield f"{place}: the party {party.property} is never named"
    said = {v.property for v in claim.values} | {p.property for p in claim.parties}
    if kind.is_fact and (lacking := needed(kind) - said):
        yield f"{place}: lacks {', '.join(sorted(lacking))}"
    if kind.is_fact and claim.mention:
        yield f"{place}: a fact bears no mention"
