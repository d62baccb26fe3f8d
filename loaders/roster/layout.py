"""A layout: what the columns of one form of table are, and what a row says with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.values import fold_width

_SPACE = re.compile(r"\s+")


def same(heading: str) -> str:
    """A heading, or the key of a lookup, as it is compared: without spaces and line breaks, letters and digits of half width."""
    return _SPACE.sub("", fold_width(heading))


@dataclass(frozen=True, slots=True)
class ThingRule:
    """A thing that a row speaks of: its class, the classes that endings of its name say, and where its edges lead.

    ``within`` is the thing that it is a part of: its name goes on that one's (江海省总工会 and 组织部), and where a row has none, it is
    that one itself.
    """

    name: str
    class_name: str
    endings: Mapping[str, str] = field(default_factory=dict, hash=False)
    links: Mapping[str, str] = field(default_factory=dict, hash=False)
    within: str = ""


@dataclass(frozen=True, slots=True)
class FactRule:
    """A fact that a row states: its class, the things that are its parties, and values that are the same in every row."""

    name: str
    class_name: str
    parties: Mapping[str, str] = field(hash=False)
    values: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Column:
    """A declared column.

    Attributes:
        heading: as the description writes it; of two heading rows ``upper/lower``.
        owner: the thing or the fact that its cells speak of; empty where it is ignored.
        prop: what they say of it; ``ignore``, ``class`` or ``personalKey`` besides the ontology's own.
        form: the declared format of its dates.
        lookup: known dirt, and what it stands for; an empty text stands for an empty cell.
        split: the sign between several values of one cell.
        optional: whether the table may lack it.
    """

    heading: str
    owner: str
    prop: str
    form: re.Pattern[str] | None = None
    lookup: Mapping[str, str] = field(default_factory=dict, hash=False)
    split: str = ""
    optional: bool = False

    @property
    def is_split(self) -> bool:
        """Whether a cell of it may hold several values."""
        return self.split != ""

    @property
    def is_ignored(self) -> bool:
        """Whether its cells are passed over."""
        return self.owner == ""


@dataclass(frozen=True, slots=True)
class Layout:
    """One form of table; ``sheet`` is the pattern of the sheets' names that have it, ``columns`` go by their compared headings."""

    sheet: re.Pattern[str]
    heading_rows: int
    rows_are_people: bool
    things: Mapping[str, ThingRule] = field(hash=False)
    facts: tuple[FactRule, ...] = ()
    columns: Mapping[str, Column] = field(default_factory=dict, hash=False)
