"""Bylines, papers that a text is taken from, and entries of a list of references, whose authors are nobody of the news."""

from __future__ import annotations

from loaders.press import sheets
from loaders.press.flow import Paragraph
from loaders.press.organisations import Organisation
from loaders.press.page import Page
from loaders.press.people import Person


def tell_byline(page: Page, paragraph: Paragraph) -> None:
    """Name the people of a byline and the paper that it names."""
    for start, end in sheets.bylines(paragraph, page.finders.names):
        page.claims.person(paragraph, Person(paragraph.text[start:end], start, end, start))
    for start, end in sheets.media(paragraph):
        page.claims.organisation(paragraph, Organisation(start, end, paragraph.text[start:end], "media"))


def tell_reference(page: Page, paragraph: Paragraph) -> None:
    """Name the authors and publishers of an entry, in the layer of those who are cited."""
    authors, publishers = sheets.reference(paragraph, page.finders.names)
    for start, end in authors:
        page.claims.person(paragraph, Person(paragraph.text[start:end], start, end, start), layer="cite")
    for start, end in publishers:
        page.claims.organisation(paragraph, Organisation(start, end, paragraph.text[start:end], "media"))
    if not authors:
        for body in page.finders.organisations.find(paragraph.text[:60], page.context):
            page.claims.organisation(paragraph, body)
