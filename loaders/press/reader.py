"""The way through an edition, top down: text, layout, units, occurrences, claims.

kept_of(path)                                    text         of a text file its characters, else the text taken out
documents(text, …)                               layout       articles, chronicle, masthead …
Page(…).units                                    units        paragraphs, rows of tables, captions, references
occurrences(page, unit)                          occurrences  bodies, people, events of a unit, with what each form means
tell(page, found)                                claims       a module of ``tell`` for each kind of thing

What each step made is kept in the ``Edition``, so that it can be looked at: ``kg read PATH --step NAME`` (``loaders.press.trace``).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.claim import Reading
from kg.document import Document, Notice, Span
from kg.ids import edition_id
from kg.values import is_partial_date
from loaders.press import tagged
from loaders.press.file import kept_of
from loaders.press.finders import Finders
from loaders.press.issued import edition_month, first_date
from loaders.press.kept import Kept
from loaders.press.layout import documents
from loaders.press.occurrences import Occurrences, occurrences, survey
from loaders.press.page import Page
from loaders.press.script import simplified
from loaders.press.source import UNKNOWN, PressSource, source_of
from loaders.press.tell import affiliations, bylines, events, honours, imprint, lists, masthead, people, posts, prizes, running, works

_MASTHEAD = 6_000
# Where a page of the web and a notice say their day: 发布时间：…, or the day alone on a line.
_DATELINE = re.compile(r"(?:发布|时间|日期|来源)[^\n]{0,40}|^[\s　（(]*\d{4}[年/.-]\d{1,2}[月/.-](?:\d{1,2}日?)?[\s　)）]*$", re.M)


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition after each step: the kept text, its documents, and a page for each with units, occurrences and claims."""

    kept: Kept
    source: PressSource
    label: str
    issued: str
    documents: tuple[Document, ...]
    pages: tuple[Page, ...]


def read(path: Path, *, source: str | None = None, edition: str | None = None, tagger: bool = True) -> Reading:
    """Read an edition of the union press; the arguments and errors are those of ``steps``."""
    return reading(steps(path, source=source, edition=edition, tagger=tagger))


def steps(path: Path, *, source: str | None = None, edition: str | None = None, tagger: bool = True, top: Path | None = None) -> Edition:
    """Take an edition of the union press through all steps.

    Args:
        path: a text file, Markdown, HTML, a PDF with a text layer, or a Word document; or a folder of the parts of one edition.
        source: the id of its periodical, or the YAML file that describes it; found beside the edition or in its text by default.
        edition: its label; by default the month that the edition gives, else the hash of the text.
        tagger: whether the tagger, where it is installed, may help the rules.
        top: the folder that the user named, in which the edition lies: descriptions are looked for up to it.

    Raises:
        InputError: no text can be taken from the file, or there is no such source.
    """
    taken = kept_of(path)
    periodical = source_of(taken.text, source, path, top)
    label, issued = _label(taken.text, periodical, edition)
    text = simplified(taken.text)
    found = tuple(_placed(d, taken) for d in documents(text, edition_id(periodical.id, label), issued, periodical))
    pages = tuple(told(page) for page in opened(text, periodical, found, issued, tagged.tagger() if tagger else None))
    return Edition(taken, periodical, label, issued, found, pages)


def reading(edition: Edition) -> Reading:
    """What is kept of an edition: its text, documents and claims, each claim with its page."""
    taken, pages = edition.kept, edition.pages
    return Reading(
        text=taken.text,
        encoding=taken.form,
        source=edition.source.id,
        label=edition.label,
        title=f"{edition.source.name} {edition.label}",
        issued=edition.issued,
        documents=edition.documents,
        claims=tuple(replace(c, page=taken.page(c.spans[0].start)) for page in pages for c in page.claims.made),
        notices=(*_blank(taken), *(notice for page in pages for notice in page.notices)),
        apart=tuple(pair for page in pages for pair in page.apart),
    )


def _placed(document: Document, taken: Kept) -> Document:
    """The document with the page that it begins on, where the edition's contents do not give one."""
    return document if document.page else replace(document, page=taken.page(document.start))


def _blank(taken: Kept) -> Iterator[Notice]:
    for number in taken.blank:
        start = taken.pages[number - 1]
        yield Notice("page without text", f"page {number}", Span(start, start))


def _label(text: str, source: PressSource, wanted: str | None) -> tuple[str, str]:
    """The label of an edition and the partial date on which it appeared."""
    issued = edition_month(text[:_MASTHEAD], source.edition, text) or (wanted if wanted and is_partial_date(wanted) else "")
    month = issued if source.id != UNKNOWN else ""
    label = wanted or month or hashlib.sha256(text.encode()).hexdigest()[:16]
    return label, issued or first_date(" ".join(_DATELINE.findall(text[:_MASTHEAD])))


def opened(text: str, source: PressSource, found: tuple[Document, ...], issued: str, tagger: tagged.Tagger | None) -> Iterator[Page]:
    """The documents of an edition as pages, of which nothing is told yet."""
    finders, reference = Finders.of(source, text, tagger), issued or first_date(text)
    cover = next((document.id for document in found if document.kind == "cover"), "")
    for document in found:
        yield Page(finders, text, document, reference, cover)


def told(page: Page) -> Page:
    """The page with all its claims made."""
    if page.document.kind == "masthead":
        masthead.tell(page)
    elif page.document.kind == "contents":
        bylines.tell(page)
    else:
        lists.tell(page)
        prizes.tell_lists(page)
        bylines.tell(page)
        imprint.tell(page)
        survey(page)
        read = {page.lines[number].start for number in page.read}
        for unit in page.units:
            if read and unit.paragraph.places and page.text.rfind("\n", 0, unit.paragraph.places[0]) + 1 in read:
                continue
            if unit.kind == "reference":
                works.tell_reference(page, unit.paragraph)
            elif unit.kind != "table":
                page.found.append(_tell(page, occurrences(page, unit)))
        running.tell(page, page.found)
    return page


def _tell(page: Page, found: Occurrences) -> Occurrences:
    people.tell(page, found)
    posts.tell(page, found)
    affiliations.tell(page, found)
    honours.tell(page, found)
    events.tell(page, found)
    prizes.tell(page, found)
    works.tell(page, found)
    return found
