"""Validation: what the ontology asks of claims before they are kept, and of the graph by ``kg check``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.claim import Claim, Reading
from kg.errors import InputError
from kg.ids import edition_id
from kg.model import Class, Model
from kg.values import decimal, is_partial_date

SHOWN = 5
_WHOLE = re.compile(r"-?[0-9]+")


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


def _content(claim: Claim, kind: Class, model: Model, named: set[str], place: str) -> Iterator[str]:
    for value in claim.values:
        prop = kind.properties.get(value.property)
        if prop is None or prop.is_edge or prop.derived:
            yield f"{place}: {kind.name} has no value {value.property}"
        elif value.value == "" or value.value != value.value.strip():
            yield f"{place}: {value.property} is empty or has spaces at its ends"
        elif prop.datatype == "date" and not is_partial_date(value.value):
            yield f"{place}: {value.property} is no date: {value.value!r}"
        elif prop.datatype == "integer" and _WHOLE.fullmatch(value.value) is None:
            yield f"{place}: {value.property} is no whole number: {value.value!r}"
        elif prop.datatype == "decimal" and not _is_decimal(value.value):
            yield f"{place}: {value.property} is no decimal number in normal form: {value.value!r}"
        elif prop.datatype == "boolean" and value.value not in ("true", "false"):
            yield f"{place}: {value.property} is neither true nor false: {value.value!r}"
        elif prop.datatype == "code" and model.concept(prop, value.value) is None:
            yield f"{place}: {value.property} is not in its code list: {value.value!r}"
    for party in claim.parties:
        prop = kind.properties.get(party.property)
        if prop is None or not prop.is_edge:
            yield f"{place}: {kind.name} has no party {party.property}"
        elif party.mention not in named:
            yield f"{place}: the party {party.property} is never named"
    said = {v.property for v in claim.values} | {p.property for p in claim.parties}
    needed = {name for name in kind.identifying if kind.properties[name].is_edge or name == kind.caption}
    if kind.is_fact and not needed <= said:
        yield f"{place}: lacks {', '.join(sorted(needed - said))}"
    if kind.is_fact and claim.mention:
        yield f"{place}: a fact bears no mention"


def _is_decimal(text: str) -> bool:
    try:
        return decimal(text) == text
    except ValueError:
        return False
