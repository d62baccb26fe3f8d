"""The people and bodies of a masthead, and what each does for the periodical."""

from __future__ import annotations

import re

from kg.document import Span
from kg.ids import mention_id
from kg.values import decimal, normal_name
from loaders.press.flow import Line
from loaders.press.mastheads import Role
from loaders.press.page import Page
from loaders.press.source import UNKNOWN
from loaders.press.statistics.quantities import find_quantities

_TITLED = re.compile(r"《([^《》]{2,16})》")
_ISSUE = re.compile(r"\d{4}\s*年?\s*第?\s*\d{1,3}\s*[期号]|总第\s*\d+\s*期|[（(]?总\d+期")
_PRINTED = re.compile(r"[\s　]*(印[\s　]*数|发[\s　]*行[\s　]*量|期[\s　]*发[\s　]*行[\s　]*量)[\s　:：|｜]+")
_PLAIN = re.compile(r"[\u3400-\u9fff·]{2,12}$")


def tell(page: Page) -> None:
    """Name them, and state their roles in the publication where the text says which that is."""
    publication = _publication(page)
    for role in page.finders.parts.mastheads.roles(page.lines, page.finders.names):
        agent = _body(page, role) if role.is_body else _person(page, role)
        if publication:
            page.claims.fact(
                "PublicationRole", (Span(role.start, role.who.end),), {"agent": agent, "publication": publication}, {"role": role.code}
            )
    _print_run(page)


def _print_run(page: Page) -> None:
    """How many copies are printed: 印数 2500本, a figure of the periodical for the year of the edition."""
    source, named = page.finders.source, _name(page)
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


def _publication(page: Page) -> str:
    """The periodical's node: that of a source that is described, else one by the name that the masthead or the cover gives."""
    source = page.finders.source
    if source.id != UNKNOWN:
        return source.id
    found = _name(page)
    if found is None:
        return ""
    name, span = found
    mention = mention_id("", "act", "Source", name)
    page.claims.entity("Source", name, (span,), mention=mention)
    return mention


def _name(page: Page) -> tuple[str, Span] | None:
    for row in page.lines:
        hit = _TITLED.search(row.text)
        if hit is not None:
            return hit[1], Span(row.start + hit.start(1), row.start + hit.end(1))
    for row, below in zip(page.lines, [*page.lines[1:], Line("", 0)], strict=True):
        plain = _ISSUE.split(row.text.strip(" 　"))[0].strip(" 　")
        if (_ISSUE.search(row.text) or _ISSUE.search(below.text)) and _PLAIN.match(plain):
            at = row.start + row.text.index(plain)
            return plain, Span(at, at + len(plain))
    return None
