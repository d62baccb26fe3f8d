"""The unified social credit code (GB 32100-2015): 18 characters without I, O, S, V and Z, the last a check (MOD 31)."""

from __future__ import annotations

_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUES = {character: value for value, character in enumerate(_CHARACTERS)}
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_LENGTH = 18


def fault_of(code: str) -> str:
    """What is wrong with a code in upper case, or nothing."""
    if len(code) != _LENGTH:
        return f"a credit code has {_LENGTH} characters, not {len(code)}"
    strange = [c for c in code if c not in _VALUES]
    if strange:
        return f"a credit code has no {strange[0]!r}"
    if code[-1] != check_character(code[:-1]):
        return "the credit code's check character is wrong"
    return ""


def check_character(body: str) -> str:
    """The check character of the first 17."""
    total = sum(_VALUES[c] * weight for c, weight in zip(body, _WEIGHTS, strict=True))
    return _CHARACTERS[-total % 31]
