"""The columns of a table as statements ask for them: which one says what, and how SQL asks whether it says anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model import Model
from loaders.roster import within
from loaders.roster.layout import Column, ThingRule


class Columns:
    """The used columns by what they speak of.

    In SQL the column of number N has the value ``vN``, a list where a cell may say several things of one owner.
    """

    def __init__(self, used: Mapping[int, Column], things: Mapping[str, ThingRule], model: Model) -> None:
        self.used, self.things, self.model = used, things, model
        self.owners: dict[str, list[tuple[int, Column]]] = {}
        for index, column in used.items():
            self.owners.setdefault(column.owner, []).append((index, column))

    def of(self, owner: str) -> Sequence[tuple[int, Column]]:
        """The columns that speak of a thing or a fact, with their numbers."""
        return self.owners.get(owner, ())

    def index(self, owner: str, prop: str) -> int | None:
        """The number of the column that says a property of a thing or a fact."""
        return next((i for i, c in self.of(owner) if c.prop == prop), None)

    def is_one(self, column: Column) -> bool:
        """Whether a row says one value at most; a cell of several then counts as rows of one each."""
        prop = self.model.properties.get(column.prop)
        return not column.is_split or prop is None or not prop.many

    def said(self, index: int) -> str:
        """The condition that a row says something in a column."""
        return f"v{index} <> ''" if self.is_one(self.used[index]) else f"len(v{index}) > 0"

    def name(self, thing: str) -> str:
        """The name of a thing in a row ``t``."""
        indices = self.named(thing)
        return f"t.v{indices[0]}" if indices else "''"

    def named(self, thing: str) -> list[int]:
        """The numbers of the columns that make up the name of a thing: its own, then those of what it is within."""
        chain = (thing, *within.outer(thing, self.things))
        return [i for one in chain if (i := self.index(one, "name")) is not None]
