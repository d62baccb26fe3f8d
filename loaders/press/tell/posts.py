"""Posts and honours before a name, and posts that are taken and left (某某当选…, 免去某某…)."""

from __future__ import annotations

from loaders.press.claims import run
from loaders.press.flow import Paragraph
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person
from loaders.press.tell.affiliations import is_occupation, work
from loaders.press.tell.people import body


def tell(page: Page, found: Occurrences) -> None:
    """State the posts and honours of a unit's people; a post is shown on the day of the event that the unit told before it."""
    for person in found.people:
        day = next((e.dated.start for e in reversed(found.events) if e.dated.begins <= person.start), "")
        _before(page, found.paragraph, person, found.mentions[person.start], day)
    _taken(page, found)
    _career(page, found)
    page.subject = found.mentions[found.people[0].start] if found.people else page.subject


def _before(page: Page, paragraph: Paragraph, person: Person, mention: str, day: str) -> None:
    for post in person.posts:
        organisation = body(page, paragraph, post.organisation)
        start = min(post.organisation.start, post.start)
        spans = run(paragraph, start, max(person.end, post.end), (start, post.end))
        if is_occupation(post.title):
            work(page, spans, mention, organisation, post.title)
            continue
        page.claims.fact(
            "Tenure",
            spans,
            {"holder": mention, "organization": organisation},
            {"title": post.title, "former": "true" if post.former else ""},
            attested="" if post.former else day,
        )
    for honour in person.honours:
        page.claims.fact(
            "Award",
            run(paragraph, honour.start, max(person.end, honour.end), (honour.start, honour.end)),
            {"recipient": mention, "honour": page.claims.honour(paragraph, honour)},
            {"year": honour.year},
        )


def _taken(page: Page, found: Occurrences) -> None:
    """Posts that are taken or left."""
    for one in page.finders.appointments.find(found.text, found.people, found.bodies, page.context):
        if is_occupation(one.post.title):
            continue  # the affiliation is stated with the others
        former = "true" if one.post.former else ""
        found.elected.extend([one] if one.elected else [])
        found.held.append(one.post.organisation)
        since = one.since or ("" if former else page.since)
        left = since if former and not one.until else ""
        page.claims.fact(
            "Tenure",
            run(found.paragraph, one.start, one.end, (one.person.start, one.person.end)),
            {"holder": found.mentions[one.person.start], "organization": body(page, found.paragraph, one.post.organisation)},
            {
                "title": one.post.title,
                "former": former,
                "start": "" if left else since,
                "end": one.until or left,
            },
        )


def _career(page: Page, found: Occurrences) -> None:
    """Posts of somebody named before, with the name as antecedent."""
    for one in page.finders.careers.find(found.text, found.people, page.context):
        who = found.mentions[one.person.start] if one.person is not None else page.subject
        if who == "" or is_occupation(one.post.title):
            continue
        found.held.append(one.post.organisation)
        name = (found.paragraph.span(one.person.start, one.person.end, "antecedent"),) if one.person is not None else ()
        spans = (found.paragraph.span(one.start, one.end), *name)
        former = "true" if one.post.former else ""
        values = {"title": one.post.title, "former": former, "start": one.year, "end": one.until}
        page.claims.fact("Tenure", spans, {"holder": who, "organization": body(page, found.paragraph, one.post.organisation)}, values)
