"""Events of a paragraph: the sentences that tell one on a day, and what each of them makes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.bodies.organisation import Organisation
from loaders.press.datelines import dateline
from loaders.press.dates import Dated, find_dates
from loaders.press.doings import Doings, is_led
from loaders.press.event import AT, Event, Lead
from loaders.press.event_names import EventNames
from loaders.press.happenings import Happenings
from loaders.press.holdings import Holdings
from loaders.press.knowledge import knowledge
from loaders.press.marks import last_of
from loaders.press.organisations import Organisations
from loaders.press.organisers import Organisers
from loaders.press.person import Person
from loaders.press.places import Places
from loaders.press.roles import Roles
from loaders.press.venues import Venues
from loaders.press.visits import Visits

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]?[”」]?")
_MARKS = "。！？!?；;"
# What may stand before the day: why and on what occasion (为深入贯彻…，8月21日，…).
_OCCASION = re.compile(r"(?:为|应|根据|按照|在|随着|围绕|值此|正值|当前|临近|适逢)[^“”]{4,}[，,]$")
_THEN = re.compile(r"在|值此?|适逢|正值|时值|为(?!期)|根据|按照|围绕|临近|随着|经|应")
_LONGEST_OCCASION = 80
_HOUR = re.compile(r"[，, ]?(?:上午|下午|晚上?|凌晨)?\d{1,2}(?:[时点:：])(?:\d{1,2}分?|半|许|整)?")
_LATEST = 25


class Events:
    """Finds events in paragraphs that tell a day."""

    def __init__(self, organisations: Organisations, places: Places) -> None:
        at = AT.replace("{2,30}?)", "{2,30}?|[" + "".join(knowledge("events")["letters"]) + "])")
        names, venues, visits = EventNames(places), Venues(organisations, places), Visits()
        self.roles, self.organisers = Roles(), Organisers()
        self.doings, self.holdings = Doings(names, venues, visits), Holdings(names, venues, visits, at)
        self.happenings = Happenings(names, venues, self.organisers, at)

    def find(
        self,
        text: str,
        reference: str,
        people: list[Person],
        bodies: list[Organisation],
        contest: str = "",
        before: str | None = None,
    ) -> Iterator[Event]:
        """The events of a paragraph, one for each sentence that begins with a day and tells one.

        Args:
            reference: a partial date that gives days their year and month.
            contest: the competition that the document told last, which 大赛 alone means.
            before: the day of the event told before, which 当天 and 随后 mean.
        """
        stop, after = 0, dateline(text).ends
        for dated in find_dates(text, reference, before):
            start = max(after, last_of(text, _MARKS, dated.begins) + 1)
            if dated.begins < stop or not self._leads(text, start, dated):
                ended = self.happenings.ended(text, start, dated) if dated.begins >= stop else None
                if ended is not None:
                    yield ended
                continue
            begins = _occasion(text, _behind(text, dated.ends), {p.before for p in people} | {b.start for b in bodies})
            stop = begins + len(_SENTENCE.match(text[begins:])[0].rstrip("。！？!?"))  # type: ignore[index]
            event = self._told(Lead(text, start, begins, stop, dated, people, bodies, contest)) or self.happenings.ended(text, start, dated)
            following = next((d.begins for d in find_dates(text[stop:], reference)), len(text) - stop) + stop
            if event is not None:
                event.competition = event.competition or self.happenings.whole(event)
                self.organisers.add(text, event, bodies, following)
                contest = event.competition or contest
                yield event
            ends = event.end if event is not None else begins
            yield from self.happenings.later(Lead(text, start, ends, following, dated, people, bodies, contest))

    def _leads(self, text: str, start: int, dated: Dated) -> bool:
        """Whether a day leads the sentence that begins at ``start``: soon, or behind an occasion or the event's name."""
        before = text[start : dated.begins]
        near = len(before) <= _LATEST or self.happenings.before(before) is not None or _OCCASION.match(before) is not None or is_led(before)
        return near and text[dated.ends : dated.ends + 1] not in tuple(")）")

    def _told(self, lead: Lead) -> Event | None:
        return (
            self.doings.gone(lead)
            or self.doings.met(lead)
            or self.doings.convened(lead)
            or self.happenings.inside(lead)
            or self.holdings.held(lead)
            or self.happenings.told_before(lead)
            or self.happenings.happened(lead)
        )


def _occasion(text: str, begins: int, starts: set[int]) -> int:
    """Where those who act begin, behind an occasion told after the day: 5月12日，在护士节到来之际，某某…."""
    if _THEN.match(text, begins) is None:
        return begins
    commas = (begins + mark.end() for mark in re.finditer("[，,]", text[begins : begins + _LONGEST_OCCASION]))
    return next((end for end in commas if end in starts and "。" not in text[begins:end]), begins)


def _behind(text: str, day: int) -> int:
    """Where the words begin behind a day and its hour."""
    hour = _HOUR.match(text, day)
    begins = hour.end() if hour is not None else day
    while begins < len(text) and text[begins] in "，,、 　上下午晚":
        begins += 1
    return begins
