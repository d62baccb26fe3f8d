"""Claims as lines of facts: the form in which extraction is measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kg.claim import Claim, Reading
from kg.document import quote
from kg.model import Model

Fact = dict[str, Any]

_RUNNER = "runner"


def facts(reading: Reading, model: Model) -> Iterator[Fact]:
    """The claims of a reading as records of facts, in the order of the text.

    A record has ``fact`` (its kind), the fields of that kind, ``quote`` (the text of the main span without line breaks) and
    ``spanStart`` and ``spanEnd`` in code points of the kept text. Places, honours and documents are no records of their own, nor is a body
    that is only meant and not named (市长, 公司党委书记).
    """
    lines = _Lines(reading, model)
    for claim in sorted(reading.claims, key=lambda c: (c.spans[0].start, c.spans[0].end, c.id)):
        kind = model[claim.class_name]
        write = _WRITERS.get(next((name for name in kind.lineage if name in _WRITERS), ""))
        if write is not None and not (claim.mention and claim.method == "inferred"):
            main = claim.spans[0]
            record = {k: v for k, v in write(lines, claim).items() if v not in ("", None, [])}
            if record:
                yield {**record, "quote": quote(reading.text, (main,)), "spanStart": main.start, "spanEnd": main.end}


class _Lines:
    """What a mention is called."""

    def __init__(self, reading: Reading, model: Model) -> None:
        self.model = model
        self.claims: dict[str, Claim] = {}
        self.aliases: dict[str, set[str]] = {}
        self.runners: dict[str, str] = {}
        for claim in reading.claims:
            if claim.get("role") == _RUNNER:
                self.runners.setdefault(claim.party("activity"), claim.party("organization"))
            if claim.mention:
                self.claims.setdefault(claim.mention, claim)
                self.aliases.setdefault(claim.mention, set()).update(v.value for v in claim.values if v.property == "alias")

    def name(self, mention: str) -> str:
        return self.claims[mention].get("name") if mention in self.claims else ""

    def get(self, mention: str, prop: str) -> str:
        return self.claims[mention].get(prop) if mention in self.claims else ""

    def is_person(self, mention: str) -> bool:
        return self.claims[mention].class_name == "Person"

    def chinese(self, prop: str, notation: str) -> str:
        concept = self.model.concept(self.model.properties[prop], notation)
        return concept.label.zh if concept else notation


def _person(lines: _Lines, claim: Claim) -> Fact:
    gender = claim.get("gender")
    return {"fact": "person", "name": claim.get("name"), "gender": lines.chinese("gender", gender) if gender else ""}


def _organisation(lines: _Lines, claim: Claim) -> Fact:
    kind = lines.model[claim.class_name].notation
    return {"fact": "organisation", "name": claim.get("name"), "kind": kind, "aliases": sorted(lines.aliases[claim.mention])}


def _event(lines: _Lines, claim: Claim) -> Fact:
    return {
        "fact": "event",
        "name": claim.get("name"),
        "kind": claim.get("kind"),
        "start": claim.get("start"),
        "end": claim.get("end"),
        "place": lines.name(claim.party("place")),
        "venue": claim.get("venue"),
    }


def _competition(_lines: _Lines, claim: Claim) -> Fact:
    edition, year = claim.get("ordinal"), claim.get("year")
    return {
        "fact": "competition",
        "name": claim.get("name"),
        "edition": int(edition) if edition else None,
        "year": int(year) if year else None,
        "level": claim.get("competitionLevel"),
    }


def _programme(lines: _Lines, claim: Claim) -> Fact:
    runner = lines.name(lines.runners.get(claim.mention, ""))
    return {"fact": "programme", "name": claim.get("name"), "organisation": runner, "kind": claim.get("programmeKind")}


def _project(lines: _Lines, claim: Claim) -> Fact:
    return {
        "fact": "project",
        "name": claim.get("name"),
        "kind": claim.get("projectKind"),
        "organisation": lines.name(claim.party("organization")),
        "place": lines.name(claim.party("place")),
    }


def _works_on(lines: _Lines, claim: Claim) -> Fact:
    agent, project = lines.name(claim.party("agent")), lines.name(claim.party("project"))
    return {"fact": "works_on", "person": agent, "project": project, "title": claim.get("title")}


def _part_of(lines: _Lines, claim: Claim) -> Fact:
    return {"fact": "part_of", "organisation": lines.name(claim.party("member")), "parent": lines.name(claim.party("whole"))}


def _quotation(lines: _Lines, claim: Claim) -> Fact:
    return {"fact": "quotation", "person": lines.name(claim.party("speaker")), "text": claim.get("text")}


def _statistic(_lines: _Lines, claim: Claim) -> Fact:
    period = claim.get("period")
    return {
        "fact": "statistic",
        "subject": claim.get("subject"),
        "metric": claim.get("metric"),
        "value": _number(claim.get("value")),
        "value_max": _number(claim.get("valueMax")),
        "unit": claim.get("unit"),
        "bound": claim.get("bound"),
        "period": f"since {period[:4]}" if period.endswith("/..") else period,
    }


def _number(text: str) -> int | float | None:
    if not text:
        return None
    return float(text) if "." in text else int(text)


def _post(lines: _Lines, claim: Claim) -> Fact:
    return {
        "fact": "post",
        "person": lines.name(claim.party("holder")),
        "organisation": lines.name(claim.party("organization")),
        "title": claim.get("title"),
        "former": True if claim.get("former") == "true" else None,
        "start": claim.get("start"),
        "end": claim.get("end"),
    }


def _honour(lines: _Lines, claim: Claim) -> Fact:
    recipient, year = claim.party("recipient"), claim.get("year")
    who = "person" if lines.is_person(recipient) else "organisation"
    return {"fact": "honour", who: lines.name(recipient), "honour": lines.name(claim.party("honour")), "year": int(year) if year else None}


def _participation(lines: _Lines, claim: Claim) -> Fact:
    activity, agent = claim.party("activity"), claim.party("agent")
    return {
        "fact": "participation",
        "event": lines.name(activity),
        "start": lines.get(activity, "start"),
        "agent": lines.name(agent),
        "agentType": "person" if lines.is_person(agent) else "organisation",
        "role": claim.get("role"),
    }


def _organises(lines: _Lines, claim: Claim) -> Fact:
    """Who holds an event or a contest; who runs a programme is told with the programme."""
    if claim.get("role") == _RUNNER:
        return {}
    return {
        "fact": "organises",
        "event": lines.name(claim.party("activity")),
        "organisation": lines.name(claim.party("organization")),
        "role": lines.chinese("role", claim.get("role")),
    }


_WRITERS: dict[str, Callable[[_Lines, Claim], Fact]] = {
    "Person": _person,
    "Organization": _organisation,
    "Event": _event,
    "Competition": _competition,
    "Programme": _programme,
    "Project": _project,
    "Involvement": _works_on,
    "Membership": _part_of,
    "Quotation": _quotation,
    "Observation": _statistic,
    "Tenure": _post,
    "Award": _honour,
    "Participation": _participation,
    "Organising": _organises,
}
