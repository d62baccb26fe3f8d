"""What running text tells beside people, posts and events: programmes, contests, projects, figures, words said, parts of bodies."""

from __future__ import annotations

from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.tell import quotations, statistics, things, wholes


def tell(page: Page, units: list[Occurrences]) -> None:
    """State all of it for the units of a document, which are looked at together: what is quoted stands before who says it."""
    page.context.restart()
    settings = things.tell(page, units)
    speakers = quotations.tell(page, units)
    statistics.tell(page, settings, speakers)
    wholes.tell(page, settings)
