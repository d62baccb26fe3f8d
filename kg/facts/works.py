"""Records of works: cited documents, articles, who made them, and who edits and issues a publication."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claim import Claim, Reading
from kg.document import quote
from kg.facts.names import Fact, Names


def document(_names: Names, claim: Claim) -> Fact:
    """A cited work."""
    year = claim.get("issued")[:4]
    return {
        "fact": "document",
        "title": claim.get("name"),
        "issuer": claim.get("publisher"),
        "year": int(year) if year else None,
        "kind": claim.get("workKind"),
    }


def articles(reading: Reading) -> Iterator[Fact]:
    """The articles of an edition, each by the place where the edition names it."""
    for one in reading.documents:
        if one.named is not None:
            said = quote(reading.text, (one.named,))
            record = {"fact": "article", "title": one.title, "section": one.section, "page": one.page or None, "quote": said}
            yield {k: v for k, v in record.items() if v not in ("", None)} | {"spanStart": one.named.start, "spanEnd": one.named.end}


def authorship(names: Names, claim: Claim) -> Fact | None:
    """Who wrote or photographed an article or a cited work; who issued one is told with the work."""
    agent = claim.party("agent")
    if not names.is_person(agent) or claim.get("role") == "issuer":
        return None
    return {
        "fact": "authorship",
        "article": names.name(claim.party("work")),
        "person": names.name(agent),
        "role": claim.get("role"),
        "affiliation": claim.get("affiliation"),
    }


def publication_role(names: Names, claim: Claim) -> Fact:
    """What a person or a body does for a periodical."""
    agent = claim.party("agent")
    who = "person" if names.is_person(agent) else "organisation"
    publication = names.name(claim.party("publication"))
    return {
        "fact": "publication_role",
        who: names.name(agent),
        "role": names.label("publicationRole", claim.get("role")),
        "publication": publication,
    }
