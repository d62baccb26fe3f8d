"""Who wrote, photographed or introduced the article, and where its authors work."""

from __future__ import annotations

import re

from kg.document import Span
from kg.values import normal_name
from loaders.press.authors import Note, bracketed, footed, notes
from loaders.press.bodies.organisation import Organisation
from loaders.press.bylines import Credit, figures_of
from loaders.press.closings import closing
from loaders.press.entries import authors_of
from loaders.press.flow import Paragraph, paragraphs
from loaders.press.headlines import signature
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person
from loaders.press.tell import wholes
from loaders.press.tell.people import is_unit

_SIGNED_LINES = 4
_HEAD_LINES = 8
# A line on who made the whole issue.
_OF_ISSUE = re.compile(r"^[\s　]*本期(?:责任|执行)?(?:编辑|责编)")
_COVERS = re.compile("封[面底二三四]")
_ARTICLES = ("article", "cover", "contents")


def tell(page: Page) -> None:
    """State the authorships of a document, the papers that it is taken from, and what notes say of its authors."""
    credited: list[tuple[Paragraph, Credit]] = []
    closed: dict[str, tuple[str, Span]] = {}
    for unit in page.units:
        credited += [(unit.paragraph, credit) for credit in page.finders.parts.bylines.find(unit.paragraph)]
        for credit, note in closing(unit.text, page.finders.names):
            credited.append((unit.paragraph, credit))
            if note is not None:
                closed[_name(unit.paragraph, credit)] = _tell_note(page, unit.paragraph, note, _name(unit.paragraph, credit))
        for start, end in page.finders.parts.bylines.papers(unit.text):
            page.claims.organisation(unit.paragraph, Organisation(start, end, unit.text[start:end], "media"))
    if not any(credit.role == "author" for _, credit in credited):
        credited += _signed(page) or _noted(page) or _entered(page)
    people = {_name(p, c): page.claims.person(p, Person(_name(p, c), c.start, c.end, c.start)) for p, c in credited}
    page.known.names |= people.keys()
    figures = {_name(p, c): figures_of(p.text, c.end) for p, c in credited if c.role == "author"}
    places = closed | _bracketed(page, credited) | _footed(page, figures) | _places(page, list(figures))
    told: set[tuple[str, str]] = set()
    for paragraph, credit in credited:
        name = _name(paragraph, credit)
        mention = people[name]
        work = _work(page, paragraph, credit.start)
        if work and (name, credit.role) not in told:
            told.add((name, credit.role))
            _authorship(page, paragraph, credit, {"agent": mention, "work": work}, places.get(name))


def _authorship(page: Page, paragraph: Paragraph, credit: Credit, parties: dict[str, str], place: tuple[str, Span] | None) -> None:
    spans = [paragraph.span(credit.begins, credit.ends)]
    values: dict[str, str] = {"role": credit.role}
    if place is not None and credit.role == "author":
        values["affiliation"] = place[0]
        spans.append(Span(place[1].start, place[1].end, "antecedent"))
    page.claims.fact("Authorship", tuple(spans), parties, values)


def _name(paragraph: Paragraph, credit: Credit) -> str:
    return normal_name(paragraph.text[credit.start : credit.end])


def _work(page: Page, paragraph: Paragraph, position: int) -> str:
    """The article; a picture that the contents page or a caption there describes is the cover's, who made the issue is of no article."""
    document = page.document
    if _OF_ISSUE.search(paragraph.text):
        return ""
    if document.kind == "contents":
        covers = _COVERS.findall(paragraph.text[:position])
        return page.cover if page.cover and "封面" in paragraph.text[:6] and covers[-1] == "封面" else ""
    return document.id if document.title and document.kind in _ARTICLES else ""


def _signed(page: Page) -> list[tuple[Paragraph, Credit]]:
    """The names of a line that holds nothing else, right below the title of an article."""
    if page.document.kind != "article":
        return []
    for unit in page.units[1:_SIGNED_LINES]:
        marked = signature(unit.text)
        if marked is not None:
            return [(unit.paragraph, Credit("author", *marked.span("name"), marked.start("name"), marked.end("name")))]
        found = page.finders.parts.bylines.signed(unit.text)
        if found and any(len(later.text) > len(unit.text) and "。" in later.text for later in page.units[2 : _SIGNED_LINES + 3]):
            first = found[0][0]
            return [(unit.paragraph, Credit("author", start, end, first, end)) for start, end in found]
        if "。" in unit.text:
            break
    return []


