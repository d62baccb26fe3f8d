"""Lists of honoured people: rolls of honour, profiles under a name, and names in the cells of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.document import Span
from kg.values import fold_width
from loaders.press.boards import Member, boards
from loaders.press.bodies.organisation import Organisation
from loaders.press.flow import Line, Paragraph
from loaders.press.names import Names
from loaders.press.namesakes import Signs
from loaders.press.page import Page
from loaders.press.person import Person
from loaders.press.rolls import BEGINS, Entry
from loaders.press.tables import named_cells
from loaders.press.tell.affiliations import is_occupation, work
from loaders.press.tell.people import body

_WIDEST_HEADING = 60
_PROFILE_LINES = 6
_PROFILE_WIDTH = 45
_NAME = re.compile(r"[\s　]*([\u3400-\u9fff·]{2,6})(?:[（(](女|男)[)）])?")


def tell(page: Page) -> None:
    """State what the lists of a document say; their people are known from its first unit on."""
    for row in page.lines:
        if "\t" in row.text:
            for value in named_cells(row, page.finders.names):
                page.claims.entity("Person", value.words, (Span(value.start, value.end),), method="table")
    profiled = {row.start for block in _blocks(page.lines, page.finders.names) if _profile(page, block) for row in block}
    _rolls(page, [row for row in page.lines if row.start not in profiled])
    _boards(page)


def _rolls(page: Page, rows: list[Line]) -> None:
    """Rolls of honour; two entries of one name are two people."""
    met: dict[str, list[str]] = {}
    for entry in page.finders.parts.rolls.find(rows):
        paragraph = _folded(entry.line)
        heading = Span(entry.heading.start + entry.honour.start, entry.heading.start + entry.honour.end, "heading")
        recipient, span = _body(page, entry, paragraph) if entry.name == (0, 0) else _person(page, entry, paragraph, met)
        if entry.nominated:
            continue
        parties = {"recipient": recipient, "honour": page.claims.honour(_as_written(entry.heading), entry.honour)}
        page.claims.fact("Award", (span, heading), parties, {"year": entry.year or page.reference[:4]}, method="table")


def _body(page: Page, entry: Entry, paragraph: Paragraph) -> tuple[str, Span]:
    start, end = entry.body
    kind = page.finders.organisations.endings.kind_of(paragraph.text[start:end])
    one = Organisation(start, end, paragraph.text[start:end], kind)
    return page.claims.organisation(paragraph, one), paragraph.span(start, end)


def _person(page: Page, entry: Entry, paragraph: Paragraph, met: dict[str, list[str]]) -> tuple[str, Span]:
    start, end = entry.name
    name = re.sub(r"[\s　]", "", paragraph.text[start:end])
    others = met.setdefault(name, [])
    person = Person(name, start, end, start, gender=entry.gender)
    number = page.namesakes.another(name, Signs(entry.gender)) if others else page.namesakes.number(name, Signs(entry.gender))
    recipient = page.claims.person(paragraph, person, method="table", number=number)
    page.apart += [(other, recipient) for other in others]
    others.append(recipient)
    page.known.names.add(name)
    span = paragraph.span(start, end)
    posts = page.finders.people.chain(paragraph.text, entry.body[1], page.context).posts
    whole = page.finders.organisations.ending_at(paragraph.text, entry.body[1], page.context) if not posts else None
    if whole is not None and whole.start >= entry.body[0] < entry.body[1]:
        spans = (paragraph.span(whole.start, whole.end), Span(span.start, span.end, "antecedent"))
        page.claims.fact("Affiliation", spans, {"person": recipient, "organization": body(page, paragraph, whole)}, {}, method="table")
    for post in posts:
        spans = (paragraph.span(post.organisation.start, post.end), Span(span.start, span.end, "antecedent"))
        organization = body(page, paragraph, post.organisation)
        if is_occupation(post.title):
            work(page, spans, recipient, organization, post.title, method="table")
        else:
            page.claims.fact("Tenure", spans, {"holder": recipient, "organization": organization}, {"title": post.title}, method="table")
    return recipient, span


def _boards(page: Page) -> None:
    """Boards of a body that the heading names."""
    whole: Organisation | None = None
    place: Paragraph | None = None
    at = 0
    for member in boards(page.lines, page.finders.people):
        while at < len(page.lines) and page.lines[at].start < member.label.start:
            row = _folded(page.lines[at])
            found = page.finders.organisations.find(row.text, page.context) if len(row.text) <= _WIDEST_HEADING else []
            whole, place = (found[-1], row) if found else (whole, place)
            at += 1
        _member(page, member, whole, place)


def _member(page: Page, member: Member, whole: Organisation | None, place: Paragraph | None) -> None:
    line = _folded(member.line)
    person = Person(member.name, member.start, member.end, member.start, gender=member.gender)
    holder = page.claims.person(line, person, method="table")
    page.known.names.add(member.name)
    if whole is None or place is None:
        return
    name = page.claims.organisation(place, whole)
    if member.unit and not whole.name.endswith(member.unit):
        unit = Organisation(whole.start, whole.end, whole.name + member.unit, "department", "inferred")
        name = page.claims.organisation(place, unit)
    label = member.label
    spans = (line.span(member.start, member.end), Span(label.start, label.start + len(label.text.rstrip()), "heading"))
    page.claims.fact("Tenure", spans, {"holder": holder, "organization": name}, {"title": member.title}, method="table")


def _profile(page: Page, block: list[Line]) -> bool:
    """A name alone on a line, below it bodies with titles, and honours with their years; whether the lines are that."""
    head, *below = map(_as_written, block)
    hit = _NAME.match(head.text)
    honours = [(p, h) for p in below for h in page.finders.honours.find(p.text, page.context)]
    if hit is None or not honours:
        return False
    person = Person(hit[1], hit.start(1), hit.end(1), hit.start(1), gender=hit[2] or "")
    mention = page.claims.person(head, person)
    page.known.names.add(hit[1])
    name = head.span(person.start, person.end, "antecedent")
    for paragraph, honour in honours:
        page.claims.fact(
            "Award",
            (paragraph.span(honour.start, honour.end), name),
            {"recipient": mention, "honour": page.claims.honour(paragraph, honour)},
            {"year": honour.year},
        )
    for paragraph in below:
        for post in page.finders.people.chain(paragraph.text, len(paragraph.text.rstrip("、，, 　")), page.context).posts:
            page.claims.fact(
                "Tenure",
                (paragraph.span(post.organisation.start, post.end), name),
                {"holder": mention, "organization": page.claims.organisation(paragraph, post.organisation)},
                {"title": post.title, "former": "true" if post.former else ""},
            )
    return True


def _blocks(rows: list[Line], names: Names) -> Iterator[list[Line]]:
    """Runs of short lines that begin with a name alone."""
    block: list[Line] = []
    for row in rows:
        word = re.sub(r"[（(][女男][)）]", "", row.text).strip()
        if names.is_name(word):
            if len(block) > 1:
                yield block
            block = [row]
        elif block and len(block) <= _PROFILE_LINES and _is_of_profile(row.text):
            block.append(row)
        else:
            if len(block) > 1:
                yield block
            block = []
    if len(block) > 1:
        yield block


def _is_of_profile(text: str) -> bool:
    return len(text) <= _PROFILE_WIDTH and "。" not in text and "\t" not in text and "当选" not in text and BEGINS.search(text) is None


def _as_written(line: Line) -> Paragraph:
    return Paragraph(line.text, tuple(range(line.start, line.end)))


def _folded(line: Line) -> Paragraph:
    return Paragraph(fold_width(line.text), tuple(range(line.start, line.end)))
