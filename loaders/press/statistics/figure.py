"""A figure in a unit of text."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.press.statistics.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a unit.

    Attributes:
        quantity: how much.
        metric: what was counted, the words before and after the number.
        start, end: the run that states it.
        turn: 0, or from 1 which of several it is that are told with 分别, so that its period is that of its turn.
        before: whether it is the value before a change; ``told`` is then the time that the text gives for it.
    """

    quantity: Quantity
    metric: str
    start: int
    end: int
    turn: int = 0
    before: bool = False
    told: str = ""
