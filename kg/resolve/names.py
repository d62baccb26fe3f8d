"""Names as they are compared: folded to one writing, with their sound, how often they are borne, and what a slip makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

from kg.resolve.knowledge import lines, table

Slip = Literal["sound", "shape", "dropped", "other"]
"""How two names differ by one slip: a character of the same sound, one of a like shape, one too few, any other one."""

_TEN_THOUSAND = 10_000.0
_DOUBLE = 4
_NOISE = re.compile(r"[\s·•・．.]+")
_MARKS = re.compile(r"[\s（）()《》“”\"'·、，,.．\-—_]+")
_BODY_BEFORE = "省市县区州盟旗部局委团"
_TRADE = re.compile(r".*[省市县区州盟旗].{0,6}|.{1,3}")
"""What stands before 工会 in the name of a union of a place or of a trade there."""
_CITY = re.compile(r"(?P<city>[\u4e00-\u9fff]{2,6}?[市州盟])(?P<rest>[\u4e00-\u9fff]{1,7}?[县区旗市].{2,})")
_SEAT = re.compile(r"^[\u4e00-\u9fff]{2,8}?(?:省|自治区)(?=[\u4e00-\u9fff]{2,8}?[市州盟县旗区])")


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def folded(text: str) -> str:
    """A name in the simplified writing, without spaces and dots: what two writings of one name share."""
    return str(_converter().convert(_NOISE.sub("", text)))


def sound(name: str) -> str:
    """The pinyin of each character, without tones."""
    return " ".join(_sound(c) for c in name)


@cache
def _sound(character: str) -> str:
    return lazy_pinyin(character, style=Style.NORMAL)[0]


@cache
def _shapes() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines("lookalikes")):
        for character in line.strip():
            found.setdefault(character, set()).add(number)
    return {character: frozenset(groups) for character, groups in found.items()}


@cache
def _tiers(kind: str) -> tuple[Mapping[str, float], float]:
    raw = table("frequencies")[kind]
    return {c: rate / _TEN_THOUSAND for rate, characters in raw["tiers"].items() for c in characters}, raw.get("other", 0) / _TEN_THOUSAND


def frequency(name: str) -> float:
    """The share of people who bear a name, from fixed tables: some 4 in 10,000 for 张伟, far less than one in a million for most.

    Args:
        name: folded; its first character is taken as the surname, or its first two in a name of four.
    """
    surnames, rare = _tiers("surnames")
    split = 2 if len(name) == _DOUBLE else 1
    surname, given = name[:split], name[split:]
    share = surnames.get(surname, rare)
    alone = table("frequencies")["alone"]["share"] / _TEN_THOUSAND
    if len(given) <= 1:
        known, other = _tiers("alone")
        return float(share * alone * known.get(given, other))
    known, other = _tiers("given")
    for character in given:
        share *= known.get(character, other)
    return float(max(share * (1 - alone), 1e-10))


def slip_keys(name: str) -> Iterator[str]:
    """Under which keys two names that are one slip apart meet: their sound, and what is left without one given character."""
    yield f"s{sound(name)}"
    yield f"d{name}"
    for i in range(1, len(name)):
        yield f"d{name[:i]}{name[i + 1 :]}"


def slip(one: str, other: str) -> Slip | None:
    """By which slip two folded names differ; None where they differ by more.

    In a name of two characters any other given name is another person's, so only sound and shape count there.
    """
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) == 1:
        return "dropped" if len(short) > 1 and any(long[:i] + long[i + 1 :] == short for i in range(1, len(long))) else None
    if len(one) != len(other):
        return None
    places = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) != 1:
        return None
    a, b = one[places[0]], other[places[0]]
    if _sound(a) == _sound(b):
        return "sound"
    if _shapes().get(a, frozenset()) & _shapes().get(b, frozenset()):
        return "shape"
    return "other" if len(one) > 2 and places[0] > 0 else None


def body_form(name: str) -> str:
    """The full form of an organization's name: simplified, without marks, its short end written out (江海省总 as 江海省总工会)."""
    plain = _MARKS.sub("", str(_converter().convert(name)))
    known: Mapping[str, Any] = table("offices")
    if plain in known["whole"]:
        return str(known["whole"][plain])
    for short, full in known["ends"].items():
        if plain.endswith(short) and not plain.endswith(full) and len(plain) > len(short) and plain[-len(short) - 1] in _BODY_BEFORE:
            return plain[: -len(short)] + str(full)
    return plain


def body_core(name: str) -> str:
    """What of an organization's name is left to compare for people's sake: without the province before a city, without the legal form."""
    core = _SEAT.sub("", body_form(name))
    for form in table("offices")["forms"]:
        if core.endswith(form) and len(core) > len(form) + 2:
            core = core[: -len(form)]
    return core


def body_cores(name: str) -> tuple[str, ...]:
    """The core of an organization's name, then those of the bodies that it is a part of (江海省总工会 for its 办公室).

    The union of a firm that is called by its short name is a part of it too (江海重工工会).
    """
    cores = [body_core(name)]
    rest = body_form(name)
    while found := _inside().fullmatch(rest):
        rest = found[1]
        cores.append(body_core(rest))
    if (firm := rest.removesuffix("工会")) != rest and not _TRADE.fullmatch(firm):
        cores.append(firm)
    return tuple(dict.fromkeys(cores))


def without_city(core: str) -> tuple[str, str]:
    """The core of a body of a county as it is called without its city (临江县总工会 for 望海市临江县总工会), and the city; else nothing."""
    found = _CITY.fullmatch(core)
    return (found["rest"], found["city"]) if found else ("", "")


@cache
def _inside() -> re.Pattern[str]:
    known = table("offices")
    return re.compile(f"(.{{2,}}(?:{'|'.join(known['wholes'])})).{{0,10}}(?:{'|'.join(known['parts'])})")


@dataclass(frozen=True, slots=True)
class NameForms:
    """What resolving asks of a person's name: its folded form, how often it is borne, and the keys of its slips."""

    form: str
    frequency: float
    keys: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> NameForms:
        """The forms of a name as the mention bears it."""
        form = folded(name)
        return cls(form, frequency(form), tuple(dict.fromkeys(slip_keys(form))))
