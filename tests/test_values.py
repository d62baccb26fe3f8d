from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.values import decimal, first_day, fold_width, is_partial_date, last_day, moment, normal_name, plan_period, to_python, to_text


@pytest.mark.parametrize("text", ["2025", "2025-11", "2025-11-13", "2024-02-29", "0001", "2021-Q3", "2021/2025", "2021/.."])
def test_dates_of_six_precisions_are_dates(text: str) -> None:
    assert is_partial_date(text)


@pytest.mark.parametrize(
    "text", ["", "25", "2025-13", "2025-11-31", "2023-02-29", "2025-1-1", "0000", "2025-11-13T00:00", "２０２５", "2021-Q5", "2025/2021"]
)
def test_what_the_calendar_lacks_is_no_date(text: str) -> None:
    assert not is_partial_date(text)


def test_a_partial_date_has_a_first_and_a_last_day() -> None:
    assert (first_day("2024"), last_day("2024")) == ("2024-01-01", "2024-12-31")
    assert (first_day("2024-02"), last_day("2024-02")) == ("2024-02-01", "2024-02-29")
    assert (first_day("2024-02-03"), last_day("2024-02-03")) == ("2024-02-03", "2024-02-03")


def test_quarters_and_plan_periods_have_bounds_of_their_own() -> None:
    assert (first_day("2021-Q3"), last_day("2021-Q3")) == ("2021-07-01", "2021-09-30")
    assert (first_day("2021/2025"), last_day("2021/2025")) == ("2021-01-01", "2025-12-31")


def test_a_five_year_plan_is_a_span_of_years() -> None:
    assert (plan_period(6), plan_period(14)) == ("1981/1985", "2021/2025")
    with pytest.raises(ValueError, match="plan 1 "):
        plan_period(1)


def test_a_moment_is_utc_in_whole_seconds() -> None:
    assert moment("2025-12-01") == "2025-12-01T00:00:00Z"
    assert moment("2025-12-01T08:00:00.9+08:00") == "2025-12-01T00:00:00Z"
    with pytest.raises(ValueError, match="Invalid isoformat"):
        moment("yesterday")


def test_names_lose_bold_marks_and_spaces_inside_chinese() -> None:
    assert normal_name(" **何 涛** ") == "何涛"
    assert normal_name("John  Smith") == "John Smith"
    assert normal_name("阿卜杜· 热合曼") == "阿卜杜·热合曼"


@given(st.text())
def test_width_folding_keeps_every_offset(text: str) -> None:
    assert len(fold_width(text)) == len(text)


def test_width_folding_leaves_circled_numbers() -> None:
    assert fold_width("①１１月６日，ＡＩ") == "①11月6日，AI"


def test_values_come_back_from_a_store_in_normal_form() -> None:
    east = timezone(timedelta(hours=8))
    assert to_text("datetime", datetime(2025, 12, 1, 8, tzinfo=east)) == "2025-12-01T00:00:00Z"
    assert to_text("datetime", to_python("datetime", "2025-12-01T00:00:00Z")) == "2025-12-01T00:00:00Z"
    assert to_python("datetime", "2025-12-01T00:00:00Z") == datetime(2025, 12, 1, tzinfo=UTC)
    assert to_text("integer", 100.0) == "100"
    assert to_text("boolean", to_python("boolean", "false")) == "false"
    assert to_python("date", "2025-11") == "2025-11"


def test_a_decimal_number_has_one_form() -> None:
    assert [decimal(t) for t in ("480000", "4.8E5", "12.50", "-0.0", "100.")] == ["480000", "480000", "12.5", "0", "100"]
    for text in ("", "48万", "NaN", "Infinity", "1234567890.1234567"):
        with pytest.raises(ValueError, match="no decimal number"):
            decimal(text)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_a_decimal_number_survives_a_store(number: Decimal) -> None:
    text = decimal(str(number))
    assert to_text("decimal", to_python("decimal", text)) == text
    assert to_text("decimal", int(float(text))) == decimal(str(int(float(text))))


def test_a_span_without_an_end_never_ends() -> None:
    assert (first_day("2021/.."), last_day("2021/..")) == ("2021-01-01", "9999-12-31")
    assert not is_partial_date("../2021")
    assert not is_partial_date("2021-05/..")
