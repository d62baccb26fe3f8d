"""The people and bodies of a unit, named as they come."""

from __future__ import annotations

from loaders.press.bodies.organisation import Organisation
from loaders.press.flow import Paragraph
from loaders.press.namesakes import signs
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.person import Person

_WORKS = ("厂", "矿", "段", "学院", "系", "防治中心", "研究中心", "研究院", "研究所", "医院", "医学院", "附属中学", "附属小学", "图书馆")

_HAVE_WORKS = ("enterprise", "university", "hospital", "research", "museum")


def tell(page: Page, found: Occurrences) -> None:
    """Name all people and bodies; ``found.mentions`` is filled."""
    for person in found.people:
        found.mentions[person.start] = _person(page, found.paragraph, person)
    for one in found.bodies:
        body(page, found.paragraph, one)


def _person(page: Page, paragraph: Paragraph, person: Person) -> str:
    """Name a person; namesakes whom the document tells apart are certainly two people."""
    before = len(page.namesakes.people.get(person.name, ()))
    number = page.namesakes.number(person.name, signs(paragraph.text, person))
    mention = page.claims.person(paragraph, person, number=number)
    if number > before > 0:
        page.apart += [(page.claims.mention_of(person.name, other), mention) for other in range(1, number)]
    return mention


def is_unit(one: Organisation) -> bool:
    """Whether a body is by its kind or by the word that it ends in one of another body, which its name begins with."""
    return one.kind in ("department", "workshop") or (one.kind in _HAVE_WORKS and one.name.endswith(_WORKS))


def body(page: Page, paragraph: Paragraph, one: Organisation) -> str:
    """Name a body, and the one that it is a unit of; return its mention."""
    if is_unit(one):
        whole = page.finders.organisations.units.whole(paragraph.text, one, page.context)
        if whole is not None:
            page.claims.organisation(paragraph, whole)
    return page.claims.organisation(paragraph, one)
