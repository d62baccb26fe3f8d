"""Whose a figure is: the body, person, contest, programme, project or place that leads the sentence, else the topic."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.marks import last_of

_WHEN = "|".join(
    [
        "期间",
        "时期",
        "以来",
        "年来",
        "目前",
        "现有",
        "近年来?",
        r"近[一二两三四五六七八九十\d]+年",
        "当前",
        "今年",
        "去年",
        "全年",
        "其中",
        "同时",
        "此外",
    ]
)
_TIME = rf"(?:[^，。；：！？,;:、\s]{{0,6}}(?:19|20)\d{{2}}\s*年[^，。；：、,;:]{{0,8}}|[^，。；、,;:]{{0,3}}(?:{_WHEN}))"
_LEAD = re.compile(
    rf"(?:^|[，。；：！？,;:\n）)]|[”\"](?=$)|[一二三四五六七八九十][是、])[\s·•▲△●○◆◇■□★☆▶◎)）—“\"]*(?:{_TIME}[，,]?)*(?:在|由|作为|经过|通过|自|据)?$"
)
# What something is named by before it leads after all: 以他名字命名的某某工作室, 由某某主办的研讨会.
_NAMED_LEAD = re.compile(r"(?:命名|主办|承办|协办|举办|举行|召开|组织|创办|牵头成立)的$")
_OBJECT = ("被", "向", "给", "与", "同", "获", "为")
# Some of those who are counted: 甲公司、乙公司等63家企业.
_AMONG = re.compile(r"(?:、[^，。；、]{2,20}){0,4}等(?:近|约|超)?\d")
_PROJECT_LEAD = re.compile(r"(?:、|的|实现|完成了?|推动|助力|保障)$")
# Who holds a contest leads nothing in a sentence that the contest leads: 本届大赛由甲主办，乙承办，设….
_HOLDS = re.compile(r"[^，。；：]{0,60}?(?:主办|承办|协办|指导|联办)(?=[，。；]|$)")
# A share of the figure before, by whose it is: 其中昆明12家、曲靖9家.
_SHARE = re.compile(r"其中[，,：:]?[\s“]*$")
_NUMBER = re.compile(r"\s*(?:约|近|超|有|达)?\d[\d.,]*[余多]?[万亿]?[余多]?\s*[\u3400-\u9fff%％]{1,3}[、，,和及]?")
# What a body itself does, though a programme or a contest was told before it.
_ACTS = re.compile(
    rf"(?:^|[，,；;：:、])\s*(?:共|累计|先后|已|全年|每年|年均|{_TIME})*(?:为[^，。；]{{0,24}}?)?(?:{'|'.join(longest_first(knowledge('quantities')['acts']))})"
)
_INTRODUCED = re.compile(
    r"(?:深化|开展|实施|推进|推行|启动|举办|创建|打造|建立|设立|组建|搭建|开设|推出|发起|组织|举行|创办|主持|研发(?!计划|中心)|研制|上线|开通|以|通过|依托|升级开展)(?:了)?(?:首届|第[一二三四五六七八九十\d]+届)?[^，。；：]{0,4}$"
)
# What stands between a body and its part, which leads with it.
_OWNED = re.compile(r"(?:下属|所属|直属|旗下)的?|[“\"]")
_SENTENCE = "。！？!?"
_MARK = re.compile(r"[，。；,;]")
_CLAUSE = re.compile(r"[，,：:；;]")
_BACK, _NEAR = 40, 6


@dataclass(frozen=True, slots=True)
class Subject:
    """Something in a unit that figures may be of.

    Attributes:
        name: as it is called in full.
        start, end: where it stands; ``start`` is that of the title before a person's name.
        mention: its mention id, empty where it has none (全市职工).
        made: whether it is a contest, a programme or a project, which also leads the clauses after the one that introduces it.
        lasts: whether it leads the sentences after its own too, until another does.
        of_event: whether it is an event, or a contest that a word points at (本届大赛).
        place: whether it is a division (全市), which is also meant further down where no body is the topic.
    """

    name: str
    start: int
    end: int
    mention: str = ""
    made: bool = False
    lasts: bool = False
    of_event: bool = False
    place: bool = False


class Subjects:
    """The things in a unit that figures may be of, in order.

    Args:
        text: of the unit.
        found: the candidates.
        default: the topic, for a figure before which nobody leads.
    """

    def __init__(self, text: str, found: list[Subject], default: Subject) -> None:
        self.text, self.default = text, default
        ordered = sorted(found, key=lambda s: (s.start, s.end))
        self.leads: list[Subject] = []
        self.shares: set[int] = set()
        for one in ordered:
            if self.leads and one.end <= self.leads[-1].end and self.leads[-1].of_event:
                continue  # who holds an event, inside its name
            if one.of_event and self.leads and one.start == self.leads[-1].start and one.name.startswith(self.leads[-1].name):
                continue  # 某某总工会慰问一线职工: what a body did, named by itself
            if self._is_share(one):
                self.shares.add(one.start)
                self.leads.append(one)
            elif (_leads(text, one) and not self._holds(one)) or (self.leads and _OWNED.fullmatch(text, self.leads[-1].end, one.start)):
                self.leads.append(one)
        self.made = [s for s in ordered if s.made and _is_introduced(text, s)]

    def _is_share(self, one: Subject) -> bool:
        """Whether only the number behind it is of it: 其中昆明12家、曲靖9家."""
        if _NUMBER.match(self.text, one.end) is None:
            return False
        last = self.leads[-1] if self.leads else None
        goes_on = last is not None and last.start in self.shares and _NUMBER.fullmatch(self.text, last.end, one.start) is not None
        return goes_on or _SHARE.search(self.text, max(0, one.start - _NEAR), one.start) is not None

    def _holds(self, one: Subject) -> bool:
        """Whether it but holds the contest or the event that leads its sentence."""
        if one.made or _HOLDS.match(self.text, one.end) is None:
            return False
        sentence = last_of(self.text, _SENTENCE, one.start)
        return any(s.start > sentence and (s.made or not s.mention or s.of_event) for s in self.leads)

    def of(self, position: int) -> Subject:
        """The subject of a figure whose number stands at a position."""
        sentence = last_of(self.text, _SENTENCE, position)
        part = max(sentence, self.text.rfind("；", 0, position))
        near = (s for s in reversed(self.leads) if s.end <= position and (s.lasts or s.start > (part if s.made else sentence)))
        lead = next((s for s in near if s.start not in self.shares or _CLAUSE.search(self.text, s.end, position) is None), self.default)
        for one in reversed(self.made):
            clause = _CLAUSE.search(self.text, one.end, position) if sentence < one.start and one.end < position else None
            if clause is not None and (lead is self.default or lead.start <= one.start):
                return lead if lead.name and not lead.made and self._acts(one.end, position) else one
        return lead

    def _acts(self, begin: int, position: int) -> bool:
        """Whether a clause up to that of a figure tells what a body does."""
        ends = _MARK.search(self.text, position)
        return _ACTS.search(self.text, begin, ends.start() if ends is not None else len(self.text)) is not None


def _leads(text: str, one: Subject) -> bool:
    before = text[max(0, one.start - _BACK) : one.start]
    if (one.made and text.startswith(("等", "、", "，", ",", "；"), one.end)) or before.endswith(_OBJECT) or _AMONG.match(text, one.end):
        return False
    if (not one.made or one.of_event) and _NAMED_LEAD.search(before) is not None:
        return True
    if before.endswith("从") and text.startswith(("获悉", "了解到"), one.end):
        return True
    return _LEAD.search(before) is not None or (one.made and _PROJECT_LEAD.search(before) is not None)


def _is_introduced(text: str, one: Subject) -> bool:
    """Whether a verb brings it in: 实施“…”行动，…."""
    return not text.startswith(("等", "、"), one.end) and _INTRODUCED.search(text, max(0, one.start - 20), one.start) is not None
