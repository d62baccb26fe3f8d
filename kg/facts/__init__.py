"""Claims as lines of facts: the form in which extraction is measured. A module for each group of kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.claim import Claim, Reading
from kg.document import quote
from kg.facts import activities, agents, figures, works
from kg.facts.names import Fact, Names
from kg.model import Model

__all__ = ["Fact", "facts"]


def facts(reading: Reading, model: Model) -> Iterator[Fact]:
    """The claims of a reading as records of facts, in the order of the text, then its articles.

    A record has ``fact`` (its kind), the fields of that kind, ``quote`` (the text of the main span without line breaks) and
    ``spanStart`` and ``spanEnd`` in code points of the kept text. Places, honours and sources are no records of their own,
    nor is a body that is only meant and not named (市长, 公司党委书记). Where two people of one document bear one name, what is
    said of them has ``id``.
    """
    names = Names(reading, model)
    for claim in sorted(reading.claims, key=lambda c: (c.spans[0].start, c.spans[0].end, c.id)):
        kind = model[claim.class_name]
        write = _WRITERS.get(next((name for name in kind.lineage if name in _WRITERS), ""))
        said = write(names, claim) if write is not None and not (claim.mention and claim.method == "inferred") else None
        if said is not None:
            main = claim.spans[0]
            meant = next((m for m in (claim.mention, *(p.mention for p in claim.parties)) if m in names.namesakes), None)
            said = said | {"id": meant}
            record = {k: v for k, v in said.items() if v not in ("", None, [])}
            yield {**record, "quote": quote(reading.text, (main,)), "spanStart": main.start, "spanEnd": main.end}
    yield from works.articles(reading)


_WRITERS: dict[str, Callable[[Names, Claim], Fact | None]] = {
    "Person": agents.person,
    "Organization": agents.organisation,
    "Tenure": agents.post,
    "Award": agents.honour,
    "Affiliation": agents.affiliation,
    "Event": activities.event,
    "Competition": activities.competition,
    "Programme": activities.programme,
    "Project": figures.project,
    "Involvement": figures.works_on,
    "Membership": agents.part_of,
    "Quotation": figures.quotation,
    "Observation": figures.statistic,
    "Participation": activities.participation,
    "Organising": activities.organises,
    "PrizeResult": activities.prize,
    "CitedWork": works.document,
    "Authorship": works.authorship,
    "PublicationRole": works.publication_role,
}
