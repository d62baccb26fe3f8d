"""Figures: what was counted, how much, whose it is and of what time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.ids import mention_id
from kg.values import decimal
from loaders.press.claims import run
from loaders.press.page import Page
from loaders.press.statistics.figures import Figure, find_figures, periods_in_turn
from loaders.press.statistics.reviews import told_periods
from loaders.press.statistics.subjects import Subject, Subjects
from loaders.press.tell.quotations import Speaker
from loaders.press.tell.things import Setting

_PLACES = re.compile(r"(?P<own>[我全])(?P<unit>[省市县区国州])(?P<rest>各级工会|工会(?!干部)|(?:广大)?职工|上下)?")
_FIRM = re.compile(r"(?:该|本)?(?:公司|集团|企业|学校|学院|医院|厂里)(?=[^，。；的]{0,2}[\u3400-\u9fff\d])")
_CONTEST = re.compile(
    r"(?:本届|本次|此次|该|这次)(?:大赛|竞赛|比赛|赛事|比武)|(?<![\u3400-\u9fff])大赛(?!项目|体系|机制|成绩|结果|组)"
    r"|(?<![\u3400-\u9fff])(?:竞赛|比赛|比武)(?=由|共|设|历时|分为|吸引|为期|采取)"
)
_ENDINGS = ("工作室", "服务队", "协会", "班组", "平台", "项目", "基金", "驿站", "系统", "机器人")
_POINTER = re.compile(
    rf"(?<![\u3400-\u9fff”])(?:该|这个|这支)({'|'.join(_ENDINGS)})|(?<![\u3400-\u9fff”])({'|'.join(_ENDINGS[:4])})(?![室部员组长])"
    r"|(?<![\u3400-\u9fff])[他她](?!们)"
)
_QUOTED = re.compile(r"“[^“”]{2,20}”")
_PERSON, _MATCH = "他", "大赛"
_SAYS = re.compile(r"(?:[^，。：]{0,6})(?:要求|强调|指出|表示|介绍|说|希望)")
_SENTENCE = "。！？!?"
_CORE = 60
_TITLE = 6
_DATED = re.compile(r"\d{4}年")


def tell(page: Page, settings: list[Setting], speakers: dict[int, Speaker]) -> None:
    """State the figures of a document's units; ``speakers`` are those of its pull quotes, whose figures are theirs."""
    met: dict[str, Subject] = {}
    for number, setting in enumerate(settings):
        person = speakers.get(number)
        default = Subject(person[0].name, 0, 0, person[1]) if person else _topic(page, setting)
        _Unit(page, setting, default, met).tell()


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

    def __init__(self, page: Page, setting: Setting, default: Subject, met: dict[str, Subject]) -> None:
        self.page, self.setting, self.found, self.text = page, setting, setting.found, setting.found.text
        named = [(t.start, t.end) for t, _ in setting.things if t.what == "Competition"]
        self.periods = [p for p in told_periods(self.text, page.reference) if not any(a <= p.start < b for a, b in named)]
        told = list(self._told())
        self.candidates = [*told, *self._pointed(met), *self._places(told)]
        met.update({ending: one for one in told for ending in _ENDINGS if one.name.rstrip('”"').endswith(ending)})
        met.update((_PERSON, one) for one in told if one.mention in self.found.mentions.values())
        met.update((_MATCH, Subject(t.name, 0, 0, m)) for t, m in setting.things if t.what == "Competition")
        self.subjects = Subjects(self.text, self.candidates, default)

    def tell(self) -> None:
        """State the figures of the unit."""
        edges = sorted([*((p.start, p.end) for p in self.periods), *((s.start, s.end) for s in self.subjects.leads)])
        for figure in find_figures(self.text, edges):
            self._state(figure)

    def _told(self) -> Iterator[Subject]:
        """What the unit names: bodies, people who do not merely say something, events, contests, programmes, projects."""
        page, found = self.page, self.found
        titles = [(p.before, p.start) for p in found.people if _SAYS.match(self.text, p.end) is None]
        for one in found.bodies:
            if any(start <= one.start and one.end <= end for start, end in titles):
                continue  # 全国人大代表某某
            yield Subject(one.name, one.start, one.end, page.claims.organisation(found.paragraph, one), lasts=one.kind != "team")
        for person in found.people:
            if _SAYS.match(self.text, person.end) is None:
                yield Subject(person.name, person.before, person.end, found.mentions[person.start])
        for event in found.events:
            if not event.competition:
                kind = page.finders.model["Event"].identity_class
                mention = mention_id(page.document.id, "act", kind, f"{event.name} {event.dated.start}")
                yield Subject(event.name, event.start, event.end, mention, lasts=True)
        told = {event.competition for event in found.events}
        for thing, mention in self.setting.things:
            yield Subject(thing.name, thing.start, thing.end, mention, made=True, lasts=thing.name in told)

    def _pointed(self, met: dict[str, Subject]) -> Iterator[Subject]:
        """What a word points at that was named before: 公司, 大赛, 工作室, 他."""
        topic, page = self.setting.topic, self.page
        if topic.body is not None and topic.is_firm:
            for hit in _FIRM.finditer(self.text):
                yield Subject(topic.body.name, hit.start(), hit.end(), topic.mention, lasts=True)
        contest = self.setting.contest or ((page.contest, page.whole) if page.contest else None)
        for hit in _CONTEST.finditer(self.text):
            before = [Subject(t.name, 0, 0, m) for t, m in self.setting.things if t.what == "Competition" and t.end <= hit.start()]
            one = Subject(contest[0], 0, 0, contest[1]) if contest is not None else before[-1] if before else met.get(_MATCH)
            if one is not None:
                yield replace(one, start=hit.start(), end=hit.end())
        for hit in _POINTER.finditer(self.text):
            one = met.get(hit[1] or hit[2] or _PERSON)
            if one is not None:
                yield Subject(one.name, hit.start(), hit.end(), one.mention, lasts=hit[0] not in "他她")

    def _places(self, told: list[Subject]) -> Iterator[Subject]:
        """全省, 全市各级工会, and a division that leads a clause: 广东今年新增…."""
        taken = {s.start for s in told}
        places = self.page.finders.places
        for start, full, _ in places.named(self.text):
            end = (places.at(self.text, start) or (start + 2, ""))[0]
            if start not in taken and not any(s.start <= start < s.end for s in told):
                yield replace(self._place(full, start, end), lasts=False)
        for hit in _PLACES.finditer(self.text):
            division = "全国" if hit["unit"] == "国" else self._division(hit["unit"], hit.start())
            if division and (hit["unit"] != "国" or hit["rest"]):
                union = hit["rest"] in ("各级工会", "工会") and division != "全国"
                yield self._place(division + "总工会" if union else division, hit.start(), hit.end())

    def _place(self, name: str, start: int, end: int) -> Subject:
        kind = self.page.finders.model["Organization" if name.endswith("总工会") else "Place"].identity_class
        mention = mention_id(self.page.document.id, "act", kind, name)
        return Subject(name, start, end, mention if self.page.claims.knows(mention) else "", lasts=True)

    def _division(self, unit: str, position: int) -> str:
        body, places = self.setting.topic.body, self.page.finders.places
        if unit == "市" and body is not None and (city := places.city_in(body.name)):
            return city
        return self.page.context.division(unit, self.text, position)

    def _state(self, figure: Figure) -> None:
        quantity = figure.quantity
        subject = self._counted(quantity.end) or self.subjects.of(quantity.start)
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
        sentence = max(self.text.rfind(mark, 0, position) for mark in _SENTENCE)
        told = next((p for p in reversed(self.periods) if p.end <= position and (p.start > sentence or "/" in p.date or not p.date)), None)
        if told is not None:
            return told.date
        lead = self.subjects.of(position)
        if self.setting.years.get(lead.name):
            return str(self.setting.years[lead.name])
        event = self.found.events[0] if self.found.events else self.page.event if lead.name == self.page.contest else None
        return event.dated.start[:4] if event is not None else self.setting.period
