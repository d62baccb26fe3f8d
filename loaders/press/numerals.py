"""Numerals that are already cut out of a text: 十五, 三百六十, 两千, 1.8万, 三分之一."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1_000}
_SCALES = {"万": 10_000, "亿": 100_000_000}
SCALES = {
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "十万": 100_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "亿": 100_000_000,
    "万亿": 10**12,
}
"""What a word after a number multiplies it by."""
_FRACTION = re.compile(r"([一二两三四五六七八九十百千万]+)分之([零一二两三四五六七八九十百点]+)")


def whole(numeral: str) -> int | None:
    """A whole number in Chinese or Arabic digits: 十五 is 15, 两千三百 is 2300, 10 is 10; None where it is none.

    A numeral may begin with its unit: 百 is 100, 万 is 10000, 十八 is 18.
    """
    if numeral.isascii():
        return int(numeral) if numeral.isdecimal() else None
    total = part = digit = 0
    for place, char in enumerate(numeral):
        if char in _DIGITS:
            digit = digit * 10 + _DIGITS[char] if place and numeral[place - 1] in _DIGITS and "零" not in numeral[:place] else _DIGITS[char]
        elif char in _UNITS:
            part += (digit or 1) * _UNITS[char]
            digit = 0
        elif char in _SCALES:
            total = (total + part + digit or 1) * _SCALES[char]
            part = digit = 0
        else:
            return None
    return total + part + digit if numeral else None


def number(numeral: str, scale: str = "") -> Decimal | None:
    """A number with what multiplies it: ``number("1.8", "万")`` is 18000, 半 is 0.5; None where the numeral is none."""
    plain = numeral.replace(",", "").replace("，", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        value = Decimal(plain)
    elif numeral in ("", "半"):
        value = Decimal(1) if numeral == "" else Decimal("0.5")
    else:
        found = whole(numeral)
        if found is None:
            return None
        value = Decimal(found)
    return value * SCALES.get(scale, 1)


def fraction(numeral: str) -> Decimal | None:
    """A fraction as a percentage with one decimal place: 三分之一 is 33.3, 百分之五 is 5; None where it is none."""
    found = _FRACTION.fullmatch(numeral)
    below, above = (whole(found[1]), whole(found[2])) if found else (None, None)
    if not below or above is None:
        return None
    return round(Decimal(100) * above / below, 1).normalize()
