"""The description of a roster, one YAML file a source: what its columns are, in the ontology's words.

    id: jh-officials
    name: 江海省工会系统干部名册
    publisher: 江海省总工会
    licence: Apache-2.0
    files: officials-*.csv
    edition: '(?P<year>\\d{4})-(?P<month>\\d{2})-(?P<day>\\d{2})'
    things: {person: Person, organization: Organization}
    facts: [{fact: Tenure, holder: person, organization: organization}]
    columns: {姓名: person.name, 单位: organization.name, 职务: {is: Tenure.title, split: 、}, 备注: ignore}

All faults of a description are told at once, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.errors import InputError
from kg.model import Model
from kg.source import Source
from loaders.press.places import Places
from loaders.roster import dates, within
from loaders.roster.layout import Column, FactRule, Layout, ThingRule, same

_KEYS = frozenset(
    (
        "id",
        "name",
        "publisher",
        "licence",
        "rank",
        "complete",
        "files",
        "edition",
        "as_of",
        "divisions",
        "province",
        "city",
        "county",
        "totals",
        "layouts",
        "ignore_sheets",
    )
)
_LAYOUT_KEYS = frozenset(("sheet", "heading_rows", "rows_are", "things", "links", "facts", "columns"))
_COLUMN_KEYS = frozenset(("is", "format", "lookup", "split", "optional"))
_THING_KEYS = frozenset(("class", "endings", "within"))
_NAME = re.compile(r"[a-z][A-Za-z]{0,30}")
IGNORE = "ignore"
PERSONAL_KEY = "personalKey"
_CLASS = "class"


@dataclass(frozen=True)
class RosterSource:
    """What the loader needs of a roster.

    Attributes:
        source: what the core knows of it.
        files: the pattern of its files' names, by which a file finds its description.
        edition: where the edition's date stands, in the file's name or in the lines above the heading.
        as_of: likewise the day for which it speaks; by default the edition's date.
        ignored: the pattern of the names of sheets that are passed over.
        province, city, county: what 省, 市, 县 or 区 mean in it, by their full names; empty where it is of none.
        divisions: administrative divisions that no official list has.
        totals: for ``rows`` or a class the fewest and the most that there must be.
        layouts: the forms that its tables have.
        found: the file that describes it, where that was found beside the roster.
    """

    source: Source
    licence: str
    files: str
    edition: re.Pattern[str] | None
    as_of: re.Pattern[str] | None
    ignored: re.Pattern[str] | None
    province: str
    city: str
    county: str
    divisions: tuple[str, ...]
    totals: Mapping[str, tuple[int, int]]
    layouts: tuple[Layout, ...]
    found: Path | None = None


def parse(text: str, place: str, model: Model) -> RosterSource:
    """Read a description.

    Raises:
        InputError: it is no YAML, or says what cannot be; all faults are in the message.
    """
    source = Source.parse(text, place)
    reader = _Reader(yaml.safe_load(text), model)
    found = reader.source(source)
    if reader.faults:
        raise InputError("\n".join([f"{place} cannot be used:", *(f"  {fault}" for fault in reader.faults)]))
    return found


class _Reader:
    """Reads the mapping of a description and collects what is wrong with it."""

    def __init__(self, raw: dict[str, Any], model: Model) -> None:
        self.raw, self.model = raw, model
        self.faults: list[str] = []

    def source(self, source: Source) -> RosterSource:
        self._known("", self.raw, _KEYS | _LAYOUT_KEYS)
        if not source.publisher:
            self.faults.append("publisher is missing; name the body that issues the roster")
        if not self.raw.get("licence"):
            self.faults.append("licence is missing; say under which terms the roster may be used")
        return RosterSource(
            source=source,
            licence=str(self.raw.get("licence", "")),
            files=str(self.raw.get("files", "")),
            edition=self._pattern("edition"),
            as_of=self._pattern("as_of"),
            ignored=self._compiled("ignore_sheets", self.raw["ignore_sheets"]) if self.raw.get("ignore_sheets") else None,
            province=str(self.raw.get("province", "")),
            city=self._place("city"),
            county=self._place("county"),
            divisions=tuple(map(str, self._list(self.raw, "divisions"))),
            totals=self._totals(),
            layouts=tuple(self._layout(one) for one in self._layouts()),
        )

    def _layouts(self) -> list[dict[str, Any]]:
        shared = {key: value for key, value in self.raw.items() if key in _LAYOUT_KEYS}
        several = self._list(self.raw, "layouts")
        return [shared | one for one in several if isinstance(one, dict)] if several else [shared]

    def _layout(self, raw: dict[str, Any]) -> Layout:
        self._known("a layout: ", raw, _LAYOUT_KEYS)
        things = self._things(raw)
        facts = self._facts(raw, things)
        rows_are = str(raw.get("rows_are", ""))
        heading_rows = raw.get("heading_rows", 1)
        if heading_rows not in (1, 2):
            self.faults.append(f"heading_rows must be 1 or 2, not {heading_rows!r}")
        return Layout(
            sheet=self._compiled("sheet", raw.get("sheet", "")),
            heading_rows=heading_rows,
            rows_are_people=rows_are == "person",
            things=things,
            facts=facts,
            columns={same(str(name)): self._column(str(name), spec, things, facts) for name, spec in self._dict(raw, "columns").items()},
        )

    def _things(self, raw: dict[str, Any]) -> dict[str, ThingRule]:
        found, links = {}, self._dict(raw, "links")
        for name, spec in self._dict(raw, "things").items():
            if not _NAME.fullmatch(str(name)):
                self.faults.append(f"things: {name!r} must be a word of letters such as person or employer")
                continue
            given = {"class": spec} if isinstance(spec, str) else spec if isinstance(spec, dict) else {}
            self._known(f"things, {name}: ", given, _THING_KEYS)
            endings = {str(k): str(v) for k, v in self._dict(given, "endings").items()}
            for class_name in (str(given.get("class", "")), *endings.values()):
                if class_name not in self.model or not self.model[class_name].is_entity or not self.model[class_name].identified_by:
                    self.faults.append(f"things, {name}: {class_name!r} is no class of things that have names, such as Person or Union")
            rule = ThingRule(str(name), str(given.get("class", "")), endings, dict(self._dict(links, name)), str(given.get("within", "")))
            found[str(name)] = rule
        if not found:
            self.faults.append("things is missing; say of what a row speaks, such as things: {person: Person}")
        for name, ends in links.items():
            for prop, target in ends.items() if isinstance(ends, dict) else ():
                if name not in found or target not in found:
                    self.faults.append(f"links, {name}: {prop} must lead from one of the things to another")
        self.faults += within.faults_of(found, self.model)
        return found

    def _facts(self, raw: dict[str, Any], things: Mapping[str, ThingRule]) -> tuple[FactRule, ...]:
        found = []
        for spec in self._list(raw, "facts"):
            class_name = str(spec.get("fact", "")) if isinstance(spec, dict) else ""
            if class_name not in self.model or not self.model[class_name].is_fact:
                self.faults.append(f"facts: {class_name!r} is no class of facts, such as Tenure or Award")
                continue
            said = {k: v for k, v in spec.items() if k not in ("fact", "as")}
            properties = self.model[class_name].properties
            for name, value in said.items():
                if name not in properties or properties[name].derived:
                    self.faults.append(f"facts, {class_name}: it has no {name!r}")
                elif properties[name].is_edge and value not in things:
                    self.faults.append(f"facts, {class_name}: {name} must be one of the things, not {value!r}")
            parties = {k: str(v) for k, v in said.items() if k in properties and properties[k].is_edge}
            values = {k: _text(v) for k, v in said.items() if k in properties and not properties[k].is_edge}
            found.append(FactRule(str(spec.get("as", class_name)), class_name, parties, values))
        return (*found, *within.memberships(things, found))

    def _column(self, name: str, spec: object, things: Mapping[str, ThingRule], facts: tuple[FactRule, ...]) -> Column:
        if isinstance(spec, str):
            spec = {"is": spec}
        if not isinstance(spec, dict) or "is" not in spec:
            self.faults.append(f"columns, {name}: say what it is, such as person.name, or ignore")
            return Column(name, "", IGNORE)
        self._known(f"columns, {name}: ", spec, _COLUMN_KEYS)
        owner, _, prop = str(spec["is"]).partition(".")
        optional = spec.get("optional") is True
        if owner == IGNORE and not prop:
            return Column(name, "", IGNORE, optional=optional)
        rule = things.get(owner) or next((f for f in facts if f.name == owner), None)
        if rule is None:
            self.faults.append(f"columns, {name}: {owner!r} is neither one of the things nor one of the facts")
            return Column(name, "", IGNORE)
        self._property(name, rule, prop)
        form = None
        if spec.get("format"):
            try:
                form = dates.compiled(str(spec["format"]))
            except ValueError as exc:
                self.faults.append(f"columns, {name}: {exc}")
        lookup = {same(str(k)): _text(v) for k, v in self._dict(spec, "lookup").items()}
        return Column(name, owner, prop, form, lookup, str(spec.get("split", "")), optional)

    def _property(self, name: str, rule: ThingRule | FactRule, prop: str) -> None:
        if isinstance(rule, ThingRule) and (prop == _CLASS or (prop == PERSONAL_KEY and rule.class_name == "Person")):
            return
        found = self.model[rule.class_name].properties.get(prop) if rule.class_name in self.model else None
        if found is None or found.is_edge or found.derived:
            self.faults.append(f"columns, {name}: {rule.class_name} has no value {prop!r}")

    def _place(self, key: str) -> str:
        found, divisions = str(self.raw.get(key, "")), tuple(map(str, self._list(self.raw, "divisions")))
        if found and found not in divisions and found not in Places.of().ranks:
            self.faults.append(f"{key}: {found!r} is no division that is known; write its full name, or name it in divisions")
        return found

    def _totals(self) -> dict[str, tuple[int, int]]:
        found = {}
        for name, bounds in self._dict(self.raw, "totals").items():
            whole = isinstance(bounds, list) and len(bounds) == 2 and all(isinstance(b, int) for b in bounds) and bounds[0] <= bounds[1]
            if not whole or (name != "rows" and name not in self.model):
                self.faults.append(f"totals, {name}: give the fewest and the most, such as rows: [10, 500], for rows or a class")
            else:
                found[str(name)] = (bounds[0], bounds[1])
        return found

    def _pattern(self, key: str) -> re.Pattern[str] | None:
        raw = self.raw.get(key)
        found = self._compiled(key, raw) if raw else None
        if found is not None and "year" not in found.groupindex:
            self.faults.append(f"{key} must have a group (?P<year>…), and may have month and day")
        return found

    def _compiled(self, key: str, raw: object) -> re.Pattern[str]:
        try:
            return re.compile(str(raw or ""))
        except re.error as exc:
            self.faults.append(f"{key} is no regular expression: {exc}")
            return re.compile("")

    def _dict(self, raw: Mapping[str, Any], key: str) -> dict[Any, Any]:
        found = raw.get(key) or {}
        if not isinstance(found, dict):
            self.faults.append(f"{key} must be a mapping")
            return {}
        return found

    def _list(self, raw: Mapping[str, Any], key: str) -> list[Any]:
        found = raw.get(key) or []
        if not isinstance(found, list):
            self.faults.append(f"{key} must be a list")
            return []
        return found

    def _known(self, place: str, raw: Mapping[str, Any], keys: frozenset[str]) -> None:
        self.faults.extend(f"{place}there is no setting {key!r}" for key in raw if key not in keys)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
