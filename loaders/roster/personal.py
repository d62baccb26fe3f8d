"""Personal numbers: how they are known, masked where they stand in a remark, and turned into a keyed hash for matching.

Identity cards: GB 11643-1999 (18 characters, check by ISO 7064 MOD 11-2), and the older 15 digits. Mobile numbers: 11 digits from
13 to 19. Fixed lines: with their area code. Bank cards: 16 to 19 digits with Luhn's check.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import date
from typing import Literal

Kind = Literal["identity-card", "telephone", "bank"]

MASK = "■"
CANDIDATE = r"[0-9][0-9 -]{5,}[0-9Xx]"
"""What must stand in a cell before it is looked at closely; the same for Python and for Arrow."""

_RUN = re.compile(r"(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|[0-9]{15,19}|(?:\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"
                  r"|0[0-9]{2,3}[ -][0-9]{7,8}|[0-9]{4}(?:[ -][0-9]{4}){3}(?:[ -]?[0-9]{1,3})?)(?![0-9A-Za-z])")  # fmt: skip
_HEADINGS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"身份证|证件号|公民身份号"), "identity-card"),
    (re.compile(r"电话|手机|联系方式|座机"), "telephone"),
    (re.compile(r"银行卡|卡号|银行账|账号|帐号"), "bank"),
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_REGIONS = frozenset("1234568")


def of_heading(heading: str) -> Kind | None:
    """Which personal numbers a column's heading announces."""
    return next((kind for pattern, kind in _HEADINGS if pattern.search(heading)), None)


def kind_of(text: str) -> Kind | None:
    """Which personal number the text is, from end to end."""
    found = _RUN.fullmatch(text.strip())
    return _kind(found[0]) if found else None


def masked(text: str) -> str:
    """The text with every personal number in it replaced, character for character."""
    return _RUN.sub(lambda found: MASK * len(found[0]) if _kind(found[0]) else found[0], text)


def matching_key(secret: bytes, number: str) -> str:
    """The keyed hash by which the same number is known again, and from which it cannot be told.

    Args:
        secret: the key under ``KG_HOME``, without which nobody can try numbers out.
        number: an identity card's 18 characters, or another number; spaces and case do not count.
    """
    plain = re.sub(r"[\s-]", "", number).upper()
    return hmac.new(secret, plain.encode(), hashlib.sha256).hexdigest()[:32]


def is_identity_card(number: str) -> bool:
    """Whether the 18 characters are an identity-card number with the right check character, or the 15 digits an older one."""
    number = number.upper()
    if number[0] not in _REGIONS:
        return False
    if len(number) == 15:
        return number.isdigit() and _is_day("19" + number[6:12])
    check = _CHECKS[sum(int(c) * w for c, w in zip(number[:17], _WEIGHTS, strict=True)) % 11] if number[:17].isdigit() else ""
    return number[17:] == check and _is_day(number[6:14])


def _kind(run: str) -> Kind | None:
    plain = re.sub(r"[\s+-]", "", run)
    if len(plain) in (15, 18) and is_identity_card(plain):
        return "identity-card"
    if plain.isdigit() and 16 <= len(plain) <= 19:
        return "bank" if _luhn(plain) else None
    if re.fullmatch(r"(?:86)?1[3-9][0-9]{9}", plain) or re.match(r"0[0-9]{2,3}[ -]", run):
        return "telephone"
    return None


def _luhn(digits: str) -> bool:
    doubled = [int(d) * (2 if i % 2 else 1) for i, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def _is_day(digits: str) -> bool:
    try:
        found = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return 1850 <= found.year <= 2100
