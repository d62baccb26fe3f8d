"""The people and bodies of a masthead."""

from __future__ import annotations

from kg.document import Span
from kg.values import normal_name
from loaders.press import sheets
from loaders.press.page import Page


def tell(page: Page) -> None:
    """Name them."""
    finders = page.finders
    for kind, value in sheets.masthead(page.lines, finders.names):
        span = (Span(value.start, value.end),)
        if kind == "people":
            page.claims.entity("Person", normal_name(value.words), span)
            continue
        found = finders.organisations.ending_at(value.words, len(value.words), finders.context())
        name = found.name if found is not None and found.start == 0 else normal_name(value.words)
        class_name = finders.model.by_notation[finders.organisations.kind_of(name)].name
        page.claims.entity(class_name, name, span, written=value.words)
