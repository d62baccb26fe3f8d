"""Events, who organised them and who did what at them: those of the unit, and the one told before it."""

from __future__ import annotations

import re

from kg.claim import Party, Value
from kg.values import is_partial_date
from loaders.press.bodies.organisation import Organisation
from loaders.press.claims import run
from loaders.press.datelines import dateline
from loaders.press.dates import find_dates
from loaders.press.event import Event
from loaders.press.flow import Paragraph
from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.roles import Part

# The heading of an item in a newsletter.
_ITEM = re.compile(
    r"[\s　]*(?:【[^】]{2,20}】|[◆●■▲★◇○□▶►※]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])[^。！？]{0,40}$"
)
_SOON = 3
_THERE = ("spoke", "reported", "attended", "chaired", "presented", "started", "represented", "observed", "elected")


def tell(page: Page, found: Occurrences) -> None:
    """State what people did: at the events of the unit, and, where they speak or report, at the one told before."""
    if _begins_anew(page, found):
        page.event = None
    edges = [*(min(e.start, e.dated.begins) for e in found.events), len(found.text)]
    _parts(page, found, (0, edges[0]), _THERE)
    if not found.events:
        _organised_before(page, found)
    for event, end in zip(found.events, edges[1:], strict=True):
        page.event, page.activity = event, _event(page, found.paragraph, event)
        page.contest = event.competition or page.contest
        for body in event.visitors:
            part = Part(body, "visited", body.start, event.end)
            _part(page, found.paragraph, part, page.claims.organisation(found.paragraph, body), event.dated.start)
        _parts(page, found, (min(event.start, event.dated.ends), end), ())
    if page.event is not None:
        for one in found.elected:
            part = Part(one.person, "elected", one.start, one.end)
            _part(page, found.paragraph, part, found.mentions[one.person.start], page.event.dated.start)


def _begins_anew(page: Page, found: Occurrences) -> bool:
    """Whether a unit leaves the event told before: an item's heading, or a sentence of another day whose event is not understood."""
    if page.event is None:
        return False
    if _ITEM.match(found.text) is not None and not found.text.endswith(("。", "！")):
        return True
    first = next(find_dates(found.text, page.reference), None)
    other = first is not None and first.begins - dateline(found.text).ends <= _SOON and first.start not in ("", page.event.dated.start)
    return other and all(event.dated.begins != first.begins for event in found.events) if first is not None else False


def _event(page: Page, paragraph: Paragraph, event: Event) -> str:
    claims, day = page.claims, event.dated.start
    head = paragraph.span(event.dated.begins, event.dated.ends, "date")
    spans = run(paragraph, min(event.start, event.dated.begins), event.end, (event.start, event.end))
    spans = spans if len(spans) == 1 else (spans[0], head)
    parties = []
    if event.place is not None:
        name, start, end = event.place
        mention = claims.entity("Place", name, (paragraph.span(start, end),), written=paragraph.text[start:end])
        parties.append(Party("place", mention))
    if event.competition:
        values = [Value("ordinal", str(event.ordinal))] if event.ordinal else []
        whole = claims.entity("Competition", event.competition, (paragraph.span(event.start, event.end),), values=values)
        parties.append(Party("partOf", whole))
    mention = claims.entity("Event", event.name, spans, values=_values(event), parties=parties, key=f"{event.name} {day}", attested=day)
    page.whole = parties[-1].mention if event.competition else mention
    for body, role, end in event.organisers:
        _organiser(page, paragraph, body, role, end, page.whole)
    return mention


def _values(event: Event) -> list[Value]:
    values = [Value("kind", event.kind), Value("start", event.dated.start)]
    values += [Value("end", event.dated.end)] if event.dated.end else []
    values += [Value("venue", event.venue[0])] if event.venue else []
    values += [Value("ordinal", str(event.ordinal))] if event.ordinal and not event.competition else []
    return [v for v in values if v.property not in ("start", "end") or is_partial_date(v.value)]


def _parts(page: Page, found: Occurrences, within: tuple[int, int], roles: tuple[str, ...]) -> None:
    """The parts that people had within a range, all or those of some roles."""
    if page.event is None:
        return
    finder, text = page.finders.events.roles, found.text[: within[1]]
    for part in finder.parts(text, found.people, found.bodies, within[0]):
        if not roles or part.role in roles:
            _part(page, found.paragraph, part, found.mentions[part.agent.start], page.event.dated.start)
    for part in finder.parts_of_bodies(text, [body for body in found.bodies if body.end <= within[1]], within[0]):
        if isinstance(part.agent, Organisation):
            _part(page, found.paragraph, part, page.claims.organisation(found.paragraph, part.agent), page.event.dated.start)


def _part(page: Page, paragraph: Paragraph, part: Part, mention: str, day: str) -> None:
    behalf = page.claims.organisation(paragraph, part.on_behalf_of) if part.on_behalf_of else ""
    page.claims.fact(
        "Participation",
        run(paragraph, part.start, part.end, (part.agent.start, part.agent.end)),
        {"agent": mention, "activity": page.activity, "onBehalfOf": behalf},
        {"role": part.role},
        attested=day,
    )


def _organised_before(page: Page, found: Occurrences) -> None:
    """本次大赛由某某主办, told in a unit of its own."""
    if page.event is None or not page.finders.events.happenings.speaks_of(found.text):
        return
    for body, role, end in page.finders.events.organisers.find(found.text, 0, len(found.text), found.bodies):
        if found.text.startswith("的", end):
            continue  # of what is named behind it: 由某某主办的“…”比赛
        _organiser(page, found.paragraph, body, role, end, page.whole or page.activity)


def _organiser(page: Page, paragraph: Paragraph, body: Organisation, role: str, end: int, activity: str) -> None:
    page.claims.fact(
        "Organising",
        run(paragraph, body.start, end, (body.start, body.end)),
        {"organization": page.claims.organisation(paragraph, body), "activity": activity},
        {"role": role},
        attested=page.event.dated.start if page.event is not None else "",
    )
