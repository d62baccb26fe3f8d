"""Programmes, contests and projects of a document, unit by unit, with the topic that each unit stands under."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.press.occurrences import Occurrences
from loaders.press.page import Page
from loaders.press.source import UNKNOWN
from loaders.press.statistics.reviews import dated, review
from loaders.press.tell import contests, holders, programmes, projects
from loaders.press.tell.people import body
from loaders.press.tell.telling import Telling
from loaders.press.things import Thing
from loaders.press.topics import Topic

_HEADING = 45
_TITLE = 80
_ENDS = 500
_NOTICE = re.compile(r"(?:通知|公告|方案|办法|简章|规则|启事)[》\s]*$")
_MARK = re.compile(r"[,，。；;：:！!？?]")


@dataclass(frozen=True)
class Setting:
    """A unit and what it stands under.

    Attributes:
        topic: the body that the document speaks of there.
        things: the programmes, contests and projects that it names, with their full names and mention ids.
        years: of the document's contests, by their full names.
        period: the time of which all is that the document tells, empty where no heading says so.
        dated: the year of a text that bears its day, empty of others: the time of what it tells without one.
        contest: the contest that a notice's heading is about, with its mention id.
    """

    found: Occurrences
    topic: Topic
    things: list[tuple[Thing, str]]
    years: dict[str, int]
    period: str
    dated: str
    contest: tuple[str, str] | None


def tell(page: Page, units: list[Occurrences]) -> list[Setting]:
    """Name all programmes, contests and projects of a document; return its units with what they name."""
    finders = page.finders.things
    telling = Telling(page)
    contests.survey(telling, finders.contests, units)
    page.context.restart()
    settings: list[Setting] = []
    about: tuple[str, str] | None = None
    role = ""
    year = dated_of(page)
    for found in units:
        page.context.read(found.text)
        topic = telling.topic.heed(found.paragraph, found.bodies)
        if topic is not None:
            telling.topic.mention = body(page, found.paragraph, topic)
        telling.period = review(found.text, page.reference) or telling.period
        things = _unit(telling, found)
        if _NOTICE.search(found.text) and len(found.text) <= _TITLE:
            about = next(((thing.name, mention) for thing, mention in things if thing.what == "Competition"), about)
        role = holders.labelled(telling, found, role, about[1]) if about is not None else ""
        settings.append(Setting(found, replace(telling.topic), things, telling.years, telling.period, year, about))
    return settings


def dated_of(page: Page) -> str:
    """The year of a text that bears its day; an article of a known magazine bears none."""
    if page.finders.source.id != UNKNOWN:
        return ""
    start, end = page.document.start, page.document.end
    ends = page.text[start : min(end, start + _ENDS)] + page.text[max(start + _ENDS, end - _ENDS) : end]
    return dated(page.text, ends, page.document.issued, page.reference)


def _unit(telling: Telling, found: Occurrences) -> list[tuple[Thing, str]]:
    finders, text = telling.page.finders.things, found.text
    met = finders.contests.find(text, telling.firms)
    heading = len(text) <= _HEADING and _MARK.search(text) is None and not found.events
    run = [contests.as_contest(telling, one) for one in finders.programmes.find(text, heading=heading)]
    # What a contest is held on may be a project itself: 某某隧道、某某生产线等劳动竞赛.
    taken = [(t.start, t.end) for t in [*met, *run] if text[t.start : t.end] == t.name or t.what != "Competition"]
    result = []
    built = [one for one in finders.projects.find(text, taken) if not _is_of_body(found, one)]
    for one in [*met, *run, *built]:
        thing = contests.resolve(telling, finders.contests, found, one) if one.what == "Competition" else one
        result.append((thing, _state(telling, found, thing)))
    holders.organisers(telling, found, result)
    return sorted(result, key=lambda pair: pair[0].start)


def _is_of_body(found: Occurrences, thing: Thing) -> bool:
    """Whether a work is but part of the name of a body that has nothing to do with it: 中国铁路昆明局集团有限公司."""
    around = [b for b in found.bodies if b.start <= thing.start and thing.end < b.end]
    return any("项目" not in found.text[b.start : b.end] for b in around)


def _state(telling: Telling, found: Occurrences, thing: Thing) -> str:
    match thing.what:
        case "Competition":
            return contests.state(telling, found, thing)
        case "Programme":
            return programmes.state(telling, found, thing)
        case _:
            return projects.state(telling, telling.page.finders.things.projects, found, thing)
