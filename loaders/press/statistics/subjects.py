"""Whose a figure is: the body, person, contest, programme, project or place that leads the sentence, else the topic."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    rf"(?:^|[，。；：！？,;:\n）)]|[”\"](?=$)|[一二三四五六七八九十][是、])[\s·•)）—“\"]*(?:{_TIME}[，,]?)*(?:在|由|作为|经过|通过|自|据|对|针对)?$"
)
_PROJECT_LEAD = re.compile(r"(?:、|的|实现|完成|推动|助力|保障)$")
_INTRODUCED = re.compile(
    r"(?:深化|开展|实施|推进|推行|启动|举办|创建|打造|建立|设立|组建|搭建|开设|推出|发起|组织|举行|创办|主持|研发|研制|以|通过|依托|升级开展)(?:了)?(?:首届|第[一二三四五六七八九十\d]+届)?[^，。；：]{0,4}$"
)
# What stands between a body and its part, which leads with it.
_OWNED = re.compile(r"(?:下属|所属|直属|旗下)的?|[“\"]")
_SENTENCE = "。！？!?"
_CLAUSE = re.compile(r"[，,：:；;]")
_BACK = 40


@dataclass(frozen=True, slots=True)
class Subject:
    """Something in a unit that figures may be of.

    Attributes:
        name: as it is called in full.
        start, end: where it stands; ``start`` is that of the title before a person's name.
        mention: its mention id, empty where it has none (全市职工).
        made: whether it is a contest, a programme or a project, which also leads the clauses after the one that introduces it.
        lasts: whether it leads the sentences after its own too, until another does.
    """

    name: str
    start: int
    end: int
    mention: str = ""
    made: bool = False
    lasts: bool = False


class Subjects:
    """The things in a unit that figures may be of, in order.

    Args:
        text: of the unit.
        found: the candidates.
        default: the topic, for a figure before which nobody leads.
    """

    def __init__(self, text: str, found: list[Subject], default: Subject) -> None:
        self.text, self.default = text, default
        self.leads: list[Subject]
        ordered = sorted(found, key=lambda s: (s.start, s.end))
        self.leads = []
        for one in ordered:
            if _leads(text, one) or (self.leads and _OWNED.fullmatch(text, self.leads[-1].end, one.start)):
                self.leads.append(one)
        self.made = [s for s in ordered if s.made and _is_introduced(text, s)]

    def of(self, position: int) -> Subject:
        """The subject of a figure whose number stands at a position."""
        sentence = max(self.text.rfind(mark, 0, position) for mark in _SENTENCE)
        near = (s for s in reversed(self.leads) if s.end <= position and (s.lasts or s.start > sentence))
        lead = next(near, self.default)
        for one in reversed(self.made):
            clause = _CLAUSE.search(self.text, one.end, position) if sentence < one.start and one.end < position else None
            if clause is not None and (lead is self.default or lead.start <= one.start):
                return one
        return lead


def _leads(text: str, one: Subject) -> bool:
    before = text[max(0, one.start - _BACK) : one.start]
    if one.made and text.startswith(("等", "、", "，", ",", "；"), one.end):
        return False
    return _LEAD.search(before) is not None or (one.made and _PROJECT_LEAD.search(before) is not None)


def _is_introduced(text: str, one: Subject) -> bool:
    """Whether a verb brings it in: 实施“…”行动，…."""
    return not text.startswith(("等", "、"), one.end) and _INTRODUCED.search(text, max(0, one.start - 20), one.start) is not None
