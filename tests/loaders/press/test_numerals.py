"""Numerals: Chinese and Arabic, with what multiplies them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from loaders.press.numerals import fraction, number, whole


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十五", 15),
        ("二十", 20),
        ("两千三百", 2300),
        ("三百零五", 305),
        ("一万二千", 12000),
        ("百", 100),
        ("12", 12),
        ("一亿", 100_000_000),
    ],
)
def test_a_whole_number_is_read_in_chinese_and_arabic_digits(numeral: str, value: int) -> None:
    assert whole(numeral) == value


@pytest.mark.parametrize("numeral", ["", "线", "一线", "1.5"])
def test_what_is_no_numeral_is_none(numeral: str) -> None:
    assert whole(numeral) is None


def test_a_scale_multiplies_the_number_before_it() -> None:
    assert number("601.9", "万") == 6_019_000
    assert number("1,234", "") == 1234
    assert number("", "万") == 10_000
    assert number("一", "万") == 10_000
    assert number("线") is None


def test_a_fraction_is_a_percentage_of_one_decimal_place() -> None:
    assert fraction("三分之一") == Decimal("33.3")
    assert fraction("百分之五") == 5
    assert fraction("三成") is None
