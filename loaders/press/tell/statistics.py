"""Figures: what was counted, how much, whose it is and of what time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.ids import mention_id
from kg.values import decimal
from loaders.press.claims import run
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.page import Page
from loaders.press.statistics.figures import Figure, find_figures, periods_in_turn
from loaders.press.statistics.periods import Period, find_periods
from loaders.press.statistics.subjects import Subject, Subjects
from loaders.press.tell.quotations import Speaker
from loaders.press.tell.things import Setting

_WORDS = knowledge("quantities")
_REVIEW = re.compile("|".join(longest_first(_WORDS["reviews"])))
_FOUNDED = re.compile(rf"(?:{'|'.join(longest_first(_WORDS['founded']))})$")
_PLACES = re.compile(r"(?P<own>[我全])(?P<unit>[省市县区国州])(?P<rest>各级工会|工会(?!干部)|(?:广大)?职工|上下)?")
_FIRM = re.compile(r"(?:该|本)?(?:公司|集团|企业|学校|学院|医院|厂里)(?=[^，。；的]{0,2}[\u3400-\u9fff\d])")
_CONTEST = re.compile(r"(?:本届|本次|此次|该|这次)?(?:大赛|竞赛|比赛|赛事|比武)(?!项目|体系|机制|成绩|结果)")
_SENTENCE = "。！？!?"
_HEADING = 45
_CORE = 60
_DATED = re.compile(r"\d{4}年")


def tell(page: Page, settings: list[Setting], speakers: dict[int, Speaker]) -> None:
    """State the figures of a document's units; ``speakers`` are those of its pull quotes, whose figures are theirs."""
    general = ""
    for number, setting in enumerate(settings):
        text = setting.found.text
        if len(text) <= _HEADING and _REVIEW.search(text):
            general = next((p.date for p in _periods(text, page.reference) if p.date), general)
        person = speakers.get(number)
        default = Subject(person[0].name, 0, 0, person[1]) if person else _topic(page, setting)
        _Unit(page, setting, default, general).tell()


def _topic(page: Page, setting: Setting) -> Subject:
    """Whose the figures are where nobody leads: the topic, or the contest that the document tells."""
    if setting.topic.body is not None and page.document.kind not in ("cover", "chronicle"):
        return Subject(setting.topic.body.name, 0, 0, setting.topic.mention)
    return Subject(page.contest, 0, 0, page.whole) if page.contest else Subject("", 0, 0)


def _periods(text: str, reference: str) -> list[Period]:
    """The periods of a unit without those in titles and names: 《…规划（2021-2025年）》."""
    titles = [m.span() for m in re.finditer(r"《[^《》]*》", text)]
    found = find_periods(text, reference)
    return [p for p in found if not any(a <= p.start < b for a, b in titles) and not _FOUNDED.search(text, max(0, p.start - 4), p.start)]


class _Unit:
    """A unit while its figures are stated."""

    def __init__(self, page: Page, setting: Setting, default: Subject, general: str) -> None:
        self.page, self.setting, self.found, self.text = page, setting, setting.found, setting.found.text
        named = [(t.start, t.end) for t, _ in setting.things if t.what == "Competition"]
        self.periods = [p for p in _periods(self.text, page.reference) if not any(a <= p.start < b for a, b in named)]
        self.general = general
        self.candidates = list(self._candidates())
        self.subjects = Subjects(self.text, self.candidates, default)

    def tell(self) -> None:
        """State the figures of the unit."""
        edges = sorted([*((p.start, p.end) for p in self.periods), *((s.start, s.end) for s in self.candidates)])
        for figure in find_figures(self.text, edges):
            self._state(figure)

    def _candidates(self) -> Iterator[Subject]:
        page, found = self.page, self.found
        for one in found.bodies:
            yield Subject(one.name, one.start, one.end, page.claims.organisation(found.paragraph, one))
        for person in found.people:
            yield Subject(person.name, person.before, person.end, found.mentions[person.start])
        for thing, mention in self.setting.things:
            yield Subject(thing.name, thing.start, thing.end, mention, made=True)
        topic = self.setting.topic
        if topic.body is not None and topic.is_firm:
            for hit in _FIRM.finditer(self.text):
                yield Subject(topic.body.name, hit.start(), hit.end(), topic.mention)
        if page.contest:
            for hit in _CONTEST.finditer(self.text):
                yield Subject(page.contest, hit.start(), hit.end(), page.whole)
        yield from self._places()

    def _places(self) -> Iterator[Subject]:
        for hit in _PLACES.finditer(self.text):
            division = "全国" if hit["unit"] == "国" else self._division(hit["unit"], hit.start())
            if not division:
                continue
            union = hit["rest"] in ("各级工会", "工会") and division != "全国"
            name = division + "总工会" if union else division
            kind = self.page.finders.model["Organization" if union else "Place"].identity_class
            mention = mention_id(self.page.document.id, "act", kind, name)
            yield Subject(name, hit.start(), hit.end(), mention if self.page.claims.knows(mention) else "")

    def _division(self, unit: str, position: int) -> str:
        body, places = self.setting.topic.body, self.page.finders.places
        if unit == "市" and body is not None and (city := places.city_in(body.name)):
            return city
        return self.page.context.division(unit, self.text, position)

    def _state(self, figure: Figure) -> None:
        quantity = figure.quantity
        subject = self.subjects.of(quantity.start)
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
            told = next((p.date for p in find_periods(figure.told, self.page.reference) if p.date), "")
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
        sentence = max(self.text.rfind(mark, 0, position) for mark in _SENTENCE)
        told = next((p for p in reversed(self.periods) if p.end <= position and (p.start > sentence or "/" in p.date or not p.date)), None)
        if told is not None:
            return told.date
        lead = self.subjects.of(position)
        contest = next((thing for thing, mention in self.setting.things if mention == lead.mention and thing.year), None)
        if contest is not None:
            return str(contest.year)
        event = self.found.events[0] if self.found.events else self.page.event if lead.name == self.page.contest else None
        return event.dated.start[:4] if event is not None else self.general
