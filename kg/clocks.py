"""The two clocks of a question: the day on which things should hold, and the moment at which the graph should have known them.

    Clocks(as_of="2021-05-03", known_at="2025-12-01T00:00:00Z")

They are conditions and values in Cypher, the same for whoever asks. What a thing bears for them is worked out by
``kg.assemble.bounds`` and ``kg.assemble.told``; days and moments are text of one length, so they compare as text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Any

from kg.errors import InputError
from kg.model import Class, Model, Property
from kg.values import first_day, is_partial_date, last_day, moment, to_python

RETRACTED = "Retracted"
_TOLD = len("2025-12-01T00:00:00Z/2025-12-01T00:00:00Z ")
_MOMENT = len("2025-12-01T00:00:00Z")
_DAY = len("2025-12-01")
_READ = {"integer": "toInteger({})", "decimal": "toFloat({})", "boolean": "{} = 'true'"}


@dataclass(frozen=True, slots=True)
class Clocks:
    """What is asked of time.

    Attributes:
        as_of: a partial date; what is excluded on all its days is left out. Empty where not asked.
        known_at: a moment in normal form; only evidence recorded by then and not closed by then counts. Empty for today.
        certain: whether to leave out, too, what is not certain on all days of ``as_of``.
    """

    as_of: str = ""
    known_at: str = ""
    certain: bool = False

    @classmethod
    def of(cls, as_of: str, known_at: str) -> Clocks:
        """The clocks that a person gives.

        Raises:
            InputError: one of them is no date or no moment.
        """
        if as_of and not is_partial_date(as_of):
            raise InputError(f"{as_of!r} is no date; write 2021, 2021-05, 2021-05-03 or 2021-Q3.")
        try:
            return cls(as_of, moment(known_at) if known_at else "")
        except ValueError as exc:
            raise InputError(f"{known_at!r} is no moment; write ISO 8601, such as 2025-12-01T00:00:00Z.") from exc

    def within(self, as_of: str | None, known_at: str | None, certain: bool | None) -> Clocks:
        """The clocks of a part that may set its own; what it leaves open is as around it."""
        return replace(self, as_of=as_of or self.as_of, known_at=known_at or self.known_at, certain=self.certain or bool(certain))


class Clockwork:
    """Clocks as Cypher.

    Args:
        model: the ontology.
        value: makes a parameter of a value, and returns it as Cypher.
        variable: makes a variable that the statement does not have yet, from a stem.
    """

    def __init__(self, model: Model, value: Callable[[object], str], variable: Callable[[str], str]) -> None:
        self.model, self.value, self.variable = model, value, variable

    def label(self, name: str, clocks: Clocks) -> str:
        """The label expression by which things of a class are matched: what is retracted today may have been known."""
        return f"{name}|{RETRACTED}" if clocks.known_at else name

    def conditions(self, variable: str, name: str, clocks: Clocks) -> list[str]:
        """What a thing of class ``name``, matched by ``label``, must fulfil to be there at all."""
        found = []
        if clocks.known_at:
            if name != "Thing":
                found.append(f"({variable}:{name} OR '{name}' IN {variable}.was)")
            found.append(self._within(f"{variable}.recorded", clocks.known_at))
        if clocks.as_of and (timed := self._timed(name)):
            found += self._not_excluded(variable, clocks, always=all(c.is_timed for c in timed))
        return found

    def certain(self, variable: str, name: str, clocks: Clocks) -> str:
        """Whether a thing is certain on the day; null of what has no time."""
        if not clocks.as_of or not self._timed(name):
            return "null"
        return f"CASE WHEN {variable}.possibleFrom IS NULL THEN null ELSE {self._surely(variable, clocks)} END"

    def read(self, variable: str, prop: Property, clocks: Clocks, name: str = "") -> str:
        """A value as it was shown at ``known_at``: what was told then, where it was not always the same.

        Args:
            name: the class of the thing, where it is known: what identifies a fact is always the same.
        """
        if not clocks.known_at or self._is_constant(name, prop):
            return f"{variable}.{prop.name}"
        return self._told(variable, prop.name, clocks.known_at, _READ.get(prop.datatype, "{}"), many=prop.many)

    def labels(self, variable: str, clocks: Clocks) -> str:
        """The labels by which a thing's class is told."""
        return f"coalesce({variable}.was, labels({variable}))" if clocks.known_at else f"labels({variable})"

    def evidence(self, edge: str, clocks: Clocks) -> tuple[str, str]:
        """The types of evidence that count, and the condition on them."""
        if not clocks.known_at:
            return "STATED_IN", ""
        at = self.value(datetime.fromisoformat(clocks.known_at))
        return "STATED_IN|WAS_STATED_IN", f"{edge}.recordedFrom <= {at} AND ({edge}.recordedTo IS NULL OR {edge}.recordedTo > {at})"

    def _is_constant(self, name: str, prop: Property) -> bool:
        leaves = self.model.leaves(name) if name else ()
        return bool(leaves) and all(c.is_fact and prop.name in c.identifying for c in leaves)

    def _timed(self, name: str) -> tuple[Class, ...]:
        leaves = self.model.leaves(name)
        return leaves if any(c.is_timed for c in leaves) else ()

    def _not_excluded(self, variable: str, clocks: Clocks, *, always: bool) -> list[str]:
        first, last = self.value(first_day(clocks.as_of)), self.value(last_day(clocks.as_of))
        today = replace(clocks, known_at="")
        excluded = self._covers(variable, "excludedDays", today)
        part = f"{variable}.possibleFrom <= {last} AND {variable}.possibleTo >= {first} AND NOT {excluded}"
        if clocks.known_at:
            x = self.variable("x")
            day, end = f"substring({x}, {_TOLD}, {_DAY})", f"substring({x}, {_TOLD + _DAY + 1}, {_DAY})"
            told = f"{day} <= {last} AND {end} >= {first} AND {self._at(x, clocks.known_at)}"
            then = f"any({x} IN coalesce({variable}.heldDays, []) WHERE {told})"
            part = f"(({variable}.heldDays IS NULL AND {part}) OR {then})"
        if clocks.certain:
            part += f" AND {self._surely(variable, clocks)}"
        return [part] if always else [f"({variable}.possibleFrom IS NULL OR ({part}))"]

    def _surely(self, variable: str, clocks: Clocks) -> str:
        return self._covers(variable, "certainDays", clocks)

    def _covers(self, variable: str, name: str, clocks: Clocks) -> str:
        """Whether one of a thing's runs of days has all days that are asked for."""
        x = self.variable("x")
        first, last = self.value(first_day(clocks.as_of)), self.value(last_day(clocks.as_of))
        runs = f"coalesce({self.read(variable, self.model.properties[name], clocks)}, [])"
        return f"any({x} IN {runs} WHERE left({x}, 10) <= {first} AND right({x}, 10) >= {last})"

    def _within(self, field: str, at: str) -> str:
        x = self.variable("x")
        return f"any({x} IN {field} WHERE {self._at(x, at)})"

    def _at(self, x: str, at: str) -> str:
        asked = self.value(at)
        return f"left({x}, {_MOMENT}) <= {asked} AND substring({x}, {_MOMENT + 1}, {_MOMENT}) > {asked}"

    def _told(self, variable: str, name: str, at: str, read: str, *, many: bool) -> str:
        x, y = self.variable("x"), self.variable("x")
        lines, head = f"coalesce({variable}.told, [])", f"'{name}='"
        ever = f"{variable}.told IS NOT NULL AND any({x} IN {lines} WHERE substring({x}, {_TOLD}) STARTS WITH {head})"
        shown = read.format(f"substring({y}, {_TOLD + len(name) + 1})")
        then = f"[{y} IN {lines} WHERE {self._at(y, at)} AND substring({y}, {_TOLD}) STARTS WITH {head} | {shown}]"
        return f"CASE WHEN {ever} THEN {then if many else f'head({then})'} ELSE {variable}.{name} END"


def shown_at(values: Mapping[str, Any], model: Model, at: str) -> dict[str, Any]:
    """A node's values as they were shown at a moment, from what it bears: ``Clockwork.read`` for a whole node at once."""
    lines = [(line[_TOLD:].partition("="), line[:_MOMENT] <= at < line[_MOMENT + 1 : _TOLD - 1]) for line in values.get("told") or ()]
    varied = {name for (name, _, _), _ in lines}
    shown = {name: value for name, value in values.items() if name not in varied}
    for (name, _, text), holds in lines:
        prop = model.properties[name]
        if holds:
            value = to_python(prop.datatype, text)
            shown[name] = [*shown.get(name, []), value] if prop.many else value
    return shown


def clockwork(model: Model, parameters: dict[str, object]) -> Clockwork:
    """Clocks as Cypher for a statement of one's own: values become the parameters ``c0``, ``c1`` …"""
    numbers = count()

    def value(given: object) -> str:
        name = f"c{len(parameters)}"
        parameters[name] = given
        return f"${name}"

    return Clockwork(model, value, lambda stem: f"{stem}{next(numbers)}")
