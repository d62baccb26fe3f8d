"""Figures: what was counted, how much, whose it is and of what time."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.values import decimal
from loaders.press.claims import run
from loaders.press.marks import last_of
from loaders.press.page import Page
from loaders.press.statistics.figure import Figure
from loaders.press.statistics.figures import find_figures, periods_in_turn
from loaders.press.statistics.grammar import LENGTHS, OF_TEXTS, TIMES
from loaders.press.statistics.quantities import Quantity, find_quantities
from loaders.press.statistics.reviews import told_periods
from loaders.press.statistics.subjects import Subject, Subjects
from loaders.press.tell.candidates import Candidates
from loaders.press.tell.quotations import Speaker
from loaders.press.tell.things import Setting

_QUOTED = re.compile(r"“[^“”]{2,20}”")
_SENTENCE = "。！？!?"
_CORE = 60
_TITLE = 6
_DECIDES = re.compile("决定|授予")
_MARKS = re.compile("[，。；、]")
_PAPER = re.compile(r"《([^《》]{2,40})》[^，。；]{0,8}(?:\d+[章条款节页][、，和]?)*$")
_BESIDE, _TITLED = 4, 20_000
_DATED = re.compile(r"\d{4}年")


def tell(page: Page, settings: list[Setting], speakers: dict[int, Speaker]) -> None:
    """State the figures of a document's units; ``speakers`` are those of its pull quotes, whose figures are theirs."""
    met: dict[str, Subject] = {}
    last = Subject("", 0, 0)
    for number, setting in enumerate(settings):
        quantities = [q for q in find_quantities(setting.found.text) if not _is_of_place(page, setting.found.text, q)]
        candidates = Candidates(page, setting, met, whole=len(quantities) > 0)
        if len(quantities) == 0:
            continue
        person = speakers.get(number)
        default = Subject(person[0].name, 0, 0, person[1]) if person else _topic(page, setting)
        unit = _Unit(page, setting, Subjects(setting.found.text, candidates.all, default if default.name else last))
        unit.tell(quantities, spoken=person is not None)
        last = next((replace(one, start=0, end=0) for one in reversed(unit.subjects.leads) if one.place), last)


def _is_of_place(page: Page, text: str, quantity: Quantity) -> bool:
    """Whether a number and its unit are the beginning of a division's name: 三台县, 五河县."""
    place = page.finders.places.at(text, quantity.start)
    return place is not None and place[0] > quantity.end


def _topic(page: Page, setting: Setting) -> Subject:
    """Whose the figures are where nobody leads: the contest that a notice is about or a cover shows, else the topic."""
    if setting.contest is not None:
        return Subject(setting.contest[0], 0, 0, setting.contest[1])
    title = page.document.title.strip('”"')[-_TITLE:]
    if page.contest and (page.document.kind == "cover" or (title and page.contest.endswith(title))):
        return Subject(page.contest, 0, 0, page.whole)
    if setting.topic.body is not None and page.document.kind != "chronicle":
        return Subject(setting.topic.body.name, 0, 0, setting.topic.mention)
    return Subject("", 0, 0)


