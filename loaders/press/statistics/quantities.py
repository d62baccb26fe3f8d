"""Quantities: a number with its measure word, whether it is approximate, exceeded or not reached, and the two ends of a range.

No date, ordinal, year, telephone number, age group or part of a name is one, and 一 with a measure word (一个, 一批) never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from loaders.press.numerals import fraction, number
from loaders.press.statistics import grammar
from loaders.press.statistics.durations import measures_time

_BACK = 24
_ALONE = ("一", "十", "百", "千")
_LISTED = {"两": 1, "三": 2, "四": 3}
_AGES = ("享年", "终年")
_HELD = re.compile(r"(?:举办|举行|开展|办)(?:过|了|到)?$")
_FEW = 3
_CLASSED = re.compile(r"的?(?:各类|规模)?(?:企业|单位|法人|用人|公司|事业|非公|民营|用工)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a unit of text.

    Attributes:
        start, end: from the word that bounds it to its measure word or what bounds it after.
        value, greatest: the number written out; the upper end of a range, else None.
        unit: the measure word; 人 where a noun of people stands in its place, 个 for 四大.
        bound: approx, over, under, or empty.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    bound: str = ""
    greatest: Decimal | None = None


def find_quantities(text: str) -> list[Quantity]:
    """The quantities of a unit from left to right, ranges joined."""
    kept: list[Quantity] = []
    for one in sorted([*_counted(text), *_fractions(text)], key=lambda q: (q.start, -q.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _counted(text: str) -> Iterator[Quantity]:
    for found in grammar.QUANTITY.finditer(text):
        start = found.start("num") if found["num"] is not None else found.start("bare")
        unit = _unit(found)
        value = number(found["num"] or "", found["scale"] or found["bare"] or "")
        if not value or not _stands(text, found, start, unit, value):
            continue
        more = any(found[name] in ("多", "余") for name in ("more", "more2", "more3", "more4")) or found["past"] is not None
        bound = _bound(found["before"] or "", found["after"] or "", more=more)
        lower = None if found["before"] else _lower(text, start, found)
        if lower is not None:
            yield Quantity(lower[0], found.end(), lower[1], unit, bound, value)
        else:
            yield Quantity(found.start("before") if found["before"] else start, found.end(), value, unit, bound)


def _unit(found: re.Match[str]) -> str:
    if found["people"] is not None or found["none"] is not None:
        return "人"
    if found["group"] is not None:
        return "个"
    written = (found["unit"] or found["odd"] or "") + (found["alt"] or "").replace("(", "（").replace(")", "）")
    return {"％": "%", "百分点": "个百分点"}.get(written, written)


def _bound(before: str, after: str, *, more: bool) -> str:
    """What the words about a number say of it; 超30余项 is more than, 近2000家 about, 2场以上 more than."""
    return grammar.BEFORE.get(before) or grammar.AFTER.get(after) or ("over" if more else "")


def _lower(text: str, start: int, found: re.Match[str]) -> tuple[int, Decimal] | None:
    """The lower end of a range, and where it begins: 10%—15%, 3-5个, 5万元至20万元."""
    head = grammar.LOWER.search(text, max(0, start - _BACK), start)
    if head is None or (head["unit"] and head["unit"] != found["unit"]):
        return None
    if grammar.NO_START.search(text[max(0, head.start() - _BACK) : head.start()]):
        return None
    value = number(head["num"], head["scale"] or ("" if head["unit"] else found["scale"] or ""))
    return None if value is None else (head.start(), value)


def _stands(text: str, found: re.Match[str], start: int, unit: str, value: Decimal) -> bool:
    """Whether a match is a quantity and no date, ordinal, address, age group or part of another word."""
    before = text[max(0, start - _BACK) : start]
    ends = None if unit in grammar.OF_TEXTS else grammar.NO_END.match(text, found.end())
    if grammar.NO_START.search(before) or ends is not None or (unit in grammar.LENGTHS and grammar.SPOKEN.search(before)):
        return False
    if not _is_numeral(found):
        return False
    if found["none"] is not None:
        return found["scale"] is not None and grammar.COUNTED_PEOPLE.search(before) is not None
    if unit in ("人", "名") and found["after"] in ("以上", "以下") and _CLASSED.match(text, found.end()):
        return False  # 25人以上企业: a class of them
    closed = grammar.STOP.match(text[found.end() : found.end() + 1]) is not None
    if unit in grammar.TIMES:
        return measures_time(text, found, start, value)
    if unit == "岁":
        return (before.endswith(_AGES) or "年龄" in before) and closed
    if unit == "届":
        return _HELD.search(before) is not None
    if unit in ("公里", "千米"):
        return closed
    if found["num"] in _LISTED and unit in ("家", "位", "名", "人") and before.rpartition("，")[2].count("、") == _LISTED[found["num"]]:
        return False  # 美团、饿了么两家平台: those that the list names
    quoted = text[found.end() : found.end() + 1] == "“"
    return not (unit in ("个", "项", "条", "次") and grammar.VAGUE.match(text, found.end() + quoted))


def _is_numeral(found: re.Match[str]) -> bool:
    """Whether the number counts: 五家, 四个, 一万多张, 近万人; not 一个, 一线, 三新, nor 5劳模."""
    numeral = found["num"] or ""
    if found["bare"]:
        return bool(found["before"] or found["more3"] or found["past"])
    if found["people"] is not None and found["scale"] is None:
        return numeral.isdecimal() and len(numeral) >= _FEW and grammar.YEARS.fullmatch(numeral) is None
    if numeral[0].isdecimal() or numeral == "半":
        return True
    if found["group"] is not None:
        return numeral in "二三四五六七八九十"
    if numeral == "二" or found["unit"] is None:
        return False  # 二次, 二类: the second, not two
    if numeral in _ALONE and not (found["scale"] or found["more"] or found["before"]):
        return numeral == "十"
    return found["scale"] is not None or found["unit"] in grammar.PLAIN or found["unit"] in ("人次", "元", "场次", "批")


def _fractions(text: str) -> Iterator[Quantity]:
    """三分之一 and 六成, as percentages."""
    for found in grammar.FRACTION.finditer(text):
        numeral = found["num"]
        value = (number(numeral[0]) or Decimal(0)) * 10 if numeral.endswith("成") else fraction(numeral)
        if value:
            yield Quantity(found.start(), found.end(), value, "%", _bound(found["before"] or "", found["after"] or "", more=False))
