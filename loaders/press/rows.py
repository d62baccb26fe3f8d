"""Runs of a line: words between spaces and marks, names set apart letter by letter, cells of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.press.flow import Line
from loaders.press.names import Names

_PIECE = re.compile(r"[^\s　、,，/／;；]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_FOREIGN = re.compile(r"[\u3400-\u9fff]{2,6}(?:[·•・][\u3400-\u9fff]{2,6})+")
_BRACKET = re.compile(r"[（(][^（()）]{1,14}[)）]")
_LONGEST_NAME = 4
# What the words hold that stand in a name's place and are none: 本报, 编辑部, 受访者, 资料图.
_NEVER = frozenset("本报刊网社部会厅局院校所室组处办公司络资料综合提供受访者片单位全体工图文集团中心编辑记通讯员第期省市县区")


@dataclass(frozen=True, slots=True)
class Run:
    """Words without the spaces inside them, and where they stand in the kept text."""

    words: str
    start: int
    end: int


def pieces(row: Line, start: int, end: int) -> list[Run]:
    """The runs between spaces, commas and slashes of a part of a line."""
    return [Run(m[0], row.start + m.start(), row.start + m.end()) for m in _PIECE.finditer(row.text, start, end)]


def names_in(found: list[Run], names: Names) -> Iterator[Run]:
    """The names among runs; one of two characters may be set apart letter by letter (何 涛)."""
    position = 0
    while position < len(found):
        one = found[position]
        after = found[position + 1] if position + 1 < len(found) else None
        if len(one.words) == 1 and after is not None and len(after.words) == 1 and is_spaced(one.words, after.words, names):
            yield Run(one.words + after.words, one.start, after.end)
            position += 2
            continue
        words = _BRACKET.sub("", one.words)
        if is_signature(words, names):
            yield Run(words, one.start, one.start + len(words))
        position += 1


def is_signature(words: str, names: Names) -> bool:
    """Whether a run that stands where a name is expected is one: with a rare family name, four characters, or a foreign one too."""
    if names.is_name(words) or _FOREIGN.fullmatch(words):
        return not words.endswith(names.offices)
    if words[:2] in names.double and 2 < len(words) <= _LONGEST_NAME and _HAN.fullmatch(words) is not None:
        return True
    if not 2 < len(words) <= _LONGEST_NAME or _HAN.fullmatch(words) is None or words[:2] in names.words or words.endswith(names.offices):
        return False
    known = words[0] in names.single or words[:2] in names.double
    return known if len(words) == _LONGEST_NAME else known or not set(words) & _NEVER


def is_spaced(first: str, second: str, names: Names) -> bool:
    """Whether two characters set apart are a name, with a rare family name too."""
    return names.is_name(first + second) or (_HAN.fullmatch(first + second) is not None and not {first, second} & _NEVER)
