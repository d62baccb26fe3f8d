"""Programmes with their kind and the body that runs them."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.claim import Value
from loaders.press.bodies.organisation import Organisation
from loaders.press.datelines import dateline
from loaders.press.marks import last_of
from loaders.press.occurrences import Occurrences
from loaders.press.tell.people import body
from loaders.press.tell.telling import Telling
from loaders.press.things import Thing

_URGED = re.compile(r"(?:强调|指出|要求|提出|表示|希望)[，,：:“]")
_OFFICE = re.compile(r"([省市县区])(委|政府)$")
_VERB = re.compile(r"[^，。；、的]{0,8}")
_LEAST, _LEAD = 3, 4
_RUNNERS = ("union", "enterprise", "government", "university", "hospital", "social")


def state(telling: Telling, found: Occurrences, thing: Thing) -> str:
    """Name a programme and say who runs it: the body just before it, else the topic, unless somebody only urges it."""
    thing = _unprefixed(found, thing)
    mention = telling.name(found, thing, [Value("programmeKind", thing.kind)])
    runner = _office(telling, found.text, thing.start) or _before(found, thing) or _leading(found, thing)
    if runner is not None:
        _runs(telling, found, (runner.start, thing.end), body(telling.page, found.paragraph, runner), mention)
    elif telling.topic.mention and not _URGED.search(found.text, 0, thing.start):
        _runs(telling, found, (thing.start, thing.end), telling.topic.mention, mention)
    if thing.kind == "award":
        telling.held(found, thing, mention)
    return mention


def _before(found: Occurrences, thing: Thing) -> Organisation | None:
    """The body just before a programme, or the last in its clause before the verb: 某某总工会开展“…”行动."""
    clause = last_of(found.text, "，。；：,;", thing.start) + 1
    last = next((b for b in reversed(found.bodies) if clause <= b.start and b.end <= thing.start), None)
    return last if last is not None and _VERB.fullmatch(found.text, last.end, thing.start) else None


def _leading(found: Occurrences, thing: Thing) -> Organisation | None:
    """The body with which the sentence begins, where that names no other that does something: 某某总工会印发《…》，启动“…”活动."""
    text = found.text
    begin = max(dateline(text).ends, last_of(text, "。！？；", thing.start) + 1)
    inside = [b for b in found.bodies if begin <= b.start and b.end <= thing.start]
    if not inside or inside[0].start - begin > _LEAD or inside[0].kind not in _RUNNERS:
        return None
    return inside[0] if not any(text[b.start - 1] in "，," for b in inside[1:]) else None


def _unprefixed(found: Occurrences, thing: Thing) -> Thing:
    """A programme without the name of the body that it begins with: 全总提升职工生活品质试点."""
    first = next((b for b in found.bodies if b.start == thing.start and b.end < thing.end - _LEAST), None)
    return thing if first is None else replace(thing, name=found.text[first.end : thing.end], start=first.end)


def _office(telling: Telling, text: str, end: int) -> Organisation | None:
    """省委 and 市政府 just before a programme: 省委“1310”具体部署."""
    office = _OFFICE.search(text, max(0, end - 4), end)
    division = telling.division(office[1], text, office.start()) if office else ""
    if office is None or not division:
        return None
    name, kind = (division + "委", "party") if office[2] == "委" else (division + "人民政府", "government")
    return Organisation(office.start(), end, name, kind)


def _runs(telling: Telling, found: Occurrences, within: tuple[int, int], organisation: str, mention: str) -> None:
    if (organisation, mention) not in telling.page.named:
        telling.page.named.add((organisation, mention))
        span = (found.paragraph.span(*within),)
        telling.page.claims.fact("Organising", span, {"organization": organisation, "activity": mention}, {"role": "runner"})
