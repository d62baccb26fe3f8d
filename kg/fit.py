"""Whether a value fits the property that is said to bear it, and what a fact cannot be without."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.model import Class, Datatype, Model
from kg.values import decimal, is_partial_date

_WHOLE = re.compile(r"-?[0-9]+")


def needed(fact: Class) -> set[str]:
    """What a claim of a fact must say: the parties that identify it, and its caption where that does."""
    return {name for name in fact.identifying if fact.properties[name].is_edge or name == fact.caption}


def value_fault(kind: Class, name: str, value: str, model: Model) -> str:
    """What is wrong with a value that a class's thing is said to bear, or nothing."""
    prop = kind.properties.get(name)
    if prop is None or prop.is_edge or prop.derived:
        return f"{kind.name} has no value {name}"
    if value == "" or value != value.strip():
        return f"{name} is empty or has spaces at its ends"
    if prop.datatype == "code" and model.concept(prop, value) is None:
        return f"{name} is not in its code list: {value!r}"
    form, test = _FORMS.get(prop.datatype, ("", _is_text))
    return "" if test(value) else f"{name} is {form}: {value!r}"


def _is_text(_text: str) -> bool:
    return True


def _is_decimal(text: str) -> bool:
    try:
        return decimal(text) == text
    except ValueError:
        return False


_FORMS: dict[Datatype, tuple[str, Callable[[str], bool]]] = {
    "date": ("no date", is_partial_date),
    "integer": ("no whole number", lambda text: _WHOLE.fullmatch(text) is not None),
    "decimal": ("no decimal number in normal form", _is_decimal),
    "boolean": ("neither true nor false", lambda text: text in ("true", "false")),
}
