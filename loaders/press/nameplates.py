"""What stands about the name of a periodical at the head of its masthead: the name in letters, how often it appears."""

from __future__ import annotations

import re

_LETTERS = re.compile(r"^[\s　]*[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’‘.,&·\-\s　]*$")
_PERIODICITY = re.compile(r"^[\s　]*[（(]?(?:半月|双月|季|月|旬|周|半年|年|日)[\s　]*刊[)）]?[\s　]*$")


def is_beside_name(text: str) -> bool:
    """Whether a line is nothing but letters (SAISHANG ZHIGONG), or says how often a periodical appears (（月刊）)."""
    return _LETTERS.match(text) is not None or _PERIODICITY.match(text) is not None
