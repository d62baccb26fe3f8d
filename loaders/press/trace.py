"""Each step of the reader, to be looked at by itself: what it made, a record for each thing, in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.claim import Method
from kg.document import Span, quote
from loaders.press.bodies.official import bare_unit
from loaders.press.bodies.organisation import Organisation
from loaders.press.dates import find_dates
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.reader import Edition

Row = dict[str, Any]


def rows(edition: Edition, step: str) -> Iterator[Row]:
    """The records of a step, one of ``STEPS``, each with its line and its page (0 where none is known) in the kept text."""
    ends = [hit.end() for hit in re.finditer("\n", edition.kept.text)]
    for row in STEPS[step](edition):
        start = row["spanStart"]
        yield {**row, "line": bisect_right(ends, start) + 1, "page": edition.kept.page(start)}


def _layout(edition: Edition) -> Iterator[Row]:
    """The documents: kind, title, section, page."""
    for one in edition.documents:
        place = _place(Span(one.start, one.end))
        yield {"kind": one.kind, "title": one.title, "section": one.section, "issued": one.issued, **place, "printed page": one.page}


def _units(edition: Edition) -> Iterator[Row]:
    """The units of each document: paragraph, heading, row of a table, label line, caption, entry of a list or of references."""
    for page in edition.pages:
        for unit in page.units:
            span = unit.paragraph.span(0, len(unit.text))
            yield {"document": page.document.title, "kind": unit.kind, **_place(span), "text": unit.text}


def _occurrences(edition: Edition) -> Iterator[Row]:
    """People, bodies, titles, honours, days and events of each unit, with the way in which each was found and how sure that is."""
    for page in edition.pages:
        for found in page.found:
            for one in sorted(_things(page, found), key=lambda thing: (thing.start, thing.end, thing.kind)):
                words = {"words": found.text[one.start : one.end], "means": one.means}
                way = {"method": one.method, "confidence": one.confidence}
                place = _place(found.paragraph.span(one.start, one.end))
                yield {"document": page.document.title, "kind": one.kind, **words, **place, **way}


@dataclass(frozen=True, slots=True)
class _Thing:
    """What occurs at a place of a unit."""

    kind: str
    start: int
    end: int
    means: str
    method: Method = "rule"
    confidence: int = 100


def _things(page: Page, found: Occurrences) -> Iterator[_Thing]:
    for body in found.bodies:
        yield _Thing(body.kind, body.start, body.end, body.name, body.method, body.confidence)
    for person in found.people:
        yield _Thing("person", person.start, person.end, person.name, person.method, person.confidence)
        for post in person.posts:
            yield _Thing("title", post.start, post.end, post.title)
    for honour in page.finders.honours.find(found.text, page.context):
        yield _Thing("honour", honour.start, honour.end, honour.name)
    for dated in find_dates(found.text, page.reference):
        yield _Thing("date", dated.begins, dated.ends, "/".join(filter(None, (dated.start, dated.end))))
    for event in found.events:
        yield _Thing("event", event.start, event.end, event.name)


def _names(edition: Edition) -> Iterator[Row]:
    """The forms in which bodies are named, what each means where it stands, and what says so."""
    for page in edition.pages:
        for found in page.found:
            bodies = [*found.bodies, *(post.organisation for person in found.people for post in person.posts)]
            for one in sorted({(b.start, b.end): b for b in bodies}.values(), key=lambda b: b.start):
                form = found.text[one.start : one.end]
                place = _place(found.paragraph.span(one.start, one.end))
                yield {"document": page.document.title, "form": form, "means": one.name, "by": _by(page, form, one), **place}


def _by(page: Page, form: str, one: Organisation) -> str:
    if form == one.name:
        return "as written"
    if form in page.context.short_forms:
        return "introduced"
    if form in page.finders.organisations.official.national:
        return "abbreviation"
    if bare_unit(form):
        return "division at home or named before"
    return "division of the list" if one.name.endswith(form) else "full form"


def _claims(edition: Edition) -> Iterator[Row]:
    """The claims: class, what is said, between whom, and how it was found."""
    for page in edition.pages:
        names = {c.mention: c.get("name") for c in page.claims.made if c.mention}
        for claim in sorted(page.claims.made, key=lambda c: (c.spans[0], c.id)):
            yield {
                "document": page.document.title,
                "class": claim.class_name,
                "says": {v.property: v.value for v in claim.values} | {p.property: names.get(p.mention, p.mention) for p in claim.parties},
                **_place(claim.spans[0]),
                "quote": quote(edition.kept.text, claim.spans),
                "method": claim.method,
                "confidence": claim.confidence,
            }


def _place(span: Span) -> Row:
    return {"spanStart": span.start, "spanEnd": span.end}


STEPS: dict[str, Callable[[Edition], Iterator[Row]]] = {
    "layout": _layout,
    "units": _units,
    "occurrences": _occurrences,
    "names": _names,
    "claims": _claims,
}
"""In the order of the way of the data."""
