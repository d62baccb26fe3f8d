"""Prizes that were won: as running text tells them, and as tables and lists do."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.press.bodies.organisation import Organisation
from loaders.press.person import Person
from loaders.press.rows import Run


@dataclass(frozen=True, slots=True)
class Won:
    """A prize won in a paragraph: by whom, in which item, and the run that says so. ``contest`` is empty where the item names none."""

    winner: Person | Organisation
    prize: str
    item: str
    contest: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Winner:
    """Who won: a person's or a body's run, the body of a person where one is named, the prize, the item, and where the words stand.

    ``work`` is the run of a work that wins, which then is the item; ``line`` numbers the first line that says so; ``heading`` is the
    run that names the prize where that is not in the row itself.
    """

    who: Run
    is_body: bool
    prize: str
    item: str
    begin: int
    end: int
    line: int
    heading: Run | None = None
    body: Run | None = None
    title: Run | None = None
    work: Run | None = None
