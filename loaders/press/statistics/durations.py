"""Lengths of time that are told for their own sake: 历时26天, 三年内, 刘刚25年深耕, 看火三十一年."""

from __future__ import annotations

import re
from decimal import Decimal

from loaders.press.knowledge import knowledge
from loaders.press.statistics import grammar

_BACK, _NEAR = 24, 8
_PLANNED = re.compile(r"计划|力争|预计|将在|争取")
# What is between 由 and the value before a change: 由每天10小时.
_FROM = re.compile("[从由](?:每[天日周月年班次人台]|原来的?|原先的?|平均|最初的?|过去的?|以往的?|之前的?|原)?$")
# What somebody did for so many years: 看火三十一年, 干这一行已有二十六年.
_CRAFT = rf"[{knowledge('quantities')['crafts']}][\u3400-\u9fff]?"
_DONE = re.compile(rf"(?:^|[他她])(?:{_CRAFT}|[\u3400-\u9fff]{{2,8}}(?:已有?|了|就是|整整|长达|足足|一干就是|了整整))$")
_LONG, _ERA = 3, 61


def measures_time(text: str, found: re.Match[str], start: int, value: Decimal) -> bool:
    """Whether a match of ``grammar.QUANTITY`` whose number stands at ``start`` is a length of time told for its own sake."""
    if found["num"] in (None, "一") or grammar.YEARS.fullmatch(found["num"]) or found["before"] == "近":
        return False
    before = text[max(0, start - _NEAR) : start].rstrip().removesuffix(found["before"] or "")
    if _FROM.search(before) and grammar.CHANGE.match(text, found.end()):
        return True
    if grammar.TIMED.search(before) or (found["after"] == "内" and _PLANNED.search(before)):
        return True
    if found["unit"] != "年":
        return False
    if grammar.TIMELY.match(text, found.end()):
        return True
    clause = re.split(r"[，。；,;]", text[max(0, start - _BACK) : start])[-1]
    closed = grammar.STOP.match(text[found.end() : found.end() + 1]) is not None
    return closed and (grammar.TIMELY.search(clause) is not None or (_LONG <= value < _ERA and _DONE.search(clause) is not None))
