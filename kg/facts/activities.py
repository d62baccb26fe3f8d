"""Records of activities, who took part in them, who organised them and who won: events, competitions, prizes."""

from __future__ import annotations

from kg.claim import Claim
from kg.facts.names import RUNNER, Fact, Names


def event(names: Names, claim: Claim) -> Fact:
    """An event."""
    return {
        "fact": "event",
        "name": claim.get("name"),
        "kind": claim.get("kind"),
        "start": claim.get("start"),
        "end": claim.get("end"),
        "place": names.name(claim.party("place")),
        "venue": claim.get("venue"),
    }


def competition(_names: Names, claim: Claim) -> Fact:
    """A competition."""
    edition, year = claim.get("ordinal"), claim.get("year")
    return {
        "fact": "competition",
        "name": claim.get("name"),
        "edition": int(edition) if edition else None,
        "year": int(year) if year else None,
        "level": claim.get("competitionLevel"),
    }


def participation(names: Names, claim: Claim) -> Fact:
    """What an agent did at an event."""
    activity, agent = claim.party("activity"), claim.party("agent")
    return {
        "fact": "participation",
        "event": names.name(activity),
        "start": names.get(activity, "start"),
        "agent": names.name(agent),
        "agentType": "person" if names.is_person(agent) else "organisation",
        "role": claim.get("role"),
    }


def organises(names: Names, claim: Claim) -> Fact | None:
    """Who holds an event or a contest; who runs a programme is told with the programme."""
    if claim.get("role") == RUNNER:
        return None
    return {
        "fact": "organises",
        "event": names.name(claim.party("activity")),
        "organisation": names.name(claim.party("organization")),
        "role": names.chinese("role", claim.get("role")),
    }


def prize(names: Names, claim: Claim) -> Fact:
    """A prize that a person or a body won."""
    recipient = claim.party("recipient")
    who = "person" if names.is_person(recipient) else "organisation"
    return {
        "fact": "prize",
        "competition": names.name(claim.party("competition")),
        "item": claim.get("item"),
        who: names.name(recipient),
        "prize": claim.get("prize"),
    }


def programme(names: Names, claim: Claim) -> Fact:
    """A programme, and who runs it."""
    runner = names.name(names.runners.get(claim.mention, ""))
    return {"fact": "programme", "name": claim.get("name"), "organisation": runner, "kind": claim.get("programmeKind")}
