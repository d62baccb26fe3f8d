"""Works that are cited: in the running text by titles in 《》, and in lists of references, whose authors are nobody of the news."""

from __future__ import annotations

import re

from kg.claim import Value
from kg.document import Span
from kg.values import normal_name
from loaders.press.bodies.organisation import Organisation
from loaders.press.cited import author as author_of
from loaders.press.claims import run
from loaders.press.doers import Doers
from loaders.press.flow import Paragraph
from loaders.press.knowledge import knowledge
from loaders.press.marks import last_of
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person
from loaders.press.references import Range, Reference
from loaders.press.tell.things import dated_of
from loaders.press.works import Work

# What tells that a work was issued before: 去年, 2019年, 此前.
_PAST = re.compile(r"去年|前年|此前|早在|曾|\d{4}年|年来|以来|先后")
_READ_OUT = re.compile("(?:宣读|宣布)了?$")
_AUTHORS = Doers(knowledge("works")["writes"])


def tell(page: Page, found: Occurrences) -> None:
    """State the works of a unit of running text, and who issued them."""
    own = frozenset({page.finders.source.name, page.document.title})
    for work in page.finders.parts.works.find(found.text, found.bodies, own):
        issuers = [(one.name, page.claims.organisation(found.paragraph, one)) for one in work.issuers] or _only_body(page, found.text, work)
        issuer = "、".join(name for name, _ in issuers)
        mention = _work(page, work.title, work.kind, issuer, work.year or _year(page, found.text, work), _spans(found, work))
        for _, body in issuers:
            page.claims.fact("Authorship", _spans(found, work), {"agent": body, "work": mention}, {"role": "issuer"})
        cited = author_of(found.text, work.title_start, work.end, found.people)
        wrote = _AUTHORS.find(found.text, work.title_start, found.people) if cited is None else [(cited, cited.start)]
        for author, begins in wrote:
            if agent := found.mention(author):
                spans = run(found.paragraph, begins, work.end, (work.title_start, work.end))
                page.claims.fact("Authorship", spans, {"agent": agent, "work": mention}, {"role": "author"})


def _year(page: Page, text: str, work: Work) -> str:
    """The year of a text that bears its day, for a work that the text says is issued; empty of one that only stands."""
    if not work.made or work.kind in ("book", "paper"):
        return ""
    begin = last_of(text, "。！？；", work.title_start) + 1
    return "" if _PAST.search(text, begin, work.title_start) else dated_of(page)


def tell_reference(page: Page, paragraph: Paragraph) -> None:
    """State the work of an entry, its authors in the layer of those who are cited, and who brought it out."""
    entry = page.finders.parts.references.read(paragraph.text)
    if entry is None:
        return
    title = normal_name(_text(paragraph, entry.title))
    issuer = (
        "、".join(_text(paragraph, one) for one in entry.bodies)
        if entry.issuer is None or _is_bodies(entry)
        else _text(paragraph, entry.issuer)
    )
    kind = entry.kind or page.finders.parts.works.kind_of(title)
    begins = entry.bodies[0].start if _is_bodies(entry) else entry.title.start
    spans = run(paragraph, begins, max(entry.end, entry.title.end), (entry.title.start, entry.title.end))
    mention = _work(page, title, kind, issuer, entry.year, spans)
    begin = entry.authors[0].start if entry.authors else entry.title.start
    both = run(
        paragraph,
        min(begin, entry.title.start),
        max(entry.authors[-1].end if entry.authors else 0, entry.title.end),
        (entry.title.start, entry.title.end),
    )
    for author in entry.authors:
        person = Person(_text(paragraph, author), author.start, author.end, author.start)
        agent = page.claims.person(paragraph, person, layer="cite")
        page.claims.fact("Authorship", both, {"agent": agent, "work": mention}, {"role": "author"})
    for body in _issuers(page, paragraph, entry):
        agent = page.claims.organisation(paragraph, body)
        page.claims.fact("Authorship", spans, {"agent": agent, "work": mention}, {"role": "issuer"})


def _issuers(page: Page, paragraph: Paragraph, entry: Reference) -> list[Organisation]:
    """The bodies of an entry that are organisations: those before the title, and a publisher; a journal is none."""
    found = []
    for one in [*entry.bodies, *([entry.issuer] if entry.issuer is not None and not _is_bodies(entry) else [])]:
        written = _text(paragraph, one)
        known = page.finders.organisations.ending_at(paragraph.text, one.end, page.context)
        if known is not None and known.start == one.start:
            found.append(known)
        elif written.endswith(("出版社", "出版集团", "出版公司")):
            found.append(Organisation(one.start, one.end, written, "media"))
    return found


def _is_bodies(entry: Reference) -> bool:
    return bool(entry.bodies) and entry.issuer is not None and entry.issuer.start == entry.bodies[0].start


def _text(paragraph: Paragraph, one: Range) -> str:
    return paragraph.text[one.start : one.end]


def _work(page: Page, title: str, kind: str, issuer: str, year: str, spans: tuple[Span, ...]) -> str:
    values = [Value("workKind", kind)] if kind else []
    values += [Value("publisher", issuer)] if issuer else []
    values += [Value("issued", year)] if year else []
    return page.claims.entity("CitedWork", normal_name(title), spans, values=values)


def _spans(found: Occurrences, work: Work) -> tuple[Span, ...]:
    return run(found.paragraph, work.start, work.end, (work.title_start, work.end))


def _only_body(page: Page, text: str, work: Work) -> list[tuple[str, str]]:
    """Whose what is drawn up without a subject is: in an article on one enterprise (with a short form, or the only one) the enterprise's.

    A decision that is read out is the federation's whose meeting the article's title tells.
    """
    if _READ_OUT.search(text, 0, work.title_start):
        unions = (str(claim.get("name")) for claim in page.claims.made if claim.class_name == "Union")
        host = next((name for name in unions if name in page.document.title), "")
        return [(host, page.claims.named("Union", host))] if host else []
    firms = {name for name, kind in page.context.short_forms.values() if kind == "enterprise"}
    firms = firms or {claim.get("name") for claim in page.claims.made if claim.class_name == "Enterprise"}
    if not work.made or len(firms) != 1:
        return []
    name = firms.pop()
    mention = page.claims.named("Enterprise", name)
    return [(name, mention)] if mention else []