class _Unit:
    """A unit while its figures are stated."""

    def __init__(self, page: Page, setting: Setting, subjects: Subjects) -> None:
        self.page, self.setting, self.found, self.text, self.subjects = page, setting, setting.found, setting.found.text, subjects
        named = [(t.start, t.end) for t, _ in setting.things if t.what == "Competition"]
        self.periods = [p for p in told_periods(self.text, page.reference) if not any(a <= p.start < b for a, b in named)]

    def tell(self, quantities: list[Quantity], *, spoken: bool) -> None:
        """State the figures of the unit; of somebody's own words, those that are not figures of speech."""
        edges = sorted([*((p.start, p.end) for p in self.periods), *((s.start, s.end) for s in self.subjects.leads)])
        for figure in find_figures(self.text, edges, [(body.start, body.end) for body in self.found.bodies], quantities):
            if not (spoken and figure.quantity.unit in LENGTHS):
                self._state(figure)

    def _state(self, figure: Figure) -> None:
        quantity = figure.quantity
        subject = self._counted(quantity.end) or self._told_of(figure) or self.subjects.of(quantity.start)
        period = self._period(figure)
        values = {
            "subject": subject.name,
            "metric": self._metric(figure, period),
            "value": decimal(str(quantity.value)),
            "valueMax": decimal(str(quantity.greatest)) if quantity.greatest is not None else "",
            "unit": quantity.unit,
            "bound": quantity.bound,
            "period": period,
        }
        core = (max(figure.start, quantity.end - _CORE), max(quantity.end, figure.start + 1))
        span = run(self.found.paragraph, figure.start, figure.end, core)
        self.page.claims.fact("Observation", span, {"about": subject.mention}, values)

    def _counted(self, end: int) -> Subject | None:
        """The thing whose quoted name follows a number: 140多项“羊城工匠杯”赛事 are of the contests of that name."""
        quoted = _QUOTED.match(self.text, end)
        if quoted is None:
            return None
        return next((Subject(thing.name, 0, 0, mention) for thing, mention in self.setting.things if quoted[0] in thing.name), None)

    def _told_of(self, figure: Figure) -> Subject | None:
        """Who or what is named beside a number: 跑车18年的司机某某 is the man's, 《办法》共6章 is the paper's."""
        quantity = figure.quantity
        if quantity.unit in TIMES and self.text.startswith("的", quantity.end):
            behind = next((p for p in self.found.people if 0 <= p.before - quantity.end <= _BESIDE), None)
            if behind is not None and _MARKS.search(self.text, quantity.end, behind.start) is None:
                return Subject(behind.name, 0, 0, self.found.mentions[behind.start])
        titled = _PAPER.search(self.text, 0, quantity.start) if quantity.unit in OF_TEXTS else None
        return Subject(self._full(titled[1]), 0, 0) if titled is not None else None

    def _full(self, title: str) -> str:
        """The longest title of the document that ends as a short one does (《办法》)."""
        return max(re.findall(rf"《([^《》]*{re.escape(title)})》", self.page.text[:_TITLED]), key=len, default=title)

    def _metric(self, figure: Figure, period: str) -> str:
        """The metric; of a value before a change it says so where its time does not."""
        if figure.before and figure.told and _DATED.search(figure.told) is None:
            return f"{figure.metric}（{figure.told}）"
        return f"{figure.metric}（此前）" if figure.before and period == self._at(figure) else figure.metric

    def _period(self, figure: Figure) -> str:
        """The time of a figure: that of its turn, one told with it, else the last told before it."""
        starts = [(p.start, p.date) for p in self.periods]
        told = periods_in_turn(self.text, figure, starts) if figure.turn else ""
        if figure.before and not told:
            told = next((p.date for p in told_periods(figure.told, self.page.reference) if p.date), "")
        if told:
            return told
        date = self._at(figure)
        return date[:4] if figure.before and date.endswith("/..") else date

    def _at(self, figure: Figure) -> str:
        """The time told in the figure's own clause after it (于2024年底), else the last told before it."""
        after = [p for p in self.periods if figure.quantity.end < p.start + 1 <= figure.end]
        own = next((p for p in after if self.text[p.start] in "于在" or self.text[p.start - 1] in "于在"), None)
        return own.date if own is not None else self._before(figure.quantity.start)

    def _before(self, position: int) -> str:
        """The last period told before a place, a year or a month only within its sentence; else that of the subject or the document."""
        sentence = last_of(self.text, _SENTENCE, position)
        before = [p for p in reversed(self.periods) if p.end <= position and not p.base]
        if _DECIDES.search(self.text, sentence + 1, position):
            before = [p for p in before if p.start > sentence]  # what was done since is not what is decided now
        told = next((p for p in before if p.start > sentence or "/" in p.date or not p.date), None)
        if told is not None and not told.today:
            return told.date or (self.setting.period if "/" in self.setting.period else "")
        lead = self.subjects.of(position)
        if told is not None and told.today:
            return self.setting.dated
        if self.setting.years.get(lead.name):
            return str(self.setting.years[lead.name])
        event = self.found.events[0] if self.found.events else self.page.event if lead.name == self.page.contest else None
        return event.dated.start[:4] if event is not None else self.setting.period or self.setting.dated
