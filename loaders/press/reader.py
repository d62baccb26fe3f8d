"""The way through an edition, top down: text, layout, units, occurrences, claims.

text, encoding = read_text(path)                 text         characters, line ends as LF
documents(text, …)                               layout       articles, chronicle, masthead …
Page(…).units                                    units        paragraphs, rows of tables, captions, references
occurrences(page, unit)                          occurrences  bodies, people, events of a unit, with what each form means
tell(page, found)                                claims       a module of ``tell`` for each kind of thing
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from kg.claim import Reading
from kg.document import Document
from kg.ids import edition_id
from kg.values import is_partial_date
from loaders.press.dates import edition_month, first_date
from loaders.press.finders import Finders
from loaders.press.layout import documents
from loaders.press.occurrences import Occurrences, occurrences, survey
from loaders.press.page import Page
from loaders.press.source import UNKNOWN, PressSource, source_of
from loaders.press.tell import events, lists, masthead, people, posts
from loaders.press.tell.references import tell_byline, tell_reference
from loaders.press.text import read_text

_MASTHEAD = 6_000
# Where a page of the web and a notice say their day: 发布时间：…, or the day alone on a line.
_DATELINE = re.compile(r"(?:发布|时间|日期|来源)[^\n]{0,40}|^[\s　（(]*\d{4}[年/.-]\d{1,2}[月/.-](?:\d{1,2}日?)?[\s　)）]*$", re.M)


def read(path: Path, *, source: str | None = None, edition: str | None = None) -> Reading:
    """Read an edition of the union press.

    Args:
        path: a text file.
        source: the id of its periodical; found in the text by default.
        edition: its label; by default the month that the edition gives, else the hash of the text.

    Raises:
        InputError: the file cannot be read as text, or there is no such source.
    """
    text, encoding = read_text(path)
    periodical = source_of(text, source)
    label, issued = _label(text, periodical, edition)
    found = documents(text, edition_id(periodical.id, label), issued)
    pages = [told(page) for page in opened(text, periodical, found, issued)]
    return Reading(
        text=text,
        encoding=encoding,
        source=periodical.id,
        label=label,
        title=f"{periodical.name} {label}",
        issued=issued,
        documents=found,
        claims=tuple(claim for page in pages for claim in page.claims.made),
        notices=tuple(notice for page in pages for notice in page.notices),
        apart=tuple(pair for page in pages for pair in page.apart),
    )


def _label(text: str, source: PressSource, wanted: str | None) -> tuple[str, str]:
    """The label of an edition and the partial date on which it appeared."""
    issued = edition_month(text[:_MASTHEAD], source.edition) or (wanted if wanted and is_partial_date(wanted) else "")
    month = issued if source.id != UNKNOWN else ""
    label = wanted or month or hashlib.sha256(text.encode()).hexdigest()[:16]
    return label, issued or first_date(" ".join(_DATELINE.findall(text[:_MASTHEAD])))


def opened(text: str, source: PressSource, found: tuple[Document, ...], issued: str) -> Iterator[Page]:
    """The documents of an edition as pages, of which nothing is told yet."""
    finders, reference = Finders.of(source, text), issued or first_date(text)
    for document in found:
        yield Page(finders, text, document, reference)


def told(page: Page) -> Page:
    """The page with all its claims made."""
    if page.document.kind == "masthead":
        masthead.tell(page)
    elif page.document.kind != "contents":
        lists.tell(page)
        for unit in page.units:
            tell_byline(page, unit.paragraph)
        survey(page)
        for unit in page.units:
            if unit.kind == "reference":
                tell_reference(page, unit.paragraph)
            elif unit.kind != "table":
                _tell(page, occurrences(page, unit))
    return page


def _tell(page: Page, found: Occurrences) -> None:
    people.tell(page, found)
    posts.tell(page, found)
    events.tell(page, found)
