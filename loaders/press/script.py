"""Traditional characters, as the unions of Hong Kong and Macau print: read as simplified ones, each at its own place."""

from __future__ import annotations

import re
from functools import cache

import opencc

# Half of a pair that encodes one character: no text for a converter.
_HALF = re.compile("[\ud800-\udfff]")
# Quotation marks of traditional print, which one program or another name stands in as in simplified print.
_QUOTES = str.maketrans("「」『』", "“”‘’")
_SHARE = 0.03
_SAMPLE = 20_000


def simplified(text: str) -> str:
    """The text as it is read: in simplified characters, of the same length; a text in simplified characters stays as it is.

    A text is traditional where more than three of a hundred of its Chinese characters are such: the few in a simplified text are
    names (於, 乾) and quotations, and stay.
    """
    sample = [c for c in text[:_SAMPLE] if "\u3400" <= c <= "\u9fff"]
    table = _table(frozenset(text))
    if sum(ord(c) in table for c in sample) <= _SHARE * len(sample):
        return text
    # Whole words where the length stays (乾隆, 瞭望), else character by character, so that places stay.
    words = text.translate(table) if _HALF.search(text) else _converter().convert(text)
    return (words if len(words) == len(text) else text.translate(table)).translate(_QUOTES)


def _table(characters: frozenset[str]) -> dict[int, str]:
    """What each of some characters is in simplified form, where that is another one."""
    convert = _converter().convert
    return {ord(c): s for c in characters if "\u3400" <= c <= "\u9fff" and len(s := convert(c)) == 1 and s != c}


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
