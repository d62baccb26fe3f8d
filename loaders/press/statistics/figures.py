"""Figures: for each quantity of a unit the words that say what was counted, and the run of the unit that states it."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.press.marks import last_of
from loaders.press.statistics import grammar
from loaders.press.statistics.figure import Figure
from loaders.press.statistics.metrics import metric_of
from loaders.press.statistics.quantities import Quantity, find_quantities
from loaders.press.statistics.relations import RELATIVE, Relations
from loaders.press.statistics.surroundings import Surroundings
from loaders.press.statistics.wording import BACK, after_years, are_years, names_of, strip_back

_FROM = re.compile(r"(?:从|由)(?P<time>[^，。；从由]{0,10}?)$")
_SPENT = re.compile(r"(?:花费|花了|用了|耗时|用时|历经)$")
_SHORT = 8


def find_figures(
    text: str, edges: list[tuple[int, int]], others: list[tuple[int, int]] | None = None, quantities: list[Quantity] | None = None
) -> list[Figure]:
    """The figures of a unit.

    Args:
        edges: ranges of subjects and of times, which are no part of what was counted; sorted.
        others: ranges of bodies that are no subjects.
        quantities: its quantities, where they are known.
    """
    return _Figures(Surroundings(text, edges, others or [], find_quantities(text) if quantities is None else quantities)).figures()


class _Figures:
    """The figures of a unit while they are put down."""

    def __init__(self, about: Surroundings) -> None:
        self.about, self.text, self.quantities = about, about.text, about.quantities
        self.turns: list[str] = []
        self.relations = Relations(about)

    def figures(self) -> list[Figure]:
        """All of them."""
        made: list[Figure] = []
        for number in range(len(self.quantities)):
            figure = self._turn(number, made) or self._changed(number, made) or self._figure(number, made)
            if figure.metric and "分别" not in figure.metric:  # 两项指标分别增长…: the number of what is told in turn
                made.append(figure)
        return made

    def _figure(self, number: int, made: list[Figure]) -> Figure:
        quantity = self.quantities[number]
        end, tail = self.about.tail(number)
        left = self.about.left(number)
        start, head = self.about.head(left, quantity.start, alone=not tail)
        if number and tail and left == self.quantities[number - 1].end and "、" not in self.text[left : quantity.start]:
            start, head = quantity.start, ""  # the words between are what the number before counts
        metric = metric_of(self.text, quantity, head, tail)
        if quantity.unit in grammar.TIMES and _SPENT.search(head):
            metric = self.about.purpose(end) + metric
        metric = metric if metric not in BACK or metric in RELATIVE else self.about.before(start)
        if number and made and made[-1].quantity is self.quantities[number - 1]:
            metric = self.relations.whole(metric, tail, number, made)
        begin, stop = min(start, quantity.start), max(end, quantity.end)
        begin = begin if stop - begin >= _SHORT else max(left, stop - _SHORT)
        begin = min([begin, *(first for first, last in self.about.edges if first < begin < last)])  # no name is cut
        return Figure(quantity, metric.strip(), begin, stop)

    def _changed(self, number: int, made: list[Figure]) -> Figure | None:
        """Both values of a change (从75%提升至92%): the first is put down when the second is met."""
        if not number:
            return None
        first, second = self.quantities[number - 1], self.quantities[number]
        alike = second.unit == first.unit or {second.unit, first.unit} <= grammar.TIMES
        if not alike or grammar.CHANGE.fullmatch(self.text[first.end : second.start].rstrip()) is None:
            return None
        left = self.about.left(number - 1)
        lead = _FROM.search(self.text, left, first.start)
        if lead is None:
            return None
        end, tail = self.about.tail(number)
        start, head = self.about.head(left, lead.start(), alone=not tail)
        metric = (head or tail).strip()
        if not metric:
            return None
        if made and made[-1].quantity == first:
            made.pop()
        made.append(Figure(first, metric, start, end, before=True, told=lead["time"].strip().removesuffix("的")))
        return Figure(second, metric, start, end)

    def _turn(self, number: int, made: list[Figure]) -> Figure | None:
        """One of several values told with 分别: the first has the words before it, the others share them."""
        quantity, left = self.quantities[number], self.about.left(number)
        at = self.text.rfind("分别", left, quantity.start)
        if at >= 0:
            self.turns = self._turns(number, at, made)
            end = max(self.about.tail(number)[0], quantity.end)
            return Figure(quantity, self.turns[0], left, end, turn=1) if self.turns else None
        last = made[-1] if made else None
        if last is None or not last.turn or last.quantity is not self.quantities[number - 1] or not self._follows(number):
            return None
        metric = self.turns[min(last.turn, len(self.turns) - 1)]
        return replace(last, quantity=quantity, metric=metric, end=max(self.about.tail(number)[0], quantity.end), turn=last.turn + 1)

    def _turns(self, number: int, at: int, made: list[Figure]) -> list[str]:
        """The metrics of the values after 分别: of the names before it, of the figures before it (两项指标分别…), else one for all."""
        left = self.about.left(number)
        head, names = self.about.head(left, at, alone=True)[1], names_of(self.text[left:at])
        verb = strip_back(self.text[at + len("分别") : self.quantities[number].start].strip())
        verb = ("" if verb in BACK else verb) + self.about.tail(number)[1]
        if are_years(names):
            return [after_years(self.text[left:at]) + verb]
        if len(names) > 1:
            return [name + verb for name in names]
        if not head or "指标" in head:
            count = 1 + next((n for n in range(len(self.quantities)) if not self._follows(number + n + 1)), 0)
            before = [figure.metric + verb for figure in made[-count:] if not figure.turn]
            return before if len(before) == count > 1 else [verb] if verb else []
        return [head + verb]

    def _follows(self, number: int) -> bool:
        """Whether a quantity follows the one before it in a list of the same unit."""
        if not 0 < number < len(self.quantities):
            return False
        last, one = self.quantities[number - 1], self.quantities[number]
        return last.unit == one.unit and self.text[last.end : one.start].strip() in ("、", "和", "及", "与", "，", ",")


def periods_in_turn(text: str, figure: Figure, dates: list[tuple[int, str]]) -> str:
    """The period of a figure that is told in turn: 2023年、2024年…分别达…; the dates are those before 分别 in its run."""
    at = text.rfind("分别", figure.start, figure.quantity.start)
    begin = last_of(text, "。！？", figure.start) + 1
    told = [date for place, date in dates if begin <= place < at and date]
    return told[figure.turn - 1] if 0 < figure.turn <= len(told) and len(told) > 1 else ""