def _noted(page: Page) -> list[tuple[Paragraph, Credit]]:
    """Those of whom a note says that they are the authors (作者简介：某某，…), of an article that names them nowhere else."""
    if page.document.kind != "article":
        return []
    told = [(unit, note) for unit in page.units for note in notes(unit.text, page.finders.names, page.finders.people.titles.title, 0)]
    places = [(unit, note, note.name_start + len(note.name)) for unit, note in told if note.name]
    return [(unit.paragraph, Credit("author", note.name_start, end, note.name_start, end)) for unit, note, end in places]


def _entered(page: Page) -> list[tuple[Paragraph, Credit]]:
    """Those whom the contents page names behind the title of an article whose text the edition does not have."""
    named = page.document.named
    if page.document.kind != "article" or named is None or not page.document.start <= named.start < page.document.end:
        return []
    paragraph = next(paragraphs(page.text, named.start, named.end), None)
    if paragraph is None:
        return []
    start, end = authors_of(paragraph.text)
    return [(paragraph, credit) for credit in page.finders.parts.bylines.entered(paragraph.text, start, end)]


def _bracketed(page: Page, credited: list[tuple[Paragraph, Credit]]) -> dict[str, tuple[str, Span]]:
    """Where those work behind whose names a body stands in brackets: 某某（某某总厂）."""
    places: dict[str, tuple[str, Span]] = {}
    for paragraph, credit in credited:
        name = _name(paragraph, credit)
        note = bracketed(paragraph.text, (credit.start, credit.end), page.finders.people.titles.title) or _before(paragraph.text)
        if note is not None and name not in places:
            places[name] = _tell_note(page, paragraph, note, name)
    return places


def _before(text: str) -> Note | None:
    """The body before the name of a line that is nothing else: ○ 某某公司某某车间　某某."""
    found = signature(text)
    if found is None or not found["body"]:
        return None
    return Note(found["name"], 0, found.start("name"), *found.span("body"), "", "", found.start("body"), found.end("name"))


def _footed(page: Page, figures: dict[str, str]) -> dict[str, tuple[str, Span]]:
    """Where authors work by the figures behind their names, told right below these; a body without a figure is everybody's."""
    places: dict[str, tuple[str, Span]] = {}
    for unit in page.units[1:_HEAD_LINES]:
        for figure, note in footed(unit.text) if figures else ():
            for name, own in figures.items():
                if not figure or str(figure) in own:
                    place = _tell_note(page, unit.paragraph, note, name)
                    places.setdefault(name, place)
    return places


def _places(page: Page, written: list[str]) -> dict[str, tuple[str, Span]]:
    """Where authors work, by their names, each with the run that says so; affiliations and posts are stated with them."""
    places: dict[str, tuple[str, Span]] = {}
    for unit in page.units:
        for note in notes(unit.text, page.finders.names, page.finders.people.titles.title, len(written)):
            name = note.name or (written[note.number] if note.number < len(written) else "")
            if name:
                place = _tell_note(page, unit.paragraph, note, name)
                places.setdefault(name, place)
    return places


def _tell_note(page: Page, paragraph: Paragraph, note: Note, name: str) -> tuple[str, Span]:
    found = page.finders.organisations.ending_at(paragraph.text, note.end, page.context)
    if found is None or found.start != note.start:
        written = normal_name(paragraph.text[note.start : note.end])
        found = Organisation(note.start, note.end, written, page.finders.organisations.endings.kind_of(written))
    body = page.claims.organisation(paragraph, found)
    if is_unit(found):
        wholes.inside(page, Occurrences(paragraph, [found], [], []), found)
    at = (note.name_start, note.name_start + len(note.name)) if note.name else (note.begin, note.end)
    person = page.claims.entity("Person", name, (paragraph.span(*at),))
    span = paragraph.span(note.begin, note.ends)
    if note.title:
        page.claims.fact("Tenure", (span,), {"holder": person, "organization": body}, {"title": note.title})
    else:
        page.claims.fact("Affiliation", (span,), {"person": person, "organization": body}, {"occupation": note.occupation})
        page.named.add((person, body))
    return found.name, span
