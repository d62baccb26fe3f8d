"""What was counted, by the words before a number and those after it, each without what is no part of it."""

from __future__ import annotations

import re

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.statistics import grammar
from loaders.press.statistics.quantities import Quantity
from loaders.press.statistics.wording import measured

# What is given, whoever is given it: 对第一名给予5万元奖励.
_GIVEN = re.compile(r"(?:给予|予以|可获|可获得|可领取|可享受)$")
_GIFTS = frozenset(["奖励", "补助", "补贴", "资助", "奖金", "津贴", "慰问金", "补偿"])
# The noun that sums up quoted names, where they are many: “送清凉”“送法律”等活动.
_LISTED, _LONG_LIST = re.compile(r"”等([\u3400-\u9fff]{2,6})$"), 14
_GROWN = re.compile(rf"(?:{'|'.join(longest_first(knowledge('quantities')['changes']))})$")
_PEOPLE = ("名", "位", "人")
# People who are sent somewhere are what was counted: 组织20名志愿者到社区开展活动.
_MOVED = re.compile(
    r"(?P<who>[\u3400-\u9fff]{0,10}?(?:[员工者师匠长生手人]|劳模|干部|群众|骨干|家属|代表))"
    r"(?:到(?!岗|会|场)|赴|深入|走进|前往|组成|每人|分赴|奔赴|来到|走上|走出|在(?!岗|职|编|校))"
)
_SHORT = 8
_LASTED = ("耗时", "用时", "历时", "为期", "工期", "费时")


def metric_of(text: str, quantity: Quantity, head: str, tail: str) -> str:
    """What was counted, by the words before the number and those after it."""
    if quantity.unit in grammar.OF_TEXTS and not tail and (not head or head.endswith("》")):
        return quantity.unit
    if quantity.unit in grammar.TIMES and text.startswith("的", quantity.end) and grammar.TIMED.search(head):
        return head
    if quantity.unit in grammar.TIMES and head.endswith(_LASTED):
        return head[-2:]
    if quantity.unit == "人" and head.endswith("一行"):
        return head[-_SHORT:-2] + "人数" if len(head) > len("一行") else ""
    if len(head) > _LONG_LIST and (listed := _LISTED.search(head)) is not None:
        head = listed[1]
    if text[quantity.start - 1 : quantity.start] in ("到", "至"):
        head = _GROWN.sub("", head) or head
    if _GIVEN.search(head) and tail in _GIFTS:
        to = _GIVEN.sub("", head)
        return to + tail if len(to) < _SHORT else tail
    moved = _MOVED.match(tail) if quantity.unit in _PEOPLE else None
    if moved is not None:
        return moved["who"]
    return measured(head, tail or ("的" if quantity.unit in grammar.TIMES else "")) or head + tail
