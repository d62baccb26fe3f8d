"""Cells read by what their column is: each distinct text once, into its normal form or a fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import Model, Property
from kg.values import decimal, fold_width, normal_name
from loaders.roster import creditcode, dates
from loaders.roster.bodies import RosterBodies
from loaders.roster.honours import RosterHonours
from loaders.roster.layout import Column, same
from loaders.roster.opendocument import ERROR

_SPACE = re.compile(r"\s+")
_APART = re.compile(r"\s+(?!\d{1,2}:\d{2})")
"""Spaces within a date, but for the one before a time of day."""
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_PERSON = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U000323af·A-Za-z.' -]{2,40}")
_YEAR = re.compile(r"((?:18|19|20|21)\d{2})(?:\.0)?(?:年度?)?")
_WHOLE = re.compile(r"(-?\d+)(?:\.0)?")
_GENDERS = {"男": "male", "女": "female"}
_TRUTHS = {**dict.fromkeys(("是", "true", "√", "y", "yes", "1"), "true"), **dict.fromkeys(("否", "false", "×", "n", "no", "0"), "false")}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a text means: its normal form (several where the column splits it), or a fault; a name may say the gender as well."""

    values: tuple[str, ...] = ()
    fault: str = ""
    gender: str = ""


Reader = Callable[[str], Cell]
_EMPTY = Cell()


class Cells:
    """Makes the reader of each column.

    Args:
        latest: the year in which the roster was issued, for years of two digits.
        zero: the day 0 of serial numbers.
    """

    def __init__(self, model: Model, honours: RosterHonours, bodies: RosterBodies, latest: int, zero: date) -> None:
        self.model, self.honours, self.bodies, self.latest, self.zero = model, honours, bodies, latest, zero

    def reader(self, column: Column, class_name: str, prop: Property | None) -> Reader:
        """How the cells of a column are read, each a ``tidy`` text; its lookup and its split come before all else.

        Args:
            class_name: of the thing or the fact that the column speaks of.
            prop: None where the column says the class or a number for matching.
        """
        read = self._by_property(column, class_name, prop)

        def of(text: str) -> Cell:
            if not column.split:
                return self._one(text, column.lookup, read) if text else _EMPTY
            parts = [p for one in text.split(column.split) if (p := one.strip())]
            cells = [self._one(part, column.lookup, read) for part in parts]
            fault = next((c.fault for c in cells if c.fault), "")
            gender = next((c.gender for c in cells if c.gender), "")
            return Cell(tuple(v for c in cells for v in c.values if v), fault, gender)

        return of

    def _one(self, text: str, lookup: Mapping[str, str], read: Reader) -> Cell:
        meant = lookup.get(same(text), text) if lookup else text
        if meant == "":
            return _EMPTY
        if meant.startswith("="):
            return Cell(fault="it begins with =, as a formula does")
        if ERROR.fullmatch(meant):
            return Cell(fault="it is an error instead of a value")
        return read(meant)

    def _by_property(self, column: Column, class_name: str, prop: Property | None) -> Reader:
        if prop is None:
            return self._class if column.prop == "class" else lambda text: Cell((text,))
        if prop.name == "name":
            if class_name == "Person":
                return _person
            if class_name == "Honour":
                return self._honour
            return self._body if self.model[class_name].identity_class == "Organization" else _name
        if prop.name == "creditCode":
            return _credit_code
        if prop.datatype == "code":
            return self._code(prop)
        if prop.datatype == "date":
            return lambda text: self._date(column, text)
        return {"integer": _year if prop.name == "year" else _whole, "decimal": _number, "boolean": _truth}.get(prop.datatype, _name)

    def _date(self, column: Column, text: str) -> Cell:
        found = dates.read(_APART.sub("", text), form=column.form, latest=self.latest, zero=self.zero)
        if found is None:
            return Cell(fault="it is no date that can be read in one way only; declare the column's format")
        return Cell((found,) if found else ())

    def _body(self, text: str) -> Cell:
        cell = _name(text)
        return cell if cell.fault else Cell(tuple(map(self.bodies.full_name, cell.values)))

    def _code(self, prop: Property) -> Reader:
        known: dict[str, str] = {}
        for scheme in prop.schemes:
            for concept in self.model.concepts[scheme].values():
                known.update(dict.fromkeys((concept.notation, concept.label.zh, *concept.alternatives), concept.notation))
        return lambda text: Cell((known[same(text)],)) if same(text) in known else Cell(fault=f"it is in no code list of {prop.name}")

    def _class(self, text: str) -> Cell:
        found = next((c.name for c in self.model if c.is_entity and text in (c.name, c.label.zh, c.notation)), "")
        return Cell((found,)) if found else Cell(fault="it is no class of things")

    def _honour(self, text: str) -> Cell:
        found = self.honours.full_name(normal_name(text))
        return Cell((found,)) if found else Cell(fault="it is no known honour; put it right, or give it in the column's lookup")


def tidy(text: str) -> str:
    """A cell's text as it is read and kept: letters and digits of half width, no line breaks or tabs, no spaces at its ends."""
    return _SPACE.sub(" ", fold_width(text)).strip()


def _person(text: str) -> Cell:
    gender = ""
    for inside in _BRACKETS.findall(text):
        if inside in _GENDERS:
            gender = _GENDERS[inside]
        elif not inside.endswith("族"):
            return Cell(fault="what stands in brackets behind the name is not known")
    name = normal_name(_BRACKETS.sub("", text))
    return Cell((name,), gender=gender) if _PERSON.fullmatch(name) else Cell(fault="it is no person's name")


def _name(text: str) -> Cell:
    return Cell(fault="it holds characters that could not be decoded") if "\ufffd" in text else Cell((normal_name(text),))


def _credit_code(text: str) -> Cell:
    code = _SPACE.sub("", text).upper()
    fault = creditcode.fault_of(code)
    return Cell(fault=fault) if fault else Cell((code,))


def _year(text: str) -> Cell:
    found = _YEAR.fullmatch(text)
    return Cell((found[1],)) if found else Cell(fault="it is no year of four digits")


def _whole(text: str) -> Cell:
    found = _WHOLE.fullmatch(text.replace(",", ""))
    return Cell((str(int(found[1])),)) if found else Cell(fault="it is no whole number")


def _number(text: str) -> Cell:
    try:
        return Cell((decimal(text.replace(",", "")),))
    except ValueError:
        return Cell(fault="it is no number")


def _truth(text: str) -> Cell:
    found = _TRUTHS.get(text.lower())
    return Cell((found,)) if found else Cell(fault="it is neither 是 nor 否")
