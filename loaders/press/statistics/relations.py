"""Metrics that only a figure before makes whole: 占比, 较上年提高, 其中国家级, 其中甲县32座, a value in brackets."""

from __future__ import annotations

import re

from loaders.press.knowledge import knowledge
from loaders.press.marks import last_of
from loaders.press.statistics.figure import Figure
from loaders.press.statistics.quantities import Quantity
from loaders.press.statistics.surroundings import Surroundings
from loaders.press.statistics.wording import BODIES, OF_BODIES

RELATIVE = frozenset(knowledge("quantities")["relative"])
"""Words for a share or a change, which say nothing of what it is of."""
_COMPARED = re.compile(
    r"(?:较|比|同比|环比)[^，。]{0,8}?(?:增长|提高|提升|增加|上升|下降|减少|降低|多增|少增|增|降|高出?|低|多|少)了?"
    r"|(?:增长|提高|提升|增加|上升|下降|减少|降低|净增|多增)了?|(?:高于|低于|高出)[^，。]{0,10}"
)
_SHARES = ("%", "个百分点", "‰", "倍")
_GRADE = re.compile(r"(?:其中)?[\u3400-\u9fff]{1,3}级")
_BUILT = re.compile(r"^(?:累计|带动|新|共|先后|全省|全市)*(?:建立|建成|创建|培育|建设|组建|设立|命名|选树|评选|认定|新建)(?:了|建设)?")
_LONGEST = 8
# Nouns of people end so, which say by themselves what was counted: 其中女职工1.2万人次.
_OWN_NOUNS = "员工人者生匠子性师手长干民"


class Relations:
    """What the figures of a unit have of one another, while they are put down from left to right."""

    def __init__(self, about: Surroundings) -> None:
        self.about = about
        self.all = ""

    def whole(self, metric: str, tail: str, number: int, made: list[Figure]) -> str:
        """A metric that only the figure before it makes whole: 占比, 较上年提高, 其中国家级; and a value in brackets (上年为8家)."""
        last, quantity = made[-1], self.about.quantities[number]
        between = self.about.text[last.quantity.end : quantity.start]
        if any(mark in between for mark in "。！？"):
            return metric
        if metric in OF_BODIES and last.metric.endswith(BODIES):
            return last.metric[-2:] + metric
        if _COMPARED.fullmatch(metric):
            return self._compared(made, quantity) + metric
        if metric in RELATIVE:
            return last.metric + metric
        if not tail and _GRADE.fullmatch(metric):
            return metric + _GRADE.sub("", self.about.tail(number - 1)[1] or _BUILT.sub("", last.metric), count=1)
        if not tail and self._is_share(metric, number, between, last):
            self.all = self.all if "其中" not in between else last.metric
            return metric + self.all
        if not metric and ("（" in between or "(" in between) and last.quantity.unit == quantity.unit:
            return last.metric
        return metric

    def _compared(self, made: list[Figure], quantity: Quantity) -> str:
        """What a change is of: what was counted last in the sentence, in the same unit where the change is no share."""
        begin = last_of(self.about.text, "。！？", quantity.start)
        told = [one for one in made if one.quantity.start > begin]
        alike = [one for one in told if one.quantity.unit == quantity.unit] if quantity.unit not in _SHARES else []
        whole = (alike or told or made)[-1].metric
        for found in _COMPARED.finditer(whole):
            if found.end() == len(whole) and found.start() > 1:
                return whole[: found.start()]
        return whole

    def _is_share(self, metric: str, number: int, between: str, last: Figure) -> bool:
        """Whether a figure tells a share of one before it by a short name alone: 建成驿站30家，其中昆明12家、曲靖9家."""
        if not metric and not any(stop == self.about.quantities[number].start for _, stop in self.about.edges):
            return False
        if metric and last.metric.endswith(metric[-2:]):
            return False  # 国家专利19项，其中发明专利6项
        if metric and (not 1 < len(metric) <= _LONGEST or metric[-1] in _OWN_NOUNS or last.metric == metric):
            return False
        goes_on = self.all and last.metric.endswith(self.all) and between.strip(" 　").startswith(("、", "，", "和"))
        alike = last.quantity.unit == self.about.quantities[number].unit
        return alike and (re.match(r"[，,（(]其中", between) is not None or bool(goes_on))
