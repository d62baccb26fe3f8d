"""Values in normal form: what is stored, compared and hashed is always this form, so no cast guesses later.

Every value is text until it is written to a store: an integer as its digits, a decimal number without exponent and trailing
zeros (``12.5``), a truth as ``true`` or ``false``, a moment as ``2025-12-01T00:00:00Z``, and a partial
date in one of six precisions, which ``first_day`` and ``last_day`` turn into bounds:

    2025  2025-11  2025-11-13      a year, a month, a day
    2021-Q3                        a quarter
    2021/2025                      a span of years, such as that of a five-year plan (``plan_period``)
    2021/..                        from a year on (ISO 8601-2), as of a figure since 2021

As text these do not sort by time; what compares them compares their bounds.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation

from kg.model import Datatype

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")
_YEARS = re.compile(r"([0-9]{4})/([0-9]{4}|\.\.)")
_OPEN_END = "9999-12-31"
_FIRST_REGULAR_PLAN = (6, 1981)
_FULL_WIDTH = {ord(c) + 0xFEE0: c for c in "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_ANY_FULL_WIDTH = re.compile("[０-９ａ-ｚＡ-Ｚ]")
_NAME_NOISE = re.compile(r"\s+")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff\uff00-\uffef·])\s+(?=[\u3400-\u9fff\uff00-\uffef·])")


def fold_width(text: str) -> str:
    """Full-width letters and digits as half-width ones, one code point for one, so that offsets stay.

    Not NFKC, which turns ①11月6日 into 111月6日; punctuation stays, for Chinese has its own.
    """
    return text.translate(_FULL_WIDTH) if _ANY_FULL_WIDTH.search(text) else text


def normal_name(text: str) -> str:
    """A name as it is compared and stored: no bold marks, no spaces inside Chinese, single spaces elsewhere."""
    text = text.replace("*", "").strip()
    return _NAME_NOISE.sub(" ", _BETWEEN_HAN.sub("", text))


def is_partial_date(text: str) -> bool:
    """Whether the text is a date of one of the six precisions that exists in the calendar; a span of years has two."""
    if found := _QUARTER.fullmatch(text):
        return int(found[1]) >= 1
    if found := _YEARS.fullmatch(text):
        return int(found[1]) >= 1 and (found[2] == ".." or int(found[1]) < int(found[2]))
    found = _DATE.fullmatch(text)
    if found is None:
        return False
    year, month, day = int(found[1]), found[2], found[3]
    if year < 1 or (month is not None and not 1 <= int(month) <= 12):
        return False
    return day is None or 1 <= int(day) <= calendar.monthrange(year, int(month))[1]


def first_day(date: str) -> str:
    """The first day that a partial date may mean."""
    if found := _QUARTER.fullmatch(date):
        return f"{found[1]}-{3 * int(found[2]) - 2:02d}-01"
    return f"{date[:4]}-01-01" if len(date) == 4 or date[4] == "/" else (date + "-01")[:10]


def last_day(date: str) -> str:
    """The last day that a partial date may mean; of one without an end the last that four digits write."""
    if date.endswith("/.."):
        return _OPEN_END
    if found := _QUARTER.fullmatch(date):
        return last_day(f"{found[1]}-{3 * int(found[2]):02d}")
    if len(date) == 4 or date[4] == "/":
        return f"{date[-4:]}-12-31"
    if len(date) == 7:
        year, month = map(int, date.split("-"))
        return f"{date}-{calendar.monthrange(year, month)[1]:02d}"
    return date


def plan_period(number: int) -> str:
    """The years of a five-year plan from the sixth on, as a partial date: the 14th is ``2021/2025``.

    Raises:
        ValueError: the number is below 6; the years of the earlier plans do not follow one another without a gap.
    """
    first, year = _FIRST_REGULAR_PLAN
    if number < first:
        raise ValueError(f"The years of plan {number} are not known here.")
    start = year + 5 * (number - first)
    return f"{start}/{start + 4}"


def moment(text: str) -> str:
    """A moment in normal form: UTC, whole seconds, ``Z``.

    Raises:
        ValueError: the text is no ISO 8601 date or moment. A moment without a zone is taken as UTC.
    """
    found = datetime.fromisoformat(text)
    found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    return found.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def decimal(text: str) -> str:
    """A decimal number in normal form: no exponent, no trailing zeros, at most 15 significant digits (what a double keeps).

    Raises:
        ValueError: the text is no number, or has more digits.
    """
    try:
        number = Decimal(text).normalize()
    except InvalidOperation as exc:
        raise ValueError(f"{text!r} is no decimal number") from exc
    if not number.is_finite() or len(number.as_tuple().digits) > 15:
        raise ValueError(f"{text!r} is no decimal number of at most 15 digits")
    return f"{number + 0:f}"


def to_python(datatype: Datatype, text: str) -> str | int | float | bool | datetime:
    """The Python value that a store is given for a value in normal form."""
    match datatype:
        case "integer":
            return int(text)
        case "decimal":
            return float(text)
        case "boolean":
            return text == "true"
        case "datetime":
            return datetime.fromisoformat(text)
        case _:
            return text


def to_text(datatype: Datatype, value: object) -> str:
    """The normal form of what a store gave, read by the ontology's datatype and not by the driver's type."""
    match datatype:
        case "integer":
            return str(int(value))  # type: ignore[call-overload]
        case "decimal":
            return decimal(str(value))
        case "boolean":
            return "true" if value else "false"
        case "datetime":
            native = value.to_native() if hasattr(value, "to_native") else value
            return moment(native.isoformat() if isinstance(native, datetime) else str(native))
        case _:
            return str(value)
