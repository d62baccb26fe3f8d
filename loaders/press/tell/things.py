"""Programmes, contests and projects of a document, unit by unit, with the topic that each unit stands under."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.tell import contests, programmes, projects
from loaders.press.tell.people import body
from loaders.press.tell.telling import Telling
from loaders.press.things import Thing
from loaders.press.topics import Topic

_HEADING = 45
_MARK = re.compile(r"[,，。；;：:！!？?]")


@dataclass(frozen=True)
class Setting:
    """A unit with the topic that it stands under and the things that it names, with their full names and mention ids."""

    found: Occurrences
    topic: Topic
    things: list[tuple[Thing, str]]


def tell(page: Page, units: list[Occurrences]) -> list[Setting]:
    """Name all programmes, contests and projects of a document; return its units with what they name."""
    finders = page.finders.things
    telling = Telling(page)
    contests.survey(telling, finders.contests, units)
    page.context.restart()
    settings = []
    for found in units:
        topic = telling.topic.heed(found.paragraph, found.bodies)
        if topic is not None:
            telling.topic.mention = body(page, found.paragraph, topic)
        settings.append(Setting(found, replace(telling.topic), _unit(telling, found)))
    return settings


def _unit(telling: Telling, found: Occurrences) -> list[tuple[Thing, str]]:
    finders, text = telling.page.finders.things, found.text
    met = finders.contests.find(text, telling.firms)
    heading = len(text) <= _HEADING and _MARK.search(text) is None and not found.events
    run = [] if heading else [contests.as_contest(telling, one) for one in finders.programmes.find(text)]
    # What a contest is held on may be a project itself: 某某隧道、某某生产线等劳动竞赛.
    taken = [(t.start, t.end) for t in [*met, *run] if text[t.start : t.end] == t.name or t.what != "Competition"]
    result = []
    for one in [*met, *run, *finders.projects.find(text, taken)]:
        thing = contests.resolve(telling, finders.contests, found, one) if one.what == "Competition" else one
        result.append((thing, _state(telling, found, thing)))
    return sorted(result, key=lambda pair: pair[0].start)


def _state(telling: Telling, found: Occurrences, thing: Thing) -> str:
    match thing.what:
        case "Competition":
            return contests.state(telling, found, thing)
        case "Programme":
            return programmes.state(telling, found, thing)
        case _:
            return projects.state(telling, telling.page.finders.things.projects, found, thing)
