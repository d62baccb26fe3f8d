"""The people and bodies of a masthead, and what each does for the periodical."""

from __future__ import annotations

import re

from kg.document import Span
from kg.values import decimal, normal_name
from loaders.press.mastheads import Role
from loaders.press.page import Page
from loaders.press.source import UNKNOWN
from loaders.press.statistics.quantities import find_quantities
from loaders.press.tell.publication import name_of, publication

_PRINTED = re.compile(r"[\s　]*(印[\s　]*数|发[\s　]*行[\s　]*量|期[\s　]*发[\s　]*行[\s　]*量)[\s　:：|｜]+")


def tell(page: Page) -> None:
    """Name them, and state their roles in the publication where the text says which that is."""
    roles = list(page.finders.parts.mastheads.roles(page.lines, page.finders.names))
    mention = publication(page, Span(roles[0].start, roles[0].who.end)) if roles else ""
    for role in roles:
        agent = _body(page, role) if role.is_body else _person(page, role)
        if mention:
            page.claims.fact(
                "PublicationRole", (Span(role.start, role.who.end),), {"agent": agent, "publication": mention}, {"role": role.code}
            )
    _print_run(page)


def _print_run(page: Page) -> None:
    """How many copies are printed: 印数 2500本, a figure of the periodical for the year of the edition."""
    source, named = page.finders.source, name_of(page)
    name = source.name if source.id != UNKNOWN else named[0] if named else ""
    for row in page.lines:
        hit = _PRINTED.match(row.text)
        quantity = next(iter(find_quantities(row.text[hit.end() :])), None) if hit and name else None
        if hit is None or quantity is None:
            continue
        page.claims.fact(
            "Observation",
            (Span(row.start + hit.start(1), row.start + hit.end() + quantity.end),),
            {},
            {
                "subject": name,
                "metric": re.sub(r"\s", "", hit[1]),
                "value": decimal(str(quantity.value)),
                "unit": quantity.unit,
                "bound": quantity.bound,
                "period": page.reference[:4],
            },
        )


def _person(page: Page, role: Role) -> str:
    return page.claims.entity("Person", normal_name(role.who.words), (Span(role.who.start, role.who.end),))


def _body(page: Page, role: Role) -> str:
    finders, words = page.finders, role.who.words
    found = finders.organisations.ending_at(words, len(words), finders.context())
    name = found.name if found is not None and found.start == 0 else normal_name(words)
    class_name = finders.model.by_notation[finders.organisations.endings.kind_of(name)].name
    return page.claims.entity(class_name, name, (Span(role.who.start, role.who.end),), written=words)
