"""Records of agents and what they are and were granted: persons, organisations, posts, honours, affiliations."""

from __future__ import annotations

from kg.claim import Claim
from kg.facts.names import Fact, Names


def person(names: Names, claim: Claim) -> Fact:
    """A person."""
    gender = claim.get("gender")
    return {"fact": "person", "name": claim.get("name"), "gender": names.chinese("gender", gender) if gender else ""}


def organisation(names: Names, claim: Claim) -> Fact:
    """An organisation with its kind and the forms that the text uses."""
    kind = names.model[claim.class_name].notation
    return {"fact": "organisation", "name": claim.get("name"), "kind": kind, "aliases": sorted(names.aliases[claim.mention])}


def post(names: Names, claim: Claim) -> Fact:
    """A post of a person in an organisation."""
    return {
        "fact": "post",
        "person": names.name(claim.party("holder")),
        "organisation": names.name(claim.party("organization")),
        "title": claim.get("title"),
        "former": True if claim.get("former") == "true" else None,
        "start": claim.get("start"),
        "end": claim.get("end"),
    }


def honour(names: Names, claim: Claim) -> Fact:
    """An honour of a person or a body; its year, where another place of the document gives the only one."""
    recipient = claim.party("recipient")
    known = names.years.get((recipient, claim.party("honour")), set())
    year = claim.get("year") or (min(known) if len(known) == 1 else "")
    who = "person" if names.is_person(recipient) else "organisation"
    return {"fact": "honour", who: names.name(recipient), "honour": names.name(claim.party("honour")), "year": int(year) if year else None}


def affiliation(names: Names, claim: Claim) -> Fact:
    """Where somebody works without a title."""
    return {"fact": "affiliation", "person": names.name(claim.party("person")), "organisation": names.name(claim.party("organization"))}


def part_of(names: Names, claim: Claim) -> Fact:
    """The body that another is a part of."""
    return {"fact": "part_of", "organisation": names.name(claim.party("member")), "parent": names.name(claim.party("whole"))}
