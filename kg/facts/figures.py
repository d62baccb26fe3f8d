"""Records of what was built, said and counted: projects and who works on them, quotations, statistics."""

from __future__ import annotations

from kg.claim import Claim
from kg.facts.names import Fact, Names


def project(names: Names, claim: Claim) -> Fact:
    """A project."""
    return {
        "fact": "project",
        "name": claim.get("name"),
        "kind": claim.get("projectKind"),
        "organisation": names.name(claim.party("organization")),
        "place": names.name(claim.party("place")),
    }


def works_on(names: Names, claim: Claim) -> Fact:
    """Who works on a project, and as what."""
    agent, project = names.name(claim.party("agent")), names.name(claim.party("project"))
    return {"fact": "works_on", "person": agent, "project": project, "title": claim.get("title")}


def quotation(names: Names, claim: Claim) -> Fact:
    """What somebody said."""
    return {"fact": "quotation", "person": names.name(claim.party("speaker")), "text": claim.get("text")}


def statistic(_names: Names, claim: Claim) -> Fact:
    """A figure."""
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
