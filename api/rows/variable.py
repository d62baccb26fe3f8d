"""A variable of a named query: what a URL parameter may say, checked before a statement sees it.

    // variable: kind code(eventKind) = : 事件类型 | Kind of event

Text that is empty stands for "all"; every variable has a default, so a bare URL gives rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from kg.errors import InputError
from kg.model import Model, Text
from kg.values import is_partial_date

VariableType = Literal["string", "integer", "date", "code", "class", "choice"]
MOST_ROWS = 100_000
"""The highest bound that a query's ``limit`` may have."""
LONGEST = 200
"""How many code points a text may have."""

_LINE = re.compile(
    r"(?P<name>\w+) (?P<type>string|integer|date|code|class|choice)(?:\((?P<of>[^)]*)\))? = (?P<default>[^:]*): (?P<zh>[^|]+) \| (?P<en>.+)"
)
_DIGITS = re.compile(r"-?[0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable: its type, its default and what it may be.

    ``choices`` names the values of a ``code`` (notations), a ``class`` (names) or a ``choice``, sorted as they are shown;
    ``minimum`` and ``maximum`` bound an ``integer``, both inclusive. ``date`` is a partial date (2025, 2025-11, 2025-11-12).
    """

    name: str
    type: VariableType
    default: str | int
    description: Text
    choices: tuple[str, ...] = ()
    minimum: int = 0
    maximum: int = 0

    @classmethod
    def parse(cls, line: str, model: Model) -> Variable:
        """Read the part of a line behind ``// variable:``.

        Raises:
            ValueError: the line is malformed, or its default is not one of its own values.
        """
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError(f"{line!r} is no 'NAME TYPE(OF) = DEFAULT: 中文 | English'")
        kind, of, default = found["type"], found["of"] or "", found["default"].strip()
        low, high = map(int, of.split("..")) if kind == "integer" else (0, 0)
        text = Text(en=found["en"], zh=found["zh"])
        variable = cls(found["name"], kind, default, text, _choices(kind, of, model), low, high)  # type: ignore[arg-type]
        return cls(variable.name, variable.type, variable.value(default), text, variable.choices, low, high)

    def value(self, text: str) -> str | int:
        """What the statement is given for the text of a URL.

        Raises:
            InputError: the text is not of the variable's type or not among its values.
        """
        if self.type == "integer":
            if _DIGITS.fullmatch(text) is None or not self.minimum <= int(text) <= self.maximum:
                raise InputError(f"{self.name} must be a whole number from {self.minimum} to {self.maximum}.")
            return int(text)
        if self.type == "date" and text != "" and not is_partial_date(text):
            raise InputError(f"{self.name} must be a date such as 2025, 2025-11 or 2025-11-12.")
        if self.choices and text not in self.choices and not (text == "" and self.type != "choice"):
            raise InputError(f"{self.name} must be one of {', '.join(self.choices)}.")
        if len(text) > LONGEST or "\x00" in text:
            raise InputError(f"{self.name} must be text of at most {LONGEST} characters.")
        return text

    def describe(self) -> dict[str, Any]:
        """The variable as ``/rows`` lists it."""
        bounds = {"minimum": self.minimum, "maximum": self.maximum} if self.type == "integer" else {}
        choices = {"choices": list(self.choices)} if self.choices else {}
        description = {"zh": self.description.zh, "en": self.description.en}
        return {"name": self.name, "type": self.type, "default": self.default, **bounds, **choices, "description": description}


def _choices(kind: str, of: str, model: Model) -> tuple[str, ...]:
    match kind:
        case "code":
            return tuple(model.concepts[of])
        case "class":
            return tuple(sorted(c.name for c in model.leaves(of)))
        case "choice":
            return tuple(of.split(", "))
    return ()
