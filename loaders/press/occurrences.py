"""What occurs in a unit of running text: bodies, people with the posts and honours that stand before a name, events."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.press.appointments import Appointment
from loaders.press.bodies.organisation import Organisation
from loaders.press.event import Event
from loaders.press.flow import Paragraph
from loaders.press.page import Page
from loaders.press.person import Person
from loaders.press.units import Unit, is_reference
from loaders.press.unknown import unknown


@dataclass(frozen=True)
class Occurrences:
    """The bodies, people and events of one unit, from left to right.

    ``lead`` is the mention of the person whom the last unit with people before it told of first, empty where there is none,
    ``mentions`` are the people's mention ids by where their names begin, and ``elected`` the posts into which some of them were
    elected, once these are told; ``held`` are the bodies of the posts that were taken, left or held
    in a career, and those where people work.
    """

    paragraph: Paragraph
    bodies: list[Organisation]
    people: list[Person]
    events: list[Event]
    mentions: dict[int, str] = field(default_factory=dict)
    elected: list[Appointment] = field(default_factory=list)
    held: list[Organisation] = field(default_factory=list)
    lead: str = ""

    @property
    def text(self) -> str:
        """Of the unit."""
        return self.paragraph.text

    def mention(self, person: Person | None) -> str:
        """The mention of one of the people, or that of the lead where a clause means somebody of an earlier unit."""
        return self.mentions[person.start] if person is not None else self.lead


def survey(page: Page) -> None:
    """Go over a document once, so that who is named in full only further down is known from its first unit on."""
    for unit in page.units:
        page.context.read(unit.text)
        for one in page.finders.organisations.introduce(unit.text, page.context):
            page.claims.organisation(unit.paragraph, one)
        page.finders.organisations.survey(unit.text, page.context)
        if not is_reference(unit.text):
            page.finders.people.find(unit.text, page.context, page.known, page.tagged(unit))
    page.context.restart()


def occurrences(page: Page, unit: Unit) -> Occurrences:
    """What occurs in a unit; what the page has told so far (its last day, its contest) helps to understand it."""
    finders = page.finders
    page.context.read(unit.text)
    bodies = _bodies(page, unit)
    page.context.antecedents.tell(unit.text, [(body.end, body.name, body.kind) for body in bodies])
    if finders.organisations.offices.may_mean(unit.text):
        bodies = _bodies(page, unit)
        page.context.antecedents.tell(unit.text, [(body.end, body.name, body.kind) for body in bodies])
    people = finders.people.find(unit.text, page.context, page.known, page.tagged(unit))
    people = finders.parts.employees.find(unit.text, people, bodies, page.known.names)
    doers = [*bodies, *finders.organisations.offices.leading(unit.text, page.context)]
    before = page.event.dated.start if page.event is not None else None
    events = list(finders.events.find(unit.text, page.reference, people, doers, page.contest, before))
    for notice in unknown(unit.paragraph, page.tagged(unit), bodies, people, finders.names):
        page.notice(notice)
    if not finders.source.province and events:
        page.reference = events[-1].dated.start or page.reference
    return Occurrences(unit.paragraph, bodies, people, events, lead=page.subject)


def _bodies(page: Page, unit: Unit) -> list[Organisation]:
    """The bodies of a unit, but words that are part of an honour's name (全国…行业示范性创新工作室)."""
    honours = page.finders.honours.find(unit.text, page.context)
    found = page.finders.organisations.find(unit.text, page.context, page.tagged(unit))
    return [one for one in found if not any(honour.start <= one.start and one.end <= honour.end for honour in honours)]
