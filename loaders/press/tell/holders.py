"""Who holds contests: 本次大赛由某某主办, 由某某主办的…大赛, and the labels of a notice (主办单位：…)."""

from __future__ import annotations

import re

from loaders.press.bodies.organisation import Organisation
from loaders.press.claims import run
from loaders.press.occurrences import Occurrences
from loaders.press.tell.people import body
from loaders.press.tell.telling import Telling
from loaders.press.things import Thing

# Labels over those who hold a contest (主办单位：…), and the roles that they tell; others end a row.
_LABEL = re.compile(r"(?P<role>联合主办|共同主办|主办|承办|协办|指导|支持|冠名)(?:单位|方|机构)[：:]")
_ROLES = {"联合主办": "joint-host", "共同主办": "joint-host", "主办": "host", "承办": "undertaker", "协办": "co-organiser"}
_BODIES = re.compile(r"[、，；。\s　]*")
_MARKS = 2


def organisers(telling: Telling, found: Occurrences, things: list[tuple[Thing, str]]) -> None:
    """本次大赛由某某主办, in a document that tells no event: of the contest named after it, else of the document's first.

    Who holds what is named right behind 主办的 is told in any document.
    """
    events = telling.page.finders.events
    named = [(thing.start, mention) for thing, mention in things if thing.what == "Competition"]
    speaks = telling.page.event is None and telling.mentions and events.happenings.speaks_of(found.text)
    for one, role, end in events.organisers.find(found.text, 0, len(found.text), found.bodies) if named or speaks else ():
        stop = found.text.find("。", end)
        after = next((mention for start, mention in named if end <= start and (stop < 0 or start < stop)), "")
        first = next(iter(telling.mentions.values())) if not named else named[0][1]
        near = any(end <= start <= end + _MARKS for start, _ in named)
        own = (
            found.text.startswith("的", end)
            and near
            and not any((one.name, role) == (of.name, its) for e in found.events for of, its, _ in e.organisers)
        )
        if own or speaks:
            _organises(telling, found, one, end, role, after or first)


def labelled(telling: Telling, found: Occurrences, role: str, contest: str) -> str:
    """主办单位：某某 and lines of bodies below it, of the contest that a notice is about; the role that goes on in the next unit."""
    labels = [(hit.end(), _ROLES.get(hit["role"], "")) for hit in _LABEL.finditer(found.text)]
    if not labels and not (role and found.bodies and _BODIES.fullmatch(found.text[found.bodies[-1].end :])):
        return ""
    if not labels and sum(b.end - b.start for b in found.bodies) < len(found.text) - _MARKS * len(found.bodies):
        return ""
    for one in found.bodies:
        at = next((of for end, of in reversed(labels) if end <= one.start), role)
        if at:
            _organises(telling, found, one, one.end, at, contest)
    return labels[-1][1] if labels else role


def _organises(telling: Telling, found: Occurrences, one: Organisation, end: int, role: str, activity: str) -> None:
    telling.page.claims.fact(
        "Organising",
        run(found.paragraph, one.start, end, (one.start, one.end)),
        {"organization": body(telling.page, found.paragraph, one), "activity": activity},
        {"role": role},
    )
